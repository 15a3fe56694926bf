// Activities that wait for each other: what comes before what must lead somewhere.
import { phrase, phraseRow } from "#kit";
import type { Activity, Strategy } from "../model.ts";
import type { ProblemList } from "../read/problems.ts";

/** Names each circle once, at the activity of it that stands first. */
export function checkCircles({ activities }: Strategy, problems: ProblemList): void {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const done = new Set<string>();
  for (const activity of activities) {
    const circle = circleThrough(activity, byId, done);
    done.add(activity.id);
    if (!circle) continue;
    problems.add(
      "link-cycle",
      activity.position,
      phrase`activities wait for each other in a circle: ${phraseRow([...circle, activity.id], " after ")}`,
      {
        expected: phrase`activities of which one can begin`,
        hint: phrase`Take one of the ids under after out.`,
      },
    );
  }
}

/** The way from an activity back to itself, past none that was looked at before; walked breadth first, so that it is the shortest. */
function circleThrough(start: Activity, byId: ReadonlyMap<string, Activity>, done: ReadonlySet<string>): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[start.id, undefined]]);
  const queue = [start.id];
  for (const id of queue) {
    for (const before of byId.get(id)?.after ?? []) {
      if (before === start.id) return wayTo(id, cameFrom);
      if (cameFrom.has(before) || done.has(before)) continue;
      cameFrom.set(before, id);
      queue.push(before);
    }
  }
  return undefined;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = [];
  for (let id: string | undefined = end; id !== undefined; id = cameFrom.get(id)) way.unshift(id);
  return way;
}
