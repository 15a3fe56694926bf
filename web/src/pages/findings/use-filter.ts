// What is asked for stands in the address: it can be shared, and back goes back.
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { paths } from "../../api/schema.generated.ts";

export type Query = NonNullable<paths["/api/findings"]["get"]["parameters"]["query"]>;

export const filterNames = [
  "area",
  "product",
  "outcome",
  "state",
  "because",
  "rule",
  "kind",
  "owner",
  "lane",
  "age",
  "repository",
  "component",
  "search",
  "none",
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filter = Readonly<Partial<Record<FilterName, string>>>;

export interface UsedFilter {
  readonly filter: Filter;
  /** As the API asks for it: open ones where nothing else is said. */
  readonly query: Query;
  change(change: Readonly<Partial<Record<FilterName, string | undefined>>>): void;
  clear(): void;
}

export function useFilter(): UsedFilter {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(
    () => Object.fromEntries(filterNames.flatMap((name) => (search.get(name) ? [[name, search.get(name) as string]] : []))) as Filter,
    [search],
  );
  const query = useMemo(() => queryOf(filter), [filter]);
  return {
    filter,
    query,
    change: (change) =>
      setSearch(
        (before) => {
          for (const [name, value] of Object.entries(change)) {
            if (value) before.set(name, value);
            else before.delete(name);
          }
          return before;
        },
        { replace: true, preventScrollReset: true },
      ),
    clear: () =>
      setSearch(
        (before) => {
          for (const name of filterNames) before.delete(name);
          return before;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}

function queryOf({ state = "open", component, ...rest }: Filter): Query {
  const number = Number(component);
  return {
    ...(rest as Query),
    ...(state === "all" ? {} : { state: state as NonNullable<Query["state"]> }),
    ...(Number.isInteger(number) && number > 0 ? { component: number } : {}),
  };
}
