// Findings that somebody has to do something about, those of one rule together: they have one remedy.
import type { Finding } from "#policy";
import type { ScanResult } from "#scan";
import { freshFindings, type OpenState, openStateOf, worstFirst } from "../shared/states.ts";

export interface Group {
  readonly rule: string;
  readonly state: OpenState;
  readonly findings: readonly Finding[];
}

/** Worst first. */
export function groupsOf(result: ScanResult): Group[] {
  const groups = new Map<string, { rule: string; state: OpenState; findings: Finding[] }>();
  for (const finding of worstFirst(freshFindings(result))) {
    const state = openStateOf(finding);
    const key = `${finding.rule}\n${state}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { rule: finding.rule, state, findings: [finding] });
  }
  return [...groups.values()];
}
