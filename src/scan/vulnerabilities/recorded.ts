// What a result tells of vulnerabilities, as rules ask for it: without the lists that it came from.
import type { Imported } from "#facts";
import type { ResultVulnerability, ScanResult } from "../result.ts";
import type { KnownMatch, KnownVulnerabilities } from "./known.ts";

/** Of packages that a scanner looked at and said nothing of, a result does not tell: they count as not looked at. */
export function recordedVulnerabilities(
  { components, vulnerabilities, inputs }: Pick<ScanResult, "components" | "vulnerabilities" | "inputs">,
  imported: Imported,
): KnownVulnerabilities {
  const matches = vulnerabilities.flatMap(({ affects }, vulnerability) =>
    affects.map(({ component, sure, fixed, answers }): KnownMatch => {
      const version = components[component]?.version ?? "";
      return {
        component,
        vulnerability,
        sure,
        ...(fixed === undefined ? {} : { fixed }),
        affected: [affectedUntil(components[component]?.type ?? "generic", version, fixed)],
        answers,
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
