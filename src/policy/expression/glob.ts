// Wildcards without regular expressions: `*` any run inside one part of a path, `**` across parts, `?` one character. Never exponential.

/** Longest text and pattern that are compared; nothing matches beyond. */
const LONGEST = 4096;

/** Whether the whole text fits the pattern. Case counts. */
export function globMatches(text: string, pattern: string): boolean {
  return wildcardMatches(text, pattern, "/");
}

/** The same without parts: `*` crosses everything. Case does not count: for licence ids. */
export function idMatches(id: string, pattern: string): boolean {
  return wildcardMatches(id.toLowerCase(), pattern.toLowerCase(), undefined);
}

/**
 * All states of the pattern at once, so the time is text × pattern at most.
 * `states[i]` says that the pattern's first i pieces can match what was read so far.
 */
function wildcardMatches(text: string, pattern: string, separator: string | undefined): boolean {
  if (text.length > LONGEST || pattern.length > LONGEST) return false;
  const pieces = piecesOf(pattern);
  let states = new Uint8Array(pieces.length + 1);
  states[0] = 1;
  skipStars(states, pieces);
  for (const letter of text) {
    const next = new Uint8Array(pieces.length + 1);
    let alive = 0;
    for (let at = 0; at < pieces.length; at++) {
      if (states[at] === 0) continue;
      const piece = pieces[at];
      if (piece === "**" || (piece === "*" && letter !== separator)) alive = next[at] = 1;
      else if (piece === letter || (piece === "?" && letter !== separator)) alive = next[at + 1] = 1;
    }
    if (alive === 0) return false;
    skipStars(next, pieces);
    states = next;
  }
  return states[pieces.length] === 1;
}

/** A star may match nothing. */
function skipStars(states: Uint8Array, pieces: readonly string[]): void {
  for (let at = 0; at < pieces.length; at++) {
    if (states[at] === 1 && (pieces[at] === "*" || pieces[at] === "**")) states[at + 1] = 1;
  }
}

function piecesOf(pattern: string): string[] {
  const pieces: string[] = [];
  for (const letter of pattern) {
    if (letter === "*" && pieces.at(-1) === "*") pieces[pieces.length - 1] = "**";
    else if (!(letter === "*" && pieces.at(-1) === "**")) pieces.push(letter);
  }
  return pieces;
}
