// What a line of the record is made of, and what its hash covers: everything in it, and the line before.
import { randomBytes } from "node:crypto";
import { AllmendError, canonicalJson, sha256 } from "#kit";
import type { StoredLine } from "./tables.ts";

/** Something that was done. What may have to be forgotten (who, why, `personal`) enters the chain as a salted digest only. */
export interface NewLine {
  /** ISO 8601, in UTC. */
  readonly at: string;
  /** Id of a person, of a token, or of the part of the program that acted. */
  readonly by: string;
  /** What was done: `case.decided`, `role.granted`. */
  readonly what: string;
  /** What it was done to, as `kind:id`. */
  readonly subject: string;
  readonly why?: string;
  /** Digest of the program in force. */
  readonly policy?: string;
  /** Digest of what was looked at. */
  readonly inputs?: string;
  /** Facts that nobody will have to forget. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Free text and data of people. */
  readonly personal?: Readonly<Record<string, unknown>>;
  /** Digests over values that stand elsewhere, salted by them. */
  readonly sealed?: Readonly<Record<string, string>>;
}

export interface PrivateValue {
  readonly key: string;
  readonly salt: string;
  readonly value: string;
}

export function newSalt(): string {
  return randomBytes(16).toString("hex");
}

export function saltedDigest(salt: string, value: string): string {
  return sha256(`${salt}\u0000${value}`);
}

export function privateValues({ by, why, personal = {} }: NewLine): PrivateValue[] {
  const given: Readonly<Record<string, unknown>> = { ...personal, by, ...(why === undefined ? {} : { why }) };
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ key, salt: newSalt(), value: typeof value === "string" ? value : jsonOf(value) }));
}

export function lineOf(line: NewLine, values: readonly PrivateValue[], sequence: number, previous: string): StoredLine {
  const digests = Object.fromEntries(values.map(({ key, salt, value }) => [key, saltedDigest(salt, value)]));
  const whole = {
    sequence,
    at: line.at,
    what: line.what,
    subject: line.subject,
    policy: line.policy ?? null,
    inputs: line.inputs ?? null,
    data: canonicalJson(line.data ?? {}),
    private: canonicalJson({ ...sealedKeys(line.sealed), ...digests }),
    previous,
  };
  for (const text of [whole.subject, ...values.map(({ value }) => value)]) if (!isText(text)) throw noText();
  return { ...whole, hash: hashOf(whole) };
}

/** As JSON writes half of a character, and NUL. */
const ESCAPED = /(?<!\\)(?:\\\\)*\\u(?:d[89a-f]|0000)/;

function jsonOf(value: unknown): string {
  const text = canonicalJson(value);
  if (ESCAPED.test(text)) throw noText();
  return text;
}

function isText(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** PostgreSQL keeps something else in the place of half a character: the line would not verify, for ever. */
function noText(): AllmendError {
  return new AllmendError("input-invalid", "input", "a line of the record holds characters that are no text");
}

/** What is sealed has its value and its salt where it stands, and not beside the line. */
export const SEALED = "sealed:";

function sealedKeys(sealed: NewLine["sealed"] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(sealed).map(([key, digest]) => [`${SEALED}${key}`, digest]));
}

/** SHA-256 over all columns in a fixed order; null and text cannot be taken for each other. */
export function hashOf(line: Omit<StoredLine, "hash">): string {
  const { sequence, at, what, subject, policy, inputs, data, private: digests, previous } = line;
  return sha256(JSON.stringify([sequence, at, what, subject, policy, inputs, data, digests, previous]));
}
