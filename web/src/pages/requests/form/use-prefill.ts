// What is known already of what a form asks, and from where: the address, a finding, the inventory.
import { requestFormWords } from "@allmend/look/words/portal/request-form";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { api, data } from "../../../api/client.ts";
import { useWords } from "../../../parts/use-words.ts";
import type { Kind, Values } from "../kinds.ts";
import { readValue } from "./check-field.ts";

interface Known {
  readonly values: Values;
  /** In words, by field. */
  readonly from: Readonly<Record<string, string>>;
}

/** From the address alone: every parameter that the kind asks. */
export function useAddressed(kind: Kind | undefined): Known {
  const words = useWords(requestFormWords).from;
  const [search] = useSearchParams();
  const values: Values = Object.fromEntries(
    (kind?.fields ?? []).flatMap((field) => {
      const given = search.get(field.id);
      const value = given === null ? undefined : readValue(field, given);
      return value === undefined ? [] : [[field.id, value]];
    }),
  );
  return { values, from: Object.fromEntries(Object.keys(values).map((id) => [id, words.address])) };
}

/** From a finding that is to be set aside: its rule, and what it is about. */
export function useFromFinding(): { readonly known: Known; readonly pending: boolean } {
  const words = useWords(requestFormWords).from;
  const [search] = useSearchParams();
  const id = search.get("finding");
  const finding = useQuery({
    queryKey: ["finding", id],
    enabled: id !== null,
    queryFn: ({ signal }) => data(api.GET("/api/findings/{id}", { signal, params: { path: { id: id ?? "" } } })),
  });
  if (!finding.data) return { known: { values: {}, from: {} }, pending: finding.isLoading };
  const values = { rule: finding.data.rule, ...subjectOf(finding.data) };
  return { known: { values, from: Object.fromEntries(Object.keys(values).map((field) => [field, words.finding])) }, pending: false };
}

interface Subject {
  readonly kind: string;
  readonly subject: string;
  readonly label: string;
  readonly product?: string;
  readonly repository?: string;
}

/** As exceptions name things: the package of a use, the project upstream, the repository, else the product. */
function subjectOf({ kind, subject, label, product, repository }: Subject): Values {
  const purl = /pkg:[^\s|,>]+/.exec(subject)?.[0];
  if (kind === "usage" && purl !== undefined) return { about: "component", subject: purl };
  if (kind === "upstream") return { about: "upstream", subject: label };
  if (kind === "repository" && repository !== undefined) return { about: "repository", subject: repository };
  if (product !== undefined) return { about: "product", subject: product };
  return repository === undefined ? {} : { about: "repository", subject: repository };
}

/** From the inventory, once component and product are said. */
export function usePrefilled(kind: Kind | undefined, { component, product }: Values): Known {
  const words = useWords(requestFormWords).from;
  const whole = typeof component === "string" && /^pkg:.+@[^@/]+$/.test(component) && typeof product === "string" && product !== "";
  const asks = kind?.about === "usage" && whole;
  const filled = useQuery({
    queryKey: ["prefill", kind?.kind, component, product],
    enabled: asks,
    queryFn: ({ signal }) =>
      data(
        api.GET("/api/cases/prefill", {
          signal,
          params: { query: { kind: kind?.kind ?? "", component: String(component), product: String(product) } },
        }),
      ),
  });
  const values = (filled.data?.fields ?? {}) as Values;
  const from = (kind?.fields ?? []).flatMap((field) => {
    const source = field.from?.split(".")[0] as keyof typeof words | undefined;
    return values[field.id] === undefined || source === undefined ? [] : [[field.id, words[source]] as const];
  });
  return { values, from: Object.fromEntries(from) };
}
