// Who asks from outside has no account: what the office asks back, and what it answers, goes to the address that they left, with a link to the one page
// where they can answer. The link works once; a newer question takes its place.
import { fill, type Language, wordsOf } from "#look";
import { publicSite } from "#publish";
import { findLink, makeLink, type Notice, readCase, type ReadCase, transact } from "#store";
import type { Deps } from "../deps.ts";
import { type LetterPart, written, type WrittenLetter } from "../notify/letter.ts";

type Need = Pick<Deps, "database" | "clock" | "config" | "program">;

/** Who asks in such a case; no id of a person has a colon. */
export const OUTSIDE = "public:site";

const FOUR_WEEKS = 28 * 24 * 3_600_000;
/** What somebody outside is told; for the rest the page has told it, or it is the office's own business. */
const TOLD = ["question", "approved", "rejected"] as const;
type ToldOutside = (typeof TOLD)[number];

export interface OutsideLetter extends WrittenLetter {
  readonly to: string;
}

/** What goes out for a notice; undefined where there is nothing to tell, or nobody left an address. */
export async function letterOutside(need: Need, { what, subject, text }: Notice): Promise<OutsideLetter | undefined> {
  const told = TOLD.find((each) => each === what);
  const found = subject.startsWith("case:") ? await readCase(need.database.sql, subject.slice("case:".length)) : undefined;
  if (!told || found?.state.requester !== OUTSIDE) return undefined;
  const { CONTACT } = await publicSite();
  const to = found.state.fields[CONTACT];
  if (typeof to !== "string" || !isAddress(to)) return undefined;
  // Who was answered meanwhile is asked nothing any more.
  if (told === "question" && found.state.question === undefined) return undefined;
  const address = told === "question" ? await addressFor(need, found) : undefined;
  const { organization } = (await need.program()).program;
  const [first = "en", ...others] = organization.languages;
  const said = (language: Language) => partIn(language, organization.name, { told, found, text, address });
  const words = wordsOf(first).server.outside;
  return {
    to,
    ...written({
      language: first,
      subject: fill(words.subject[told], { id: found.state.id, organization: organization.name }, first),
      // Which language somebody outside speaks, nobody knows: all that the office speaks.
      parts: [first, ...others].map(said),
      end: { text: fill(words.why, { organization: organization.name }, first) },
    }),
  };
}

/** One address, and nothing that a mail header could take for several. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+\.[^\s@,;:<>()[\]"\\]+$/.test(text);
}

async function addressFor({ database, clock, config }: Need, { state: { id } }: ReadCase): Promise<string> {
  // A link for one act in one case, of nobody who is known: pages for people who are do not take it.
  const secret = await transact(database, (tx) =>
    makeLink(tx, { purpose: "decide", person: undefined, about: id }, "office", clock(), FOUR_WEEKS),
  );
  return new URL(`/answer/${encodeURIComponent(id)}?token=${secret}`, config.url).href;
}

interface Said {
  readonly told: ToldOutside;
  readonly found: ReadCase;
  readonly text: string | undefined;
  readonly address: string | undefined;
}

function partIn(language: Language, organization: string, { told, found: { state }, text, address }: Said): LetterPart {
  const words = wordsOf(language).server.outside;
  const { subject, question } = state.fields;
  const asked = [subject, question].find((one) => typeof one === "string" && one !== "");
  const lines = [
    ...(asked === undefined ? [] : [fill(words.asked, { text: String(asked).slice(0, 300) }, language)]),
    ...(text === undefined || told === "question" ? [] : ["", text.slice(0, 8000)]),
  ];
  return {
    title: fill(words.title[told], { organization }, language),
    ...(lines.length === 0 ? {} : { text: lines.join("\n") }),
    ...(address === undefined
      ? {}
      : { action: { question: (text ?? "").slice(0, 4000), lead: words.lead, label: words.answer, note: words.once, address } }),
  };
}

/** The case that a link of somebody outside opens, while it waits for their answer. */
export async function askedOutsideBy(
  { database, clock }: Pick<Need, "database" | "clock">,
  id: string,
  secret: string,
): Promise<ReadCase | undefined> {
  const link = await findLink(database.sql, secret, clock());
  if (link?.about !== id || link.person !== undefined) return undefined;
  const found = await readCase(database.sql, id);
  return found?.state.requester === OUTSIDE && found.state.question !== undefined ? found : undefined;
}
