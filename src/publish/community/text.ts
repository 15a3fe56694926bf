// Communities for a terminal: a paragraph for each repository, never a table that compares them.
import { fill, formatDate, type Language, visible, wordsOf } from "#look";
import type { Community } from "#measures";
import { name, wrap } from "../text/layout.ts";
import { communityLines, leftOutLine } from "./figures.ts";

export interface CommunityReport {
  /** ISO 8601. */
  readonly now: string;
  readonly communities: readonly Community[];
  /** Legal basis on which names stand in it. */
  readonly basis?: string;
}

export function communityText({ now, communities, basis }: CommunityReport, language: Language): string {
  const words = wordsOf(language).community;
  if (communities.length === 0) return `${words.none}\n`;
  const lead = fill(words.lead, { days: communities[0]?.days ?? 365, date: formatDate(now, language) }, language);
  const parts = [
    [words.title, ...wrap(lead, "", "")],
    ...communities.map((community) => paragraph(community, basis, language)),
    wrap(words.starter, "", ""),
  ];
  return `${visible(parts.map((lines) => lines.join("\n")).join("\n\n"))}\n`;
}

function paragraph(community: Community, basis: string | undefined, language: Language): string[] {
  const words = wordsOf(language).community;
  const lines = communityLines(community, language);
  const leftOut = leftOutLine(community, language);
  const row = (title: string, texts: readonly string[]) => (texts.length === 0 ? [] : wrap(`${title}: ${texts.join("; ")}`, "  ", "    "));
  const names = basis === undefined ? [] : (community.names ?? []);
  return [
    name(community.repository),
    ...row(words.contributions, lines.contributions),
    ...row(words.people, lines.people),
    ...row(words.concentration, lines.concentration),
    ...row(words.releases, lines.releases),
    ...(leftOut === "" ? [] : wrap(leftOut, "  ", "    ")),
    ...(names.length > 0 && basis !== undefined ? wrap(fill(words.names, { basis, names: names.join(", ") }, language), "  ", "    ") : []),
  ];
}
