// The dates of somebody: cases that wait for them, and, for who keeps the office, what is to be looked at again.
import { fill, type Language, localText, wordsOf } from "#look";
import type { Program } from "#program";
import { type CaseRow, listCases, type Sql } from "#store";
import type { Caller } from "../access/caller.ts";
import { seesUnit } from "../access/caller.ts";
import type { CalendarEntry } from "./calendar.ts";

const MOST = 500;

export async function datesOf(sql: Sql, caller: Caller, program: Program, language: Language, server: URL): Promise<CalendarEntry[]> {
  const { cases } = await listCases(sql, { waitsFor: caller.id, order: "due", limit: MOST });
  const own = cases.filter(({ unit }) => seesUnit(caller, unit)).flatMap((row) => entryOfCase(row, language, server));
  const office = caller.permissions.has("cases:manage") || caller.permissions.has("record:read");
  return [...own, ...(office ? datesOfOffice(program, language, server) : [])].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function entryOfCase({ id, title, dueAt }: CaseRow, language: Language, server: URL): CalendarEntry[] {
  if (dueAt === undefined) return [];
  const text = fill(wordsOf(language).server.calendar.case, { title: `${id} ${title}` }, language);
  return [{ id: `case-${id}`, day: dueAt.slice(0, 10), title: text, url: new URL(`/requests/${encodeURIComponent(id)}`, server).href }];
}

/** Reviews of the strategy and of policies, ends of exceptions, renewals of memberships, reviews of forks. */
function datesOfOffice({ policies, strategy, licenses, registers }: Program, language: Language, server: URL): CalendarEntry[] {
  const words = wordsOf(language).server.calendar;
  const entry = (id: string, day: string | undefined, template: string, title: string): CalendarEntry[] =>
    day === undefined ? [] : [{ id, day: day.slice(0, 10), title: fill(template, { title }, language), url: server.href }];
  return [
    ...(strategy ? entry("strategy", strategy.review, words.review, "strategy.md") : []),
    ...policies.flatMap(({ area, review, title }) => entry(`policy-${area}`, review, words.review, localText(title, language) ?? area)),
    ...licenses.waivers.flatMap(({ rule, about, expires }, index) =>
      entry(`waiver-${index}-${rule}`, expires, words.waiver, `${rule} (${Object.values(about).join(", ")})`),
    ),
    ...Object.entries(registers?.memberships?.memberships ?? {}).flatMap(([id, { organization, renewal }]) =>
      entry(`membership-${id}`, renewal, words.renewal, organization),
    ),
    ...(registers?.forks?.forks ?? []).flatMap(({ upstream, review }, index) => entry(`fork-${index}`, review, words.review, upstream)),
  ];
}
