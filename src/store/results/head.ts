// The part of a result that is kept as it came: everything but the long lists, which have tables.
import type { ScanResult } from "#scan";

const LISTS = ["components", "uses", "findings", "verdicts", "obligations", "vulnerabilities", "repositories"] as const;

export type ResultHead = Omit<ScanResult, (typeof LISTS)[number]>;

export function headOf(result: ScanResult): ResultHead {
  const { components: _c, uses: _u, findings: _f, verdicts: _v, obligations: _o, vulnerabilities: _w, repositories: _r, ...head } = result;
  return head;
}
