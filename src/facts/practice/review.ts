// Signs that somebody else looked at a change. What is certain only the forge knows: these are indicators.
import { authorOf, isMerge, namedIn, signatureOf } from "../history/index.ts";
import { eachCommit, type Moment } from "./window.ts";

/** Commits of a year that one person wrote and put on the default branch, with no merge, request or second person named. */
export function review(moment: Moment): void {
  const { history, whole, set } = moment;
  if (!whole) return;
  const { parents, author, committer, change } = history.commits;
  // What a merge brought in was put before somebody, as far as a history can tell: only the first line of parents is direct.
  const line = new Set<number>();
  for (let row = history.head; row >= 0 && !line.has(row); row = parents.data[parents.starts[row] as number] ?? -1) {
    line.add(row);
    if (parents.starts[row] === parents.starts[row + 1]) break;
  }
  let direct = 0;
  eachCommit(moment, 365, (row) => {
    if (!line.has(row) || isMerge(history, row) || authorOf(history, row).bot || change[row] !== 0) return;
    const maker = history.personOf[author[row] as number];
    const others = namedIn(history, row).some(({ identity }) => history.personOf[identity] !== maker);
    const same = history.personOf[committer[row] as number] === maker && !signatureOf(history, row).platform;
    if (same && !others) direct += 1;
  });
  set("directCommits", direct);
}
