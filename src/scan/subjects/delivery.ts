// One subject for each thing that we buy (and each product that it goes into): what the supplier is, what came, what it lacks.
import type { Facts, Subject } from "#facts";
import { daysBetween, type ScanContext } from "../context.ts";
import { clausesMissing, renewalDays, supportDays } from "../suppliers/standing.ts";
import type { Supplied } from "../suppliers/supplied.ts";
import { organizationFacts } from "./organization.ts";
import { productFacts } from "./product.ts";

type Values = NonNullable<Facts[string]>;

export function deliverySubjects(context: ScanContext): Subject[] {
  const organization = organizationFacts(context);
  return context.supplied.items.flatMap((supplied) => {
    const products = context.organization.products.filter(({ id }) => supplied.item.products.includes(id));
    const shared = { organization, supplier: supplierFacts(supplied, context), delivery: deliveryFacts(supplied, context) };
    if (products.length === 0) return [subject(supplied, shared)];
    return products.map((product) => subject(supplied, { ...shared, product: productFacts(product, context) }, product.id));
  });
}

function subject({ supplier, item }: Supplied, facts: Facts, product?: string): Subject {
  const { file, line } = item.position;
  return {
    kind: "delivery",
    id: `delivery:${supplier.id}/${item.id}${product === undefined ? "" : `@${product}`}`,
    label: `${item.name} (${supplier.name})`,
    ...(product === undefined ? {} : { product }),
    facts,
    evidence: { "": [{ path: file, line }] },
  };
}

function supplierFacts({ supplier }: Supplied, { now }: ScanContext): Values {
  return {
    id: supplier.id,
    riskTier: supplier.tier,
    ...(supplier.openChain ? { openChainDays: daysBetween(supplier.openChain.affirmed, now) } : {}),
    governanceReviewed: supplier.governanceReviewed !== undefined,
  };
}

function deliveryFacts(supplied: Supplied, { program, now }: ScanContext): Values {
  const { item, delivery, worst, undeclared } = supplied;
  const came = delivery?.digest !== undefined;
  const withSbom = came && delivery.format !== "declaration";
  const clauses = clausesMissing(supplied, program.procurement);
  const support = supportDays(supplied);
  const renewal = renewalDays(supplied, now);
  return {
    kind: item.kind,
    state: delivery?.state ?? "none",
    ...(delivery ? { version: delivery.version } : {}),
    sbomPresent: withSbom,
    ...(withSbom && delivery?.gaps ? { sbomValid: delivery.gaps.length === 0 } : {}),
    ...(came && delivery.gaps ? { gaps: delivery.gaps.map(({ code }) => code) } : {}),
    openSourceDeclared: came,
    holdsCode: undeclared !== undefined,
    ...(undeclared ? { declaredCoversScanned: undeclared.length === 0 } : {}),
    ...(item.notices === undefined ? {} : { noticesDelivered: item.notices }),
    ...(clauses ? { clausesMissing: clauses } : {}),
    ...(support === undefined ? {} : { supportDays: support }),
    commissioned: item.kind === "commissioned",
    ...(item.upstreamFirst === undefined ? {} : { upstreamFirst: item.upstreamFirst }),
    accepted: delivery?.state === "accepted",
    ...(renewal === undefined ? {} : { renewalDays: renewal }),
    ...(item.craClass === undefined ? {} : { craClass: item.craClass }),
    ...(item.craRoute === undefined ? {} : { craRoute: item.craRoute }),
    ...(worst === undefined ? {} : { worst }),
  };
}
