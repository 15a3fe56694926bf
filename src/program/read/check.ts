// A document against its schema: every fault as a problem with its place, and what is left of the document when the faults are cut out,
// so that references to the rest are checked in the same run.
import { didYouMean, type Phrase, phrase, phraseList } from "#kit";
import { z } from "zod";
import type { Position } from "../model.ts";
import { expectedAt, isOptionalAt, keysAt, schemaAt } from "../schema/walk.ts";
import { type ProblemList } from "./problems.ts";
import { child, isMap, Remains } from "./remains.ts";
import type { Path, YamlPage } from "./yaml.ts";

type Issue = z.core.$ZodIssue;

/** How often faults are cut out before a document is given up. */
const maxRounds = 6;

/** A document as its schema gives it back, and where each part of it stands. */
export interface Checked<T> {
  readonly value: T;
  position(path: Path, part?: "key" | "value"): Position;
  readonly page: YamlPage;
  /** Keys at the top for which something stands in because they were faulty or missing. */
  readonly replaced: ReadonlySet<string>;
}

/** Stands in for a faulty text that must be there; references to it are not followed. */
const standIn = "x-stand-in-x";

export function isStandIn(text: string): boolean {
  return text.includes(standIn);
}

/**
 * Checks a document. Where something is wrong, what is left is given back with stand-ins for what must be there, so that references in it are
 * checked in the same run. `fallback` holds better stand-ins for keys at the top.
 */
export function checkDocument<T extends z.ZodType>(
  schema: T,
  page: YamlPage,
  problems: ProblemList,
  fallback: Readonly<Record<string, unknown>> = {},
): Checked<z.output<T>> | undefined {
  const remains = new Remains(page.value, fallback, (path) => standInAt(schema, path));
  for (let round = 0; round < maxRounds && remains.value !== undefined; round++) {
    const result = schema.safeParse(remains.value, { reportInput: true });
    if (result.success) {
      const { replaced } = remains;
      return { value: result.data, page, replaced, position: (path, part) => page.position(remains.original(path), part) };
    }
    const issues = result.error.issues.flatMap((issue) => [...narrowed(issue), ...behind(issue, schema, remains.value)]);
    if (round === 0) for (const issue of issues.filter((each) => !isConsequence(each, issues))) report(issue, schema, page, problems);
    remains.cut(issues.flatMap(faultyPaths));
  }
  return undefined;
}

/** What is wrong with the value behind a key that is wrong itself: the library does not look. */
function behind(issue: Issue, schema: z.ZodType, root: unknown): Issue[] {
  if (issue.code !== "invalid_key") return [];
  const inner = schemaAt(schema, issue.path);
  const result = inner && z.safeParse(inner, issue.path.reduce(child, root), { reportInput: true });
  const issues = result?.error?.issues ?? [];
  return issues.flatMap((each) => narrowed({ ...each, path: [...issue.path, ...each.path] } as Issue));
}

/** A map that holds nothing but a misspelt key is not empty besides. */
function isConsequence(issue: Issue, all: readonly Issue[]): boolean {
  const here = String(issue.path);
  return issue.code === "custom" && all.some((other) => other.code === "unrecognized_keys" && String(other.path) === here);
}

/** For a choice of forms the faults of the form that was meant, where that is clear. */
function narrowed(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.filter((branch) => branch.every((inner) => inner.path.length > 0 || !isOtherKind(inner)));
  if (meant.length !== 1 || !meant[0]) return [issue];
  return meant[0].flatMap((inner) => narrowed({ ...inner, path: [...issue.path, ...inner.path] } as Issue));
}

/** Values that some schema accepts: what stands in for a faulty one that must be there. */
const plausible: readonly unknown[] = [
  standIn,
  "2000-01-01",
  "0",
  `LicenseRef-${standIn}`,
  `pkg:generic/${standIn}`,
  1,
  false,
  [],
  {},
  { repository: standIn },
];

function standInAt(schema: z.ZodType, path: Path): unknown {
  if (path.at(-1) === "id" || isOptionalAt(schema, path)) return undefined;
  const inner = schemaAt(schema, path);
  const words = inner instanceof z.ZodEnum ? inner.options : [];
  return [...words, ...plausible].find((value) => inner && z.safeParse(inner, value).success);
}

