// Where the table says something else than a published list: each with our reason, or the generator stops.
import { nonFreeByFsf } from "../curated/fsf.ts";
import { departures } from "../curated/strengths.ts";
import type { LicenseProperty } from "../properties.ts";
import type { Row } from "./build.ts";
import { expandIds } from "./patterns.ts";
import type { readSources } from "./sources.ts";

type Sources = ReturnType<typeof readSources>;

interface Difference {
  readonly id: string;
  readonly from: string;
  readonly theirs: string;
  readonly ours: string;
}

const copyleft = new Set(["weak", "strong", "network"]);

export function findDifferences(rows: readonly Row[], sources: Sources): Difference[] {
  const nonFree = expandIds(
    nonFreeByFsf,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const found: Difference[] = [];
    const differ = (from: string, theirs: string, ours: string = row.strength): void => void found.push({ id: row.id, from, theirs, ours });
    if (sources.blueOak.has(row.id) && row.strength !== "permissive") differ("blueoak", "permissive");
    if (sources.copyleft.has(row.id) && !copyleft.has(row.strength)) differ("spdx-copyleft", "copyleft");
    const conditions = sources.chooseALicense.get(row.id);
    if (conditions && strengthOf(conditions) !== row.strength && !(row.strength === "public-domain" && conditions.length === 0))
      differ("choosealicense", strengthOf(conditions));
    if (row.osiApproved && row.strength === "proprietary") differ("osi", "open source");
    if (nonFree.has(row.id) && row.strength !== "proprietary") differ("fsf", "not free");
    for (const { property, theirs } of conditions ? propertyDifferences(row, conditions) : [])
      differ("choosealicense", `${theirs ? "" : "no "}${property}`, `${theirs ? "no " : ""}${property}`);
    return found;
  });
}

/** What choosealicense.com calls our properties. */
const conditionNames: readonly (readonly [condition: string, properties: readonly LicenseProperty[]])[] = [
  ["document-changes", ["change-notes"]],
  ["disclose-source", ["source-offer"]],
  ["network-use-disclose", ["network-clause", "network-is-distribution"]],
];

function propertyDifferences(row: Row, conditions: readonly string[]): { readonly property: LicenseProperty; readonly theirs: boolean }[] {
  return conditionNames.flatMap(([condition, names]) => {
    const theirs = conditions.includes(condition);
    const ours = names.filter((name) => row.properties.includes(name));
    return theirs === ours.length > 0 ? [] : [{ property: ours[0] ?? (names[0] as LicenseProperty), theirs }];
  });
}

function strengthOf(conditions: readonly string[]): string {
  if (conditions.includes("network-use-disclose") && conditions.includes("same-license")) return "network";
  if (conditions.includes("same-license")) return "strong";
  return conditions.some((condition) => condition.startsWith("same-license--")) ? "weak" : "permissive";
}

/** The differences as a page; throws for one that nobody has given a reason for. */
export function formatDifferences(differences: readonly Difference[], ids: readonly string[]): string {
  const reasons = departures.map((departure) => ({ ...departure, ids: expandIds(departure.ids, ids) }));
  const without: string[] = [];
  const lines = differences.map((difference) => {
    const departure = reasons.find((one) => one.from === difference.from && one.ids.has(difference.id));
    if (!departure) without.push(`${difference.id} (${difference.from}: ${difference.theirs}; ours: ${difference.ours})`);
    return `| ${difference.id} | ${difference.from}: ${difference.theirs} | ${difference.ours} | ${departure?.reason ?? ""} |`;
  });
  if (without.length > 0) throw new Error(`departures without a reason in curated/strengths.ts: ${without.join(", ")}`);
  const head =
    "# Where our licence knowledge departs from published lists\n\nGenerated; the reasons stand in `curated/strengths.ts`. Not legal advice.\n\n";
  return `${head}| licence | list | ours | reason |\n|---|---|---|---|\n${lines.join("\n")}\n`;
}
