// What another program would change: counted, and shown by examples, before it is merged.
import { z } from "zod";
import { AllmendError } from "#kit";
import { type Finding, plan } from "#policy";
import { type Program, withRecords } from "#program";
import { rejudge } from "#scan";
import { everything, outcomeOf, type StoredOutcome } from "#store";
import { type Caller, seesUnit } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { judgedProgram } from "./judged-program.ts";
import { told } from "../uploads/program-files.ts";

const outcome = z.enum(["allow", "warn", "review", "deny"]);
const shown = z.object({
  id: z.string(),
  rule: z.string(),
  label: z.string(),
  product: z.string().optional(),
  outcome,
  before: outcome.optional().describe("The outcome now, of one that changes."),
});
const change = z.object({ count: z.int(), examples: z.array(shown).describe("The worst ones, as far as you may see them.") });

export const planned = z
  .object({
    uses: z.object({
      judged: z.int(),
      changed: z.int(),
      from: z.array(z.object({ before: z.string(), after: z.string(), count: z.int() })).describe("Uses by the outcome now and then."),
    }),
    findings: z.object({ added: change, removed: change, changed: change, unchanged: z.int() }),
    rules: z
      .array(z.object({ rule: z.string(), added: z.int(), removed: z.int(), changed: z.int() }))
      .describe("Rules that make a difference."),
    problems: z.array(told),
  })
  .meta({ id: "Plan" });

export type Planned = Omit<z.input<typeof planned>, "problems">;

const EXAMPLES = 20;
/** One at a time: it holds everything that is known in memory. */
let running: Promise<unknown> = Promise.resolve();

/** Throws `no-result` before the first result. */
export async function planFor(deps: Deps, program: Program, caller: Caller): Promise<Planned> {
  const next = running.then(() => planNow(deps, program, caller));
  running = next.catch(() => undefined);
  const plan = await next;
  if (plan) return plan;
  throw new AllmendError("no-result", "conflict", "there is no result yet to which the program could be applied", {
    hint: "Send one first: allmend scan --upload.",
  });
}

async function planNow({ database, clock, program: current }: Deps, program: Program, caller: Caller): Promise<Planned | undefined> {
  const all = await everything(database.sql, async () => undefined);
  if (!all) return undefined;
  const now = clock().toISOString();
  // Records of the server belong to both.
  const inForce = await judgedProgram({ database, program: current }).catch(() => undefined);
  const stored = inForce?.records.filter(({ position }) => position.file === SERVER_RECORDS) ?? [];
  const after = await rejudge(all.known, { program: withRecords(program, stored), now });
  const before = inForce ? await rejudge(all.known, { program: inForce, now }) : undefined;
  const units = new Map([...program.organization.products, ...(inForce?.organization.products ?? [])].map(({ id, unit }) => [id, unit]));
  const visible = ({ subject }: Finding) => subject.product === undefined || seesUnit(caller, units.get(subject.product));
  return { uses: usesOf(before?.verdicts ?? [], after.verdicts), ...findingsOf(before?.findings ?? [], after.findings, visible) };
}

const SERVER_RECORDS = "records of the server";

type Verdicts = readonly { readonly subject: string; readonly outcome: StoredOutcome }[];

function usesOf(before: Verdicts, after: Verdicts): Planned["uses"] {
  const old = new Map(before.map(({ subject, outcome: was }) => [subject, was]));
  const pairs = new Map<string, number>();
  let judged = 0;
  for (const { subject, outcome: becomes } of after) {
    if (!subject.startsWith("usage:")) continue;
    judged++;
    const was = old.get(subject) ?? outcomeOf(0);
    if (was !== becomes) pairs.set(`${was} ${becomes}`, (pairs.get(`${was} ${becomes}`) ?? 0) + 1);
  }
  const from = [...pairs].map(([pair, count]) => ({ before: pair.split(" ")[0] ?? "", after: pair.split(" ")[1] ?? "", count }));
  return { judged, changed: from.reduce((sum, { count }) => sum + count, 0), from: from.sort((a, b) => b.count - a.count) };
}

function findingsOf(
  before: readonly Finding[],
  after: readonly Finding[],
  visible: (finding: Finding) => boolean,
): Pick<Planned, "findings" | "rules"> {
  const { added, removed, changed, unchanged } = plan(before, after);
  const rules = new Map<string, { added: number; removed: number; changed: number }>();
  const count = (rule: string, what: "added" | "removed" | "changed") => {
    const counts = rules.get(rule) ?? { added: 0, removed: 0, changed: 0 };
    counts[what]++;
    rules.set(rule, counts);
  };
  for (const { rule } of added) count(rule, "added");
  for (const { rule } of removed) count(rule, "removed");
  for (const { after: now } of changed) count(now.rule, "changed");
  return {
    findings: {
      added: { count: added.length, examples: examples(added.filter(visible)) },
      removed: { count: removed.length, examples: examples(removed.filter(visible)) },
      changed: {
        count: changed.length,
        examples: changed
          .filter((each) => visible(each.after))
          .sort((a, b) => rank(b.after) - rank(a.after))
          .slice(0, EXAMPLES)
          .map((each) => ({ ...example(each.after), before: each.before.outcome })),
      },
      unchanged,
    },
    rules: [...rules].map(([rule, counts]) => ({ rule, ...counts })).sort((a, b) => total(b) - total(a)),
  };
}

function total({ added, removed, changed }: { added: number; removed: number; changed: number }): number {
  return added + removed + changed;
}

function rank({ outcome: is }: Finding): number {
  return outcome.options.indexOf(is);
}

function examples(findings: readonly Finding[]) {
  return findings
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, EXAMPLES)
    .map(example);
}

function example({ id, rule, subject, outcome: is }: Finding) {
  return { id, rule, label: subject.label, ...(subject.product === undefined ? {} : { product: subject.product }), outcome: is };
}
