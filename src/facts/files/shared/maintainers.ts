// People in MAINTAINERS and OWNERS files, which know no common format: a person a line, by handle, address or name.
import { mailsIn } from "./mail.ts";
import { headingsOf, linesOf } from "./prose.ts";

const FORMER = /\b(?:emerit\w*|former|past|retired|inactive|alumni|previous)\b/i;
const HANDLE = /(?:^|[\s([|,:])@([A-Za-z\d][A-Za-z\d-]{0,38})(?![\w/.-])|github\.com\/([A-Za-z\d][A-Za-z\d-]{0,38})(?=[\s)\]>|,]|$)/;

/** How many distinct people the text names; those in sections of former ones do not count. */
export function peopleIn(text: string): number {
  const lines = linesOf(text);
  const headings = new Map(headingsOf(lines).map((heading) => [heading.line, heading.text]));
  const people = new Set<string>();
  let former = false;
  let list: string | undefined;
  for (const line of lines) {
    const heading = headings.get(line.line);
    if (heading !== undefined) former = FORMER.test(heading);
    // Kubernetes' OWNERS: `approvers:` and a list of handles.
    const key = /^([a-z_]{3,30}):\s*$/.exec(line.text)?.[1];
    if (key !== undefined) list = key;
    if (former || FORMER.test(list ?? "")) continue;
    const person = personIn(line.text) ?? (list === undefined ? undefined : /^\s*-\s+([\w-]{1,39})\s*$/.exec(line.text)?.[1]);
    if (person !== undefined) people.add(person.toLowerCase());
  }
  return people.size;
}

function personIn(line: string): string | undefined {
  const handle = HANDLE.exec(line);
  return handle?.[1] ?? handle?.[2] ?? mailsIn(line, 1)[0]?.address;
}
