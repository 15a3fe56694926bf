// A file's bytes cut into comparable words: one pass, no strings, no regular expression, the same for files and for the texts that they are compared with.
// A word is a 32-bit hash. What does not count is dropped here: case, punctuation, comment signs, list bullets, markup, addresses, copyright lines.

/** Words of one scan; the arrays are reused by the next one and hold `count` words. */
export interface Words {
  count: number;
  hashes: Uint32Array;
  /** Byte offsets of each word's first byte and of the byte behind its last. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** How many words came before the first copyright statement; -1 where there is none. */
  copyrightAt: number;
}

/** In templates this byte stands for a placeholder (a name, a year); it becomes the word `placeholderHash`. */
export const placeholderByte = 1;
export const placeholderHash = 1;

const basis = 0x811c9dc5;
const prime = 0x01000193;

/** The hash of a lower-case word, as the scanner makes it. */
export function hashOf(word: string): number {
  let hash = basis;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return hash >>> 0;
}

function hashesOf(words: string): Set<number> {
  return new Set(words.split(" ").map(hashOf));
}

const COPYRIGHT = hashOf("copyright");
const COPR = hashOf("copr");
/** What follows "copyright" where no line of copyright begins: terms speak of copyright notices and holders. */
const copyrightTerms = hashesOf(
  "notice notices holder holders owner owners owned law laws license licenses licence and or in statement statements on to by disclaimer interest interests permission the is has as act are of for protection protected treaty claim claims information rights right status file files header headers which that with may shall infringement",
);
const commentWords = hashesOf("dnl rem");
const tagNames = hashesOf(
  "p br a b i em strong div span h1 h2 h3 h4 h5 h6 ul ol li pre code tt blockquote hr table tr td th tbody thead html head body title meta link font center small big u s sup sub dl dt dd img section article header footer nav main script style para cite address",
);
const versionWords = hashesOf("version v license licence gpl lgpl agpl cc ver mpl epl bsd apache section clause");

// Character classes: 0 separates, 1 lower-case letter, 2 upper-case letter, 3 digit, 4 lead byte of a script without word gaps (CJK).
const classes = new Uint8Array(256);
for (let c = 0x61; c <= 0x7a; c++) classes[c] = 1;
for (let c = 0x41; c <= 0x5a; c++) classes[c] = 2;
for (let c = 0x30; c <= 0x39; c++) classes[c] = 3;
for (let c = 0xe3; c <= 0xed; c++) classes[c] = 4;

const NEWLINE = 10;

export function emptyWords(): Words {
  return { count: 0, hashes: new Uint32Array(4096), starts: new Uint32Array(4096), ends: new Uint32Array(4096), copyrightAt: -1 };
}

/** Makes room for any number of words that `bytes` bytes can hold. */
function reserve(words: Words, bytes: number): void {
  const needed = (bytes >> 1) + 8;
  if (words.hashes.length >= needed) return;
  words.hashes = new Uint32Array(needed);
  words.starts = new Uint32Array(needed);
  words.ends = new Uint32Array(needed);
}

