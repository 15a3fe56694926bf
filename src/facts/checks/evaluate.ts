// All checks over the facts of one repository. Pure: the same facts give the same answers.
import { factDefinition } from "../registry/index.ts";
import type { Evidence, FactValue } from "../subjects.ts";
import { repositoryChecks } from "./registry.ts";
import type { CheckResult, Known, RepositoryCheck } from "./types.ts";

const MAX_PLACES = 10;

export interface CheckInput {
  /** By name in the namespace `repository`. */
  readonly facts: Readonly<Record<string, FactValue | undefined>>;
  readonly evidence: Readonly<Record<string, readonly Evidence[]>>;
  /** Facts whose reader failed: what they decide is an error, not merely unknown. */
  readonly failed?: readonly string[];
}

/** One answer for each check, in the order of the catalogue. */
export function evaluateChecks(input: CheckInput): CheckResult[] {
  const known = knownIn(input.facts);
  const failed = new Set(input.failed);
  return repositoryChecks.map((check) => answer(check, input, known, failed));
}

function answer(check: RepositoryCheck, input: CheckInput, known: Known, failed: ReadonlySet<string>): CheckResult {
  const said = check.judge(known);
  if (said === "not-applicable") return { id: check.id, outcome: "not-applicable" };
  if (said === undefined) {
    const missing = check.reads.filter((name) => input.facts[name] === undefined);
    if (missing.some((name) => failed.has(name))) return { id: check.id, outcome: "error", why: "reader-failed" };
    return { id: check.id, outcome: "unknown", why: whyUnknown(check, missing) };
  }
  const score = check.score?.(known);
  const value = check.shows === undefined ? undefined : shown(known.value(check.shows));
  const places = check.reads.flatMap((name) => input.evidence[name] ?? []);
  return {
    id: check.id,
    outcome: said ? "pass" : "fail",
    ...(score === undefined ? {} : { score }),
    ...(value === undefined ? {} : { value }),
    ...(places.length === 0 ? {} : { places: unique(places).slice(0, MAX_PLACES) }),
  };
}

function whyUnknown(check: RepositoryCheck, missing: readonly string[]): string {
  if (check.group === "forge") return "needs-forge";
  const need = missing.map((name) => factDefinition(`repository.${name}`)?.needs).find((name) => name !== undefined);
  return need !== undefined ? `needs-${need}` : check.group === "history" ? "needs-history" : "not-read";
}

function shown(value: FactValue | undefined): string | number | undefined {
  if (typeof value === "number") return Math.round(value * 10_000) / 10_000;
  return typeof value === "string" ? value : undefined;
}

/** Several facts often rest on one file: it is named once, with its line where one of them knows it. */
function unique(places: readonly Evidence[]): Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const { path, line, note } of places) {
    const key = `${path}\n${line ?? ""}\n${note ?? ""}`;
    if (!seen.has(key))
      seen.set(key, {
        ...(path === undefined ? {} : { path }),
        ...(line === undefined ? {} : { line }),
        ...(note === undefined ? {} : { note }),
      });
  }
  const withLine = new Set(
    [...seen.values()].filter((place) => place.line !== undefined || place.note !== undefined).map((place) => place.path),
  );
  return [...seen.values()].filter((place) => place.line !== undefined || place.note !== undefined || !withLine.has(place.path));
}

function knownIn(facts: CheckInput["facts"]): Known {
  const value = (name: string): FactValue | undefined => (Object.hasOwn(facts, name) ? facts[name] : undefined);
  const ofType = <T>(name: string, is: (found: FactValue) => boolean): T | undefined => {
    const found = value(name);
    return found !== undefined && is(found) ? (found as T) : undefined;
  };
  return {
    value,
    flag: (name) => ofType<boolean>(name, (found) => typeof found === "boolean"),
    number: (name) => ofType<number>(name, (found) => typeof found === "number"),
    text: (name) => ofType<string>(name, (found) => typeof found === "string"),
    list: (name) => ofType<readonly string[]>(name, (found) => Array.isArray(found)),
  };
}
