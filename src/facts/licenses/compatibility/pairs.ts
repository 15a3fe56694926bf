// Pairs of licences that texts or published lists settle by name: the first row that fits speaks. Patterns are over whole ids; `GPL-2.0-only` never means later versions.
import type { CompatibilityReason } from "./types.ts";

export interface Pair {
  readonly inbound: RegExp;
  readonly outbound: RegExp;
  readonly compatible: boolean | undefined;
  readonly reason: CompatibilityReason;
  readonly source: string;
  readonly confidence: number;
}

const FSF = "FSF, licences and comments";

function pair(
  inbound: RegExp,
  outbound: RegExp,
  compatible: boolean | undefined,
  reason: CompatibilityReason,
  source: string,
  confidence = 0.9,
): Pair {
  return { inbound, outbound, compatible, reason, source, confidence };
}

/** Licences of the GNU family that take the whole work. */
const GNU = /^A?GPL-/;
const GPL2_ONLY = /^GPL-2\.0-only$/;
const GPL2_ANY = /^GPL-2\.0-/;
const LATER_FROM_2 = /^GPL-2\.0-or-later$/;
const THREE = /^A?GPL-3\.0-/;

export const pairs: readonly Pair[] = [
  // Permissive licences with terms that the GPL forbids to add.
  pair(/^Apache-2\.0$/, LATER_FROM_2, true, "later-version", `${FSF}: compatible with GPL version 3`),
  pair(
    /^Apache-2\.0$/,
    /^(?:GPL-[12]\.0-only|GPL-1\.0-or-later|LGPL-2\.[01]-only)$/,
    false,
    "further-restriction",
    `${FSF}: patent termination and indemnification`,
    0.95,
  ),
  pair(/^Apache-2\.0$/, /^LGPL-2\.[01]-or-later$/, true, "later-version", `${FSF}: compatible with GPL version 3`),
  pair(
    /^(?:Apache-1\.[01]|BSD-4-Clause(?:-UC|-Shortened)?|OpenSSL|SSLeay-standalone|PHP-3\.0|PHP-3\.01|Zend-2\.0|JSON|AFL-.*|MS-PL|LPL-1\.0|LPL-1\.02|XFree86-1\.1|CNRI-Python|Xnet|PSF-1\.6)$/,
    GNU,
    false,
    "further-restriction",
    FSF,
  ),
  // File-wise copyleft against the GPL.
  pair(/^MPL-2\.0$/, /^(?:A?GPL|LGPL)-(?!1)/, true, "compatible-clause", "MPL-2.0 §3.3, Exhibit A", 0.95),
  pair(
    /^(?:MPL-1\.[01]|MPL-2\.0-no-copyleft-exception|EPL-1\.0|CPL-1\.0|IPL-1\.0|CDDL-1\.[01]|NPL-1\.[01]|APSL-.*|MS-RL|SPL-1\.0|SISSL.*|Nokia|Interbase-1\.0|LPPL-1\.[0-3].*|RPSL-1\.0|QPL-1\.0)$/,
    GNU,
    false,
    "further-restriction",
    FSF,
  ),
  pair(/^EPL-2\.0$/, GNU, undefined, "secondary-licence", "EPL-2.0 §1 (Secondary License), Exhibit A"),
  // The library GPL goes into the GPL, by version.
  pair(/^LGPL-3\.0-/, GPL2_ONLY, false, "version-only", "FSF, GPL compatibility matrix", 0.95),
  pair(/^LGPL-3\.0-/, LATER_FROM_2, true, "later-version", "FSF, GPL compatibility matrix"),
  pair(/^LGPL-/, GNU, true, "compatible-clause", "LGPL-2.1 §3; LGPL-3.0 §2", 0.95),
  // The GPL itself, by version.
  pair(/^GPL-2\.0-only$/, GPL2_ANY, true, "same", "GPL-2.0 §2; the whole can then be passed on under version 2 only", 0.95),
  pair(/^GPL-2\.0-only$/, THREE, false, "version-only", "FSF, GPL compatibility matrix", 0.95),
  pair(/^GPL-2\.0-or-later$/, /^A?GPL-[23]\.0-/, true, "later-version", "FSF, GPL compatibility matrix", 0.95),
  pair(/^GPL-3\.0-/, GPL2_ONLY, false, "version-only", "FSF, GPL compatibility matrix", 0.95),
  pair(/^GPL-3\.0-/, LATER_FROM_2, true, "later-version", "FSF, GPL compatibility matrix"),
  pair(/^GPL-3\.0-/, /^GPL-3\.0-/, true, "same", "GPL-3.0 §5", 0.95),
  pair(/^GPL-3\.0-/, /^AGPL-3\.0-/, true, "compatible-clause", "GPL-3.0 §13", 0.95),
  pair(/^AGPL-3\.0-/, /^AGPL-3\.0-/, true, "same", "AGPL-3.0 §5", 0.95),
  pair(/^AGPL-3\.0-/, /^GPL-3\.0-/, true, "compatible-clause", "AGPL-3.0 §13: the AGPL still holds for its part", 0.9),
  pair(/^AGPL-3\.0-/, LATER_FROM_2, true, "later-version", "GPL-3.0 §13 by the later version", 0.85),
  pair(/^AGPL-3\.0-/, /^GPL-2\.0-only$/, false, "version-only", "FSF, GPL compatibility matrix", 0.95),
  // Licences that name those they may be combined with.
  pair(
    /^EUPL-1\.2$/,
    /^(?:GPL-[23]\.0-.*|AGPL-3\.0-.*|OSL-2\.1|OSL-3\.0|EPL-1\.0|CECILL-2\.[01]|MPL-2\.0|LGPL-(?:2\.1|3\.0)-.*|LiLiQ-R(?:plus)?-1\.1|EUPL-1\.[12])$/,
    true,
    "compatible-clause",
    "EUPL-1.2 §5, Appendix",
  ),
  pair(
    /^EUPL-1\.[01]$/,
    /^(?:GPL-2\.0-.*|OSL-2\.1|OSL-3\.0|CPL-1\.0|EPL-1\.0|CECILL-2\.0|EUPL-1\.[12])$/,
    true,
    "compatible-clause",
    "EUPL-1.1 §5, Appendix",
  ),
  pair(/^CECILL-2\.1$/, /^(?:GPL-[23]\.0-.*|AGPL-3\.0-.*|EUPL-1\.[12])$/, true, "compatible-clause", "CECILL-2.1 §5.3.4"),
  pair(/^CECILL-(?:1\.[01]|2\.0)$/, /^GPL-[23]\.0-/, true, "compatible-clause", "CECILL-2.0 §5.3.4"),
  pair(/^CC-BY-SA-4\.0$/, /^GPL-3\.0-/, true, "compatible-clause", "Creative Commons, compatible licences"),
];
