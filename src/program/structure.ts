// Structure follows strategy: what is older than the strategy cannot have been made for it.
import type { Organization, Position, Strategy } from "./model.ts";

export interface Older {
  readonly id: string;
  /** Day on which it was there. */
  readonly since: string;
  /** Day from which the strategy is there. */
  readonly begin: string;
  readonly position: Position | undefined;
}

/** Boards and teams that are older than the strategy. Without days nobody can say, and nothing is held against them. */
export function olderThanStrategy({ boards, teams }: Organization, { approved, inForce, seen }: Strategy): Older[] {
  const begin = [approved, inForce, seen].flatMap((day) => day ?? []).sort()[0];
  if (begin === undefined) return [];
  return [...boards, ...teams].flatMap((part) => {
    const since = part.since ?? part.seen;
    return since === undefined || since >= begin ? [] : [{ id: part.id, since, begin, position: part.position }];
  });
}
