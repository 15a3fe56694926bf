// What a message of a commit says to machines: its subject, trailers that name people, what it reverts, the change request that it was.
import type { CommitBuilder } from "./commit-table.ts";
import type { Identities } from "./identities.ts";

const LINE = 10;
const SPACE = 32;
const INDENT = 4;
/** Longer subjects are kept up to here; nobody reads on. */
const MAX_SUBJECT = 2000;
const MAX_NUMBER = 2 ** 31;

/** Reads the message in `bytes[from, to)` into a row of its own. Lines are indented by four spaces. */
export function readMessage(bytes: Buffer, from: number, to: number, identities: Identities, into: CommitBuilder): void {
  let at = from;
  let subject = false;
  let change = 0;
  while (at < to) {
    let end = at;
    while (end < to && bytes[end] !== LINE) end += 1;
    const start = at + INDENT;
    if (end > start) {
      const first = (bytes[start] as number) | 32;
      if (!subject && !isBlank(bytes, start, end)) {
        subject = true;
        const last = trimmedEnd(bytes, start, end);
        into.subject.data.pushAll(bytes, start, Math.min(last, start + MAX_SUBJECT));
        change = changeOfSubject(bytes, start, last);
      } else if (first === S) {
        if (!takePerson(bytes, start, end, SIGNED_OFF, 0, identities, into) && change === 0)
          change = changeAfter(bytes, start, end, SEE, 33);
      } else if (first === C) takePerson(bytes, start, end, CO_AUTHORED, 1, identities, into);
      else if (first === PAREN) takeReference(bytes, start, end, PICKED, 0x70, into);
      if (first === T || bytes[start] === SPACE) takeReference(bytes, start, end, REVERTS, 0x72, into);
    }
    at = end + 1;
  }
  into.subject.endRow();
  into.people.endRow();
  into.references.endRow();
  into.change.push(change);
}

const S = 0x73;
const C = 0x63;
const T = 0x74;
const PAREN = 0x28 | 32;
// Compared without regard to case: all of them lower case here.
const SIGNED_OFF = Buffer.from("signed-off-by:");
const CO_AUTHORED = Buffer.from("co-authored-by:");
const PICKED = Buffer.from("(cherry picked from commit ");
const REVERTS = Buffer.from("this reverts commit ");
const SEE = Buffer.from("see merge request ");
const MERGE = Buffer.from("merge pull request #");
const BITBUCKET = Buffer.from("(pull request #");

function takePerson(
  bytes: Buffer,
  start: number,
  end: number,
  name: Buffer,
  kind: 0 | 1,
  identities: Identities,
  into: CommitBuilder,
): boolean {
  if (!startsLike(bytes, start, end, name)) return false;
  let from = start + name.length;
  while (from < end && isSpace(bytes[from] as number)) from += 1;
  const last = trimmedEnd(bytes, from, end);
  if (last > from) into.people.data.push(identities.fromBytes(bytes, from, last) * 2 + kind);
  return true;
}

/** The id that stands behind these words, with seven digits or more. */
function takeReference(bytes: Buffer, start: number, end: number, words: Buffer, sign: number, into: CommitBuilder): void {
  let at = start;
  while (at < end && bytes[at] === SPACE) at += 1;
  if (!startsLike(bytes, at, end, words)) return;
  const from = at + words.length;
  let last = from;
  while (last < end && isHex(bytes[last] as number)) last += 1;
  if (last - from < 7 || last - from > 64) return;
  if (into.references.rowLength > 0) into.references.data.push(SPACE);
  into.references.data.push(sign);
  for (let digit = from; digit < last; digit += 1) into.references.data.push((bytes[digit] as number) | 32);
}

/** `Title (#12)`, `Merge pull request #12 from …`, `Merged in … (pull request #12)`. */
function changeOfSubject(bytes: Buffer, start: number, end: number): number {
  const merge = changeAfter(bytes, start, end, MERGE, 0);
  if (merge > 0 || bytes[end - 1] !== 41) return merge;
  let at = end - 2;
  while (at > start && isDigit(bytes[at] as number)) at -= 1;
  if (bytes[at] !== 35) return 0;
  const bracket = bytes[at - 1] === 40 || startsLike(bytes, at + 1 - BITBUCKET.length, end, BITBUCKET);
  return bracket ? numberAt(bytes, at + 1, end) : 0;
}

/** The number behind these words, or behind the last `sign` of the line that they begin. */
function changeAfter(bytes: Buffer, start: number, end: number, words: Buffer, sign: number): number {
  if (!startsLike(bytes, start, end, words)) return 0;
  let at = start + words.length;
  if (sign !== 0) {
    at = end - 1;
    while (at > start && bytes[at] !== sign) at -= 1;
    if (at === start) return 0;
    at += 1;
  }
  return numberAt(bytes, at, end);
}

function numberAt(bytes: Buffer, from: number, end: number): number {
  let number = 0;
  for (let at = from; at < end && isDigit(bytes[at] as number); at += 1) {
    number = number * 10 + (bytes[at] as number) - 48;
    if (number >= MAX_NUMBER) return 0;
  }
  return number;
}

/** Whether the line goes on with these words (given in lower case), whatever its case. */
function startsLike(bytes: Buffer, start: number, end: number, words: Buffer): boolean {
  if (start < 0 || end - start < words.length) return false;
  for (let at = 0; at < words.length; at += 1) {
    const code = bytes[start + at] as number;
    if (code !== words[at] && !(code >= 65 && code <= 90 && (code | 32) === words[at])) return false;
  }
  return true;
}

function trimmedEnd(bytes: Buffer, from: number, end: number): number {
  let last = end;
  while (last > from && isSpace(bytes[last - 1] as number)) last -= 1;
  return last;
}

function isBlank(bytes: Buffer, from: number, end: number): boolean {
  return trimmedEnd(bytes, from, end) === from;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === 9 || code === 13;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHex(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}
