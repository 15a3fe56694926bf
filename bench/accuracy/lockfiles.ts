// Lockfiles and manifests of other tools' test suites: the exact set of packages, misses with what differs.
// The score is that of a plain reader: name and version of every entry of `components` in the CycloneDX that `allmend inventory` prints. Beside it
// stands the inventory itself, with the habits of the sources translated (what is ours, asks without a version, short names).
import { type CaseResult, type LockfileCase, lockfileCases, lockfileResult } from "../../src/facts/testing/lockfile-cases.ts";
import { plainResult } from "../../test/plain-reader.ts";

// Why an answer cannot, or should not, be met.
const CAUSES: readonly (readonly [RegExp, "not in the files" | "another name" | "another choice", string])[] = [
  [/^gemspec\/version-constant-(?!missing)/, "not in the files", "the Ruby file with the version is not part of the case"],
  [/^requirements\/osv-cyclic-r-complex-1$/, "not in the files", "an included file is not part of the case"],
  [
    /^requirements\/osv-with-multiple-r-options$/,
    "another choice",
    "asks once with and once without a version, which the score cannot tell apart",
  ],
  [/^spdx\//, "another name", "they keep the last part of a name, or the CPE where there is no purl"],
  [
    /^packageresolved\/syft-package$/,
    "another name",
    "they keep the last part of a name; we keep host and owner, as the purl type demands",
  ],
  [/^podfilelock\/syft-podfile$/, "another name", "a part of a pod is a subpath of its purl, not a name"],
  [/^githubworkflow\/syft-workflow-multi-job$/, "another name", "the folder of an action is a subpath of its purl, not a name"],
  [/^bunlock\/blog-sample$/, "another name", "a purl of type npm is lower case"],
  [/^renvlock\/with-bioconductor$/, "another choice", "they leave out what comes from Bioconductor; it is in use all the same"],
  [/^gleamtoml\/only-dev-deps$/, "another choice", "they give the range for a version; we its lowest, and the range as a property"],
  [/^denojson\/deno$/, "another choice", "they make 1.0.0 of npm:chalk@1, keep ^1 of jsr, and leave out asks without a version"],
  [/^pomxml\/osv-interpolation$/, "another choice", "they count a version that is managed but that nothing asks for"],
];

export async function run(): Promise<void> {
  const cases = lockfileCases();
  if (!cases) {
    process.stdout.write("### Lockfiles\n\nskipped: ../shared/cases/lockfiles is not there\n");
    return;
  }
  const scored = cases.filter((given) => !given.quirk);
  const plain = await all(scored, plainResult);
  const translated = await all(scored, lockfileResult);
  process.stdout.write(
    "### Lockfiles: same set of name and version\n\n| format | exact (plain reader) | exact (translated) | of | clear errors | of |\n|---|--:|--:|--:|--:|--:|\n",
  );
  for (const format of [...new Set(scored.map((given) => given.format))].sort())
    process.stdout.write(row(format, ofFormat(plain, format), ofFormat(translated, format)));
  process.stdout.write(row("**all**", plain, translated));
  process.stdout.write(`\n${summary(plain, translated)}\n${misses(plain)}\n`);
}

async function all(cases: readonly LockfileCase[], read: (given: LockfileCase) => Promise<CaseResult>): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const given of cases) results.push(await read(given));
  return results;
}

function ofFormat(results: readonly CaseResult[], format: string): readonly CaseResult[] {
  return results.filter(({ given }) => given.format === format);
}

function summary(plain: readonly CaseResult[], translated: readonly CaseResult[]): string {
  const sets = plain.filter(({ given }) => !given.expectError);
  const share = (results: readonly CaseResult[]): string =>
    ((100 * right(results.filter(({ given }) => !given.expectError))) / sets.length).toFixed(1);
  const wrong = sets.filter((result) => !result.right);
  const excused = wrong.filter(({ given }) => causeOf(given.id)?.[1] === "not in the files").length;
  const answerable = ((100 * (sets.length - wrong.length)) / (sets.length - excused)).toFixed(1);
  return [
    `${share(plain)} % of the cases are exact for a plain reader (to reach: 98 %; the best peer has 72 % on the main formats); ${answerable} % of those`,
    `whose files hold the answer. ${share(translated)} % with the sources' habits translated.`,
  ].join("\n");
}

function misses(plain: readonly CaseResult[]): string {
  return plain
    .filter((result) => !result.right)
    .map(({ given, missing, extra }) => {
      const [, kind, cause] = causeOf(given.id) ?? [];
      return `\n- ${given.id}: missing ${listed(missing)}, extra ${listed(extra)}${cause ? ` (${kind}: ${cause})` : ""}`;
    })
    .join("");
}

function causeOf(id: string): (typeof CAUSES)[number] | undefined {
  return CAUSES.find(([pattern]) => pattern.test(id));
}

function row(title: string, plain: readonly CaseResult[], translated: readonly CaseResult[]): string {
  const sets = (results: readonly CaseResult[]) => results.filter(({ given }) => !given.expectError);
  const errors = plain.filter(({ given }) => given.expectError);
  return `| ${title} | ${right(sets(plain))} | ${right(sets(translated))} | ${sets(plain).length} | ${right(errors)} | ${errors.length} |\n`;
}

function right(results: readonly CaseResult[]): number {
  return results.filter((result) => result.right).length;
}

function listed(entries: readonly string[]): string {
  if (entries.length === 0) return "nothing";
  return entries.length > 4 ? `${entries.slice(0, 4).join(", ")} and ${entries.length - 4} more` : entries.join(", ");
}
