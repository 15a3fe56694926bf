// Everything that can be wrong with documents, by code.
import type { ProblemMeaning } from "#kit";

/** Codes of this room: docs/reference/errors.md is made from it. */
export const programProblems = {
  "frameworks-broken": {
    means: "A framework that comes with Allmend cannot be read: a fault of ours, or an installation that was changed.",
    remedy: "Install again; if it stays, tell us.",
  },
  "document-missing": {
    means: "A document that a program needs is not there.",
    remedy: "Write it; `allmend init` writes a first one.",
  },
  "document-unreadable": {
    means: "A file could not be read.",
    remedy: "Look at the file's permissions and encoding: documents are UTF-8 text.",
  },
  "document-encoding": {
    means: "A document holds bytes that are not UTF-8; they were read as replacement characters.",
    remedy: "Save it as UTF-8.",
  },
  "document-too-large": {
    means: "A document is larger, longer or deeper than any real one.",
    remedy: "Split it, or take out what is not written by hand.",
  },
  "document-unknown": {
    means: "A file in the program's folder is not one that Allmend reads.",
    remedy: "Rename it as the message suggests, or move it out of the folder.",
  },
  "link-leaves-folder": {
    means: "A symbolic link points outside the program's folder; it is not followed.",
    remedy: "Put the file itself there.",
  },
  "yaml-syntax": {
    means: "The text is not YAML, or not the part of it that documents use.",
    remedy: "Mend the line; most often it is the indentation or a missing quote.",
  },
  "duplicate-key": {
    means: "A map holds the same key twice.",
    remedy: "Keep one of the two.",
  },
  "unknown-key": {
    means: "A key is not one of those that stand there.",
    remedy: "Write the key as the message suggests; `docs/reference/documents.md` lists them all.",
  },
  "missing-key": {
    means: "A key that must be there is not.",
    remedy: "Add it in the form that the message gives.",
  },
  "wrong-type": {
    means: "A value is of another kind than expected: a list for a text, a text for a number.",
    remedy: "Write the value in the form that the message gives.",
  },
  "not-one-of": {
    means: "A value is not one of the words that stand there.",
    remedy: "Take one of the words that the message lists.",
  },
  malformed: {
    means: "A value has not the form that it must have.",
    remedy: "Write it in the form that the message gives.",
  },
  "front-matter-missing": {
    means: "A page does not begin with its front matter.",
    remedy: "Begin the page with `---`, its keys, and `---`.",
  },
  "area-mismatch": {
    means: "The area in the front matter is not the one of the file's name.",
    remedy: "Rename the file or change `policy:`.",
  },
  "rule-block-unclear": {
    means: "A fenced block looks like a rule and is not marked as one.",
    remedy: "Begin the block with ```` ```yaml rule ````, or with ```` ```text ```` where it only illustrates.",
  },
  "rule-without-sentence": {
    means: "No sentence stands above a rule.",
    remedy: "Write the sentence that the rule enforces directly above it.",
  },
  "duplicate-id": {
    means: "Two things have one id.",
    remedy: "Give one of the two another id.",
  },
  "unknown-reference": {
    means: "Something is named that does not exist.",
    remedy: "Correct the name, or add what it names.",
  },
  "dates-out-of-order": {
    means: "One date comes before another that it should follow.",
    remedy: "Correct one of the two dates.",
  },
  "too-many-objectives": {
    means: "The strategy has more objectives than anybody can keep in mind.",
    remedy: "Keep the two or three that matter most; the rest may be key results or activities.",
  },
  "structure-before-strategy": {
    means: "A board or a team is older than the strategy that it should follow from.",
    remedy: "Ask whether the strategy wants it so; then let `since` say since when it has its role under this strategy.",
  },
  "link-cycle": {
    means: "Activities wait for each other in a circle, so none of them can begin.",
    remedy: "Take one of the ids under `after` out.",
  },
  "translation-missing": {
    means: "A sentence or a text is not there in another language.",
    remedy: "Write it in that language, under the same id.",
  },
  "translation-unknown": {
    means: "A text in another language belongs to nothing.",
    remedy: "Give it the id of what it translates, or take it out.",
  },
  "strategy-missing": {
    means: "There is no strategy.",
    remedy: "Write `strategy.md`, or extend a pack that has one.",
  },
  "strategy-too-long": {
    means: "The strategy is longer than about two pages.",
    remedy: "Cut it: a strategy that nobody reads steers nothing.",
  },
  "objective-without-activity": {
    means: "No activity serves an objective.",
    remedy: "Say with `serves` which activity works for it, or drop the objective.",
  },
  "objective-without-key-result": {
    means: "Nothing measures an objective.",
    remedy: "Add a key result, or accept that nobody will know.",
  },
  "activity-without-objective": {
    means: "An activity serves no objective.",
    remedy: "Say with `serves` what it is for, or drop it.",
  },
  "policy-without-activity": {
    means: "A policy serves no activity.",
    remedy: "Say with `serves` what it is for.",
  },
  "area-missing": {
    means: "A policy area has no document.",
    remedy: "Write the policy, or extend a pack that has one.",
  },
  contradiction: {
    means: "Two statements of a document do not go together.",
    remedy: "Decide for one of the two.",
  },
  "pack-unknown": {
    means: "A pack is not there.",
    remedy: "Correct the name; packs lie in `packs/` beside the program and in the product.",
  },
  "pack-version": {
    means: "A pack is there in another version.",
    remedy: "Look with `allmend diff --pack` at what changed, then name the version that is there.",
  },
  "pack-cycle": {
    means: "Packs extend each other in a circle.",
    remedy: "Take one of the `extends` out.",
  },
  "parameter-unknown": {
    means: "A parameter is set that no pack has and nothing uses.",
    remedy: "Correct the name, or take it out.",
  },
  "parameter-type": {
    means: "A parameter is of another type than the pack says.",
    remedy: "Write a value of the type that the message gives.",
  },
  "placeholder-unknown": {
    means: "A placeholder ${…} names no parameter.",
    remedy: "Declare the parameter, or correct its name.",
  },
  "table-unclear": {
    means: "A table of products holds something that is not understood.",
    remedy: "Mend the cell; the message says what can stand there.",
  },
  "record-torn": {
    means: "The last line of a record file is incomplete.",
    remedy: "Complete the last line or delete it; a run that was stopped may have left it.",
  },
  "record-malformed": {
    means: "A line of a record file is no record.",
    remedy: "Write the line as one JSON object in the form of `docs/reference/schema/record.json`.",
  },
  "record-not-written": {
    means: "A record would not be read again, so it was not written.",
    remedy: "Correct what the message names; a file that is imported may hold something that no record can.",
  },
  "bad-baseline": {
    means: "A file is no baseline.",
    remedy: "Make it again with `allmend adopt`.",
  },
  "pack-unusable": {
    means: "A program cannot be written from a pack: it is not there, or has errors.",
    remedy: "Correct the name, or mend the pack; the message says what is wrong with it.",
  },
  "no-pack": {
    means: "A program extends no pack and says of none that it is based on it, so there is nothing to compare with.",
    remedy: "Name one: `allmend diff --pack NAME`.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
export type ProgramProblemCode = keyof typeof programProblems;
