// How a key result stands: its live values against baseline, target and date. What cannot be told says why; it is never on track.
import type { KeyResult, Strategy } from "#program";
import { findMeasure } from "../registry/index.ts";
import type { MeasureDefinition } from "../registry/types.ts";
import type { MeasureValue, ValueReason } from "../values/types.ts";
import { olderKey } from "../values/open-findings.ts";
import { inUnit, parseQuantity } from "./quantity.ts";

/** From worst to best; `unknown` stands apart: it is neither. */
export type KeyResultState = "behind" | "unknown" | "on-track" | "met";

export const keyResultReasons = [
  "not-measured", // this version has no formula for it, or the run gave no figure of it
  "age", // the figure does not tell how old things are
  "unit", // target and measure have units that do not fit
  "no-baseline", // before its date a target that is not met yet needs a baseline and a day on which we began
  "some-unknown", // of some of its subjects there is no value
] as const;
export type KeyResultReason = (typeof keyResultReasons)[number] | ValueReason;

export interface Reading {
  readonly subject: string;
  readonly value: number | null;
  readonly estimate?: true;
}

export interface KeyResultProgress {
  readonly keyResult: KeyResult;
  readonly measure?: MeasureDefinition;
  /** In the unit of the measure. */
  readonly target?: number;
  readonly baseline?: number;
  /** What was to be reached by now, on the line from baseline to target; absent where there is no line. */
  readonly expected?: number;
  readonly wants?: "more" | "less";
  /** What it is measured by, by subject. */
  readonly readings: readonly Reading[];
  readonly state: KeyResultState;
  readonly reason?: KeyResultReason;
}

interface Moment {
  readonly now: string;
  /** Product ids by repository id. */
  readonly products: ReadonlyMap<string, readonly string[]>;
}

export function keyResultProgress(
  keyResult: KeyResult,
  strategy: Pick<Strategy, "inForce">,
  values: readonly MeasureValue[],
  moment: Moment,
): KeyResultProgress {
  const measure = findMeasure(keyResult.measure);
  const nothing = { keyResult, ...(measure ? { measure } : {}), readings: [], state: "unknown" } as const;
  if (!measure) return { ...nothing, reason: "not-measured" };
  const wanted = parseQuantity(keyResult.target);
  const target = wanted && inUnit(wanted, measure.unit);
  if (wanted === undefined || target === undefined) return { ...nothing, reason: "unit" };
  const from = keyResult.baseline === undefined ? undefined : parseQuantity(keyResult.baseline);
  const baseline = from && inUnit(from, measure.unit);
  const wants = wanted.wants ?? wayOf(measure, target, baseline);
  const expected = baseline === undefined ? undefined : lineAt(baseline, target, strategy.inForce, keyResult.due, moment.now);
  const known = {
    ...nothing,
    target,
    wants,
    ...(baseline === undefined ? {} : { baseline }),
    ...(expected === undefined ? {} : { expected }),
  };
  const found = ofAge(keyResult.age, readingsOf(keyResult, measure.id, values, moment.products));
  if (found === undefined) return { ...known, reason: "age" };
  const readings = found.map(({ subject, value, estimate }) => ({ subject, value, ...(estimate ? { estimate } : {}) }));
  if (readings.length === 0) return { ...known, reason: "not-measured" };
  const overdue = keyResult.due === undefined || moment.now.slice(0, 10) > keyResult.due.slice(0, 10);
  return { ...known, readings, ...judge(found, { target, expected, wants, overdue }) };
}

/** The figures as they are of what is at least so old; undefined where nobody can tell of any of them. */
function ofAge(age: string | undefined, found: readonly MeasureValue[]): readonly MeasureValue[] | undefined {
  if (age === undefined) return found;
  const aged = found.map((one): MeasureValue => {
    const value = one.detail?.[olderKey(age)];
    return { ...one, value: typeof value === "number" ? value : null };
  });
  return aged.every(({ value }) => value === null) ? undefined : aged;
}

/** Of some measures neither more nor less is better in itself: there the way from the baseline says it, else a target is something to reach, and 0 something to come down to. */
function wayOf({ direction }: MeasureDefinition, target: number, baseline: number | undefined): "more" | "less" {
  if (direction !== "none") return direction === "up" ? "more" : "less";
  return target > (baseline ?? 0) ? "more" : "less";
}

interface Line {
  readonly target: number;
  readonly expected: number | undefined;
  readonly wants: "more" | "less";
  /** Its day is over, or it has none: then it holds now. */
  readonly overdue: boolean;
}

/** The worst of its subjects is what it is. */
function judge(found: readonly MeasureValue[], { target, expected, wants, overdue }: Line): Pick<KeyResultProgress, "state" | "reason"> {
  const reached = (value: number, aim: number) => (wants === "more" ? value >= aim : value <= aim);
  const numbers = found.flatMap((one) => (one.value === null || isOpenEnded(one, target, wants) ? [] : one.value));
  if (numbers.length === 0)
    return { state: "unknown", reason: found[0]?.reason ?? (found.some(({ value }) => value !== null) ? "some-unknown" : "no-source") };
  const short = numbers.some((value) => !reached(value, target));
  if (short && overdue) return { state: "behind" };
  if (short && expected === undefined) return { state: "unknown", reason: "no-baseline" };
  if (expected !== undefined && numbers.some((value) => !reached(value, expected) && !reached(value, target))) return { state: "behind" };
  if (numbers.length < found.length) return { state: "unknown", reason: "some-unknown" };
  return { state: short ? "on-track" : "met" };
}

/** A share that counts what nobody knows as not: where all of that might be, the target may be reached and nobody can say. */
function isOpenEnded({ value, of = 0, detail }: MeasureValue, target: number, wants: "more" | "less"): boolean {
  const unknown = Number(detail?.["unknownLicense"] ?? 0);
  return wants === "more" && value !== null && of > 0 && unknown > 0 && value < target && Math.round(value * of) + unknown >= target * of;
}

/** On the straight line from the baseline (on the day on which the strategy came into force) to the target at its date. */
function lineAt(baseline: number, target: number, from: string | undefined, due: string | undefined, now: string): number | undefined {
  if (due === undefined || from === undefined) return undefined;
  const [begin, end, at] = [Date.parse(from), Date.parse(due), Date.parse(now)];
  if (!(begin < end) || Number.isNaN(at)) return undefined;
  return baseline + (target - baseline) * Math.min(1, Math.max(0, (at - begin) / (end - begin)));
}

/**
 * The organisation where no `of` stands, every product for `*`, else that product. Where the measure knows only repositories, those: all, or those of the product.
 */
function readingsOf(
  { of }: KeyResult,
  measure: string,
  all: readonly MeasureValue[],
  products: ReadonlyMap<string, readonly string[]>,
): readonly MeasureValue[] {
  const values = all.filter((value) => value.measure === measure);
  const nearest = values.filter(({ subject }) =>
    of === undefined ? subject === "organization" : of === "*" ? subject.startsWith("product:") : subject === `product:${of}`,
  );
  if (nearest.length > 0) return nearest;
  const repositories = values.filter(({ subject }) => subject.startsWith("repository:"));
  if (of === undefined || of === "*")
    return repositories.length > 0 || of === undefined ? repositories : values.filter(({ subject }) => subject === "organization");
  return repositories.filter(({ subject }) => products.get(subject.slice("repository:".length))?.includes(of));
}
