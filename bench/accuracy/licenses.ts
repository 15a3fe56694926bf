// Licence texts and notices of other tools' test suites and of real packages: the same rules as score.mjs beside the cases.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { identifyBytes } from "../../src/facts/licenses/index.ts";

export interface LicenseCase {
  readonly id: string;
  readonly path: string;
  readonly atoms: readonly string[];
  readonly tier: string;
  readonly kind: string;
  readonly form: string | null;
  readonly source: string;
  readonly conflict: boolean;
  readonly canonical_text: boolean;
  readonly expected: string;
}

const folder = join(import.meta.dirname, "../../../shared/cases/licenses");

/** The cases with their contents; undefined where the folder is not there. */
export function licenseCases(): (LicenseCase & { readonly content: Uint8Array })[] | undefined {
  const list = join(folder, "cases.jsonl");
  if (!existsSync(list)) return undefined;
  const cases = readFileSync(list, "utf8").trim().split("\n");
  return cases
    .map((line) => JSON.parse(line) as LicenseCase)
    .map((given) => ({ ...given, content: readFileSync(join(folder, given.path)) }));
}

interface Score {
  total: number;
  strict: number;
  family: number;
  silent: number;
  wrong: number;
}

const sets: readonly (readonly [title: string, goal: string, in_: (given: LicenseCase) => boolean])[] = [
  [
    "whole texts (full-real)",
    "family ≥ 93, strict ≥ 88, wrong ≤ 4",
    (given) =>
      given.kind === "text" &&
      given.tier === "single" &&
      given.form === "full" &&
      !given.canonical_text &&
      given.source !== "spdx-canonical",
  ],
  ["short, single", "right ≥ 60, wrong ≤ 3", (given) => given.kind === "short" && given.tier === "single"],
  [
    "short, single, without bare addresses of repositories",
    "",
    (given) => given.kind === "short" && given.tier === "single" && !isBareAddress(given),
  ],
  ["no licence", "answered ≤ 1", (given) => given.tier === "none"],
  ["whole files, one licence (with SPDX's own texts and with sources)", "", (given) => given.kind !== "short" && given.tier === "single"],
  ["several licences in one file, all named and no other", "", (given) => given.tier === "multi"],
];

/** Misses that were looked at one by one: why they stay. */
const reasons: ReadonlyMap<string, string> = new Map([
  ["licenseclassifier-license-0046", "the label is older than the id: the list has Sun's text as BSD-3-Clause-Sun today"],
  ["licenseclassifier-license-0133", "the wording of 2005 has other conditions than the list's: a text of its own, the nearest named"],
  ["licenseclassifier-license-0150", "Digital's text is no MIT on today's list: a text of its own, the nearest named"],
  ["npm-declared-0051", "the file is the text of 2.0.1, which the list tells apart; the author declares 2.0"],
  ["npm-declared-0234", "the file ends with the sentence on views; the author declares BSD-2-Clause"],
  ["scancode-lic1-0264", "a configuration file speaks of the licences of two libraries; only the first was labelled"],
  ["scancode-lic2-0322", "the fourth condition is missing: on today's list that is BSD-Advertising-Acknowledgement"],
  ["licenseclassifier-license-0039", "one paragraph with an advertising clause: BSD-4.3TAHOE on today's list"],
  [
    "licenseclassifier-license-0218",
    "another sentence interrupts hdparm's own, which are not recognised then; it puts one file under the GPL or BSD",
  ],
  ["scancode-lic1-0183", "the file names no version of the GPL"],
  ["scancode-lic2-0605", "a bare address: what it leads to is not in the file"],
  ["scancode-lic2-0621", "a bare address: what it leads to is not in the file"],
]);

