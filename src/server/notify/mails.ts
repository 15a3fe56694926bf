// From notices to mails: what cannot wait at once, everything else once a day or a week, one mail for each person.
import { fill, type Language, wordsOf } from "#look";
import type { Notice, NoticeWish } from "#store";
import type { DecisionLink } from "./decision-links.ts";
import { nextDigest } from "./digest-time.ts";
import { type LetterPart, written, type WrittenLetter } from "./letter.ts";
import { reportIn } from "../reports/send-due.ts";

/** When a notice that came at `at` goes out by somebody's wish, where the office is in that time zone; undefined: never. */
export function goesOut(notice: Pick<Notice, "at" | "urgent">, { mail }: NoticeWish, zone: string): Date | undefined {
  const came = new Date(notice.at);
  if (mail === "never") return undefined;
  if (mail === "at-once" || notice.urgent) return came;
  return nextDigest(came, mail, zone);
}

const MOST = 100;

/** `links`: by subject, where whoever gets it can answer without signing in. */
export function mailOf(
  notices: readonly Notice[],
  language: Language,
  server: URL,
  links: ReadonlyMap<string, DecisionLink> = new Map(),
): WrittenLetter {
  const words = wordsOf(language).server.mail;
  const [first] = notices;
  const only = notices.length === 1 && first;
  const more = notices.length - MOST;
  return written({
    language,
    subject: only ? `Allmend: ${titleOf(only, language)}` : fill(words.several, { count: notices.length }, language),
    parts: [
      ...notices.slice(0, MOST).map((notice) => partOf(notice, language, server, links.get(notice.subject))),
      ...(more > 0 ? [{ title: fill(words.more, { count: more }, language) }] : []),
    ],
    end: { text: words.why, address: new URL("/me", server).href },
  });
}

function partOf(notice: Notice, language: Language, server: URL, link: DecisionLink | undefined): LetterPart {
  const { decide: lead, answer: label, once: note } = wordsOf(language).server.mail;
  return {
    title: titleOf(notice, language),
    address: addressOf(notice.subject, server),
    ...(notice.text === undefined ? {} : { text: oneLine(notice.text) }),
    ...(link ? { action: { question: oneLine(link.question), lead, label, note, address: link.address } } : {}),
  };
}

function titleOf({ what, subject }: Notice, language: Language): string {
  const titles: Readonly<Record<string, string>> = wordsOf(language).server.notice;
  // The address says more of a report than its name.
  const id = oneLine(subject.slice(subject.indexOf(":") + 1).split("?")[0] ?? "");
  return `${id}: ${Object.hasOwn(titles, what) ? titles[what] : oneLine(what)}`;
}

function addressOf(subject: string, server: URL): string {
  const [kind = "", ...rest] = subject.split(":");
  const report = reportIn(subject);
  if (report) {
    const { report: id, language, product } = report;
    return new URL(`/reports?${new URLSearchParams({ report: id, lang: language, ...(product === undefined ? {} : { product }) })}`, server)
      .href;
  }
  return new URL(kind === "case" ? `/requests/${encodeURIComponent(rest.join(":"))}` : "/", server).href;
}

/** What people wrote stays one line of text: nothing in it begins a header, a link's neighbour or another notice. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 300);
}
