// What people and the office put on record, as the formulas of the measures see it. Absent where there is no line of its kind: then nobody keeps it.
import { after, type CaseFlow, flowOf, flowsOnRecord } from "#decisions";
import type { Facts } from "#facts";
import type { MeasureInput } from "#measures";
import type { Program, RecordEntry } from "#program";
import { daysBetween, type ScanContext } from "./context.ts";
import { inquiryKinds, type KeptCases } from "./kept-cases.ts";

const STANDARDS: readonly string[] = ["iso-5230", "iso-18974"];

type Said = Pick<MeasureInput, "cases" | "nonconformances" | "acknowledgements" | "policiesInForce" | "affirmations">;

export function saidOnRecord({ program, now }: ScanContext): Said {
  const past = program.records.filter(({ at }) => Date.parse(at) <= Date.parse(now));
  const cases = flowsOnRecord(past, program.cases ?? []);
  const broken = past.filter(({ kind }) => kind === "nonconformance");
  // Lines on one id are one thing: it began with the first, and the last says whether it ended.
  const each = [...Map.groupBy(broken, ({ subject, id }) => `${subject ?? ""} ${id ?? ""}`).values()];
  const known = past.filter(({ kind, by }) => kind === "acknowledgement" && by !== undefined);
  const last = affirmationsIn(past);
  return {
    ...(cases.length > 0 ? { cases } : {}),
    ...(each.length > 0
      ? { nonconformances: each.map((lines) => ({ at: lines[0]?.at ?? now, ...ended(lines.at(-1)?.data["resolved"]) })) }
      : {}),
    ...(known.length > 0
      ? { acknowledgements: known.map(({ id, subject, by = "", at }) => ({ area: (id ?? subject ?? "").replace(/^policy:/, ""), by, at })) }
      : {}),
    policiesInForce: program.policies
      .filter(({ state }) => state === "in-force" || state === "review-due")
      .map(({ area, inForce }) => ({ area, ...(inForce === undefined ? {} : { since: inForce }) })),
    ...(last.length > 0 ? { affirmations: last.map(({ at }) => ({ at })) } : {}),
  };
}

/** OpenChain: an affirmation holds for eighteen months. */
const AFFIRMED_FOR = "18m";

/** The same, as facts of the organisation: absent where nobody has put such a line on record. */
export function organizationRecordFacts({
  program,
  now,
  cases,
}: Pick<ScanContext, "program" | "now" | "cases">): NonNullable<Facts[string]> {
  const past = program.records.filter(({ at }) => Date.parse(at) <= Date.parse(now));
  const told = past.filter(({ kind, id }) => kind === "report" && id === "executive").map(({ at }) => daysBetween(at, now));
  const affirmed = affirmationsIn(past).map(({ at }) => daysBetween(now, after(at, AFFIRMED_FOR)));
  const flows = [...flowsOnRecord(past, program.cases ?? []), ...flowsOf(cases, program)];
  const asked = new Set([...flows.map(({ kind }) => kind), ...(cases?.kinds ?? [])]);
  const late = flows.filter(({ due }) => due !== undefined && Date.parse(due) < Date.parse(now));
  return {
    ...(told.length > 0 ? { executiveReportDays: Math.min(...told) } : {}),
    ...(affirmed.length > 0 ? { conformanceDays: Math.min(...affirmed) } : {}),
    ...(asked.has("resolve") ? { decisionsOverdue: late.filter(({ kind }) => kind === "resolve").length } : {}),
    ...(inquiryKinds.some((kind) => asked.has(kind))
      ? { inquiriesOverdue: late.filter(({ kind }) => inquiryKinds.includes(kind)).length }
      : {}),
  };
}

function flowsOf(cases: KeptCases | undefined, program: Program): readonly CaseFlow[] {
  return (cases?.open ?? []).flatMap((state) => {
    const kind = program.cases?.find((one) => one.kind === state.kind);
    return (kind && flowOf(kind, state)) ?? [];
  });
}

/** The last affirmation of each standard. */
function affirmationsIn(past: readonly RecordEntry[]): RecordEntry[] {
  const affirmed = past.filter(({ kind, id = "", data }) => kind === "attestation" && STANDARDS.includes(id) && data["value"] !== false);
  return [...new Map(affirmed.map((record) => [record.id, record])).values()];
}

function ended(value: unknown): { readonly resolved?: string } {
  return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? { resolved: value } : {};
}
