// What the figures rest on and nobody knows: a page that keeps silent about it would say that all is well.
import { fill, reportWords, wordFor, wordsOf } from "#look";
import { mostCommon } from "./most-common.ts";
import { knowsVulnerabilities } from "./snapshot.ts";
import type { View } from "./view.ts";

export function unknowns({ result, language, objectives, now }: View): string[] {
  const words = reportWords(language).unknown;
  const say = (text: string, count: number, reason = "") => (count > 0 ? [fill(text, { count, reason }, language)] : []);
  const { rulesUnknown, repositoriesUnreadable } = result.coverage;
  const reasons = rulesUnknown.flatMap((rule) => Object.keys(rule.reasons));
  const silent = objectives.flatMap(({ keyResults }) => keyResults.filter(({ state }) => state === "unknown"));
  const delivered = new Set(
    result.deliveries.filter(({ metrics }) => Object.values(metrics).some(({ value }) => value !== null)).map(({ subject }) => subject),
  );
  const undelivered = result.program.organization.products.filter(({ id }) => !delivered.has(`product:${id}`)).length;
  return [
    ...say(words.licenses, now.unknownLicenses),
    ...say(words.rules, rulesUnknown.length, wordFor(wordsOf(language).reason, mostCommon(reasons)?.name ?? "")),
    ...say(words.keyResults, silent.length, reasonText(mostCommon(silent.flatMap(({ reason }) => reason ?? []))?.name, language)),
    ...(knowsVulnerabilities(result) || result.components.length === 0 ? [] : [words.vulnerabilities]),
    ...say(words.delivery, undelivered),
    ...say(words.upstream, result.upstreams.projects.filter(({ rung }) => rung === undefined).length),
    ...say(words.repositories, repositoriesUnreadable),
  ];
}

/** Why a key result is unknown, in words. */
export function reasonText(reason: string | undefined, language: View["language"]): string {
  const known = { ...wordsOf(language).figures.reason, ...reportWords(language).progressReason };
  return reason === undefined ? "" : wordFor(known, reason);
}
