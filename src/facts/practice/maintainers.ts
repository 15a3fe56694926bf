// How many of those whom CODEOWNERS names are at work. Forges know accounts, histories know addresses: who cannot be found in it stays open.
import { eachCommit, type Moment } from "./window.ts";

const DAYS = 180;

export function activeMaintainers(moment: Moment): void {
  const { history, maintainers, whole, set } = moment;
  if (maintainers === undefined || !whole) return;
  const wanted = new Set(maintainers.map((name) => name.replace(/^@/, "")));
  const handles = new Map<number, Set<string>>();
  const seen = new Set<string>();
  history.identities.forEach((identity, at) => {
    const person = history.personOf[at] as number;
    for (const name of namesOf(identity)) {
      if (!wanted.has(name)) continue;
      seen.add(name);
      handles.set(person, (handles.get(person) ?? new Set()).add(name));
    }
  });
  const active = new Set<string>();
  eachCommit(moment, DAYS, (row) => {
    const author = history.personOf[history.commits.author[row] as number] as number;
    for (const name of handles.get(author) ?? []) active.add(name);
  });
  // Two are enough for every question that is asked; fewer only where everybody could be found.
  if (active.size >= 2 || seen.size === wanted.size) set("activeMaintainers", active.size);
}

/** Under which a person may stand in CODEOWNERS: address, account in GitHub's private address, name, what stands before the @. */
function namesOf({ name, email }: { readonly name: string; readonly email: string }): string[] {
  const address = email.toLowerCase();
  const local = address.slice(0, Math.max(address.indexOf("@"), 0));
  const account = /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/.exec(address)?.[1];
  return [address, name.toLowerCase(), ...(local === "" ? [] : [local]), ...(account === undefined ? [] : [account])];
}
