// Sign-offs as the DCO app takes them: name and address of a Signed-off-by are the author's or the committer's, case aside.
import { authorOf, commitId, type History, isMerge, namedIn } from "../history/index.ts";
import { eachCommit, type Moment } from "./window.ts";

const MOST_PLACES = 10;

export function signOffs(moment: Moment): void {
  const { history, whole, set } = moment;
  if (!whole) return;
  let [asked, signed] = [0, 0];
  const missing: string[] = [];
  eachCommit(moment, 365, (row) => {
    if (isMerge(history, row) || authorOf(history, row).bot) return;
    asked += 1;
    if (isSignedOff(history, row)) signed += 1;
    else if (missing.length < MOST_PLACES) missing.push(commitId(history, row).slice(0, 12));
  });
  if (asked > 0) set("signedOffShare", signed / asked, ...missing.map((note) => ({ note })));
}

interface Named {
  readonly name: string;
  readonly email: string;
}

export function isSignedOff(history: History, row: number): boolean {
  const { author, committer } = history.commits;
  const makers = [author[row] as number, committer[row] as number].map((identity) => history.identities[identity] as Named);
  // An address that could not receive mail is nobody's, as the app has it: it must have a dot behind the @.
  const email = makers[0]?.email || makers[1]?.email || "";
  if (!/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email)) return false;
  return namedIn(history, row).some(
    ({ role, identity }) => role === "signed-off-by" && fits(history.identities[identity] as Named, makers),
  );
}

/** The name of one maker and the address of one: the app does not ask whether they are the same. */
export function fits(signOff: Named, makers: readonly Named[]): boolean {
  const same = (key: "name" | "email") => makers.some((maker) => maker[key].toLowerCase() === signOff[key].toLowerCase());
  return same("name") && same("email");
}
