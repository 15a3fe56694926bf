// How strong each licence's copyleft is, by our own reading of the texts. Read by the generator only; the table that runs is knowledge.generated.ts.
// An id that no group names takes its strength from Blue Oak's list of permissive licences. `*` at the end of an id stands for any ending.
import type { Strength } from "#kit";

export interface StrengthGroup {
  readonly strength: Strength;
  /** How sure the reading is: 0.9 and more where the text is plain and readers agree, 0.5 where lawyers may well differ. */
  readonly confidence: number;
  /** What in the terms decides. */
  readonly why: string;
  readonly ids: string;
}

export const strengthGroups: readonly StrengthGroup[] = [
  {
    strength: "network",
    confidence: 0.95,
    why: "The whole modified work must be offered in source to those who use it over a network.",
    ids: "AGPL-1.0-* AGPL-3.0-*",
  },
  {
    strength: "network",
    confidence: 0.9,
    why: "Making the work available over a network counts as distributing it (external deployment), and derivative works stay under the licence.",
    ids: "OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0 NPOSL-3.0 RPL-1.1 RPL-1.5 SSPL-1.0 CAL-1.0 CAL-1.0-Combined-Work-Exception",
  },
  {
    strength: "network",
    confidence: 0.7,
    why: "External deployment or remote availability counts as distribution; how far the copyleft reaches is narrower or less settled than in the AGPL.",
    ids: "CPAL-1.0 RPSL-1.0 UCL-1.0 TGPPL-1.0 Parity-6.0.0 Parity-7.0.0 Frameworx-1.0",
  },
  {
    strength: "strong",
    confidence: 0.95,
    why: "A work that contains the licensed work must be passed on as a whole under the same licence, with source.",
    ids: "GPL-1.0-* GPL-2.0-* GPL-3.0-* SMAIL-GPL NGPL CECILL-1.0 CECILL-1.1 CECILL-2.0 CECILL-2.1 copyleft-next-0.3.0 copyleft-next-0.3.1 D-FSL-1.0 LiLiQ-Rplus-1.1 ESA-PL-strong-copyleft-2.4 CERN-OHL-S-2.0 SimPL-2.0",
  },
  {
    strength: "strong",
    confidence: 0.8,
    why: "Applications that use the work must themselves be available in source on free terms.",
    ids: "Sleepycat TMate TOSL QPL-1.0 QPL-1.0-INRIA-2004 BSD-Protection MakeIndex VOSTROM",
  },
  {
    strength: "strong",
    confidence: 0.6,
    why: "Derivative works stay under the licence, without an exception for linking in the text; the appendix of compatible licences lets a combined work be passed on under one of those instead.",
    ids: "EUPL-1.0 EUPL-1.1 EUPL-1.2",
  },
  {
    strength: "strong",
    confidence: 0.9,
    why: "Share alike: adaptations stay under the same terms. Written for texts, pictures, data or hardware rather than software.",
    ids: "CC-BY-SA-* CC-SA-1.0 GFDL-1.1-* GFDL-1.2-* GFDL-1.3-* LAL-1.2 LAL-1.3 ODbL-1.0",
  },
  {
    strength: "strong",
    confidence: 0.6,
    why: "Modified versions must carry the same terms as a whole (documents and hardware).",
    ids: "CDL-1.0 Latex2e Latex2e-translated-notice Linux-man-pages-copyleft* OPUBL-1.0 GCR-docs TAPR-OHL-1.0 CERN-OHL-1.1 CERN-OHL-1.2",
  },
  {
    strength: "weak",
    confidence: 0.95,
    why: "Changes to the library stay under the licence; works that use it may have their own.",
    ids: "LGPL-2.0-* LGPL-2.1-* LGPL-3.0-* CECILL-C LiLiQ-R-1.1 ESA-PL-weak-copyleft-2.4 CERN-OHL-W-2.0",
  },
  {
    strength: "weak",
    confidence: 0.95,
    why: "Copyleft per file or per module: changed files stay under the licence and their source is offered; larger works may have other terms.",
    ids: "MPL-1.0 MPL-1.1 MPL-2.0 MPL-2.0-no-copyleft-exception EPL-1.0 EPL-2.0 CDDL-1.0 CDDL-1.1 CPL-1.0 IPL-1.0 MS-RL APSL-1.0 APSL-1.1 APSL-1.2",
  },
  {
    strength: "weak",
    confidence: 0.85,
    why: "Derived from the Mozilla Public License (or the Common Public License): covered files stay under the licence, larger works may have other terms.",
    ids: "NPL-1.0 NPL-1.1 Interbase-1.0 Nokia SPL-1.0 SNIA CUA-OPL-1.0 ErlPL-1.1 FreeImage RHeCos-1.1 RSCPL SugarCRM-1.1.3 OPL-1.0 NOSL gSOAP-1.3b OSET-PL-2.1 CATOSL-1.1 OCCT-PL LGPLLR TPL-1.0",
  },
  {
    strength: "weak",
    confidence: 0.8,
    why: "Copyleft per file; using the work to serve others (deploying it) already asks for the source of changes.",
    ids: "APSL-2.0 Watcom-1.0",
  },
  {
    strength: "weak",
    confidence: 0.7,
    why: "Source of the work or of changes to it must be offered with binaries; works that merely use it are free.",
    ids: "YPL-1.0 YPL-1.1 Zimbra-1.3 Zimbra-1.4 BitTorrent-1.0 BitTorrent-1.1 Motosoto OCLC-2.0 TORQUE-1.1 Glide Imlib2 Eurosym SISSL SISSL-1.2 NASA-1.3 MMPL-1.0.1 CDLA-Sharing-1.0 Vim Sendmail Sendmail-8.23 Sendmail-Open-Source-1.1",
  },
  {
    strength: "weak",
    confidence: 0.8,
    why: "Fonts: changed fonts stay under the licence, documents that use them are free.",
    ids: "OFL-1.0 OFL-1.0-RFN OFL-1.0-no-RFN OFL-1.1 OFL-1.1-RFN OFL-1.1-no-RFN IPA Arphic-1999 Ubuntu-font-1.0",
  },
  {
    strength: "weak",
    confidence: 0.5,
    why: "Some form of source has to be passed on with changed or compiled copies; the text is short or unusual.",
    ids: "APL-1.0 FDK-AAC FDK-MPEG-H OpenPBS-2.3 Noweb URT-RLE xzoom iMatix",
  },
  {
    strength: "public-domain",
    confidence: 0.95,
    why: "Gives up copyright, with a licence without conditions where that is not possible.",
    ids: "CC0-1.0 Unlicense Unlicense-libtelnet Unlicense-libwhirlpool PDDL-1.0",
  },
  {
    strength: "public-domain",
    confidence: 0.85,
    why: "States that there is no copyright, or that none is claimed.",
    ids: "ANTLR-PD ANTLR-PD-fallback CC-PDDC CC-PDM-1.0 SAX-PD SAX-PD-2.0 NIST-PD NIST-PD-fallback NIST-PD-TNT NCBI-PD NTIA-PD libselinux-1.0 LZMA-SDK-9.11-to-9.20 LZMA-SDK-9.22 blessing BOLA-1.1",
  },
  {
    strength: "proprietary",
    confidence: 0.9,
    why: "Source is visible, but what it may be used for is limited: no free or open licence.",
    ids: "BUSL-1.1 Elastic-2.0 FSL-1.1-ALv2 FSL-1.1-MIT SUL-1.0 PolyForm-Noncommercial-1.0.0 PolyForm-Small-Business-1.0.0 UnRAR Aladdin",
  },
  {
    strength: "proprietary",
    confidence: 0.9,
    why: "Not for commercial purposes, or no adaptations: what a product needs is kept back. What share alike asks besides is a property.",
    ids: "CC-BY-NC-* CC-BY-ND-* NCGL-UK-2.0 PPL",
  },
  {
    strength: "proprietary",
    confidence: 0.6,
    why: "Use is tied to purposes or conduct that the licensor names, beyond what open licences allow.",
    ids: "Hippocratic-2.1 Hippocratic-3.0-core ASWF-Digital-Assets-1.0 ASWF-Digital-Assets-1.1 C-UDA-1.0 MVT-1.1 BSD-3-Clause-OpenWebUI MS-LPL",
  },
  {
    strength: "permissive",
    confidence: 0.95,
    why: "Keeps notices and credit, asks nothing of works built with it (texts, pictures, data, fonts, hardware).",
    ids: "CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-2.5-AU CC-BY-3.0 CC-BY-3.0-* CC-BY-4.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 ODC-By-1.0 O-UDA-1.0 DL-DE-BY-2.0 DL-DE-ZERO-2.0 NLOD-1.0 NLOD-2.0 OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0 OGDL-Taiwan-1.0 etalab-2.0 OPL-UK-3.0 CERN-OHL-P-2.0 SHL-0.51 Bitstream-Vera Bitstream-Charter FreeBSD-DOC Unicode-3.0",
  },
  {
    strength: "permissive",
    confidence: 0.9,
    why: "In the manner of the BSD, MIT, ISC, zlib or Apache licences: keep the notices, otherwise free.",
    ids: "BSD-2-Clause-first-lines BSD-2-Clause-pkgconf-disclaimer BSD-3-Clause-Tso BSD-3-Clause-acpica BSD-3-Clause-flex BSD-4.3RENO BSD-4.3TAHOE BSD-Advertising-Acknowledgement BSD-Attribution-HPND-disclaimer BSD-Inferno-Nettverk BSD-Mark-Modifications BSD-Source-beginning-file BSD-Systemics BSD-Systemics-W3Works Brian-Gladman-* DEC-3-Clause HPND-* ISC-Veillard MIT-Click MIT-Festival MIT-Khronos-old MIT-STK Mackerras-3-Clause Mackerras-3-Clause-acknowledgment OpenSSL-standalone SSLeay-standalone SSH-OpenSSH ssh-keyscan X11-distribute-modifications-variant X11-no-permit-persons X11-swapped libpng-1.6.35 Python-2.0.1 EUDatagrid LiLiQ-P-1.1 OLFL-1.3 OSC-1.0 ESA-PL-permissive-2.4 Pixar SGI-B-1.0 SGI-B-1.1 SGI-OpenGL CMU-Mach CMU-Mach-nodoc Boehm-GC Boehm-GC-without-fee HP-1986 HP-1989 Artistic-dist LPPL-1.0 LPPL-1.1 LPPL-1.2 LPPL-1.3a OpenMDW-1.0 DRL-1.0 DRL-1.1 COIL-1.0 WordNet OGC-1.0 NCL TrustedQSL Xdebug-1.03 HDF5 EPICS FSFULLRSD FSFULLRWD FSFAP-no-warranty-disclaimer CryptoSwift InnoSetup OSSP OAR",
  },
  {
    strength: "permissive",
    confidence: 0.8,
    why: "A short notice that lets everybody use, change and pass on the work as long as the notice or the credit stays.",
    ids: "AMD-newlib AML-glslang ALGLIB-Documentation Abstyles AdaCore-doc Adobe-Display-PostScript Adobe-Glyph Adobe-Utopia App-s2p Baekmuk Buddy Bugroff CAPEC-tou Caldera Caldera-no-preamble Catharon Community-Spec-1.0 Cornell-Lossless-JPEG Cronyx DocBook-* Dotseqn FBM Ferguson-Twofish Furuseth GD GL2PS Game-Programming-Gems Glulxe Graphics-Gems Gutmann HIDAPI HaskellReport IEC-Code-Components-EULA ISO-permission Informatica Inner-Net-2.0 JPNIC Kastrup Knuth-CTAN LOOP LPD-document Linux-man-pages-1-para Lucida-Bitmap-Fonts MMIXware Martin-Birgmeier Minpack OpenVision PADL Ruby-pty SGMLUG-PM SGP4 SL SMPPL SOFA SchemeReport Soundex Sun-PPP Sun-PPP-2000 TPDL TTWL TTYP0 TekHVC TermReadKey UMich-Merit WTFNMFPL Widget-Workshop Zeeff checkmk cve-tou dtoa dvipdfm generic-xts gtkbook hyphen-bulgarian jove libutil-David-Nugent lsof magaz mailprio man2html metamail mpi-permissive mplus ngrep pkgconf pnmstitch radvd softSurfer swrule threeparttable ulem w3m wwl xkeyboard-config-Zinoviev",
  },
  {
    strength: "permissive",
    confidence: 0.6,
    why: "Open in practice, with a condition or a gap that a careful reader stops at (see the properties).",
    ids: "3D-Slicer-1.0 Advanced-Cryptics-Dictionary Aspell-RU BSD-2-Clause-pos-unchanged BSD-Source-Code-no-disclaimer BSD-Source-alt-GPL BSD-ask-to-endorse BSD-3-Clause-No-Military-License BSD-3-Clause-No-Nuclear-License CPOL-1.02 JPL-image JSON MIPS MPEG-SSG ParaType-Free-Font-1.3 SCEA ThirdEye Unicode-TOU Vixie-Cron any-OSI any-OSI-perl-modules atc-game gnuplot psfrag",
  },
];

