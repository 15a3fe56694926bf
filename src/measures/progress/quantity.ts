// Targets and baselines as people write them: `80%`, `2d`, `0`, `>= 4`. A number in the unit of the measure, or nothing where the two do not fit.
import type { MeasureUnit } from "../registry/types.ts";

export interface Quantity {
  readonly value: number;
  /** In lower case; empty without one. */
  readonly unit: string;
  /** What is written before the number, where the measure itself does not say which way is better. */
  readonly wants?: "more" | "less";
}

const FORM = /^\s*([<>]=?|≤|≥)?\s*(-?\d{1,12}(?:[.,]\d{1,6})?)\s*(.*?)\s*$/;
const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
  min: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hour: 3600,
  hours: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
  w: 604_800,
  week: 604_800,
  weeks: 604_800,
  m: 2_629_800,
  month: 2_629_800,
  months: 2_629_800,
  y: 31_557_600,
  year: 31_557_600,
  years: 31_557_600,
};
/** Seconds in the unit of a measure that is a time. */
const TIMES: Readonly<Partial<Record<MeasureUnit, number>>> = { seconds: 1, hours: 3600, days: 86_400, years: 31_557_600 };

export function parseQuantity(text: string): Quantity | undefined {
  const [, sign, number, unit = ""] = FORM.exec(text) ?? [];
  if (number === undefined) return undefined;
  const value = Number(number.replace(",", "."));
  const wants = sign === undefined ? {} : { wants: /^[<≤]/.test(sign) ? ("less" as const) : ("more" as const) };
  return { value, unit: unit.toLowerCase(), ...wants };
}

/** The number in the unit of the measure; undefined where the two do not fit (`2d` of a share). A number without a unit is in that of the measure; for times it has to say which. */
export function inUnit({ value, unit }: Quantity, measure: MeasureUnit): number | undefined {
  if (measure === "profile") return undefined;
  if (measure === "share")
    return unit === "%" ? value / 100 : unit === "‰" ? value / 1000 : unit === "" && Math.abs(value) <= 1 ? value : undefined;
  const time = TIMES[measure];
  if (time !== undefined) {
    if (unit === "") return value === 0 || measure !== "seconds" ? value : undefined;
    const seconds = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
    return seconds === undefined ? undefined : (value * seconds) / time;
  }
  if (unit === "%" || unit === "‰") return undefined;
  if (measure === "per week" || measure === "per year") return perTime(value, unit, measure);
  // Counts, lines, points: what they count may be said.
  return measure === "count" && Object.hasOwn(SECONDS, unit) ? undefined : value;
}

function perTime(value: number, unit: string, measure: "per week" | "per year"): number | undefined {
  const per = unit.includes("/") ? unit.slice(unit.indexOf("/") + 1) : undefined;
  if (per === undefined) return Object.hasOwn(SECONDS, unit) ? undefined : value;
  const seconds = Object.hasOwn(SECONDS, per) ? SECONDS[per] : undefined;
  return seconds === undefined ? undefined : (value * (measure === "per week" ? 604_800 : 31_557_600)) / seconds;
}
