// strategy.md, policies and licenses.yaml: pages of one's own that extend a pack, ready to be filled; or copies of the pack's.
import type { Language, LocalText, Policy, Strategy } from "../../model.ts";
import type { Files } from "../../read/folder.ts";
import { comment, flowList, scalar } from "./yaml-text.ts";
import type { InitWords } from "./words.ts";

export interface PageInput {
  readonly name: string;
  readonly language: Language;
  /** Team that keeps the documents. */
  readonly owner: string | undefined;
  readonly today: string;
  /** Objectives of the pack that are taken over; all where none is named. */
  readonly objectives: readonly string[];
  readonly words: InitWords;
}

export function strategyText(strategy: Strategy | undefined, { name, language, owner, objectives, words }: PageInput): string {
  const offered = (strategy?.objectives ?? []).map(({ id, statement }) => `  ${id}: ${textIn(statement, language)}`);
  const inherits = strategy
    ? `${comment([...words.inherits, ...offered])}inherits: ${objectives.length > 0 ? flowList(objectives) : "all"}\n`
    : "";
  return `---
schema: allmend.strategy/1
strategy: ${scalar(`${words.strategyTitle} ${name}`)}
version: "1"
state: draft # ${words.state}
${owner === undefined ? "" : `owner: ${scalar(owner)}\n`}# sponsor:               ${words.sponsor}
${inherits}${comment(words.ownObjectives)}# objectives:
#   - id: faster
#     statement: ${language === "de" ? "Änderungen in Tagen liefern" : "Ship changes in days"}
#     key-results: [{ measure: delivery.lead-time, of: "*", target: 2d }]
# activities:
#   - { id: reuse-first, title: ${language === "de" ? "Zuerst wiederverwenden" : "Reuse first"}, kind: consume, serves: { faster: 3 } }
---

<!-- ${words.strategyBody} -->
`;
}

/** A page that adds to the pack's policy of an area. */
export function policyText(policy: Policy, { language, owner, today, words }: PageInput): string {
  const rules = policy.rules.map(({ id, statement }) => `  ${id}: ${textIn(statement, language)}`.slice(0, 160).replaceAll("--", "–"));
  const title = Object.entries(policy.title).map(([name, text]) => `${name}: ${scalar(text)}`);
  return `---
schema: allmend.policy/1
policy: ${policy.area}
title: { ${title.join(", ")} }
state: in-force # ${words.policyState}
${owner === undefined ? "" : `owner: ${scalar(owner)}\n`}# approved-by:           ${words.approvedBy}
in-force: ${today}
review: ${yearAfter(today)}
${comment(words.off)}# off: { ${policy.rules[0]?.id ?? "rule-id"}: … }
---

<!-- ${words.policyBody}
${rules.join("\n")}
-->
`;
}

export function licensesText(words: InitWords): string {
  return `${comment(words.licenses)}schema: allmend.licenses/1

${comment(words.categories)}# categories:
#   LGPL-*: { strength: strong, because: … }

${comment(words.choices)}# choices:
#   - { expression: "Apache-2.0 OR MIT", choose: Apache-2.0, because: … }

${comment(words.curations)}# curations:
#   - { component: pkg:npm/name@1.2.3, declared: ISC, concluded: MIT, because: … }

${comment(words.waivers)}# waivers:
#   - { rule: rule-id, about: { product: portal }, because: …, owner: legal, expires: 2027-12-31 }
`;
}

/** The documents of a pack as one's own; pages say in which language they are, and policies what they are based on. */
export function copiedPages(files: Files, pack: string, language: Language): [string, string][] {
  return [...files].filter(([path]) => path !== "pack.yaml").map(([path, content]) => [path, copiedPage(path, content, pack, language)]);
}

function copiedPage(path: string, content: string, pack: string, language: Language): string {
  const key = path === "strategy.md" ? "strategy" : /^policies\/[a-z-]+\.md$/.test(path) ? "policy" : undefined;
  if (key === undefined) return content;
  const front = content.slice(0, content.indexOf("\n---", 3) + 1);
  // Before the key: its value may go on over several lines.
  const added = [
    key === "policy" && !/^based-on:/m.test(front) ? `based-on: ${scalar(pack)}\n` : "",
    /^language:/m.test(front) ? "" : `language: ${language}\n`,
  ].join("");
  return content.replace(new RegExp(`^${key}:.*$`, "m"), (line) => `${added}${line}`);
}

function textIn(text: LocalText, language: Language): string {
  return (text[language] ?? Object.values(text)[0] ?? "").replace(/\s+/g, " ");
}

function yearAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}
