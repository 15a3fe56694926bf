// Wildcards without regular expressions: `*` any run inside one part of a path, `**` across parts, `?` one character. Never exponential.

/** Longest text and pattern that are compared; nothing matches beyond. */
export const longestGlob = 4096;

/**
 * Whether the whole text fits the pattern. Case counts. All states of the pattern are followed at once, so the time is text × pattern at
 * most: `states[i]` says that the pattern's first i pieces can match what was read so far.
 */
export function globMatches(text: string, pattern: string): boolean {
  if (text.length > longestGlob || pattern.length > longestGlob) return false;
  const pieces = piecesOf(pattern);
  let states = new Uint8Array(pieces.length + 1);
  let next = new Uint8Array(pieces.length + 1);
  states[0] = 1;
  skipStars(states, pieces);
  for (const letter of text) {
    if (!step(letter, pieces, states, next)) return false;
    skipStars(next, pieces);
    [states, next] = [next, states];
  }
  return states[pieces.length] === 1;
}

/** Reads one letter; false where no state is left. */
function step(letter: string, pieces: readonly string[], states: Uint8Array, next: Uint8Array): boolean {
  next.fill(0);
  let alive = false;
  for (let at = 0; at < pieces.length; at++) {
    if (states[at] === 0) continue;
    const piece = pieces[at];
    const stays = piece === "**" || (piece === "*" && letter !== "/");
    const passes = piece === letter || (piece === "?" && letter !== "/");
    if (stays) next[at] = 1;
    else if (passes) next[at + 1] = 1;
    alive ||= stays || passes;
  }
  return alive;
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
    if (letter !== "*") pieces.push(letter);
    else if (pieces.at(-1) === "*") pieces[pieces.length - 1] = "**";
    else if (pieces.at(-1) !== "**") pieces.push("*");
  }
  return pieces;
}
