// Where projects stand on the map of the ladder, and where their names stand so that none covers another: columns as wide as what is in them, bands as high as
// their names are piled.
import { shorten } from "./escape.ts";

export interface OnLadder {
  readonly id: string;
  readonly label: string;
  /** Index of the column. */
  readonly column: number;
  /** 0 is the lowest rung; at least one of the two is there. */
  readonly now?: number;
  readonly wanted?: number;
}

export interface PlacedProject {
  readonly id: string;
  readonly x: number;
  readonly now?: number;
  readonly wanted?: number;
  /** What is written, its middle, its baseline, how wide it is about. */
  readonly label: { readonly text: string; readonly x: number; readonly y: number; readonly width: number };
  /** The name stands higher than right above the dot: a thin line leads to it. */
  readonly leader: boolean;
}

export interface LadderMap {
  readonly width: number;
  readonly height: number;
  /** Heights of the rungs, the lowest first. */
  readonly rungs: readonly number[];
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly projects: readonly PlacedProject[];
}

export interface LadderMapOptions {
  readonly columns: number;
  readonly rungs: number;
  /** Room for the names of the rungs. */
  readonly left: number;
  /** At least as wide as this. */
  readonly width: number;
}

const EMPTY_COLUMN = 104;
const APART = 48;
/** Between a rung and the names over it, between two rows of names, and under the rung above. */
const OVER = 15;
const ROW = 18;
const UNDER = 26;
const LEAST_BAND = 84;
const LONGEST = 22;
/** Of a letter at 14 pixels, on the wide side. */
const LETTER = 7.6;
const FOOT = 44;

export function ladderMap(projects: readonly OnLadder[], options: LadderMapOptions): LadderMap {
  const columns = columnsOf(projects, options);
  const last = columns.at(-1);
  const width = last ? last.x + last.width : options.width;
  const piled = pile(atTheirPlace(projects, columns), options.left, width);
  const rungs = rungsOf(piled, options.rungs);
  return {
    width,
    height: (rungs[0] ?? 0) + FOOT,
    rungs,
    columns,
    projects: piled.map(({ project: { id, now, wanted }, x, text, middle, wide, row, top }) => ({
      id,
      x,
      ...(now === undefined ? {} : { now: rungs[now] as number }),
      ...(wanted === undefined ? {} : { wanted: rungs[wanted] as number }),
      label: { text, x: middle, y: (rungs[top] as number) - OVER - row * ROW, width: wide },
      leader: row > 0,
    })),
  };
}

function columnsOf(projects: readonly OnLadder[], { columns, left, width }: LadderMapOptions): { x: number; width: number }[] {
  const needed = Array.from({ length: columns }, (_, at) =>
    Math.max(EMPTY_COLUMN, projects.filter(({ column }) => column === at).length * APART),
  );
  const spare = Math.max(0, width - left - needed.reduce((sum, one) => sum + one, 0)) / columns;
  let x = left;
  return needed.map((one) => {
    const column = { x, width: one + spare };
    x += column.width;
    return column;
  });
}

interface Standing {
  readonly project: OnLadder;
  readonly x: number;
  readonly text: string;
  readonly wide: number;
  /** The higher of its two rungs: its name stands over that. */
  readonly top: number;
}

function atTheirPlace(projects: readonly OnLadder[], columns: readonly { readonly x: number; readonly width: number }[]): Standing[] {
  return columns.flatMap(({ x, width }, at) => {
    const inside = projects.filter(({ column }) => column === at);
    return inside.map((project, place) => {
      const text = shorten(project.label, LONGEST);
      return {
        project,
        x: x + ((place + 0.5) / inside.length) * width,
        text,
        wide: [...text].length * LETTER + 8,
        top: Math.max(project.now ?? 0, project.wanted ?? 0),
      };
    });
  });
}

interface Piled extends Standing {
  readonly middle: number;
  readonly row: number;
}

/** From the left to the right, each name in the lowest row of its band that is free there. */
function pile(standing: readonly Standing[], left: number, width: number): Piled[] {
  const ends = new Map<string, number>();
  return standing.map((one) => {
    const middle = Math.min(Math.max(one.x, left + one.wide / 2), width - one.wide / 2);
    let row = 0;
    while ((ends.get(`${one.top} ${row}`) ?? Number.NEGATIVE_INFINITY) > middle - one.wide / 2) row += 1;
    ends.set(`${one.top} ${row}`, middle + one.wide / 2);
    return { ...one, middle, row };
  });
}

function rungsOf(piled: readonly Piled[], rungs: number): number[] {
  const heights = Array.from({ length: rungs }, (_, at) => {
    const rows = Math.max(0, ...piled.filter(({ top }) => top === at).map(({ row }) => row + 1));
    return Math.max(LEAST_BAND, OVER + rows * ROW + UNDER);
  });
  let y = 0;
  return heights
    .toReversed()
    .map((height) => (y += height))
    .toReversed();
}
