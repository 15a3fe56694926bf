// What a result tells of vulnerabilities, as rules ask for it: without the lists that it came from.
import { type Imported, Statements, type VulnerabilityAnswer } from "#facts";
import { compareText } from "#kit";
import type { AskedResult, ResultVulnerability, ScanResult } from "../result.ts";
import type { KnownMatch, KnownVulnerabilities } from "./known.ts";

/** Of packages that a scanner looked at and said nothing of, a result does not tell: they count as not looked at. */
export function recordedVulnerabilities(
  {
    components,
    vulnerabilities,
    inputs,
  }: Pick<ScanResult, "components" | "vulnerabilities"> & { readonly inputs: Pick<ScanResult["inputs"], "imports"> },
  imported: Imported,
  statements: Statements = new Statements([], []),
): KnownVulnerabilities {
  const matches = vulnerabilities.flatMap(({ id, aliases, affects }, vulnerability) =>
    affects.map(({ component, sure, fixed, answers }): KnownMatch => {
      const { version = "", purl = "" } = components[component] ?? {};
      return {
        component,
        vulnerability,
        sure,
        ...(fixed === undefined ? {} : { fixed }),
        affected: [affectedUntil(components[component]?.type ?? "generic", version, fixed)],
        answers: together(answers, statements.answers([id, ...aliases], purl)),
      };
    }),
  );
  return {
    imported,
    files: inputs.imports,
    vulnerabilities: vulnerabilities.map(plain),
    matches,
    byComponent: Map.groupBy(matches, (match) => match.component),
    problems: [],
  };
}

/** What was answered when the result was made, and what was answered since: each once, oldest first. */
function together(before: readonly VulnerabilityAnswer[], since: readonly VulnerabilityAnswer[]): readonly VulnerabilityAnswer[] {
  const known = new Set(before.map(nameOf));
  const more = since.filter((answer) => !known.has(nameOf(answer)));
  return more.length === 0 ? before : [...before, ...more].sort((a, b) => compareText(a.at, b.at));
}

function nameOf({ at, by, status, product = "" }: VulnerabilityAnswer): string {
  return [at, by, status, product].join("\n");
}

/** What is imported now, and what a result tells of one component, which is the only one that is asked about. What both know is told as the import says. */
export function withRecorded(known: KnownVulnerabilities, result: AskedResult, purl: string): KnownVulnerabilities {
  const { components, inputs } = result;
  const index = components.findIndex((component) => component.purl === purl);
  const component = components[index];
  if (!component) return known;
  const names = new Set(known.vulnerabilities.flatMap(({ id, aliases }) => [id, ...aliases]));
  const vulnerabilities = result.vulnerabilities.flatMap((each) => {
    const affects = each.affects.filter((affected) => affected.component === index).map((affected) => ({ ...affected, component: 0 }));
    return affects.length === 0 || [each.id, ...each.aliases].some((name) => names.has(name)) ? [] : [{ ...each, affects }];
  });
  const told = recordedVulnerabilities(
    { components: [component], vulnerabilities, inputs: { imports: inputs?.imports ?? [] } },
    known.imported,
  );
  const before = known.vulnerabilities.length;
  const matches = [...known.matches, ...told.matches.map((match) => ({ ...match, vulnerability: match.vulnerability + before }))];
  return {
    ...known,
    files: [...known.files, ...told.files],
    vulnerabilities: [...known.vulnerabilities, ...told.vulnerabilities],
    matches,
    byComponent: Map.groupBy(matches, (match) => match.component),
  };
}

/** From this version up to the one that mends it. */
function affectedUntil(order: string, version: string, fixed: string | undefined): KnownMatch["affected"][number] {
  if (fixed === undefined) return { package: "", order, versions: [version] };
  return { package: "", order, intervals: [{ from: version, below: fixed }], fixed: [fixed] };
}

function plain({
  affects: _affects,
  severity,
  score,
  vector,
  ...rest
}: ResultVulnerability): KnownVulnerabilities["vulnerabilities"][number] {
  if (severity === "unknown") return rest;
  return { ...rest, severity: { band: severity, ...(score === undefined ? {} : { score }), ...(vector === undefined ? {} : { vector }) } };
}
