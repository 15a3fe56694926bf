// What looks like a secret and is none: placeholders, examples, values that are computed; and files that hold no secrets of anybody.
import { isAside, isTestData } from "../files/shared/vendored.ts";

/** Words that nobody has in a real secret; several letters, so that a random token does not hold them by chance. */
const PLACEHOLDER =
  /example|sample|dummy|placeholder|changeme|change_me|change-me|your[_-]|yourself|replace|insert|redacted|xxxxx|\*\*\*\*|\.\.\.\.|-----|_____|testtest|password|passwort|secret|foobar|lorem|deadbeef|undefined|process\.env|getenv|12345678|abcdefgh|qwerty|0000000|notasecret|fake|mock|todo/i;
const COMPUTED = /\$\{|\{\{|%\(|\$\(|<[a-z_ -]{2,30}>|^\$|^%|^@/i;
/** A dotted or dashed name, a path, a mime type, words in a row: identifiers of programs. */
const NAME = /^(?:[A-Za-z]+[._/:-]){1,12}[A-Za-z]+$|^[a-z]+(?:[A-Z][a-z]+){1,10}$|^[A-Z]+(?:_[A-Z]+){1,10}$/;

export function isPlaceholder(secret: string): boolean {
  return PLACEHOLDER.test(secret) || COMPUTED.test(secret) || hasRun(secret);
}

/** Of generic rules more is asked: letters and digits, and no name (a UUID names something). */
export function isUnlikely(secret: string): boolean {
  return (
    !/\d/.test(secret) ||
    !/[A-Za-z]/.test(secret) ||
    NAME.test(secret) ||
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$|^(?:[a-z]+:\/\/|\.{0,2}\/|sha\d{1,3}-|data:)/i.test(secret)
  );
}

/** The same character six times in a row. */
function hasRun(text: string): boolean {
  let run = 1;
  for (let at = 1; at < text.length; at += 1) {
    run = text[at] === text[at - 1] ? run + 1 : 1;
    if (run >= 6) return true;
  }
  return false;
}

/** Bits a character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const LOCKFILE =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?|deno\.lock|go\.sum|cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock|composer\.lock|gemfile\.lock|mix\.lock|pubspec\.lock|podfile\.lock|packages\.lock\.json|gradle\.lockfile|verification-metadata\.xml|flake\.lock)$/i;
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|psd|svg|pdf|zip|gz|tgz|bz2|xz|zst|7z|rar|jar|war|class|woff2?|ttf|otf|eot|mp[34]|wav|ogg|webm|mov|avi|exe|dll|so|dylib|a|o|wasm|pyc|bin|dat|db|sqlite|min\.js|min\.css|map|snap)$/i;

/** Whether a file of this name is not searched: what is no text, is made by a tool, or is a list of hashes. */
export function isNotSearched(path: string): boolean {
  return NO_TEXT.test(path) || LOCKFILE.test(path);
}

/** Whether what stands in it is nobody's secret: tests, samples, code of others. */
export function isForShow(path: string): boolean {
  return isAside(path) || isTestData(path) || isNotSearched(path);
}
