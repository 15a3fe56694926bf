// One finding as a SARIF result: a message that stands by itself, one place that hosts show, and what explains the rest as properties.
import { fill, type Language, wordFor, wordsOf } from "#look";
import type { Finding } from "#policy";
import type { Rule } from "#program";
import { remedyOf, ruleSentence } from "../shared/rules.ts";
import { openStateOf } from "../shared/states.ts";
import { LEVELS } from "./descriptor.ts";
import { message } from "./message.ts";
import { type Place, type Placed, uriOf } from "./runs.ts";

const MOST_PLACES = 20;
const LONGEST = 1000;

export function toResult({ finding, places }: Placed, rule: Rule | undefined, ruleIndex: number, language: Language): object {
  const [first, ...others] = places.slice(0, MOST_PLACES);
  const related = others.map((place, index) => ({ id: index + 1, ...location(place) }));
  const hash = finding.id.replace(/^finding:/, "");
  return {
    ruleId: message(finding.rule, 255),
    ruleIndex,
    level: LEVELS[finding.outcome],
    message: { text: message(textOf(finding, rule, language), LONGEST) },
    locations: first ? [location(first)] : [],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    // Hosts follow an alert by its first fingerprint; ours holds through new versions and lines.
    partialFingerprints: { primaryLocationLineHash: `${hash}:1`, "allmend/v1": finding.id },
    ...(finding.age ? { baselineState: finding.age === "new" ? "new" : "unchanged" } : {}),
    properties: propertiesOf(finding),
  };
}

function textOf(finding: Finding, rule: Rule | undefined, language: Language): string {
  const words = wordsOf(language);
  const { license, unknown, because } = finding;
  const { label } = finding.subject;
  const parts = [
    `${label.slice(0, 200)}: ${words.outcome[openStateOf(finding)]}.`,
    fill(words.report.ourRule, { sentence: ruleSentence(rule, finding.rule, language) }, language),
  ];
  if (license) parts.push(`${words.report.license}: ${license.expression.slice(0, 200)}.`);
  if (license?.chosen !== undefined) {
    const text = license.chosenBecause === "choice" ? words.explain.chosenOurs : words.explain.chosenBest;
    parts.push(fill(text, { chosen: license.chosen.slice(0, 100) }, language));
  }
  if (because !== "matched" && !unknown) parts.push(`${sentence(wordFor(words.because, because))}.`);
  for (const fact of unknown?.slice(0, 3) ?? []) parts.push(`${fact.fact}: ${wordFor(words.reason, fact.reason)}.`);
  const remedy = remedyOf(rule, language);
  return [...parts, ...(remedy === undefined ? [] : [remedy])].join(" ");
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function propertiesOf(finding: Finding): object {
  const { subject, area, outcome, because, assurance, unknown, license, facts, serves, lane, due } = finding;
  return {
    subject: subject.id,
    ...(subject.product === undefined ? {} : { product: subject.product }),
    area,
    outcome,
    because,
    assurance,
    ...(unknown ? { unknown } : {}),
    ...(license ? { license } : {}),
    facts,
    serves,
    ...(lane === undefined ? {} : { lane }),
    ...(due === undefined ? {} : { due }),
  };
}

function location(place: Place): object {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(place.path), uriBaseId: "%SRCROOT%" }, region: { startLine: place.line } },
    ...(place.note === undefined ? {} : { message: { text: message(place.note, LONGEST) } }),
  };
}