function isOtherKind(issue: Issue): boolean {
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

function report(issue: Issue, schema: z.ZodType, page: YamlPage, problems: ProblemList): void {
  if (issue.code === "unrecognized_keys") return reportUnknownKeys(issue.keys, issue.path, schema, page, problems);
  const name = nameOf(issue.path, page.value);
  const expected = expectedAt(schema, issue.path);
  const inRecord = issue.code === "invalid_key";
  const at = page.position(issue.path, inRecord ? "key" : "value");
  if (inRecord) {
    const inner = issue.issues[0];
    const hint = inner && "params" in inner ? hintOf(inner) : undefined;
    const known = inner?.code === "invalid_value" ? inner.values.map(String) : [];
    const key = String(issue.path.at(-1));
    const what = inner?.code === "custom" ? phrase`"${key}" ${whatIs(inner)}` : phrase`"${key}" cannot stand here as a key`;
    const words = known.length > 0 ? phraseList(known) : phrase`a name of letters, digits, -, _ and .`;
    return problems.add(known.length > 0 ? "not-one-of" : "malformed", at, what, {
      expected: inner?.code === "custom" ? undefined : words,
      hint: hint ?? didYouMean(key, known),
    });
  }
  if (issue.input === undefined) {
    const key = String(issue.path.at(-1) ?? "");
    const what =
      issue.path.length > 1 ? phrase`"${key}" is missing in ${nameOf(issue.path.slice(0, -1), page.value)}` : phrase`"${key}" is missing`;
    return problems.add("missing-key", page.position(issue.path.slice(0, -1)), what, { expected });
  }
  if (issue.input === null) {
    return problems.add("missing-key", at, phrase`${name} is empty`, { expected, hint: phrase`Write a value, or leave the line out.` });
  }
  if (issue.code === "invalid_value") {
    const known = issue.values.map(String);
    return problems.add("not-one-of", at, phrase`${name} is ${shown(issue.input)}`, {
      expected: phraseList(known),
      hint: didYouMean(String(issue.input), known),
    });
  }
  if (issue.code === "custom") return problems.add("malformed", at, phrase`${name} ${whatIs(issue)}`, { expected, hint: hintOf(issue) });
  const otherKind = issue.code === "invalid_type" || issue.code === "invalid_union";
  problems.add(otherKind ? "wrong-type" : "malformed", at, phrase`${name} is ${shown(issue.input)}${limitOf(issue)}`, {
    expected,
    hint:
      issue.code === "invalid_type" && issue.expected === "string" && typeof issue.input !== "object"
        ? phrase`Put it in quotes.`
        : undefined,
  });
}

function reportUnknownKeys(keys: readonly string[], path: Path, schema: z.ZodType, page: YamlPage, problems: ProblemList): void {
  const known = keysAt(schema, path);
  for (const key of keys) {
    const what = path.length > 0 ? phrase`there is no key "${key}" in ${nameOf(path, page.value)}` : phrase`there is no key "${key}"`;
    problems.add("unknown-key", page.position([...path, key], "key"), what, {
      expected: phraseList(known, 30),
      hint: didYouMean(key, known),
    });
  }
}

function hintOf(issue: Issue): Phrase | undefined {
  return issue.code === "custom" ? (issue.params?.["hint"] as Phrase | undefined) : undefined;
}

/** What a value's own grammar says of it, as it goes on after the value's name. */
function whatIs(issue: Issue): Phrase {
  return (issue.code === "custom" ? (issue.params?.["phrase"] as Phrase | undefined) : undefined) ?? { text: issue.message, values: [] };
}

function limitOf(issue: Issue): Phrase | string {
  if (issue.code === "too_small") return issue.origin === "array" ? phrase`: too short` : phrase`: at least ${String(issue.minimum)}`;
  if (issue.code === "too_big")
    return issue.origin === "string"
      ? phrase`: longer than ${String(issue.maximum)} characters`
      : phrase`: at most ${String(issue.maximum)}`;
  return "";
}

/** `products.claims-portal.owner` for a path: list items by their id, or by their number where they have none. */
function nameOf(path: Path, root: unknown): Phrase {
  let name = "";
  let value = root;
  for (const step of path) {
    const list = Array.isArray(value);
    value = child(value, step);
    const id = isMap(value) ? value["id"] : undefined;
    if (list) name += typeof id === "string" ? `.${id}` : `[${Number(step) + 1}]`;
    else name += `${name === "" ? "" : "."}${String(step)}`;
  }
  return name === "" ? phrase`the document` : phrase`"${name}"`;
}

function shown(value: unknown): Phrase | string {
  if (typeof value === "string") return value.length > 60 ? phrase`"${value.slice(0, 60)}…"` : phrase`"${value}"`;
  if (Array.isArray(value)) return value.length === 0 ? phrase`an empty list` : phrase`a list`;
  return typeof value === "object" ? phrase`a map` : String(value);
}

function faultyPaths(issue: Issue): Path[] {
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}
