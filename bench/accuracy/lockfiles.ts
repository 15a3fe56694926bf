// Lockfiles and manifests of other tools' test suites: the exact set of packages, misses with what differs.
import { type CaseResult, lockfileCases, lockfileResult } from "../../src/facts/testing/lockfile-cases.ts";

// Answers that the given files do not hold.
const UNANSWERABLE: ReadonlyMap<RegExp, string> = new Map([
  [/^gemspec\/version-constant-(?!missing)/, "the Ruby file with the version is not part of the case"],
  [/^requirements\/osv-cyclic-r-complex-1$/, "an included file is not part of the case"],
]);

export async function run(): Promise<void> {
  const cases = lockfileCases();
  if (!cases) {
    process.stdout.write("### Lockfiles\n\nskipped: ../shared/cases/lockfiles is not there\n");
    return;
  }
  const results: CaseResult[] = [];
  for (const given of cases) if (!given.quirk) results.push(await lockfileResult(given));
  const formats = [...new Set(results.map(({ given }) => given.format))].sort();
  process.stdout.write(
    "### Lockfiles: same set of name and version\n\n| format | exact | of | clear errors | of |\n|---|--:|--:|--:|--:|\n",
  );
  for (const format of formats)
    process.stdout.write(
      row(
        format,
        results.filter(({ given }) => given.format === format),
      ),
    );
  process.stdout.write(row("**all**", results));
  const sets = results.filter(({ given }) => !given.expectError);
  const share = (100 * sets.filter(({ right }) => right).length) / sets.length;
  process.stdout.write(`\n${share.toFixed(1)} % of the cases are exact (to reach: 98 %; the best peer has 72 % on the main formats).\n`);
  const misses = results.filter(({ right }) => !right);
  const excused = misses.filter(({ given }) => excuse(given.id) !== undefined).length;
  const answerable = (100 * (sets.length - misses.length)) / (sets.length - excused);
  if (excused > 0) process.stdout.write(`Of those whose files hold the answer: ${answerable.toFixed(1)} %.\n`);
  for (const { given, missing, extra } of misses) {
    const cause = excuse(given.id);
    process.stdout.write(`\n- ${given.id}: missing ${listed(missing)}, extra ${listed(extra)}${cause ? ` (${cause})` : ""}`);
  }
  process.stdout.write("\n");
}

function excuse(id: string): string | undefined {
  for (const [pattern, cause] of UNANSWERABLE) if (pattern.test(id)) return cause;
  return undefined;
}

function row(title: string, results: readonly CaseResult[]): string {
  const sets = results.filter(({ given }) => !given.expectError);
  const errors = results.filter(({ given }) => given.expectError);
  const right = (list: readonly CaseResult[]): number => list.filter((result) => result.right).length;
  return `| ${title} | ${right(sets)} | ${sets.length} | ${right(errors)} | ${errors.length} |\n`;
}

function listed(entries: readonly string[]): string {
  if (entries.length === 0) return "nothing";
  return entries.length > 4 ? `${entries.slice(0, 4).join(", ")} and ${entries.length - 4} more` : entries.join(", ");
}
