// The handful of figures by which two periods are compared. Absent: not known.
import { objectivesProgress } from "#measures";
import type { ScanResult } from "#scan";
import { countStates, freshFindings } from "../shared/states.ts";
import { openVulnerabilities } from "../shared/vulnerabilities.ts";

export interface Snapshot {
  readonly denied: number;
  readonly review: number;
  readonly unknownLicenses: number;
  readonly duties: number;
  /** Open known vulnerabilities, each once; absent where no source of them was given. */
  readonly vulnerabilities?: number;
  /** Objectives on track or met, of those that can be measured; absent where none can. */
  readonly onTrack?: number;
  readonly measured: number;
}

export function snapshotOf(result: ScanResult): Snapshot {
  const counts = countStates(freshFindings(result));
  const states = objectivesOf(result).map(({ state }) => state);
  const onTrack = states.filter((state) => state === "on-track" || state === "met").length;
  const measured = onTrack + states.filter((state) => state === "behind").length;
  return {
    denied: counts.deny,
    review: counts.review,
    unknownLicenses: result.coverage.components - result.coverage.componentsWithLicense,
    duties: result.obligations.filter(({ state }) => state === "open").length,
    ...(knowsVulnerabilities(result)
      ? { vulnerabilities: new Set(openVulnerabilities(result).map(({ vulnerability }) => vulnerability.id)).size }
      : {}),
    ...(measured === 0 ? {} : { onTrack }),
    measured,
  };
}

export function objectivesOf(result: ScanResult) {
  return objectivesProgress({ ...result, strategy: result.program.strategy });
}

/** Whether anything that we use was looked up: none found and none looked for are two things. */
export function knowsVulnerabilities(result: ScanResult): boolean {
  const asked = ({ components, vulnerabilities }: ScanResult["repositories"][number]["facts"]) =>
    typeof components === "number" && components > 0 && typeof vulnerabilities === "number";
  return result.vulnerabilities.length > 0 || result.repositories.some(({ facts }) => asked(facts));
}
