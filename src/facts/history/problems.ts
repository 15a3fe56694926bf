// What is to be said of a history besides its figures: what is missing, what cannot be believed, what was not followed.
import { join } from "node:path";
import { type Phrase, phrase, type Problem, problemText, type ProblemWords } from "#kit";
import type { FoundRepository } from "../git/found.ts";
import { readInside } from "../git/inside.ts";
import { onOneLine } from "../git/names.ts";
import type { FactProblemCode } from "../problem-codes.ts";
import type { IdIndex } from "./id-index.ts";
import type { CommitTable } from "./commit-table.ts";
import { isAddress } from "./people.ts";
import type { TagRefs } from "./tag-refs.ts";
import type { History } from "./types.ts";

const MAX_GRAFTS_BYTES = 1024 * 1024;

interface Reading {
  readonly failure?: string;
  readonly state: { readonly cut: number; readonly oddTimes: OddTimes };
}

export function historyProblems(
  found: FoundRepository,
  history: Omit<History, "problems">,
  refs: TagRefs,
  index: IdIndex,
  reading: Reading,
): Problem[] {
  const problems: Problem[] = [];
  const tell = (code: FactProblemCode, severity: Problem["severity"], message: ProblemWords["message"]) =>
    problems.push({ code, severity, file: found.id, ...problemText({ message }) });
  if (reading.failure !== undefined) {
    const said = onOneLine(reading.failure.slice(0, 300).trim().replaceAll("\n", "; "));
    tell("history-incomplete", "warning", phrase`Only ${commits(history.count)} could be read; git says: ${said}`);
  }
  if (history.shallow)
    tell("history-shallow", "warning", phrase`Only ${commits(history.count)} here; figures about time and people speak of that.`);
  if (refs.incomplete !== undefined) tell("history-tags-incomplete", "warning", phrase`Not all tags were read: ${refs.incomplete}.`);
  const lost = history.tags.filter((tag) => tag.commit < 0).length;
  if (lost > 0)
    tell(
      "history-tags-elsewhere",
      "note",
      phrase`${lost} of ${history.tags.length} tags name no commit that is here; they are no releases.`,
    );
  const replaced = refs.replaced.filter((id) => index.find(padded(id, history.idBytes), 0) >= 0).length;
  if (replaced > 0) {
    tell(
      "history-replaced",
      "note",
      phrase`${commits(replaced)} with a replacement (refs/replace); the history is read as it was recorded.`,
    );
  }
  if (hasGrafts(found)) tell("history-grafts", "note", phrase`It has grafts (info/grafts); the history is read as it was recorded.`);
  if (reading.state.cut > 0) {
    tell("history-long-message", "note", phrase`${commits(reading.state.cut)} larger than 1 MB: the middle of the message was not read.`);
  }
  tellTimes(reading.state.oddTimes, tell);
  tellAddresses(history, tell);
  return problems;
}

export interface OddTimes {
  /** Commits without a time that can be read. */
  readonly unreadable: number;
  /** Commits of 1970 or before. */
  readonly early: number;
}

type Tell = (code: FactProblemCode, severity: Problem["severity"], message: ProblemWords["message"]) => void;

export function oddTimesOf({ authorTime, committerTime }: Pick<CommitTable, "authorTime" | "committerTime">): OddTimes {
  let unreadable = 0;
  let early = 0;
  for (let row = 0; row < authorTime.length; row += 1) {
    const earlier = Math.min(authorTime[row] as number, committerTime[row] as number);
    if (Number.isNaN(earlier)) unreadable += 1;
    else if (earlier <= 0) early += 1;
  }
  return { unreadable, early };
}

function tellTimes({ unreadable, early }: OddTimes, tell: Tell): void {
  if (unreadable > 0)
    tell("history-times", "note", phrase`${commits(unreadable)} without a time that can be read; no figure about time counts them.`);
  if (early > 0) tell("history-times", "note", phrase`${commits(early)} dated to 1970 or before: a clock stood wrong.`);
}

function tellAddresses({ identities }: Omit<History, "problems">, tell: Tell): void {
  const odd = identities.filter((identity) => !isAddress(identity.email)).length;
  if (odd > 0)
    tell(
      "history-addresses",
      "note",
      odd === 1
        ? phrase`Of ${identities.length} names in commits one has no valid e-mail address; people are told apart by name there.`
        : phrase`Of ${identities.length} names in commits ${odd} have no valid e-mail address; people are told apart by name there.`,
    );
}

function commits(count: number): Phrase {
  return count === 1 ? phrase`1 commit` : phrase`${count} commits`;
}

function padded(id: string, width: number): Buffer {
  const bytes = Buffer.alloc(width);
  bytes.write(id.slice(0, width * 2), "hex");
  return bytes;
}

function hasGrafts(found: FoundRepository): boolean {
  const bytes = found.git && readInside(found.root, join(found.git.common, "info", "grafts"), MAX_GRAFTS_BYTES);
  return bytes !== undefined && typeof bytes !== "string" && /^[0-9a-f]{40}/m.test(bytes.toString("latin1"));
}
