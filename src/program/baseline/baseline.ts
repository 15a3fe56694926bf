// Adopting Allmend does not stop the house: today's findings are recorded with owners and due dates; only what is new, worse or overdue fails a gate.
import { outcomes, type Outcome } from "../model.ts";
import type { BaselineDocument, BaselineEntry } from "../schema/baseline.ts";

export type Baseline = BaselineDocument;

/** What a baseline needs to know of a finding; `policy` makes them. */
export interface BaselineFinding {
  readonly id: string;
  readonly rule: string;
  readonly subject: { readonly label: string; readonly product?: string };
  readonly outcome: Outcome;
  readonly mode: "enforce" | "shadow";
  readonly waiver?: { readonly expired: boolean };
}

/** Labels are for people; names of components may have any length. */
const LONGEST_LABEL = 300;

export interface BaselineOptions {
  readonly now: string;
  /** Days until a finding of each severity must be gone. */
  readonly due: Readonly<Record<Exclude<Outcome, "allow">, number>>;
  /** Team that owns a product; absent products give no owner. */
  readonly ownerOf: (product: string | undefined) => string | undefined;
  /** What was recorded before: dates that were agreed stay as they are, so that adopting again buys no time. */
  readonly before?: Baseline;
}

/** The baseline of today's findings. What is gone is dropped; what was known keeps its dates, unless it got worse. */
export function makeBaseline(findings: readonly BaselineFinding[], options: BaselineOptions): Baseline {
  const known = new Map(options.before?.findings.map((entry) => [entry.finding, entry]));
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    if (!isOpen(finding)) continue;
    const before = known.get(finding.id);
    const kept = before && severity(before.outcome) >= severity(finding.outcome) ? before : undefined;
    const entry = kept ?? newEntry(finding, options, before);
    const twin = entries.get(finding.id);
    if (!twin || severity(twin.outcome) < severity(entry.outcome)) entries.set(finding.id, entry);
  }
  const sorted = [...entries.values()].sort((a, b) => (a.finding < b.finding ? -1 : 1));
  return { schema: "allmend.baseline/1", recorded: day(options.now), findings: sorted };
}

function newEntry(finding: BaselineFinding, options: BaselineOptions, before: BaselineEntry | undefined): BaselineEntry {
  const owner = before?.owner ?? options.ownerOf(finding.subject.product);
  const due = dayAfter(options.now, finding.outcome === "allow" ? 0 : options.due[finding.outcome]);
  return {
    finding: finding.id,
    rule: finding.rule,
    subject: finding.subject.label.slice(0, LONGEST_LABEL),
    outcome: finding.outcome,
    ...(owner === undefined ? {} : { owner }),
    "first-seen": before?.["first-seen"] ?? day(options.now),
    // What got worse is due no later than it was.
    due: before && before.due < due ? before.due : due,
    ...(before?.note === undefined ? {} : { note: before.note }),
  };
}

/** Says of each open finding whether it is new, known, or overdue, and until when it may stay. */
export function applyBaseline<F extends BaselineFinding>(
  findings: readonly F[],
  baseline: Baseline,
  now: string,
): (F & { age?: "new" | "known" | "overdue"; due?: string; firstSeen?: string })[] {
  const known = new Map(baseline.findings.map((entry) => [entry.finding, entry]));
  return findings.map((finding) => {
    if (!isOpen(finding)) return finding;
    const entry = known.get(finding.id);
    if (!entry || severity(entry.outcome) < severity(finding.outcome)) return { ...finding, age: "new" };
    return { ...finding, age: entry.due < day(now) ? "overdue" : "known", due: entry.due, firstSeen: entry["first-seen"] };
  });
}

function isOpen(finding: BaselineFinding): boolean {
  return finding.outcome !== "allow" && finding.mode === "enforce" && !(finding.waiver && !finding.waiver.expired);
}

function severity(outcome: Outcome): number {
  return outcomes.indexOf(outcome);
}

function day(iso: string): string {
  return new Date(iso).toISOString().slice(0, 10);
}

function dayAfter(iso: string, days: number): string {
  return day(new Date(Date.parse(iso) + days * 86_400_000).toISOString());
}
