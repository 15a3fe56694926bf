// How many licences are known, from where, and what would make more known: the sentence with which every report opens.
import { ecosystemName, fill, formatNumber, formatShare, type Language, shorten, wordFor, wordsOf } from "#look";
import type { ScanResult } from "#scan";

/** Sources and ecosystems that are named one by one. */
const MOST = 6;

export function licenseShare(result: ScanResult, language: Language): string {
  const { components, componentsWithLicense } = result.coverage;
  return components === 0 ? "–" : formatShare(componentsWithLicense / components, language);
}

/** One sentence, or two where something is missing; empty where there is no component. */
export function licenseSentences(result: ScanResult, language: Language): string[] {
  const { components, componentsWithLicense, licenses } = result.coverage;
  if (components === 0) return [];
  const words = wordsOf(language).report;
  const known = componentsWithLicense === components ? words.coverageLicensesAll : words.coverageLicenses;
  const values = { known: componentsWithLicense, components, share: licenseShare(result, language) };
  const told = [withSources(fill(known, values, language), result, language)];
  if (licenses.texts > 0) told.push(fill(words.licenseTexts, { texts: licenses.texts, differing: licenses.differing }, language));
  const advice = missing(result, language);
  return advice === "" ? told : [...told, advice];
}

function withSources(sentence: string, result: ScanResult, language: Language): string {
  const { from } = wordsOf(language).licenseFrom;
  const sources = result.coverage.licenses.known.map((source) => {
    const word = shorten(wordFor(wordsOf(language).licenseFrom, source.from), 40);
    const ecosystem = source.type === undefined ? "" : ` (${shortName(source.type)})`;
    return `${word}${ecosystem} ${formatNumber(source.components, language)}`;
  });
  if (sources.length === 0) return sentence;
  return `${sentence} ${fill(from, { sources: listed(sources, language) }, language)}`;
}

function listed(items: readonly string[], language: Language): string {
  const more = items.length - MOST;
  const told = items.slice(0, MOST).join(", ");
  return more > 0 ? `${told} ${fill(wordsOf(language).report.moreExamples, { count: more }, language)}` : told;
}

/** `Maven` of "Maven (Java)"; a type may come from a hostile SBOM. */
function shortName(type: string): string {
  return shorten(ecosystemName(type), 40).replace(/ \(.*/, "");
}

/** What to do to know the rest: by ecosystem, in the words of its package manager. */
function missing(result: ScanResult, language: Language): string {
  const { unknown, online } = result.coverage.licenses;
  if (unknown.length === 0) return "";
  const { licenseMissing } = wordsOf(language);
  const shown = unknown.slice(0, MOST);
  const types = unknown.map(({ type, components }) => `${shortName(type)} ${formatNumber(components, language)}`);
  const ways = shown.flatMap(({ type }) => (Object.hasOwn(INSTALL, type) ? (INSTALL[type] ?? []) : []));
  const sentence = fill(licenseMissing.unknown, { types: listed(types, language) }, language);
  if (ways.length === 0) return sentence;
  const advice = online ? licenseMissing.install : licenseMissing.installOrOnline;
  return `${sentence} ${fill(advice, { commands: ways.join(", ") }, language)}`;
}

/** What puts packages where they are read, by purl type. */
const INSTALL: Readonly<Record<string, string>> = {
  cargo: "cargo fetch",
  composer: "composer install",
  gem: "bundle install",
  golang: "go mod download",
  maven: "mvn dependency:resolve",
  npm: "npm ci",
  nuget: "dotnet restore",
  pypi: "pip install -r …",
};
