// What every report about the organisation says of itself.
import { artefactWords, fill, formatDate, reportWords } from "#look";
import type { Block } from "../artefacts/blocks.ts";
import type { ReportInput } from "./input.ts";

export function* headBlocks({ result, language, against }: ReportInput, title: string): Generator<Block> {
  const words = reportWords(language);
  yield { is: "title", text: title };
  const line = fill(words.asOf, { organization: result.program.organization.name, date: formatDate(result.now, language) }, language);
  const compared = against ? ` ${fill(words.compared, { date: formatDate(against.now, language) }, language)}` : "";
  yield { is: "note", text: line + compared };
}

export function* footBlocks({ result, language }: ReportInput): Generator<Block> {
  const said = fill(artefactWords(language).disclaimer, { knowledge: result.tool.knowledge }, language);
  yield { is: "note", text: `${fill(reportWords(language).foot, { version: result.tool.version }, language)} ${said}` };
}

/** What all of them say to machines. */
export function frameJson({ result, language, against }: ReportInput) {
  return {
    organization: result.program.organization.name,
    now: result.now,
    ...(against ? { against: against.now } : {}),
    tool: `allmend ${result.tool.version}`,
    knowledge: result.tool.knowledge,
    disclaimer: fill(artefactWords(language).disclaimer, { knowledge: result.tool.knowledge }, language),
  };
}

/** At most so many, and how many are left out. */
export function cutList(items: readonly string[], most: number, { language }: Pick<ReportInput, "language">): string[] {
  const more = items.length - most;
  return more > 0 ? [...items.slice(0, most), fill(reportWords(language).more, { count: more }, language)] : [...items];
}
