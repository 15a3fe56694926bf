// Where the licence says so: the clause behind an obligation, for the licences that lawyers meet every day. Read in the licence texts; for others the source is the knowledge.
import type { ObligationKind } from "./kinds.ts";

type Clauses = Partial<Readonly<Record<ObligationKind, string>>>;

/** The first pattern that fits the bare id speaks. */
const clauses: readonly (readonly [pattern: RegExp, clauses: Clauses])[] = [
  [
    /^AGPL-3\.0/,
    {
      attribution: "§4, §5",
      "license-text": "§4",
      source: "§6",
      "network-source": "§13",
      "same-license": "§5(c)",
      "change-notes": "§5(a)",
      "installation-information": "§6",
      patent: "§10, §11",
    },
  ],
  [
    /^LGPL-3\.0/,
    {
      attribution: "§4(a)",
      "license-text": "§4(b)",
      source: "GPL-3.0 §6",
      relinking: "§4(d), §4(e)",
      "change-notes": "GPL-3.0 §5(a)",
      "installation-information": "§4(e)",
      patent: "GPL-3.0 §10, §11",
    },
  ],
  [/^LGPL-2\.[01]/, { attribution: "§1, §6", "license-text": "§1, §6", source: "§4", relinking: "§6(a), §6(b)", "change-notes": "§2(b)" }],
  [
    /^GPL-3\.0/,
    {
      attribution: "§4, §5",
      "license-text": "§4",
      source: "§6",
      "same-license": "§5(c)",
      "change-notes": "§5(a)",
      "installation-information": "§6",
      patent: "§10, §11",
    },
  ],
  [/^GPL-[12]\.0/, { attribution: "§1", "license-text": "§1", source: "§3", "same-license": "§2(b)", "change-notes": "§2(a)" }],
  [/^SSPL-1\.0/, { attribution: "§4", "license-text": "§4", source: "§6", "network-source": "§13", "same-license": "§5(c)" }],
  [
    /^Apache-2\.0/,
    { attribution: "§4(c)", "license-text": "§4(a)", "notice-file": "§4(d)", "change-notes": "§4(b)", trademark: "§6", patent: "§3" },
  ],
  [/^MPL-2\.0/, { attribution: "§3.4", "license-text": "§3.1, §3.2", source: "§3.2(a)", trademark: "§2.3", patent: "§5.2" }],
  [/^EPL-2\.0/, { attribution: "§3.3", "license-text": "§3.2", source: "§3.1(a)", patent: "§7" }],
  [/^EPL-1\.0/, { attribution: "§3", "license-text": "§3", source: "§3", patent: "§7" }],
  [/^CDDL-1\./, { attribution: "§3.3", "license-text": "§3.1", source: "§3.1", patent: "§6.2" }],
  [/^EUPL-1\./, { attribution: "§5", "license-text": "§5", source: "§5", "same-license": "§5", "change-notes": "§5", trademark: "§5" }],
  [/^OSL-3\.0/, { attribution: "§6", source: "§3", "same-license": "§1(c)", "network-source": "§5", trademark: "§4", patent: "§10" }],
  [
    /^BSD-4-Clause/,
    { attribution: "conditions 1, 2", "license-text": "conditions 1, 2", advertising: "condition 3", "no-endorsement": "condition 4" },
  ],
  [/^BSD-3-Clause/, { attribution: "conditions 1, 2", "license-text": "conditions 1, 2", "no-endorsement": "condition 3" }],
  [/^BSD-2-Clause/, { attribution: "conditions 1, 2", "license-text": "conditions 1, 2" }],
  [/^(?:MIT|ISC|X11)$/, { attribution: "second paragraph", "license-text": "second paragraph" }],
  [/^OFL-1\./, { attribution: "condition 2", "license-text": "condition 2", rename: "condition 3", "no-endorsement": "condition 4" }],
  [/^CC-BY(?:-SA)?-4\.0/, { attribution: "section 3(a)(1)", "license-text": "section 3(a)(1)(C)", "change-notes": "section 3(a)(1)(B)" }],
];

/** `AGPL-3.0-only §13`; undefined where no clause is on file. */
export function clauseOf(license: string, kind: ObligationKind): string | undefined {
  const clause = clauses.find(([pattern]) => pattern.test(license))?.[1][kind];
  return clause === undefined ? undefined : `${license.replace(/ WITH .*$/, "")} ${clause}`;
}
