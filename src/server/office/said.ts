// What somebody says by hand is looked at before it is on record, as "allmend record" does: duties and policies that there are, steps that a release can
// take. What the guard of a step asks is taken from what is known, never from what was sent.
import { z } from "zod";
import { obligationKinds } from "#facts";
import { didYouMean } from "#kit";
import {
  advance,
  artifactKinds,
  isRefusal,
  type NewRecord,
  obligationData,
  plannedRelease,
  type Program,
  releaseStates,
  replayReleases,
} from "#program";
import { releaseFigures } from "#scan";
import type { Deps } from "../deps.ts";
import { problem } from "../http/problem.ts";
import { standingOf } from "../portal/standing.ts";
import { withWholeResult } from "../portal/whole-result.ts";

type Checked = (said: NewRecord, program: Program, deps: Deps) => NewRecord["data"] | Promise<NewRecord["data"]>;

const checks: Readonly<Record<string, Checked>> = { obligation, acknowledgement, release };

/** The data of the record as it is kept. Throws a problem for what no record may say. */
export async function saidData(deps: Deps, program: Program, said: NewRecord): Promise<NewRecord["data"]> {
  return (await checks[said.kind]?.(said, program, deps)) ?? said.data;
}

function obligation({ id = "", data }: NewRecord): NewRecord["data"] {
  const kinds = Object.keys(obligationKinds);
  if (!kinds.includes(id))
    throw wrong(`No licence asks for "${id.slice(0, 120)}"`, didYouMean(id, kinds) ?? `They ask for: ${kinds.join(", ")}.`);
  return parsed(obligationData, data);
}

function acknowledgement({ subject = "", data }: NewRecord, { policies }: Program): NewRecord["data"] {
  const areas = policies.map(({ area }) => `policy:${area}`);
  if (!areas.includes(subject))
    throw wrong(`There is no "${subject.slice(0, 120)}"`, didYouMean(subject, areas) ?? `There are: ${areas.join(", ")}.`);
  return data;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/, { error: "is no SHA-256" });
const text = z.string().trim().min(1).max(4000);
const releaseSaid = z.strictObject({
  to: z.enum(releaseStates),
  artifacts: z
    .array(z.strictObject({ kind: z.enum(artifactKinds), file: text.max(300), sha256: hash, inventory: hash }))
    .max(100)
    .optional(),
  archive: text.optional(),
  because: text.optional(),
});

async function release({ subject = "", id: version, at, by, data }: NewRecord, _program: Program, deps: Deps): Promise<NewRecord["data"]> {
  const [, product] = /^product:(.+)$/.exec(subject) ?? [];
  if (product === undefined) throw wrong("A release is one of a product", "Say subject: product:ID.");
  if (version === undefined) throw wrong("A release has a version", "Say it as id.");
  const step = parsed(releaseSaid, data);
  const figures = step.to === "planned" ? {} : await withWholeResult(deps, async (result) => releaseFigures(result, product, version));
  const { records } = (await standingOf(deps)).result.program;
  const known = replayReleases(records, at).releases.find((one) => one.product === product && one.version === version);
  const next = advance(known ?? plannedRelease(product, version), { ...step, ...figures, at, by });
  if (isRefusal(next))
    throw problem(409, "release-not-taken", `${version} of ${product} does not go on`, next.message, { reason: next.refused });
  return { ...step, ...figures };
}

function parsed<T extends Record<string, unknown>>(shape: z.ZodType<T>, data: unknown): T {
  const { success, data: read, error } = shape.safeParse(data);
  if (success) return read;
  const [issue] = error.issues;
  const path = ["data", ...(issue?.path ?? [])].join(".");
  throw problem(422, "input-invalid", "The record says something that it cannot", `${path}: ${issue?.message ?? "is not valid"}`, {
    fields: [{ path, message: issue?.message ?? "is not valid" }],
  });
}

function wrong(title: string, detail: string) {
  return problem(422, "input-invalid", title, detail);
}
