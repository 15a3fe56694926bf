// Templates filled from what is known. What a person has to decide is marked in the text and told.
import type { Language } from "#look";
import type { ResultRepository, ScanResult } from "#scan";

export interface Filled {
  readonly text: string;
  /** What is left to decide, as marked in the text. */
  readonly open: readonly string[];
}

/** Questions for what nothing says, by place. */
const QUESTIONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  owners: {
    en: "two or more owners: @name, @organisation/team or mail addresses",
    de: "zwei oder mehr Zuständige: @name, @organisation/team oder Mailadressen",
  },
  contact: { en: "an address that somebody reads", de: "eine Adresse, die jemand liest" },
  license: { en: "the licence", de: "die Lizenz" },
  response: { en: "how long a first answer takes", de: "wie lange eine erste Antwort dauert" },
  supported: { en: "the versions that get fixes", de: "die Versionen, die Korrekturen bekommen" },
  url: { en: "the public address of the repository", de: "die öffentliche Adresse des Repositorys" },
  platforms: { en: "web, linux, windows, mac, ios or android", de: "web, linux, windows, mac, ios oder android" },
  status: { en: "concept, development, beta, stable or obsolete", de: "concept, development, beta, stable oder obsolete" },
  type: {
    en: "standalone/web, library, addon, … (softwareType of the standard)",
    de: "standalone/web, library, addon, … (softwareType des Standards)",
  },
  short: { en: "what it is, in at most 150 characters", de: "was es ist, in höchstens 150 Zeichen" },
  long: { en: "what it is, for whom and why, in 150 to 10,000 characters", de: "was es ist, für wen und wozu, in 150 bis 10 000 Zeichen" },
  feature: { en: "a feature", de: "eine Fähigkeit" },
  owner: { en: "the team that maintains it", de: "das Team, das es pflegt" },
};

/** What is known of a repository, by the names that templates use. */
export function knownValues(repository: ResultRepository, result: ScanResult, license: string | undefined): Record<string, string> {
  const { organization } = result.program;
  const parameter = (name: string) => {
    const value = organization.parameters[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const owner = String(repository.facts.owner ?? "");
  const team = organization.teams.find(({ id }) => id === owner);
  const values: Record<string, string | undefined> = {
    name: String(repository.facts.name ?? repository.id),
    organization: organization.name,
    holder: parameter("copyrightHolder") ?? organization.name,
    year: result.now.slice(0, 4),
    license,
    owner: team ? owner : undefined,
    owners: ownersOf(String(repository.facts.forgeOrganization ?? ""), team ? owner : undefined),
    contact: parameter("contact") ?? parameter("securityContact"),
    response: parameter("responseTime"),
    url: publicUrl(repository.origin),
  };
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The team that owns it, as GitHub writes teams; which people they are only the forge knows. */
function ownersOf(forge: string, team: string | undefined): string | undefined {
  const owner = /^github\.com\/([\w.-]+)$/.exec(forge)?.[1];
  return team === undefined || owner === undefined ? undefined : `@${owner}/${team}`;
}

function publicUrl(origin: string | undefined): string | undefined {
  if (origin === undefined) return undefined;
  const match = /^(?:https?:\/\/|ssh:\/\/)?(?:[\w.-]+@)?([\w.-]+)[:/](.+)$/.exec(origin);
  return match ? `https://${match[1]}/${match[2]}` : undefined;
}

/** `{{place}}` by its value; in YAML every value stands in quotes. Values hold no line of their own. */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
  options: { readonly language: Language; readonly yaml: boolean },
): Filled {
  const open = new Set<string>();
  const text = template.replaceAll(/\{\{\s{0,5}([a-z]{1,30})\s{0,5}\}\}/g, (_place, name: string) => {
    const known = Object.hasOwn(values, name) ? values[name] : undefined;
    const value = known?.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ") ?? marked(name, options.language, open);
    return options.yaml ? JSON.stringify(value) : value;
  });
  return { text, open: [...open] };
}

function marked(name: string, language: Language, open: Set<string>): string {
  const question = QUESTIONS[name]?.[language] ?? name;
  open.add(question);
  return language === "de" ? `ENTSCHEIDEN: ${question}` : `DECIDE: ${question}`;
}
