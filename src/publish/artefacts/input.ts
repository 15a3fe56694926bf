// What goes along with a release of a product is made from a result, and from the texts that lie beside its packages.
import type { LegalFile } from "#facts";
import type { Language } from "#look";
import type { Framework } from "#program";
import type { ScanResult } from "#scan";

export interface ArtefactInput {
  readonly result: ScanResult;
  /** Product id. */
  readonly product: string;
  /** `supplier/item`, for reports about what we buy. */
  readonly item?: string;
  /** Version of the release; absent: the product as it stands. */
  readonly version?: string;
  readonly language: Language;
  /** What others ask of an office; only where a report wants it. */
  readonly frameworks?: readonly Framework[];
  /** The one framework that is meant. */
  readonly framework?: string;
  /** The result of an earlier period. */
  readonly against?: ScanResult;
  /** Files of packages by purl; a package that is not there has none. */
  readonly files: ReadonlyMap<string, readonly LegalFile[]>;
  /** Packages were not at hand: what lies beside them was not read, which says nothing about whether there is something. */
  readonly unread?: true;
  /** Texts of the SPDX list by id, for packages that bring none. */
  readonly standard: ReadonlyMap<string, string>;
  /** Names the licence in a text; null where none is recognised. */
  readonly identify: (text: string) => string | null;
}
