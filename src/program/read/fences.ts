// Prose without its fenced blocks. Line by line: a pattern that looks for the end of every fence takes the square of a page full of open ones.

const OPENING = /^[ \t]*```/;
const CLOSING = /^[ \t]*```[ \t]*$/;

/** The text with each fenced block as one empty line; a fence that nothing closes stays text. */
export function withoutFences(text: string): string {
  const kept: string[] = [];
  let open: string[] | undefined;
  for (const line of text.split("\n")) {
    if (open) open.push(line);
    else if (OPENING.test(line)) open = [line];
    else kept.push(line);
    if (open && open.length > 1 && CLOSING.test(line)) {
      kept.push("");
      open = undefined;
    }
  }
  if (open) kept.push(...open);
  return kept.join("\n");
}
