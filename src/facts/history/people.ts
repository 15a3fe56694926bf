// Who is behind names and addresses: the proper identity by mailmap, then one person for each address.
import type { Identity } from "./identities.ts";
import type { Mailmap } from "./mailmap.ts";

export interface Person {
  readonly name: string;
  /** As the mailmap or the first commit writes it. */
  readonly email: string;
  /** A program that commits. */
  readonly bot: boolean;
}

/**
 * Identities → people. One address is one person, whatever its case; GitHub's addresses with and without a number before the name are one; without an
 * address that could receive mail, the name counts.
 */
export function peopleOf(identities: readonly Identity[], mailmap: Mailmap): { people: Person[]; personOf: Int32Array } {
  const numbers = new Map<string, number>();
  const people: Person[] = [];
  const personOf = new Int32Array(identities.length);
  identities.forEach((identity, at) => {
    const proper = mailmap(identity);
    const key = keyOf(proper);
    let number = numbers.get(key);
    if (number === undefined) {
      number = people.length;
      numbers.set(key, number);
      people.push({ ...proper, bot: isBot(proper) });
    }
    personOf[at] = number;
  });
  return { people, personOf };
}

function keyOf(identity: Identity): string {
  const email = identity.email.toLowerCase();
  if (!isAddress(email)) return `name:${identity.name.toLowerCase()}`;
  return email.replace(/^\d+\+([^@]+@users\.noreply\.github\.com)$/, "$1");
}

/** Something before and something behind one `@`, no space: whether mail arrives is another question. */
export function isAddress(email: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(email);
}

/** `dependabot[bot]`, and the names under which programs commit that do not call themselves so. */
export function isBot(identity: Identity): boolean {
  const name = identity.name.trim().toLowerCase();
  if (name.endsWith("[bot]") || /\[bot\]@/i.test(identity.email)) return true;
  return BOT_NAMES.has(name) || BOT_ADDRESSES.has(identity.email.toLowerCase()) || BOT_NAME.test(name);
}

const BOT_NAMES: ReadonlySet<string> = new Set([
  "dependabot",
  "dependabot-preview",
  "renovate",
  "renovatebot",
  "whitesource renovate",
  "mend renovate",
  "greenkeeper",
  "snyk-bot",
  "pyup-bot",
  "scala steward",
  "github actions",
  "github-actions",
  "github action",
  "gitlab ci",
  "travis ci",
  "circleci",
  "jenkins",
  "semantic-release-bot",
  "pre-commit-ci",
  "imgbot",
  "allcontributors",
  "codecov-io",
  "k8s-ci-robot",
  "copybara-service",
  "transifex",
  "weblate",
  "hosted weblate",
  "crowdin bot",
  "deepsource autofix",
  "restyled.io",
  "mergify",
  "bors",
  "homu",
]);
const BOT_ADDRESSES: ReadonlySet<string> = new Set([
  "action@github.com",
  "actions@github.com",
  "github-actions@github.com",
  "bot@renovateapp.com",
  "support@dependabot.com",
  "support@greenkeeper.io",
  "snyk-bot@snyk.io",
  "hosted@weblate.org",
]);
const BOT_NAME = /^(?:.*[-_ ])?bot$|^robot$|-ci-robot$/;

/** Whether the forge itself made a commit (a merge or an edit on its pages), so that its signature says nothing about a person. */
export function isForge(committer: Identity): boolean {
  return FORGES.has(committer.email.toLowerCase());
}

const FORGES: ReadonlySet<string> = new Set(["noreply@github.com", "noreply@gitlab.com", "noreply@codeberg.org", "noreply@bitbucket.org"]);
