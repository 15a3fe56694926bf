// A requirements file as pip splits it: continued lines joined, comments apart.
// Follows https://pip.pypa.io/en/stable/reference/requirements-file-format/ and the preprocessing of pip itself.

export interface LogicalLine {
  /** Without comments, trimmed; never empty. */
  readonly text: string;
  /** 1-based line on which it starts. */
  readonly line: number;
  /** Comments on it and on the lines right below, without `#`, trimmed. */
  readonly comments: readonly string[];
}

/** A comment starts with `#` at the start of a line or after white space. */
const COMMENT = /(?:^|\s)#/;

export function logicalLines(text: string): LogicalLine[] {
  const result: { text: string; line: number; comments: string[] }[] = [];
  let parts: string[] = [];
  let start = 0;
  const finish = (): void => {
    const joined = parts.join("");
    parts = [];
    const hash = joined.search(COMMENT);
    const code = (hash < 0 ? joined : joined.slice(0, hash)).trim();
    const comment = hash < 0 ? undefined : joined.slice(joined.indexOf("#", hash) + 1).trim();
    if (code !== "") result.push({ text: code, line: start, comments: comment === undefined ? [] : [comment] });
    else if (comment !== undefined) result.at(-1)?.comments.push(comment);
  };
  let number = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    number += 1;
    if (parts.length === 0) start = number;
    const isComment = /^\s*#/.test(line);
    if (line.endsWith("\\") && !isComment) {
      parts.push(line.slice(0, -1));
      continue;
    }
    parts.push(isComment ? ` ${line}` : line);
    finish();
  }
  if (parts.length > 0) finish();
  return result;
}

/** What asked for a line, as pip-compile and uv note it below (`# via flask`): undefined where nothing is noted. */
export function viaOf(comments: readonly string[]): readonly string[] | undefined {
  const start = comments.findIndex((comment) => /^via(?:\s|$)/.test(comment));
  if (start < 0) return undefined;
  const first = comments[start]?.slice(3).trim() ?? "";
  const listed = first === "" ? comments.slice(start + 1) : [first];
  return listed
    .flatMap((entry) => entry.split(","))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
