// From notices to mails: what cannot wait at once, everything else once a day or a week, one mail for each person.
import { fill, type Language, wordsOf } from "#look";
import type { Notice, NoticeWish } from "#store";
import type { DecisionLink } from "./decision-links.ts";
import { nextDigest } from "./digest-time.ts";
import { reportIn } from "../reports/send-due.ts";

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

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
): Mail {
  const words = wordsOf(language).server.mail;
  const shown = notices.slice(0, MOST);
  const [first] = notices;
  const only = notices.length === 1 && first;
  return {
    subject: only ? `Allmend: ${titleOf(only, language)}` : fill(words.several, { count: notices.length }, language),
    text: [
      ...shown.flatMap((notice) => [
        `- ${titleOf(notice, language)}`,
        ...(notice.text === undefined ? [] : [`  ${oneLine(notice.text)}`]),
        `  ${addressOf(notice.subject, server)}`,
        ...linkLines(links.get(notice.subject), words.decide),
      ]),
      ...(notices.length > MOST ? [fill(words.more, { count: notices.length - MOST }, language)] : []),
      "",
      fill(words.why, { address: new URL("/me", server).href }, language),
      "",
    ].join("\n"),
  };
}

function linkLines(link: DecisionLink | undefined, words: string): string[] {
  return link ? [`  ${oneLine(link.question)}`, `  ${words}`, `  ${link.address}`] : [];
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
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 300);
}
