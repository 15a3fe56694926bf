// The purchase that a letter or a form is about.
import type { ResultSupplier, ResultSupply } from "#scan";
import type { ArtefactInput } from "./input.ts";

/** `item`: `supplier/item`; without it, the first one with gaps. Undefined where there is no such thing. */
export function itemOf({
  result,
  item,
}: Pick<ArtefactInput, "result" | "item">): { supplier: ResultSupplier; item: ResultSupply } | undefined {
  const all = result.suppliers.flatMap((supplier) => supplier.items.map((one) => ({ supplier, item: one })));
  if (item !== undefined) return all.find((one) => `${one.supplier.id}/${one.item.id}` === item);
  return all.find((one) => one.item.gaps.length > 0) ?? all[0];
}
