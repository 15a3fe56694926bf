// Secrets in bytes. What was found is told without the secret.
import { createHash } from "node:crypto";
import { entropyOf, isPlaceholder, isUnlikely } from "./allowed.ts";
import { Prefilter } from "./prefilter.ts";
import { secretRules } from "./rules/index.ts";
import type { SecretMatch, SecretRule } from "./types.ts";

const prefilter = new Prefilter<SecretRule>(secretRules.flatMap((rule) => rule.keywords.map((keyword) => [keyword, rule] as const)));
const REACH = 500;
/** A file that holds more is a list of hashes or a test of such a tool. */
const MAX_MATCHES = 100;
const MAX_TRIES = 100_000;
const TEXT_BYTES = 8000;

/** A NUL among the first bytes, as git tells binary files. */
export function isBinary(bytes: Uint8Array): boolean {
  const nul = bytes.indexOf(0);
  return nul >= 0 && nul < TEXT_BYTES;
}

/** In the order of their places; each secret once a line. */
export function searchSecrets(bytes: Uint8Array): SecretMatch[] {
  const found: { at: number; match: SecretMatch }[] = [];
  let tries = 0;
  const taken = new Set<string>();
  prefilter.search(bytes, (at, rule) => {
    tries += 1;
    if (found.length >= MAX_MATCHES || tries > MAX_TRIES) return;
    const secret = secretAt(bytes, at, rule);
    if (secret === undefined) return;
    const key = `${rule.id}\n${secret.text}`;
    if (taken.has(key)) return;
    taken.add(key);
    found.push({ at: secret.at, match: { rule: rule.id, line: 0, fingerprint: fingerprintOf(key), shown: shownOf(secret.text, rule) } });
  });
  return found.length === 0 ? [] : withLines(bytes, withoutOverlaps(found));
}

/** How many likely secrets a text holds. */
export function secretsInText(text: string): number {
  return searchSecrets(Buffer.from(text)).length;
}

function secretAt(bytes: Uint8Array, at: number, rule: SecretRule): { readonly text: string; readonly at: number } | undefined {
  const before = Math.min(at, rule.before ?? 0);
  const window = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + at - before,
    Math.min(rule.reach ?? REACH, bytes.length - at) + before,
  ).toString("latin1");
  for (let start = 0; start <= before; start += 1) {
    const previous = start > 0 ? window.charCodeAt(start - 1) : at - before > 0 ? (bytes[at - before - 1] as number) : 0;
    // A token does not begin in the middle of a word; a name may (`db_password`).
    if (!rule.generic && rule.prefix > 0 && isWord(previous)) continue;
    rule.pattern.lastIndex = start;
    const match = rule.pattern.exec(window);
    if (!match) continue;
    const text = match[1] ?? match[0];
    if (isSecret(text, rule) && !/(?:gitleaks|allmend):allow/.test(window.slice(start, endOfLine(window, start + match[0].length)))) {
      return { text, at: at - before + start };
    }
    return undefined;
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function isSecret(text: string, rule: SecretRule): boolean {
  if (isPlaceholder(rule.prefix > 0 ? text.slice(rule.prefix) : text)) return false;
  if (rule.generic && rule.id.startsWith("assigned") && isUnlikely(text)) return false;
  return rule.entropy === undefined || entropyOf(text.slice(rule.prefix)) >= rule.entropy;
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function fingerprintOf(key: string): string {
  return `secret:${createHash("sha256").update(key, "latin1").digest("hex").slice(0, 12)}`;
}

function shownOf(text: string, { prefix }: SecretRule): string {
  return `${text.slice(0, prefix)}… (${text.length})`;
}

/** A token that is assigned to a name is the token, not also an assignment: the specific rule keeps the line. */
function withoutOverlaps(found: readonly { readonly at: number; readonly match: SecretMatch }[]): { at: number; match: SecretMatch }[] {
  const specific = found.filter(({ match }) => !match.rule.startsWith("assigned"));
  return found.filter((one) => !one.match.rule.startsWith("assigned") || !specific.some(({ at }) => at >= one.at && at < one.at + 160));
}

function withLines(bytes: Uint8Array, found: readonly { readonly at: number; readonly match: SecretMatch }[]): SecretMatch[] {
  let line = 1;
  let from = 0;
  return [...found]
    .sort((a, b) => a.at - b.at)
    .map(({ at, match }) => {
      for (let next = bytes.indexOf(10, from); next >= 0 && next < at; next = bytes.indexOf(10, from)) {
        line += 1;
        from = next + 1;
      }
      return { ...match, line };
    });
}
