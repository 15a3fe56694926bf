// The two windows of a measurement: the one that was asked for, and a longer one for what is seldom. Both end at the moment for which the run answers.
import type { Window } from "./calendar.ts";

export interface Windows {
  readonly window: Window;
  readonly slow: Window;
}

const DAY = 86_400_000;
export const DEFAULT_WINDOW_DAYS = 90;
const SLOW_DAYS = 365;

export function windowsUntil(now: number, days: number = DEFAULT_WINDOW_DAYS): Windows {
  const window = { from: now - days * DAY, to: now };
  return { window, slow: days >= SLOW_DAYS ? window : { from: now - SLOW_DAYS * DAY, to: now } };
}

export function daysOf({ from, to }: Window): number {
  return Math.round((to - from) / DAY);
}

/** What the shorter window says where it suffices, else what the longer one says. */
export function firstEnough<T>(
  { window, slow }: Windows,
  take: (window: Window) => T,
  enough: (taken: T) => boolean,
): { taken: T; days: number } {
  const short = take(window);
  if (enough(short) || window === slow) return { taken: short, days: daysOf(window) };
  return { taken: take(slow), days: daysOf(slow) };
}
