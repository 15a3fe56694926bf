// Suppliers and what we buy from them, as the result tells it.
import type { ScanContext } from "../context.ts";
import { daysBetween } from "../context.ts";
import type { ResultSupplier, ResultSupply } from "../result.ts";
import { clausesMissing, OPEN_CHAIN_DAYS, renewalDays, supportDays } from "./standing.ts";
import type { Supplied } from "./supplied.ts";

export function resultSuppliers(context: Pick<ScanContext, "program" | "supplied" | "now">): ResultSupplier[] {
  return (context.program.procurement?.suppliers ?? []).map((supplier) => ({
    id: supplier.id,
    name: supplier.name,
    tier: supplier.tier,
    ...(supplier.language === undefined ? {} : { language: supplier.language }),
    ...(supplier.openChain
      ? { openChain: { ...supplier.openChain, valid: daysBetween(supplier.openChain.affirmed, context.now) <= OPEN_CHAIN_DAYS } }
      : {}),
    items: context.supplied.items.filter((supplied) => supplied.supplier.id === supplier.id).map((supplied) => supplyOf(supplied, context)),
  }));
}

function supplyOf(supplied: Supplied, { program, now }: Pick<ScanContext, "program" | "now">): ResultSupply {
  const { item, delivery, components, worst, worstOf, undeclared } = supplied;
  const clauses = clausesMissing(supplied, program.procurement);
  const support = supportDays(supplied);
  const renewal = renewalDays(supplied, now);
  const due = delivery?.steps.at(-1)?.due;
  return {
    id: item.id,
    name: item.name,
    kind: item.kind,
    products: item.products,
    state: delivery?.state ?? "none",
    ...(delivery ? { version: delivery.version } : {}),
    ...(delivery?.digest === undefined
      ? {}
      : { digest: delivery.digest, form: delivery.format === "declaration" ? ("declaration" as const) : ("sbom" as const) }),
    ...(due === undefined ? {} : { due }),
    gaps: delivery?.gaps ?? [],
    components: components.length,
    ...(worst === undefined ? {} : { worst, worstOf }),
    ...(undeclared === undefined ? {} : { undeclared }),
    ...(clauses === undefined ? {} : { clausesMissing: clauses }),
    ...(item.supportUntil === undefined ? {} : { supportUntil: item.supportUntil }),
    ...(item.neededUntil === undefined ? {} : { neededUntil: item.neededUntil }),
    ...(support === undefined ? {} : { supportDays: support }),
    ...(renewal === undefined ? {} : { renewalDays: renewal }),
    ...(item.craClass === undefined ? {} : { craClass: item.craClass }),
    ...(item.craRoute === undefined ? {} : { craRoute: item.craRoute }),
  };
}
