// What licences ask, as every form of the result tells it: per product, the open ones first.
import { compareText } from "#kit";
import { type Language, localText, obligationWords, wordFor } from "#look";
import type { ResultObligation, ScanResult } from "#scan";

export interface ProductDuties {
  readonly product: string;
  readonly name: string;
  /** Duties: open first, then by licence. What always holds is not among them. */
  readonly duties: readonly ResultObligation[];
  readonly standing: readonly ResultObligation[];
  readonly open: number;
  readonly done: number;
  /** Components of which nobody knows what they ask. */
  readonly unknown: number;
}

const order = ["open", "unknown", "fulfilled", "not-applicable", "standing"];

/** Products with duties, as they stand in organization.yaml; `product` keeps to one. */
export function dutiesByProduct(result: ScanResult, language: Language, product?: string): ProductDuties[] {
  const byProduct = Map.groupBy(result.obligations, (obligation) => obligation.product);
  return result.program.organization.products.flatMap(({ id, name }) => {
    const all = byProduct.get(id);
    if (!all || (product !== undefined && id !== product)) return [];
    const duties = all.filter(({ state }) => state !== "standing").sort(byState);
    return [
      {
        product: id,
        name: localText(name, language) ?? id,
        duties,
        standing: all.filter(({ state }) => state === "standing"),
        open: duties.filter(({ state }) => state === "open").length,
        done: duties.filter(({ state }) => state === "fulfilled" || state === "not-applicable").length,
        unknown: duties.filter(({ state }) => state === "unknown").reduce((sum, duty) => sum + duty.components.length, 0),
      },
    ];
  });
}

function byState(a: ResultObligation, b: ResultObligation): number {
  return order.indexOf(a.state) - order.indexOf(b.state) || compareText(a.kind, b.kind) || compareText(a.license, b.license);
}

export function dutyWord({ kind }: Pick<ResultObligation, "kind">, language: Language): string {
  return wordFor(obligationWords(language).obligation, kind);
}

/** `name 1.2.3` of the components that a duty holds for. */
export function dutyComponents({ components }: Pick<ResultObligation, "components">, result: ScanResult): string[] {
  return components.map((index) => {
    const component = result.components[index];
    return component ? `${component.name}${component.version ? ` ${component.version}` : ""}` : "";
  });
}