export async function run(): Promise<void> {
  const cases = licenseCases();
  if (!cases) {
    process.stdout.write("### Licences\n\nskipped: ../shared/cases/licenses is not there\n");
    return;
  }
  const answers = new Map(cases.map((given) => [given.id, identifyBytes(given.content).expression ?? ""]));
  process.stdout.write(
    "### Licences\n\n| set | cases | strict % | family % | silent % | wrong % | to reach |\n|---|--:|--:|--:|--:|--:|---|\n",
  );
  const misses = new Map<string, Misses>();
  for (const [title, goal, belongs] of sets) {
    const chosen = cases.filter((given) => !given.conflict && belongs(given));
    const score = scoreOf(chosen, answers);
    const share = (count: number): string => ((100 * count) / score.total).toFixed(1);
    process.stdout.write(
      `| ${title} | ${score.total} | ${share(score.strict)} | ${share(score.family)} | ${share(score.silent)} | ${share(score.wrong)} | ${goal} |\n`,
    );
    if (listed.has(title)) misses.set(title, missesOf(chosen, answers));
  }
  for (const [title, { lines, addresses }] of misses) {
    process.stdout.write(`\nMisses, ${title}:\n\n${lines.join("\n")}\n`);
    if (addresses > 0) process.stdout.write(`- ${addresses} bare addresses of repositories: what licence they have is not in the file\n`);
  }
}

/** Sets of which each miss is printed. */
const listed = new Set(["whole texts (full-real)", "short, single"]);

interface Misses {
  readonly lines: readonly string[];
  readonly addresses: number;
}

function missesOf(chosen: readonly LicenseCase[], answers: ReadonlyMap<string, string>): Misses {
  const missed = chosen.filter((given) => !isFamily(given, answers));
  const others = missed.filter((given) => !isBareAddress(given));
  const lines = others.map(
    (given) =>
      `- ${given.id}: labelled ${given.expected}, answered ${answers.get(given.id) || "nothing"}: ${reasons.get(given.id) ?? "not looked at yet"}`,
  );
  return { lines, addresses: missed.length - others.length };
}

function scoreOf(cases: readonly LicenseCase[], answers: ReadonlyMap<string, string>): Score {
  const score: Score = { total: cases.length, strict: 0, family: 0, silent: 0, wrong: 0 };
  for (const given of cases) {
    const found = atomsIn(answers.get(given.id) ?? "");
    const expected = new Set(given.atoms.flatMap((atom) => [...atomsIn(atom)]));
    if (sameSet(expected, found)) score.strict++;
    if (isFamily(given, answers)) score.family++;
    else if (found.size > 0) score.wrong++;
    if (found.size === 0) score.silent++;
  }
  return score;
}

function isFamily(given: LicenseCase, answers: ReadonlyMap<string, string>): boolean {
  const families = (atoms: Iterable<string>): Set<string> =>
    new Set([...atoms].map((atom) => atom.replace(/-(?:only|or-later)$|\+$/, "").replace(/-(?:no-)?invariants/, "")));
  return sameSet(families(given.atoms.flatMap((atom) => [...atomsIn(atom)])), families(atomsIn(answers.get(given.id) ?? "")));
}

const successors = new Map([
  ["bsd-2-clause-freebsd", "bsd-2-clause-views"],
  ["bsd-2-clause-netbsd", "bsd-2-clause"],
  ["bzip2-1.0.5", "bzip2-1.0.6"],
]);

/** Ids in an expression, exceptions included, as the score compares them. */
function atomsIn(expression: string): Set<string> {
  const words = expression.toLowerCase().split(/[\s()]+/);
  return new Set(
    words
      .filter((word) => word !== "" && !/^(?:and|or|with|none|noassertion)$/.test(word))
      .map((word) => (/^(?:a|l)?gpl-\d\.\d$|^gfdl-\d\.\d$/.test(word) ? `${word}-only` : (successors.get(word) ?? word))),
  );
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

/** A line with nothing but the address of somebody's repository: what licence it has is not in the file. */
function isBareAddress(given: LicenseCase & { readonly content?: Uint8Array }): boolean {
  const text = Buffer.from(given.content ?? [])
    .toString()
    .trim();
  return (
    /^https?:\/\/\S+$/.test(text) &&
    /github\.com|bitbucket|codeplex|code\.google|sites\.google|githubusercontent|xrepository|arebis|gitlab/.test(text)
  );
}
