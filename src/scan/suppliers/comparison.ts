// What we found in code that we hold, carried from the run that read it to one that reads no repository.
import type { ScanResult } from "../result.ts";

/** What an earlier run found in the code of deliveries that are still the same: a run without repositories has nothing to compare with. */
export function withComparison<Result extends Pick<ScanResult, "suppliers">>(
  result: Result,
  earlier: Pick<ScanResult, "suppliers">,
): Result {
  const known = new Map(
    earlier.suppliers.flatMap((supplier) => supplier.items.map((item) => [`${supplier.id}/${item.id} ${item.digest}`, item.undeclared])),
  );
  const suppliers = result.suppliers.map((supplier) => ({
    ...supplier,
    items: supplier.items.map((item) => {
      const undeclared = item.digest === undefined ? undefined : known.get(`${supplier.id}/${item.id} ${item.digest}`);
      return undeclared === undefined ? item : { ...item, undeclared };
    }),
  }));
  return { ...result, suppliers };
}
