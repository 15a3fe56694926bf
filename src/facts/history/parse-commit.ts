// One commit from the bytes that `git rev-list --header` prints: its id, the commit object, every line of the message indented by four spaces.
import type { CommitBuilder } from "./commit-table.ts";
import type { Identities } from "./identities.ts";
import { readMessage } from "./parse-message.ts";

const LINE = 10;
const SPACE = 32;
const CLOSE = 62;
const DASH = 45;

const PARENT = Buffer.from("parent ");
const AUTHOR = Buffer.from("author ");
const COMMITTER = Buffer.from("committer ");
const SIGNATURE = Buffer.from("gpgsig");
const PGP = Buffer.from("-----BEGIN PGP ");
const SSH = Buffer.from("-----BEGIN SSH ");
const X509 = Buffer.from("-----BEGIN SIGNED ");

/** Adds the commit that stands in `bytes[from, to)`. False where there is none. */
export function readCommit(bytes: Buffer, from: number, to: number, identities: Identities, into: CommitBuilder): boolean {
  const idEnd = bytes.indexOf(LINE, from);
  const hexDigits = idEnd - from;
  if (idEnd < 0 || idEnd > to || (hexDigits !== 40 && hexDigits !== 64)) return false;
  pushHex(bytes, from, idEnd, into.ids);
  let author = false;
  let committer = false;
  let signature = 0;
  let at = idEnd + 1;
  while (at < to && bytes[at] !== LINE) {
    const end = lineEnd(bytes, at, to);
    // Lines that go on from the one before begin with a space.
    const first = bytes[at];
    if (first === 0x70 && startsWith(bytes, at, PARENT)) pushHex(bytes, at + PARENT.length, end, into.parentIds.data);
    else if (first === 0x61 && !author && startsWith(bytes, at, AUTHOR)) {
      readPerson(bytes, at + AUTHOR.length, end, identities);
      author = true;
      into.author.push(person.identity);
      into.authorTime.push(person.time);
      into.authorZone.push(person.zone);
    } else if (first === 0x63 && !committer && startsWith(bytes, at, COMMITTER)) {
      readPerson(bytes, at + COMMITTER.length, end, identities);
      committer = true;
      into.committer.push(person.identity);
      into.committerTime.push(person.time);
      into.committerZone.push(person.zone);
    } else if (first === 0x67 && signature === 0 && startsWith(bytes, at, SIGNATURE)) signature = signatureKind(bytes, at, end);
    at = end + 1;
  }
  if (!author) pushNobody(into.author, into.authorTime, into.authorZone, identities);
  if (!committer) pushNobody(into.committer, into.committerTime, into.committerZone, identities);
  into.signature.push(signature);
  into.parentIds.endRow();
  readMessage(bytes, at + 1, to, identities, into);
  return true;
}

function lineEnd(bytes: Buffer, at: number, to: number): number {
  const end = bytes.indexOf(LINE, at);
  return end < 0 || end > to ? to : end;
}

export function startsWith(bytes: Buffer, at: number, prefix: Buffer): boolean {
  for (let step = 0; step < prefix.length; step += 1) if (bytes[at + step] !== prefix[step]) return false;
  return true;
}

/** Hexadecimal digits as bytes; whatever is none counts as it comes, for git has checked them. */
export function pushHex(bytes: Buffer, from: number, to: number, into: { push(value: number): void }): void {
  for (let at = from; at + 1 < to; at += 2) into.push((digit(bytes[at] as number) << 4) | digit(bytes[at + 1] as number));
}

function digit(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}

/** What `readPerson` found last: one object for all, as there are two of them a commit. */
export const person = { identity: 0, time: Number.NaN, zone: 0 };

/** `Name <address> seconds +hhmm`. Git looks for the end of the address from behind, too. */
export function readPerson(bytes: Buffer, from: number, to: number, identities: Identities): void {
  let close = to - 1;
  while (close > from && bytes[close] !== CLOSE) close -= 1;
  person.zone = 0;
  person.time = Number.NaN;
  if (close <= from) {
    person.identity = identities.fromBytes(bytes, from, to);
    return;
  }
  person.identity = identities.fromBytes(bytes, from, close + 1);
  let at = close + 1;
  while (at < to && bytes[at] === SPACE) at += 1;
  const negative = bytes[at] === DASH;
  if (negative) at += 1;
  let seconds = 0;
  let digits = 0;
  for (; at < to && isDigit(bytes[at] as number); at += 1, digits += 1) seconds = seconds * 10 + (bytes[at] as number) - 48;
  if (digits === 0 || seconds > MAX_SECONDS) return;
  person.time = negative ? -seconds : seconds;
  person.zone = zoneMinutes(bytes, at + 1, to);
}

/** What a `Date` can hold. */
const MAX_SECONDS = 8.64e12;
const MAX_ZONE = 100 * 60;

function zoneMinutes(bytes: Buffer, from: number, to: number): number {
  let number = 0;
  let at = bytes[from] === DASH || bytes[from] === 43 ? from + 1 : from;
  for (; at < to && at < from + 6 && isDigit(bytes[at] as number); at += 1) number = number * 10 + (bytes[at] as number) - 48;
  const minutes = Math.floor(number / 100) * 60 + (number % 100);
  if (minutes > MAX_ZONE) return 0;
  return bytes[from] === DASH ? -minutes : minutes;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function signatureKind(bytes: Buffer, at: number, end: number): number {
  // `gpgsig`, or `gpgsig-sha256` in repositories of that format.
  const value = bytes.indexOf(SPACE, at) + 1;
  if (value === 0 || value > end) return 0;
  return signatureAt(bytes, value);
}

/** `signatureKinds` by number: what begins here. */
export function signatureAt(bytes: Buffer, at: number): number {
  if (startsWith(bytes, at, PGP)) return 1;
  if (startsWith(bytes, at, SSH)) return 2;
  return startsWith(bytes, at, X509) ? 3 : 4;
}

function pushNobody(
  who: { push(value: number): void },
  time: { push(value: number): void },
  zone: { push(value: number): void },
  identities: Identities,
): void {
  who.push(identities.add({ name: "", email: "" }));
  time.push(Number.NaN);
  zone.push(0);
}
