// What is chosen stands in the address, so that a report can be shared.
import { useSearchParams } from "react-router";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";

type Kind = components["schemas"]["ReportKind"];

export interface Chosen {
  readonly kind: Kind | undefined;
  readonly product: string | undefined;
  readonly language: "en" | "de";
  choose(change: Readonly<Record<string, string>>): void;
  /** Where the report is, in a form. */
  address(format: string, download?: boolean): string;
}

export function useChosen(kinds: readonly Kind[], products: readonly { readonly id: string }[]): Chosen {
  const [search, setSearch] = useSearchParams();
  const mine = useLanguage();
  const usual = kinds.find(({ id }) => id === "executive") ?? kinds[0];
  const kind = kinds.find(({ id }) => id === search.get("report")) ?? usual;
  const product = products.find(({ id }) => id === search.get("product"))?.id ?? products[0]?.id;
  const asked = search.get("lang");
  const language = asked === "en" || asked === "de" ? asked : mine;
  const framework = search.get("framework");
  return {
    kind,
    product: kind?.about === "product" ? product : undefined,
    language,
    choose: (change) =>
      setSearch(
        (before) => {
          for (const [name, value] of Object.entries(change)) before.set(name, value);
          if (change["report"] !== undefined) before.delete("framework");
          return before;
        },
        { replace: true, preventScrollReset: true },
      ),
    address(format, download = false) {
      const query = new URLSearchParams({ format, lang: language });
      if (kind?.about === "product" && product !== undefined) query.set("product", product);
      if (kind?.id === "conformance" && framework !== null) query.set("framework", framework);
      if (download) query.set("download", "true");
      return `/api/reports/${kind?.id ?? ""}?${query}`;
    },
  };
}
