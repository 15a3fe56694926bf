// Whose commits they are: under addresses of ours, under others of our people, from outside (git-proxy checkAuthorEmails, Baloise BAL-CON-06, CHAOSS).
import { authorOf, isMerge } from "../history/index.ts";
import { eachCommit, type Moment } from "./window.ts";

export function identities(moment: Moment): void {
  const { history, domains, whole, set } = moment;
  if (!whole || domains.length === 0) return;
  const isOurs = (email: string) => {
    const host = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
    return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  };
  // Somebody with an address of ours anywhere in this history is ours under the other addresses, too: by mailmap, or by the very same full name.
  const ourPeople = new Set<number>();
  const ourNames = new Set<string>();
  history.identities.forEach(({ name, email }, at) => {
    if (!isOurs(email)) return;
    ourPeople.add(history.personOf[at] as number);
    if (name.trim().includes(" ")) ourNames.add(name.trim().toLowerCase());
  });
  let [ours, rightly, all, outside] = [0, 0, 0, 0];
  eachCommit(moment, 365, (row) => {
    if (isMerge(history, row) || authorOf(history, row).bot) return;
    all += 1;
    const identity = history.commits.author[row] as number;
    const { name, email } = history.identities[identity] as { name: string; email: string };
    const known = ourPeople.has(history.personOf[identity] as number) || ourNames.has(name.trim().toLowerCase());
    if (!known) outside += 1;
    else {
      ours += 1;
      if (isOurs(email)) rightly += 1;
    }
  });
  set("ourCommits365Days", ours);
  if (ours > 0) set("ourIdentityShare", rightly / ours);
  if (all > 0 && ourPeople.size > 0) set("externalShare", outside / all);
}