/** Scans `bytes` (UTF-8, Latin-1 or ASCII) into `words`. */
export function scanWords(bytes: Uint8Array, words: Words): void {
  reserve(words, bytes.length);
  const { hashes, starts, ends } = words;
  const length = bytes.length;
  words.copyrightAt = -1;
  let count = 0;
  let at = 0;
  let firstOnLine = true;
  let before = NEWLINE; // the last byte that is no blank
  let lastHash = 0;
  while (at < length) {
    const c = bytes[at] as number;
    const kind = classes[c] as number;
    if (kind === 0) {
      if (c === NEWLINE || c === 13) firstOnLine = true;
      else if (c === 0x3c) at = skipTag(bytes, at);
      else if (c === 0x26) at = skipEntity(bytes, at);
      else if (c === 0x5c && isEscape(bytes, at)) at++;
      else if (c === 0xa9 && firstOnLine) {
        if (words.copyrightAt < 0) words.copyrightAt = count;
        at = skipLine(bytes, at);
      } else if (c === placeholderByte) {
        hashes[count] = placeholderHash;
        starts[count] = at;
        ends[count++] = at + 1;
      }
      if (c > 0x20) before = c;
      at++;
      continue;
    }
    const start = at;
    let hash = basis;
    if (kind === 3) {
      at = endOfNumber(bytes, at);
      const end = bytes[at - 2] === 0x2e && bytes[at - 1] === 0x30 ? at - 2 : at; // 2.0 is 2
      for (let index = start; index < end; index++) hash = Math.imul(hash ^ (bytes[index] as number), prime);
      const next = bytes[at];
      const bullet =
        at - start <= 2 && (next === 0x2e || next === 0x29) && (firstOnLine || isPunctuation(before)) && !versionWords.has(lastHash);
      const bracketed = at - start <= 2 && next === 0x29 && before === 0x28;
      firstOnLine = false;
      before = 0x30;
      if (bullet || bracketed) continue;
      // A digit run that letters follow at once (3rd, 2d, v2beta) is one word with them.
      if (next !== undefined && ((classes[next] as number) === 1 || (classes[next] as number) === 2)) {
        for (let index = end; index < at; index++) hash = Math.imul(hash ^ (bytes[index] as number), prime);
      } else {
        lastHash = hash >>> 0;
        hashes[count] = lastHash;
        starts[count] = start;
        ends[count++] = at;
        continue;
      }
    } else if (kind === 4) {
      const size = at + 3 <= length && ((bytes[at + 1] as number) & 0xc0) === 0x80 ? 3 : 1;
      for (let index = at; index < at + size; index++) hash = Math.imul(hash ^ (bytes[index] as number), prime);
      at += size;
      firstOnLine = false;
      before = 0x61;
      if (size === 3) {
        hashes[count] = hash >>> 0;
        starts[count] = start;
        ends[count++] = at;
      }
      continue;
    }
    while (at < length) {
      const letter = bytes[at] as number;
      const sort = classes[letter] as number;
      if (sort === 1 || sort === 3) hash = Math.imul(hash ^ letter, prime);
      else if (sort === 2) hash = Math.imul(hash ^ (letter | 0x20), prime);
      else break;
      at++;
    }
    hash >>>= 0;
    const size = at - start;
    if (size > 1) {
      if (hash === COPYRIGHT || hash === COPR) {
        if (bytes[start - 1] === 0x25) {
          before = 0x61; // PostScript's "%%Copyright:" before every line
          continue;
        }
        const skipped = endOfCopyright(bytes, at, firstOnLine);
        if (skipped > at) {
          if (words.copyrightAt < 0) words.copyrightAt = count;
          at = skipped;
          firstOnLine = false;
          before = 0x61;
          lastHash = 0;
          continue;
        }
      }
      if (size <= 4 && before === 0x28 && bytes[at] === 0x29 && isRoman(bytes, start, at)) {
        before = 0x61;
        continue;
      }
      if (hash === httpHash || hash === httpsHash || hash === wwwHash) {
        const end = endOfAddress(bytes, at);
        if (end > at) {
          at = end;
          before = 0x61;
          firstOnLine = false;
          continue;
        }
      }
      if (!(firstOnLine && size === 3 && commentWords.has(hash))) {
        hashes[count] = hash;
        starts[count] = start;
        ends[count++] = at;
        lastHash = hash;
      }
    } else if (hash !== V) lastHash = 0;
    else lastHash = hash;
    firstOnLine = false;
    before = 0x61;
  }
  words.count = count;
}

const V = hashOf("v");
const httpHash = hashOf("http");
const httpsHash = hashOf("https");
const wwwHash = hashOf("www");

function endOfNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    while (at < bytes.length && classes[bytes[at] as number] === 3) at++;
    if (bytes[at] === 0x2e && at + 1 < bytes.length && classes[bytes[at + 1] as number] === 3) at++;
    else return at;
  }
}

function isPunctuation(c: number): boolean {
  return c !== 0x61 && c !== 0x30; // the scanner sets these two for "a word was here"
}

/** `\n`, `\r`, `\t` and `\"` written out, as in string literals. */
function isEscape(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1];
  return next === 0x6e || next === 0x72 || next === 0x74;
}

function isRoman(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const c = (bytes[at] as number) | 0x20;
    if (c !== 0x69 && c !== 0x76 && c !== 0x78) return false;
  }
  return true;
}

