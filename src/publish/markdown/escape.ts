// Text from elsewhere inside Markdown: it must become neither markup, nor a link, nor somebody's notification, on GitHub and GitLab alike.
import { shorten, visible } from "#look";

const LONGEST = 300;

/** A sentence: every mark escaped; what hosts turn into mentions, references and links is taken apart by a space of no width. */
export function inline(text: string): string {
  return oneLine(text, LONGEST)
    .replaceAll(/[\\`*_{}[\]<>()#|~!&$^]/g, "\\$&")
    .replace(/^(\d{0,9})([-+=.:])/, "$1\\$2")
    .replaceAll(/[@#!~%$&](?=[\p{L}\p{N}_"]|\\_)/gu, `$&${APART}`)
    .replaceAll(/:(?=\/\/|[\p{L}\p{N}])|www(?=\.)/giu, `$&${APART}`);
}

/** A name of a package, a licence or a file: a code span, in which hosts link and mention nothing. */
export function code(text: string, most = 120): string {
  const line = oneLine(text, most);
  if (line === "") return "";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return fence + space + line + space + fence;
}

const APART = "\u200B";

function oneLine(text: string, most: number): string {
  return shorten(visible(text.slice(0, 4 * most).replaceAll(/\s+/g, " ")).trim(), most);
}
