// SBOMs of the specifications' own test suites: formats, package lists, licences.
import { type SbomCase, sbomCases, sbomDifference } from "../sbom/cases.ts";

// Answers that we hold to be mistaken.
const DOUBTED: ReadonlyMap<string, string> = new Map([
  [
    "cyclonedx-specification-tests/1.7/valid-license-choice-1.7.xml",
    "the answer leaves out what stands in expression-detailed; that of the JSON form of the same document has it",
  ],
]);

export async function run(): Promise<void> {
  const cases = sbomCases();
  if (!cases) {
    process.stdout.write("### SBOMs\n\nskipped: ../shared/cases/sboms is not there\n");
    return;
  }
  const rows = new Map<string, { same: number; all: number }>();
  const misses: string[] = [];
  for (const given of cases) {
    const row = rows.get(given.format) ?? { same: 0, all: 0 };
    rows.set(given.format, row);
    row.all++;
    const difference = await sbomDifference(given);
    if (difference === undefined) row.same++;
    else misses.push(missText(given, difference));
  }
  process.stdout.write("### SBOMs: same format, version, packages and licences\n\n| format | same | of |\n|---|--:|--:|\n");
  for (const [format, { same, all }] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
    process.stdout.write(`| ${format} | ${same} | ${all} |\n`);
  const same = [...rows.values()].reduce((sum, row) => sum + row.same, 0);
  process.stdout.write(`| **all** | **${same}** | **${cases.length}** |\n`);
  for (const miss of misses) process.stdout.write(`\n- ${miss}`);
  if (misses.length > 0) process.stdout.write("\n");
}

function missText(given: SbomCase, difference: string): string {
  const doubt = DOUBTED.get(given.path);
  return `${given.path}: ${doubt === undefined ? "" : `(${doubt}) `}${difference.slice(0, 400)}`;
}
