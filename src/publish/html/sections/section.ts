// A section of the report: an address, a title for the menu (empty: not in the menu), and its HTML. An empty body leaves the section out.
import type { Language } from "#look";
import type { ScanResult } from "#scan";

export interface Section {
  readonly id: string;
  title(result: ScanResult, language: Language): string;
  render(result: ScanResult, language: Language): string;
}
