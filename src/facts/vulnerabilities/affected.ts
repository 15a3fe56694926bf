// Whether a version is affected, and which version is the first that is not.
import { compareVersions } from "#kit";
import type { Affected, Interval } from "./types.ts";

/** Undefined where the version has no place in the ecosystem's order (a branch, a commit), or none is given, and no list settles it. */
export function isAffected(affected: Affected, version: string): boolean | undefined {
  if (version !== "" && affected.versions?.some((listed) => sameVersion(affected.order, listed, version))) return true;
  let unsure = false;
  for (const interval of affected.intervals ?? []) {
    const inside = isInside(interval, version, affected.order);
    if (inside) return true;
    unsure ||= inside === undefined;
  }
  if (version === "" && (affected.versions?.length ?? 0) > 0) return undefined;
  return unsure ? undefined : false;
}

function sameVersion(order: string, a: string, b: string): boolean {
  return a === b || compareVersions(order, a, b) === 0;
}

function isInside({ from, after, below, through }: Interval, version: string, order: string): boolean | undefined {
  if (from === undefined && after === undefined && below === undefined && through === undefined) return true;
  const tests: readonly (readonly [string | undefined, (sign: number) => boolean])[] = [
    [from, (sign) => sign >= 0],
    [after, (sign) => sign > 0],
    [below, (sign) => sign < 0],
    [through, (sign) => sign <= 0],
  ];
  let unsure = false;
  for (const [bound, holds] of tests) {
    if (bound === undefined) continue;
    const sign = version === "" ? undefined : compareVersions(order, version, bound);
    if (sign === undefined) unsure = true;
    else if (!holds(sign)) return false;
  }
  return unsure ? undefined : true;
}

/** The lowest of the mended versions that comes after this one; undefined where there is none. */
export function firstFixAfter(affected: Affected, version: string): string | undefined {
  let best: string | undefined;
  for (const candidate of affected.fixed ?? []) {
    const ahead = compareVersions(affected.order, candidate, version);
    if (ahead === undefined || ahead <= 0 || isAffected(affected, candidate) === true) continue;
    if (best === undefined || (compareVersions(affected.order, candidate, best) ?? 0) < 0) best = candidate;
  }
  return best;
}

/**
 * The first version that is free of all of these: the highest of their fixes, pushed on while one of them covers it. Undefined where one of them has
 * no fix ahead.
 */
export function firstFreeVersion(all: readonly Affected[], version: string): string | undefined {
  let candidate = version;
  // Each turn moves past one fix at least, and there are only so many.
  const turns = all.reduce((sum, affected) => sum + (affected.fixed?.length ?? 0), 1);
  for (let turn = 0; turn < turns; turn++) {
    const open = all.filter((affected) => isAffected(affected, candidate) !== false);
    if (open.length === 0) return candidate;
    for (const affected of open) {
      const next = firstFixAfter(affected, candidate);
      if (next === undefined) return undefined;
      if ((compareVersions(affected.order, next, candidate) ?? 0) > 0) candidate = next;
    }
  }
  return all.every((affected) => isAffected(affected, candidate) === false) ? candidate : undefined;
}
