// Findings as SARIF 2.1.0 (OASIS Standard), in the form that code hosts accept. README.md says what was decided and why.
import type { Problem } from "#kit";
import { artefactWords, fill, type Language, visible } from "#look";
import type { ScanResult } from "#scan";
import { gathered } from "../sbom/pieces.ts";
import { rulesOf } from "../shared/rules.ts";
import { descriptor } from "./descriptor.ts";
import { notifications, problemsByRepository } from "./notifications.ts";
import { toResult } from "./result.ts";
import { planRuns, type Run } from "./runs.ts";

/** Hosts take no more results in one run (GitHub: 25,000, of which it shows 5,000 by severity): the worst come first, and what is left out is said. */
export const MOST_RESULTS = 25_000;

/** In pieces, because large organisations have long documents. */
export function sarif(result: ScanResult, language: Language): Generator<string> {
  return gathered(log(result, language));
}

function* log(result: ScanResult, language: Language): Generator<string> {
  yield '{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [';
  const runs = planRuns(result);
  const problems = problemsByRepository(result);
  for (const [index, run] of runs.entries()) {
    yield index === 0 ? "\n" : ",\n";
    yield* document(run, result, problems(run.repository), language);
  }
  yield "\n]\n}\n";
}

/** What the run is about, indented; then its results, one a line. */
function* document(run: Run, result: ScanResult, problems: readonly Problem[], language: Language): Generator<string> {
  const rules = rulesOf(result.program);
  const told = run.placed.slice(0, MOST_RESULTS);
  const ids = [...new Set(told.map(({ finding }) => finding.rule))].sort();
  const index = new Map(ids.map((id, position) => [id, position]));
  const first = new Map(told.toReversed().map(({ finding }) => [finding.rule, finding]));
  const head = {
    tool: {
      driver: {
        name: "Allmend",
        fullName: `Allmend ${result.tool.version}`,
        semanticVersion: result.tool.version,
        properties: {
          knowledge: result.tool.knowledge,
          disclaimer: fill(artefactWords(language).disclaimer, { knowledge: result.tool.knowledge }, language),
        },
        rules: ids.map((id) => descriptor(id, rules.get(id), first.get(id)?.area ?? "compliance", language)),
      },
    },
    automationDetails: { id: visible(run.category) },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: run.bases,
    ...(run.provenance ? { versionControlProvenance: [run.provenance] } : {}),
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: notifications(problems, run.placed.length - told.length, language) },
    ],
  };
  yield JSON.stringify(head, undefined, 2).replace(/\n\}$/, ',\n  "results": [');
  for (const [position, placed] of told.entries()) {
    const { rule } = placed.finding;
    yield `${position === 0 ? "" : ","}\n${JSON.stringify(toResult(placed, rules.get(rule), index.get(rule) ?? 0, language))}`;
  }
  yield "\n  ]\n}";
}
