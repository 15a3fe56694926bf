// Culture and people (R6): what the registers and answers of people show of it. Nobody is named who did not agree, nobody is counted against anybody, and nothing is ordered but by its day.
import type { ScanResult } from "#scan";

/** Of so many registers it is read. */
export const CULTURE_REGISTERS = 5;
const YEAR = 365 * 86_400_000;

export interface Culture {
  /** Trainings with how many took part and how many showed that they can do it; the last day of each. */
  readonly trainings: readonly {
    readonly id: string;
    readonly title: string;
    readonly attended: number;
    readonly passed: number;
    readonly last?: string;
  }[];
  /** Units with somebody who speaks for open source now, and how many they are; `undefined` where no unit is named. */
  readonly ambassadors: readonly { readonly unit: string | undefined; readonly count: number }[];
  /** Of the last year. */
  readonly events: readonly { readonly on: string; readonly kind: string; readonly title: string }[];
  readonly recognition: readonly { readonly on: string; readonly for: string; readonly team?: string; readonly with: readonly string[] }[];
  /** Projects inside that are open to everybody inside: shown as such, and not among those that are published. */
  readonly innerSource: readonly { readonly repository: string; readonly for: string; readonly owner?: string; readonly read: boolean }[];
  /** What people say (K-50): agreement by statement, 0 to 100. Absent where nothing may be shown. */
  readonly said?: { readonly index: number | null; readonly answers: number; readonly agreement: Readonly<Record<string, number>> };
  /** Registers that are not there: of them nothing is known. */
  readonly missing: readonly ("training" | "ambassadors" | "events" | "recognition" | "inner-source")[];
}

export function cultureOf({ program, now, repositories, measures }: ScanResult): Culture {
  const { training, ambassadors, events, recognition, "inner-source": inner } = program.registers ?? {};
  const day = now.slice(0, 10);
  const recent = ({ on }: { readonly on: string }) => on <= day && Date.parse(now) - Date.parse(on) <= YEAR;
  const serving = (ambassadors?.ambassadors ?? []).filter(({ since = "", until }) => since <= day && (until === undefined || until >= day));
  const known = new Set(repositories.map(({ id }) => id));
  const said = saidIn(measures);
  return {
    trainings: Object.entries(training?.trainings ?? {}).map(([id, { title, evidence }]) => {
      const last = evidence
        .map(({ on }) => on)
        .sort()
        .at(-1);
      const passed = evidence.filter(({ result }) => result === "passed").length;
      return { id, title, attended: evidence.length, passed, ...(last === undefined ? {} : { last }) };
    }),
    ambassadors: [...Map.groupBy(serving, ({ unit }) => unit)].map(([unit, list]) => ({ unit, count: list.length })),
    events: byDay(Object.values(events?.events ?? {}).filter(recent)).map(({ on, kind, title }) => ({ on, kind, title })),
    recognition: byDay((recognition?.recognition ?? []).filter(recent)).map(({ on, for: what, team, with: people = [] }) => ({
      on,
      for: what,
      ...(team === undefined ? {} : { team }),
      with: people,
    })),
    innerSource: (inner?.projects ?? []).map(({ repository, for: what, owner }) => ({
      repository,
      for: what,
      ...(owner === undefined ? {} : { owner }),
      read: known.has(repository),
    })),
    ...(said ? { said } : {}),
    missing: [
      ...(training ? [] : ["training" as const]),
      ...(ambassadors ? [] : ["ambassadors" as const]),
      ...(events ? [] : ["events" as const]),
      ...(recognition ? [] : ["recognition" as const]),
      ...(inner ? [] : ["inner-source" as const]),
    ],
  };
}

function saidIn(measures: ScanResult["measures"]): Culture["said"] {
  const whole = measures.find(({ measure, subject }) => measure === "culture.survey-index" && subject === "organization");
  const agreement = Object.entries(whole?.detail ?? {}).flatMap(([id, value]) => (typeof value === "number" ? [[id, value] as const] : []));
  if (whole?.of === undefined || agreement.length === 0) return undefined;
  return { index: whole.value, answers: whole.of, agreement: Object.fromEntries(agreement) };
}

/** Newest first. */
function byDay<T extends { readonly on: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
