// One OSV record as an advisory. https://ossf.github.io/osv-schema/
import { compareVersions } from "#kit";
import { arrayField, entriesOf, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { bandOfWord, severityOfVectors } from "../../vulnerabilities/cvss.ts";
import type { Advisory, Affected, Interval, Severity } from "../../vulnerabilities/types.ts";
import { momentOf, oneLine } from "../shared/text.ts";
import type { ImportSink } from "../types.ts";
import { packageOf } from "./ecosystems.ts";

/** Hands over the advisory of a record, and what of it could not be taken. `where` names the record for problems. */
export function takeOsvRecord(value: unknown, where: string, sink: ImportSink): void {
  const id = textField(value, "id");
  if (id === undefined || id === "") return sink.notUnderstood("a record has no id", where);
  const place = `${where} ${id}`;
  const affected = (arrayField(value, "affected") ?? []).flatMap((entry, index) => affectedOf(entry, `${place} affected[${index}]`, sink));
  const withdrawn = textField(value, "withdrawn") !== undefined;
  if (affected.length === 0) {
    if (withdrawn) sink.empty("withdrawn");
    else if ((arrayField(value, "affected") ?? []).length === 0) sink.empty("names no package");
    return;
  }
  sink.advisory(advisoryOf(value, id, affected, withdrawn));
}

function advisoryOf(value: unknown, id: string, affected: readonly Affected[], withdrawn: boolean): Advisory {
  const modified = momentOf(textField(value, "modified"));
  const summary = oneLine(textField(value, "summary") ?? textField(value, "details"));
  const severity = severityOf(value);
  const malicious = id.startsWith("MAL-");
  const url = urlOf(value);
  return {
    id,
    aliases: texts(arrayField(value, "aliases")).filter((alias) => alias !== id),
    ...(summary === undefined ? {} : { summary }),
    ...(url === undefined ? {} : { url }),
    ...(severity ? { severity } : malicious ? { severity: { band: "critical" } } : {}),
    // A package made to do harm is an attack under way, whatever a score says.
    ...(malicious ? { exploited: { by: "OSSF malicious packages" } } : {}),
    ...(modified === undefined ? {} : { modified }),
    ...(withdrawn ? { withdrawn: true as const } : {}),
    affected,
    source: "osv",
  };
}

function texts(list: readonly unknown[] | undefined): string[] {
  return (list ?? []).filter((item) => typeof item === "string" && item !== "") as string[];
}

/** Of the record as a whole, else of what it affects (one severity for all packages: the worst that is said), else a word of the database. */
function severityOf(value: unknown): Severity | undefined {
  const affected = arrayField(value, "affected") ?? [];
  const said = severityOfVectors(vectorsOf(value)) ?? severityOfVectors(affected.flatMap(vectorsOf));
  if (said) return said;
  const words = [value, ...affected].flatMap((holder) => [
    textField(objectField(holder, "database_specific"), "severity"),
    textField(objectField(holder, "ecosystem_specific"), "severity"),
  ]);
  for (const word of words) {
    const band = bandOfWord(word);
    if (band) return { band };
  }
  return undefined;
}

function vectorsOf(holder: unknown): string[] {
  return (arrayField(holder, "severity") ?? []).flatMap((entry) => {
    const type = textField(entry, "type") ?? "";
    const score = textField(entry, "score");
    return score !== undefined && type.startsWith("CVSS") ? [score] : [];
  });
}

function urlOf(value: unknown): string | undefined {
  const references = arrayField(value, "references") ?? [];
  const advisory = references.find((reference) => textField(reference, "type") === "ADVISORY") ?? references[0];
  const url = textField(advisory, "url");
  return url !== undefined && /^https?:\/\/\S+$/.test(url) && url.length < 500 ? url : undefined;
}

function affectedOf(entry: unknown, where: string, sink: ImportSink): Affected[] {
  const holder = objectField(entry, "package");
  const ecosystem = textField(holder, "ecosystem") ?? "";
  const found = packageOf(ecosystem, textField(holder, "name") ?? "", textField(holder, "purl"));
  if (!found) {
    const what =
      holder === undefined
        ? "an affected entry names no package"
        : `the ecosystem ${ecosystem.split(":")[0] || "(none)"} has no package URLs`;
    sink.notUnderstood(what, where);
    return [];
  }
  const intervals: Interval[] = [];
  const fixed: string[] = [];
  let order = found.type;
  for (const range of arrayField(entry, "ranges") ?? []) {
    const type = textField(range, "type");
    // A commit is no version; the record's list of versions says what it means for those.
    if (type === "GIT") continue;
    if (type === "SEMVER") order = "semver";
    const read = intervalsOf(arrayField(range, "events") ?? [], type === "SEMVER" ? "semver" : found.type);
    if (read === undefined) sink.notUnderstood("events of a range cannot be ordered", where);
    else intervals.push(...read.intervals);
    fixed.push(...(read?.fixed ?? []));
  }
  const versions = texts(arrayField(entry, "versions"));
  if (intervals.length === 0 && versions.length === 0) {
    sink.notUnderstood("an affected entry names neither versions nor a range of versions (ranges of commits are not matched)", where);
    return [];
  }
  return [
    {
      package: found.purl,
      order,
      ...(intervals.length > 0 ? { intervals } : {}),
      ...(versions.length > 0 && !intervalsSuffice(order, intervals) ? { versions } : {}),
      ...(fixed.length > 0 ? { fixed: [...new Set(fixed)] } : {}),
      ...(found.distro === undefined ? {} : { distro: found.distro }),
    },
  ];
}

/** The list repeats what semantic ranges say of every version there is; in other orders it may hold versions that the range does not. */
function intervalsSuffice(order: string, intervals: readonly Interval[]): boolean {
  return order === "semver" && intervals.length > 0;
}

type Event = { readonly kind: "introduced" | "fixed" | "last_affected" | "limit"; readonly version: string };

/**
 * Intervals from events in any order: an `introduced` opens, the next `fixed` (or `last_affected`) closes. `limit` bounds all. Undefined where a version
 * has no place in the order. https://ossf.github.io/osv-schema/#evaluation
 */
export function intervalsOf(
  list: readonly unknown[],
  order: string,
): { readonly intervals: readonly Interval[]; readonly fixed: readonly string[] } | undefined {
  const events = list.flatMap(eventsOf);
  const limits = events.filter(({ kind, version }) => kind === "limit" && version !== "*").map(({ version }) => version);
  const steps = events.filter(({ kind }) => kind !== "limit");
  const sorted = sortedEvents(steps, order);
  if (!sorted) return undefined;
  const intervals: Interval[] = [];
  const fixed: string[] = [];
  let open: string | undefined;
  for (const { kind, version } of sorted) {
    if (kind === "introduced") {
      open ??= version;
      continue;
    }
    if (kind === "fixed") fixed.push(version);
    if (open !== undefined) intervals.push({ ...startingAt(open), ...(kind === "fixed" ? { below: version } : { through: version }) });
    open = undefined;
  }
  if (open !== undefined) {
    // What nothing closes is affected to the end, or to the highest limit.
    if (limits.length === 0) intervals.push(startingAt(open));
    else for (const limit of limits) intervals.push({ ...startingAt(open), below: limit });
  }
  return { intervals, fixed };
}

function startingAt(version: string): Interval {
  return version === "0" ? {} : { from: version };
}

function eventsOf(event: unknown): Event[] {
  return entriesOf(event).flatMap(([kind, version]) =>
    (kind === "introduced" || kind === "fixed" || kind === "last_affected" || kind === "limit") &&
    typeof version === "string" &&
    version !== ""
      ? [{ kind, version }]
      : [],
  );
}

/** At one version, what closes comes before what opens; `introduced: "0"` comes before everything. */
const ranks = { fixed: 0, last_affected: 2, introduced: 1, limit: 3 } as const;

function sortedEvents(events: readonly Event[], order: string): readonly Event[] | undefined {
  let broken = false;
  const sorted = [...events].sort((a, b) => {
    const zero = Number(b.kind === "introduced" && b.version === "0") - Number(a.kind === "introduced" && a.version === "0");
    if (zero !== 0) return zero;
    const sign = a.version === b.version ? 0 : compareVersions(order, a.version, b.version);
    if (sign === undefined) broken = true;
    return (sign ?? 0) || ranks[a.kind] - ranks[b.kind];
  });
  return broken ? undefined : sorted;
}

/** Whether a value looks like a record at all. */
export function isOsvRecord(value: unknown): boolean {
  return textField(value, "id") !== undefined && (field(value, "affected") !== undefined || field(value, "modified") !== undefined);
}
