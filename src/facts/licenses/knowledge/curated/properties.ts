// Which licences have which property, as far as their texts do not say it in standard words (those the generator finds by itself: generate/from-text.ts).
// `*` at the end of an id stands for any ending; `-id` takes one out again.
import type { LicenseProperty } from "../properties.ts";

export const propertyIds: Partial<Record<LicenseProperty, string>> = {
  "notice-file": "Apache-2.0 ECL-2.0 SHL-0.5 SHL-0.51 Pixar OLFL-1.3",
  "source-offer":
    "GPL-* LGPL-* AGPL-* MPL-* EPL-* CDDL-* CPL-1.0 IPL-1.0 MS-RL APSL-* OSL-* NPOSL-3.0 RPL-* SSPL-1.0 CAL-* CPAL-1.0 RPSL-1.0 UCL-1.0 TGPPL-1.0 Parity-* Frameworx-1.0 SMAIL-GPL NGPL CECILL-1.0 CECILL-1.1 CECILL-2.0 CECILL-2.1 CECILL-C copyleft-next-* D-FSL-1.0 LiLiQ-R-1.1 LiLiQ-Rplus-1.1 ESA-PL-strong-copyleft-2.4 ESA-PL-weak-copyleft-2.4 CERN-OHL-S-2.0 CERN-OHL-W-2.0 SimPL-2.0 Sleepycat TMate TOSL QPL-1.0* BSD-Protection MakeIndex VOSTROM EUPL-* NPL-* Interbase-1.0 Nokia SPL-1.0 SNIA CUA-OPL-1.0 ErlPL-1.1 FreeImage RHeCos-1.1 RSCPL SugarCRM-1.1.3 OPL-1.0 NOSL gSOAP-1.3b OSET-PL-2.1 CATOSL-1.1 OCCT-PL LGPLLR TPL-1.0 Watcom-1.0 YPL-* Zimbra-* BitTorrent-* Motosoto OCLC-2.0 TORQUE-1.1 Glide Imlib2 Eurosym NASA-1.3 MMPL-1.0.1 Sendmail* FDK-AAC FDK-MPEG-H OpenPBS-2.3 Noweb URT-RLE xzoom MVT-1.1 Artistic-2.0 GFDL-* ODbL-1.0 Vim",
  "change-notes": "Vim",
  "installation-information": "GPL-3.0-* LGPL-3.0-* AGPL-3.0-*",
  "network-clause":
    "AGPL-* OSL-* NPOSL-3.0 RPL-* SSPL-1.0 CAL-* CPAL-1.0 RPSL-1.0 UCL-1.0 TGPPL-1.0 Parity-* Frameworx-1.0 APSL-2.0 Watcom-1.0 ODbL-1.0",
  "network-is-distribution":
    "EUPL-* OSL-* NPOSL-3.0 CPAL-1.0 RPSL-1.0 UCL-1.0 TGPPL-1.0 AFL-3.0 ESA-PL-strong-copyleft-2.4 ESA-PL-weak-copyleft-2.4",
  "linking-allowed":
    "LGPL-* CECILL-C LiLiQ-R-1.1 ESA-PL-weak-copyleft-2.4 MPL-* EPL-* CDDL-* CPL-1.0 IPL-1.0 MS-RL APSL-* NPL-* Interbase-1.0 Nokia SPL-1.0 SNIA CUA-OPL-1.0 ErlPL-1.1 FreeImage RHeCos-1.1 RSCPL OPL-1.0 NOSL gSOAP-1.3b OSET-PL-2.1 CATOSL-1.1 OCCT-PL Imlib2",
  "relicensing-compatible":
    "EUPL-* CECILL-2.0 CECILL-2.1 CECILL-1.0 CECILL-1.1 CECILL-C MPL-2.0 LiLiQ-R-1.1 LiLiQ-Rplus-1.1 EPL-2.0 CC-BY-SA-4.0 ESA-PL-weak-copyleft-2.4 ESA-PL-strong-copyleft-2.4",
  "share-alike": "CC-BY-SA-* CC-BY-NC-SA-* CC-SA-1.0 LAL-* GFDL-* ODbL-1.0 CDLA-Sharing-1.0 PPL",
  "patent-grant":
    "Apache-2.0 GPL-3.0-* LGPL-3.0-* AGPL-3.0-* MPL-* EPL-* CDDL-* CPL-1.0 IPL-1.0 MS-PL MS-RL MS-LPL BlueOak-1.0.0 BSD-2-Clause-Patent UPL-1.0 ECL-2.0 AFL-* OSL-* NPOSL-3.0 RPL-* CPAL-1.0 APSL-* EUPL-* CECILL-2.1 MulanPSL-* CAL-* SSPL-1.0 CERN-OHL-P-2.0 CERN-OHL-S-2.0 CERN-OHL-W-2.0 Artistic-2.0 LPL-* Parity-* PolyForm-* COIL-1.0 OSET-PL-2.1 copyleft-next-* NPL-1.1 CUA-OPL-1.0 Intel-ACPI ErlPL-1.1 Watcom-1.0 RPSL-1.0 SPL-1.0 gSOAP-1.3b CATOSL-1.1 UCL-1.0 OLFL-1.3 ESA-PL-* OpenMDW-1.0 SHL-* Pixar FSL-* SUL-1.0 Community-Spec-1.0 MVT-1.1",
  "patent-retaliation":
    "Apache-2.0 GPL-3.0-* LGPL-3.0-* AGPL-3.0-* MPL-* EPL-* CDDL-* CPL-1.0 IPL-1.0 MS-PL MS-RL MS-LPL ECL-2.0 AFL-2.* AFL-3.0 OSL-2.* OSL-3.0 NPOSL-3.0 RPL-1.5 CPAL-1.0 APSL-* MulanPSL-* CERN-OHL-P-2.0 CERN-OHL-S-2.0 CERN-OHL-W-2.0 Artistic-2.0 copyleft-next-* NPL-1.1 PolyForm-* FSL-* OpenMDW-1.0 SSPL-1.0 MVT-1.1 LPL-*",
  trademark:
    "Apache-2.0 MPL-2.0 MVT-1.1 EUPL-* ECL-2.0 CDDL-* AFL-* OSL-* NPOSL-3.0 SHL-* Pixar CC-BY-4.0 CC0-1.0 MS-PL MS-RL MS-LPL BSD-3-Clause-No-Nuclear-License-2014 APSL-* MulanPSL-* Elastic-2.0 FSL-* BUSL-1.1 OLFL-1.3 ESA-PL-* Python-2.0 Python-2.0.1 PSF-2.0 CNRI-Python",
  rename:
    "OFL-1.0 OFL-1.0-RFN OFL-1.1 OFL-1.1-RFN Bitstream-Vera Ubuntu-font-1.0 LPPL-* Knuth-CTAN Artistic-* PHP-3.0 PHP-3.01 Apache-1.0 Apache-1.1 ParaType-Free-Font-1.3 IPA Noweb Zend-2.0 TrustedQSL -Artistic-2.0",
  "patch-distribution": "QPL-1.0 QPL-1.0-INRIA-2004 gnuplot Aspell-RU",
  "no-sale-alone": "OFL-* Bitstream-Vera Artistic-1.0* CPOL-1.02 ParaType-Free-Font-1.3 Graphics-Gems",
  "non-commercial": "CC-BY-NC-* NCGL-UK-2.0 PPL PolyForm-Noncommercial-1.0.0 Aladdin SUL-1.0",
  "no-derivatives": "CC-BY-ND-* CC-BY-NC-ND-*",
  "use-restriction":
    "BUSL-1.1 Elastic-2.0 FSL-* SUL-1.0 PolyForm-* UnRAR Hippocratic-* ASWF-Digital-Assets-* C-UDA-1.0 MVT-1.1 BSD-3-Clause-OpenWebUI MS-LPL JSON CPOL-1.02 BSD-3-Clause-No-Military-License BSD-3-Clause-No-Nuclear-License BSD-3-Clause-No-Nuclear-License-2014 wwl HPND-sell-variant-critical-systems Unicode-TOU Aladdin",
  "change-date": "BUSL-1.1 FSL-1.1-ALv2 FSL-1.1-MIT",
  "attribution-display": "CPAL-1.0 SugarCRM-1.1.3 BSD-3-Clause-OpenWebUI Zimbra-1.3 Zimbra-1.4 AAL",
  "for-content": "CC-* LAL-* JPL-image OGL-* NCGL-UK-2.0 OPL-UK-3.0 PPL ASWF-Digital-Assets-* -CC0-1.0",
  "for-data":
    "CDLA-* ODbL-1.0 ODC-By-1.0 PDDL-1.0 O-UDA-1.0 C-UDA-1.0 DL-DE-* NLOD-* OGDL-Taiwan-1.0 etalab-2.0 LGPLLR WordNet Advanced-Cryptics-Dictionary CAPEC-tou cve-tou DRL-*",
  "for-documentation":
    "GFDL-* FreeBSD-DOC OPUBL-1.0 CDL-1.0 LPD-document Latex2e Latex2e-translated-notice Linux-man-pages-* GCR-docs AdaCore-doc ALGLIB-Documentation HPND-doc HPND-doc-sell HaskellReport SchemeReport Community-Spec-1.0 ISO-permission",
  "for-fonts":
    "OFL-* Bitstream-Vera Bitstream-Charter IPA Arphic-1999 Baekmuk Ubuntu-font-1.0 ParaType-Free-Font-1.3 Lucida-Bitmap-Fonts mplus Adobe-Utopia Adobe-Glyph TTYP0",
  "for-hardware": "CERN-OHL-* TAPR-OHL-1.0 SHL-*",
};

/** Licences that do not even ask for their own notice: `notice` is taken off them. */
export const withoutNotice =
  "0BSD MIT-0 WTFPL WTFNMFPL CC0-1.0 Unlicense Unlicense-libtelnet Unlicense-libwhirlpool PDDL-1.0 CC-PDDC CC-PDM-1.0 ANTLR-PD blessing SAX-PD SAX-PD-2.0 LZMA-SDK-9.22 LZMA-SDK-9.11-to-9.20 NCBI-PD NTIA-PD libselinux-1.0 NIST-PD-TNT BOLA-1.1 DL-DE-ZERO-2.0 Bugroff mplus Informatica Gutmann Graphics-Gems TPDL TTWL FSFUL GLWTPL diffmark any-OSI any-OSI-perl-modules Borceux swrule threeparttable SGMLUG-PM psfrag";