/** The `>` of a known HTML tag or comment sign that begins at `at`, otherwise `at`. */
function skipTag(bytes: Uint8Array, at: number): number {
  let index = at + 1;
  if (bytes[index] === 0x2f) index++;
  let hash = basis;
  const start = index;
  while (index < bytes.length && index - start < 12) {
    const c = bytes[index] as number;
    const kind = classes[c] as number;
    if (kind === 0 || kind === 4) break;
    hash = Math.imul(hash ^ (kind === 2 ? c | 0x20 : c), prime);
    index++;
  }
  if (index === start || !tagNames.has(hash >>> 0)) return at;
  const end = Math.min(bytes.length, index + 300);
  for (; index < end; index++) {
    const c = bytes[index];
    if (c === 0x3e) return index;
    if (c === 0x3c) return at;
  }
  return at;
}

function skipEntity(bytes: Uint8Array, at: number): number {
  for (let index = at + 1; index < bytes.length && index < at + 9; index++) {
    const c = bytes[index] as number;
    if (c === 0x3b) return index;
    if (classes[c] === 0 && c !== 0x23) return at;
  }
  return at;
}

function skipLine(bytes: Uint8Array, at: number): number {
  const stop = endOfLine(bytes, at);
  return stop === undefined ? at : stop - 1;
}

const LONGEST_LINE = 240;

/** Where the line ends, if that is near: a text of a million characters on one line is not searched from each of its copyright signs. */
function endOfLine(bytes: Uint8Array, at: number): number | undefined {
  const last = Math.min(bytes.length, at + LONGEST_LINE);
  for (let index = at; index < last; index++) if (bytes[index] === NEWLINE) return index;
  return last === bytes.length || bytes[last] === NEWLINE ? last : undefined;
}

/** The end of an address whose scheme (or www) ends at `at`; `at` where no address follows. */
function endOfAddress(bytes: Uint8Array, at: number): number {
  const c = bytes[at];
  if (c !== 0x3a && c !== 0x2e) return at;
  if (c === 0x3a && (bytes[at + 1] !== 0x2f || bytes[at + 2] !== 0x2f)) return at;
  let index = at + 1;
  for (; index < bytes.length; index++) {
    const b = bytes[index] as number;
    if (b <= 0x20 || b === 0x3e || b === 0x3c || b === 0x29 || b === 0x22 || b === 0x27 || b === 0x7d || b === 0x5d || b >= 0x80) break;
  }
  return index;
}

/** Where a copyright statement whose first word ends at `at` stops, or `at` if the word begins no statement. */
function endOfCopyright(bytes: Uint8Array, at: number, firstOnLine: boolean): number {
  let index = at;
  while (bytes[index] === 0x20 || bytes[index] === 0x3a || bytes[index] === 9) index++;
  const c = bytes[index];
  if (c === undefined || c === NEWLINE || c === 13) return at;
  const kind = classes[c] as number;
  const sign = c === 0x28 && ((bytes[index + 1] as number) | 0x20) === 0x63 && bytes[index + 2] === 0x29;
  const certain = sign || kind === 3 || c === 0xa9 || c === 0xc2 || c === 0x26;
  if (!certain) {
    const marked = c === 0x3c || c === 0x5b || c === 0x7b || c === placeholderByte;
    if (!marked && (!firstOnLine || kind !== 2)) return at;
    if (!marked && copyrightTerms.has(wordAt(bytes, index))) return at;
  }
  const stop = endOfLine(bytes, index);
  if (stop !== undefined) return stop;
  // A whole text on one line: only sign and years are taken out.
  if (!certain) return at;
  if (sign) index += 3;
  while (index < bytes.length && bytes[index] !== NEWLINE && classes[bytes[index] as number] !== 1 && classes[bytes[index] as number] !== 2)
    index++;
  return index;
}

function wordAt(bytes: Uint8Array, from: number): number {
  let hash = basis;
  for (let at = from; at < bytes.length; at++) {
    const c = bytes[at] as number;
    const kind = classes[c] as number;
    if (kind !== 1 && kind !== 2) break;
    hash = Math.imul(hash ^ (c | 0x20), prime);
  }
  return hash >>> 0;
}
