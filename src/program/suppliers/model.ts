// Whom we buy from and what contracts with them should hold, as the registers say it.
import type { Language, LocalText, Position } from "../model.ts";
import type { CraClass, CraRoute, ItemKind, RiskTier } from "./types.ts";

/** Something that we buy. */
export interface SupplierItem {
  readonly id: string;
  readonly name: string;
  readonly kind: ItemKind;
  readonly products: readonly string[];
  readonly repository?: string;
  /** Days, as `2029-12-31`. */
  readonly supportUntil?: string;
  readonly neededUntil?: string;
  readonly craClass?: CraClass;
  readonly craRoute?: CraRoute;
  readonly clauses?: readonly string[];
  readonly upstreamFirst?: boolean;
  readonly notices?: boolean;
  readonly position: Position;
}

export interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly tier: RiskTier;
  readonly language?: Language;
  readonly openChain?: { readonly standard: string; readonly affirmed: string };
  readonly governanceReviewed?: string;
  readonly items: readonly SupplierItem[];
  readonly position: Position;
}

export interface ContractClause {
  readonly id: string;
  readonly title: LocalText;
  readonly text: LocalText;
  readonly tiers: readonly RiskTier[];
  readonly kinds?: readonly ItemKind[];
}

export interface SupplierQuestion {
  readonly id: string;
  readonly question: LocalText;
  readonly why?: LocalText;
  readonly tiers: readonly RiskTier[];
}

export interface Procurement {
  readonly suppliers: readonly Supplier[];
  /** Absent where no document says what contracts must hold. */
  readonly clauses?: readonly ContractClause[];
  readonly questions?: readonly SupplierQuestion[];
}
