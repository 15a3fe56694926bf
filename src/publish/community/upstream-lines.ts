// Our part in a project that we depend on, in sentences. Text only; report and portal draw it.
import { fill, formatShare, type Language, wordsOf } from "#look";
import type { ScanResult } from "#scan";

type Project = ScanResult["upstreams"]["projects"][number];

export function ourPartLines(project: Project, measures: ScanResult["measures"], language: Language): string[] {
  return [...ours(project, language), ...taken(project, measures, language)];
}

export function dependenceText(
  { uses, products, criticality }: Pick<Project, "uses" | "products" | "criticality">,
  language: Language,
): string {
  const words = wordsOf(language).community;
  return uses === 0 ? words.notUsed : fill(words.usedIn, { uses, products, criticality: words.criticality[criticality] }, language);
}

function ours({ involvement }: Project, language: Language): string[] {
  const words = wordsOf(language).community;
  if (!involvement) return [words.noClone];
  if (!involvement.ours) return [words.ourUnknown];
  const { commits, ever, share, people, maintainers } = involvement.ours;
  if (ever === 0 && maintainers === 0) return [words.ourNone];
  return [
    fill(words.ourCommits, { commits, ever, share: formatShare(share ?? 0, language) }, language),
    ...(commits === 0 ? [] : [people === null ? words.ourFew : fill(words.ourPeople, { count: people }, language)]),
    ...(maintainers === 0 ? [] : [fill(words.maintaining, { count: maintainers }, language)]),
  ];
}

/** What became of what we offered, where a list of change requests was imported. */
function taken({ project }: Project, measures: ScanResult["measures"], language: Language): string[] {
  const words = wordsOf(language).community;
  const found = measures.find(({ measure, subject }) => measure === "contribution.acceptance" && subject === `upstream:${project}`);
  if (!found) return [];
  const count = found.of ?? 0;
  if (found.value === null) return count === 0 ? [] : [fill(words.offeredFew, { count }, language)];
  return [fill(words.accepted, { count, share: formatShare(found.value, language) }, language)];
}

export function concentrationLines({ involvement }: Project, language: Language): string[] {
  const words = wordsOf(language).community;
  if (!involvement) return [];
  const { absenceFactor, elephantFactor, unaffiliatedShare, daysSinceRelease } = involvement;
  return [
    ...(absenceFactor === null ? [words.empty] : [fill(words.absence, { count: absenceFactor }, language)]),
    ...(elephantFactor === null ? [] : [fill(words.elephant, { count: elephantFactor }, language)]),
    ...(unaffiliatedShare === null ? [] : [fill(words.unaffiliated, { share: formatShare(unaffiliatedShare, language) }, language)]),
    ...(daysSinceRelease === null ? [words.never] : [fill(words.sinceRelease, { days: daysSinceRelease }, language)]),
  ];
}
