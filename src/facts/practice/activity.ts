// How much happens, and how many people it rests on (CHAOSS; Scorecard Maintained).
import { authorOf, isMerge } from "../history/index.ts";
import { DAY, eachCommit, type Moment } from "./window.ts";

export function activity(moment: Moment): void {
  const { history, now, whole, set } = moment;
  let count = 0;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < history.count; row += 1) {
    if (history.onDefaultBranch[row] === 0) continue;
    count += 1;
    const time = history.commits.committerTime[row] as number;
    // Before 1970 and after now no commit was made: clocks that are wrong say nothing about age.
    if (time > 0 && time <= now) {
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
  }
  if (Number.isFinite(last)) set("daysSinceCommit", Math.floor((now - last) / DAY));
  if (!whole) return;
  set("commits", count);
  if (Number.isFinite(first)) set("daysSinceFirstCommit", Math.floor((now - first) / DAY));
  let recent = 0;
  eachCommit(moment, 90, () => {
    recent += 1;
  });
  set("commits90Days", recent);
  people(moment);
}

function people(moment: Moment): void {
  const { history, set } = moment;
  const byPerson = new Map<number, number>();
  let commits = 0;
  eachCommit(moment, 365, (row) => {
    if (isMerge(history, row) || authorOf(history, row).bot) return;
    commits += 1;
    const person = history.personOf[history.commits.author[row] as number] as number;
    byPerson.set(person, (byPerson.get(person) ?? 0) + 1);
  });
  set("commits365Days", commits);
  set("contributors365Days", byPerson.size);
  // Of fewer than five people nothing is said but how many they are (docs/adr/0010).
  if (byPerson.size < 5) return;
  let [half, factor] = [0, 0];
  for (const made of [...byPerson.values()].sort((a, b) => b - a)) {
    half += made;
    factor += 1;
    if (half * 2 >= commits) break;
  }
  set("absenceFactor", factor);
}
