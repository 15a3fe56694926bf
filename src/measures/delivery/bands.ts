// The bands of the yearly reports, as data. The words of the reports are groups of answers, not cut points: hence gaps, and bands that several levels share.
// 2019 and 2021: from the reports themselves (2021: page 9). 2022 to 2024: from summaries by others (Octopus Deploy), not checked against the reports.

/** From best to worst. */
export const levels = ["elite", "high", "medium", "low"] as const;
export type Level = (typeof levels)[number];

export const deliveryKeys = ["deploymentFrequency", "leadTime", "timeToRestore", "changeFailureRate"] as const;
export type DeliveryKey = (typeof deliveryKeys)[number];

export const bandYears = [2019, 2021, 2022, 2023, 2024] as const;
export type BandYear = (typeof bandYears)[number];

/** From `best` to `worst`, both in the band; absent: open on that side. `below`: the worst bound itself is outside (`less than an hour`). */
export interface Band {
  readonly best?: number;
  readonly worst?: number;
  readonly below?: true;
}

/** How often: at least so many deployment days in such a time. */
export interface Pace {
  readonly days: number;
  readonly per: "week" | "month" | "half-year";
}
/** From `best` to `worst`; `best` absent: on demand. `worst` absent: anything. */
export interface PaceBand {
  readonly best?: Pace;
  readonly worst?: Pace;
}

type ByLevel<T> = Readonly<Partial<Record<Level, T>>>;

export interface YearBands {
  readonly year: BandYear;
  readonly source: string;
  /** Whether the figures were read in the report itself. */
  readonly primary: boolean;
  readonly deploymentFrequency: ByLevel<PaceBand>;
  /** Seconds. */
  readonly leadTime: ByLevel<Band>;
  /** Seconds. 2023 renamed it to failed deployment recovery time. */
  readonly timeToRestore: ByLevel<Band>;
  /** Shares. */
  readonly changeFailureRate: ByLevel<Band>;
  /** Levels that the failure rate cannot tell apart in this year: they share one band, or their figures are inverted. */
  readonly notSeparable?: readonly Level[];
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** A month of the answers, as everybody counts: thirty days; six of them are 182.5 days, half a year. */
const MONTH = 30 * DAY;
const HALF_YEAR = 182.5 * DAY;

const underHour: Band = { worst: HOUR, below: true };
const underDay: Band = { worst: DAY, below: true };
const dayToWeek: Band = { best: DAY, worst: WEEK };
const weekToMonth: Band = { best: WEEK, worst: MONTH };
const monthToHalfYear: Band = { best: MONTH, worst: HALF_YEAR };
const overHalfYear: Band = { best: HALF_YEAR };

/** Five days a week: every working day, the least that goes as “on demand, several times a day” where only days are counted. */
const daily: Pace = { days: 5, per: "week" };
const weekly: Pace = { days: 1, per: "week" };
const monthly: Pace = { days: 1, per: "month" };
const halfYearly: Pace = { days: 1, per: "half-year" };
const onDemand: PaceBand = { worst: daily };
const dayPaceToWeek: PaceBand = { best: daily, worst: weekly };
const weekPaceToMonth: PaceBand = { best: weekly, worst: monthly };
const monthPaceToHalfYear: PaceBand = { best: monthly, worst: halfYearly };

const share = (best: number, worst: number): Band => ({ best, worst });
/** From 2023 on the reports give one number for a group. */
const point = (value: number): Band => ({ best: value, worst: value });
const upTo = (worst: number): Band => ({ worst });

export const bands: Readonly<Record<BandYear, YearBands>> = {
  2019: {
    year: 2019,
    source: "DORA, Accelerate State of DevOps 2019",
    primary: true,
    deploymentFrequency: { elite: onDemand, high: dayPaceToWeek, medium: weekPaceToMonth, low: monthPaceToHalfYear },
    leadTime: { elite: underDay, high: dayToWeek, medium: weekToMonth, low: monthToHalfYear },
    timeToRestore: { elite: underHour, high: underDay, medium: underDay, low: weekToMonth },
    changeFailureRate: { elite: upTo(0.15), high: upTo(0.15), medium: upTo(0.15), low: share(0.46, 0.6) },
  },
  2021: {
    year: 2021,
    source: "DORA, Accelerate State of DevOps 2021, page 9",
    primary: true,
    deploymentFrequency: { elite: onDemand, high: weekPaceToMonth, medium: monthPaceToHalfYear, low: { best: halfYearly } },
    leadTime: { elite: underHour, high: dayToWeek, medium: monthToHalfYear, low: overHalfYear },
    timeToRestore: { elite: underHour, high: underDay, medium: dayToWeek, low: overHalfYear },
    changeFailureRate: { elite: upTo(0.15), high: share(0.16, 0.3), medium: share(0.16, 0.3), low: share(0.16, 0.3) },
    notSeparable: ["high", "medium", "low"],
  },
  2022: {
    year: 2022,
    source: "Octopus Deploy on DORA 2022 (three groups, no elite); not checked against the report",
    primary: false,
    deploymentFrequency: { high: onDemand, medium: weekPaceToMonth, low: monthPaceToHalfYear },
    leadTime: { high: dayToWeek, medium: weekToMonth, low: monthToHalfYear },
    timeToRestore: { high: underDay, medium: dayToWeek, low: weekToMonth },
    changeFailureRate: { high: upTo(0.15), medium: share(0.16, 0.3), low: share(0.46, 0.6) },
  },
  2023: {
    year: 2023,
    source: "Octopus Deploy on DORA 2023; not checked against the report",
    primary: false,
    deploymentFrequency: { elite: onDemand, high: dayPaceToWeek, medium: weekPaceToMonth, low: weekPaceToMonth },
    leadTime: { elite: underDay, high: dayToWeek, medium: weekToMonth, low: weekToMonth },
    timeToRestore: { elite: underHour, high: underDay, medium: dayToWeek, low: monthToHalfYear },
    changeFailureRate: { elite: upTo(0.05), high: point(0.1), medium: point(0.15), low: point(0.64) },
  },
  2024: {
    year: 2024,
    source: "Octopus Deploy on DORA 2024 (failure rates of high and medium are inverted there); not checked against the report",
    primary: false,
    deploymentFrequency: { elite: onDemand, high: dayPaceToWeek, medium: weekPaceToMonth, low: monthPaceToHalfYear },
    leadTime: { elite: underDay, high: dayToWeek, medium: weekToMonth, low: monthToHalfYear },
    timeToRestore: { elite: underHour, high: underDay, medium: underDay, low: weekToMonth },
    changeFailureRate: { elite: upTo(0.05), high: point(0.2), medium: point(0.1), low: point(0.4) },
    notSeparable: ["high", "medium"],
  },
};
