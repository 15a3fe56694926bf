// What we buy, as it stands now. It stands in the program and its records: no repository has to be read for it.
import { type ScanResult, withComparison } from "#scan";
import { findProgram, requireProgram } from "../load-program.ts";
import type { ScanFlags } from "../options.ts";
import { lastResult, runScan } from "../run-scan.ts";

/** What a scan found in code that we hold comes from the last result, where it is about the same delivery. */
export async function suppliersNow(flags: Omit<ScanFlags, "jobs" | "cache"> & Partial<ScanFlags>): Promise<ScanResult> {
  const last = await lastResult();
  const found = findProgram(flags.program, []);
  if (found.fallback && last) return last;
  const { program, problems } = await requireProgram(found);
  const quiet = { jobs: 1, cache: true, ...flags, quiet: true };
  const result = await runScan({ targets: [], program, problems, flags: quiet, failOn: "deny" });
  return last ? withComparison(result, last) : result;
}