/** Where our reading departs from a source on purpose. The differences page is made of these. */
export const departures: readonly { readonly ids: string; readonly from: string; readonly reason: string }[] = [
  {
    ids: "NASA-1.3",
    from: "blueoak",
    reason: "Redistribution must be made under the agreement and binaries need source (section 3), so it is more than permissive.",
  },
  {
    ids: "CC0-1.0 Unlicense ANTLR-PD ANTLR-PD-fallback LZMA-SDK-9.22 blessing",
    from: "blueoak",
    reason: "Permissive in effect, but no licence at heart: the public domain is a category of its own in most policies.",
  },
  {
    ids: "CC-BY-NC-SA-*",
    from: "spdx-copyleft",
    reason: "Share alike, but only for non-commercial purposes: for a product the restriction counts first. `share-alike` is a property.",
  },
  {
    ids: "CC-BY-NC-* CC-BY-ND-* CC-BY-NC-ND-*",
    from: "choosealicense",
    reason: "The axis answers what a product may do with a work; a limit on purposes or changes comes before copyleft.",
  },
  {
    ids: "EUPL-1.1 EUPL-1.2",
    from: "choosealicense",
    reason: "Online access is part of the definition of distribution there, which is a property here: `strong`, not `network`.",
  },
  {
    ids: "EPL-1.0 EPL-2.0",
    from: "choosealicense",
    reason: "Separate modules are no contributions under the licence (section 1), so it is weak; the list has no such tag for it.",
  },
  {
    ids: "OFL-1.1",
    from: "choosealicense",
    reason: "Only changed fonts must stay under the licence; documents and programs that use them are free.",
  },
  {
    ids: "Vim",
    from: "blueoak",
    reason: "Whoever passes on a changed Vim must let the maintainer have the changes or pass them on with source (II.2).",
  },
  {
    ids: "Vim",
    from: "choosealicense",
    reason: "The duty concerns the changes, not works that use it; the Free Software Foundation calls it partial copyleft.",
  },
  {
    ids: "Artistic-1.0",
    from: "fsf",
    reason:
      "The Foundation finds the text too vague to be sure of; the Open Source Initiative approves it. What it asks is little either way.",
  },
  {
    ids: "JSON Hippocratic-2.1 CPOL-1.02",
    from: "fsf",
    reason: "Not free because of what the work may not be used for: `use-restriction`, a property for rules; the copyleft is none.",
  },
  {
    ids: "APSL-1.0 APSL-1.1 APSL-1.2 NASA-1.3 OPL-1.0 RPL-1.1 RPL-1.5 Watcom-1.0 SGI-B-1.1",
    from: "fsf",
    reason:
      "Not free for duties on private use, notification or revocation. Strength says how far the copyleft reaches, not whether the Foundation would use it.",
  },
  {
    ids: "AFL-3.0 ODbL-1.0 Artistic-2.0 LPPL-1.3c",
    from: "choosealicense",
    reason:
      "The list has one tag for several duties: external deployment (AFL-3.0, section 5), public use of a derived database (ODbL-1.0, 4.6), compiled forms (Artistic-2.0, sections 5 and 6), the unmodified work in place of source (LPPL-1.3c, 6.d).",
  },
];
