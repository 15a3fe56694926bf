// What somebody says by hand is looked at before it is on record, as "allmend record" does: duties and policies that there are, steps that a release can
// take. What the guard of a step asks is taken from what is known, never from what was sent.
import { obligationKinds } from "#facts";
import { releaseReasonDe } from "#look";
import { laterOf } from "#kit";
import {
  isRefusal,
  isWrong,
  type NewRecord,
  nextRelease,
  type Program,
  releaseOf,
  releaseSaid,
  saidAcknowledgement,
  saidObligation,
  type SaidWrong,
} from "#program";
import { releaseFigures } from "#scan";
import { readRecords, type Tables } from "#store";
import type { Transaction } from "kysely";
import type { Deps } from "../deps.ts";
import { filled, partOf, problem, type Told, verbatim, wrongPart } from "../http/problem.ts";
import { withWholeResult } from "../portal/whole-result.ts";

type Data = NonNullable<NewRecord["data"]>;

const reading: Readonly<Record<string, (said: NewRecord, program: Program) => Data>> = { obligation, acknowledgement, release };

/** The data as they are kept, but for what a guard asks. Throws a problem for what no record may say. */
export function readSaid(said: NewRecord, program: Program): Data {
  return reading[said.kind]?.(said, program) ?? said.data ?? {};
}

function obligation({ id = "", data }: NewRecord): Data {
  const said = saidObligation(id, data, Object.keys(obligationKinds));
  if (isWrong(said)) throw wrongSaid(said);
  return said.data;
}

/** Whoever names no version has read the one that holds. */
function acknowledgement({ subject = "", data = {} }: NewRecord, { policies }: Program): Data {
  const said = saidAcknowledgement(subject.startsWith("policy:") ? subject : "", policies);
  if (isWrong(said)) throw wrongSaid(said);
  const other = data["version"] !== undefined && data["version"] !== said.data["version"];
  return other ? data : { ...said.data, ...data };
}

function release({ subject = "", id: version, data }: NewRecord): Data {
  if (productOf(subject) === undefined) throw wrong("A release is one of a product", "Say subject: product:ID.");
  if (version === undefined) throw wrong("A release has a version", "Say it as id.");
  const { success, data: read, error } = releaseSaid.safeParse(data);
  if (success) return read;
  const [issue] = error.issues;
  throw atField(["data", ...(issue?.path ?? [])].join("."), issue ?? NOT_VALID);
}

/** What the guard of a step asks, from all that is known. Read before the transaction: embedded there is one connection. */
export async function figuresFor(deps: Deps, { kind, subject = "", id = "", data }: NewRecord): Promise<Data> {
  const product = productOf(subject);
  if (kind !== "release" || product === undefined || data?.["to"] === "planned") return {};
  return withWholeResult(deps, async (result) => ({ ...releaseFigures(result, product, id) }));
}

/** In the transaction that keeps it, held: the record with its moment, where the release takes the step. `timed`: whoever said it said when. */
export async function taken(tx: Transaction<Tables>, record: NewRecord, program: Program, timed: boolean): Promise<NewRecord> {
  const { kind, subject = "", id: version = "", by } = record;
  const product = productOf(subject);
  if (kind !== "release" || product === undefined) return record;
  const stored = await readRecords(tx, { kinds: ["release"], subject, id: version });
  const before = releaseOf([...program.records, ...stored], product, version, record.at);
  const at = timed ? record.at : laterOf(record.at, before.steps.at(-1)?.at);
  const next = nextRelease(before, { data: record.data ?? {}, at, by });
  if (isRefusal(next))
    throw problem(
      409,
      "release-not-taken",
      filled("{version} of {product} does not go on", { version, product }),
      verbatim(next.message, releaseReasonDe(next)),
      { reason: next.refused },
    );
  return { ...record, at };
}

function productOf(subject: string): string | undefined {
  return /^product:(.+)$/.exec(subject)?.[1];
}

function wrongSaid({ wrong: what, path, issue, named = "", known = [] }: SaidWrong) {
  if (path !== undefined) return atField(path, issue ?? NOT_VALID);
  const there = { known: known.join(", ") };
  return what === "unknown-policy"
    ? wrong(filled("There is no policy “{named}”", { named }), filled("There are: {known}.", there))
    : wrong(filled("No licence asks for “{named}”", { named }), filled("They ask for: {known}.", there));
}

const NOT_VALID = { code: "custom", message: "is not valid" } as const;

function atField(path: string, issue: Parameters<typeof partOf>[1]) {
  const part = partOf(path, issue);
  return problem(422, "input-invalid", "The record says something that it cannot", wrongPart(part), { fields: [part] });
}

function wrong(title: Told, detail: Told) {
  return problem(422, "input-invalid", title, detail);
}
