// DevLake's cut points: where the published bands have gaps or are one, they are its own invention, which is why they stand under its name.
import type { Level } from "../bands.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

type Cuts = readonly (readonly [Level, number])[];

/** Minutes, each bound itself belonging to the next level. */
const lead: Readonly<Record<2021 | 2023, Cuts>> = {
  2021: [
    ["elite", HOUR],
    ["high", 7 * DAY],
    ["medium", 180 * DAY],
  ],
  2023: [
    ["elite", DAY],
    ["high", 7 * DAY],
    ["medium", 30 * DAY],
  ],
};
const restore: Cuts = [
  ["elite", HOUR],
  ["high", DAY],
  ["medium", 7 * DAY],
];
/** Shares, each bound itself belonging to its level. */
const failures: Readonly<Record<2021 | 2023, Cuts>> = {
  2021: [
    ["elite", 0.15],
    ["high", 0.2],
    ["medium", 0.3],
  ],
  2023: [
    ["elite", 0.05],
    ["high", 0.1],
    ["medium", 0.15],
  ],
};

export function devlakeLeadLevel(year: 2021 | 2023, minutes: number): Level {
  return lead[year].find(([, bound]) => minutes < bound)?.[0] ?? "low";
}

export function devlakeRestoreLevel(minutes: number): Level {
  return restore.find(([, bound]) => minutes < bound)?.[0] ?? "low";
}

export function devlakeFailureLevel(year: 2021 | 2023, share: number): Level {
  return failures[year].find(([, bound]) => share <= bound)?.[0] ?? "low";
}
