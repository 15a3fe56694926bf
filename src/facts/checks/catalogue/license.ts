// Licence, notice, headers.
import { holds, none, where, whereAny } from "../judge.ts";
import type { Known, RepositoryCheck } from "../types.ts";

/** On the FSF's list of free licences, though not on OSI's (https://www.gnu.org/licenses/license-list.html). */
const FSF_ONLY: ReadonlySet<string> = new Set(
  "BSD-3-Clause-Clear BSD-4-Clause BitTorrent-1.1 CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0 CECILL-2.0 CECILL-B CECILL-C ClArtistic Condor-1.1 FSFAP FTL GFDL-1.1-only GFDL-1.1-or-later GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3-only GFDL-1.3-or-later gnuplot IJG iMatix Imlib2 MPL-1.0 NOSL NPL-1.0 NPL-1.1 OLDAP-2.3 OLDAP-2.7 OpenSSL PHP-3.01 Ruby SGI-B-2.0 SMLNJ Vim WTFPL X11 XFree86-1.1 xinetd Zend-2.0 ZPL-2.0".split(
    " ",
  ),
);

function approved(known: Known): boolean | "not-applicable" | undefined {
  const license = known.text("license");
  if (known.flag("hasLicense") === false) return "not-applicable";
  if (license === undefined) return undefined;
  return known.flag("licenseOsiApproved") === true || license.split(/ (?:AND|OR) /).every((id) => FSF_ONLY.has(id));
}

export const license: readonly RepositoryCheck[] = [
  {
    id: "license.present",
    group: "files",
    title: { en: "Licence file", de: "Lizenzdatei" },
    definition:
      "A file LICENSE, LICENCE, COPYING, COPYRIGHT or PATENTS at the root, with the id of a licence before or after it and an extension of documents, or a folder LICENSES/.",
    remedy: { en: "Add the text of a licence as LICENSE at the root.", de: "Den Text einer Lizenz als LICENSE an die Wurzel legen." },
    sources: ["Scorecard hasLicenseFile", "repolinter license-file-exists", "OSPS-LE-03.01", "Baloise"],
    reads: ["hasLicense"],
    judge: holds("hasLicense"),
    score: (known) =>
      known.flag("hasLicense") === true ? 9 + (approved(known) === true ? 1 : 0) : known.flag("hasLicense") === false ? 0 : undefined,
  },
  {
    id: "license.id",
    group: "files",
    title: { en: "Licence recognised", de: "Lizenz erkannt" },
    definition: "The text in the licence file is that of a licence on the SPDX list; not applicable without a file.",
    remedy: {
      en: "Use the unchanged text of a licence that SPDX lists; put what is your own into NOTICE.",
      de: "Den unveränderten Text einer Lizenz der SPDX-Liste verwenden; Eigenes gehört in NOTICE.",
    },
    sources: ["CLOMonitor license_spdx_id", "OSPS-LE-02.01"],
    reads: ["license", "licensePath"],
    shows: "license",
    judge: where("hasLicense", (known) => known.text("license") !== undefined),
  },
  {
    id: "license.approved",
    group: "files",
    title: { en: "Licence approved", de: "Lizenz anerkannt" },
    definition:
      "Every licence in that file is on the list of OSI or of the FSF; not applicable without a file, unknown where none is recognised.",
    remedy: { en: "Choose a licence that OSI or the FSF lists.", de: "Eine Lizenz wählen, die OSI oder FSF führt." },
    sources: ["Scorecard hasFSFOrOSIApprovedLicense", "OSPS-LE-02.01"],
    reads: ["license", "licensePath"],
    shows: "license",
    judge: approved,
  },
  {
    id: "license.headers",
    group: "files",
    title: { en: "Licence headers", de: "Lizenzköpfe" },
    definition:
      "The first five lines of every source file name a copyright and a licence (an SPDX line counts for the licence); not applicable without source files, unknown where not all were read.",
    remedy: {
      en: "Put a copyright line and SPDX-License-Identifier at the top of each source file.",
      de: "Copyright-Zeile und SPDX-License-Identifier an den Anfang jeder Quelldatei setzen.",
    },
    sources: ["repolinter source-license-headers-exist"],
    reads: ["sourcesWithoutHeader"],
    indicator: true,
    judge: whereAny("sources", none("sourcesWithoutHeader")),
  },
  {
    id: "notice.present",
    group: "files",
    title: { en: "NOTICE", de: "NOTICE" },
    definition: "A file NOTICE* at the root where the licence is Apache-2.0; not applicable under any other licence or without one.",
    remedy: { en: "Add a NOTICE with name and copyright of the project.", de: "NOTICE mit Name und Copyright des Projekts hinzufügen." },
    sources: ["repolinter notice-file-exists"],
    reads: ["hasNotice"],
    indicator: true,
    judge: (known) => {
      if (known.flag("hasLicense") === false) return "not-applicable";
      const license = known.text("license");
      if (license === undefined) return undefined;
      return license.split(/ (?:AND|OR) /).includes("Apache-2.0") ? known.flag("hasNotice") : "not-applicable";
    },
  },
];
