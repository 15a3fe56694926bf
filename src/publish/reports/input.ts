// What reports about the whole organisation are made from.
import type { Language } from "#look";
import type { Framework } from "#program";
import type { ScanResult } from "#scan";

export interface ReportInput {
  readonly result: ScanResult;
  readonly language: Language;
  readonly frameworks?: readonly Framework[];
  readonly framework?: string;
  /** The result of an earlier period, to say what changed. */
  readonly against?: ScanResult;
}
