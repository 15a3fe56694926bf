// What is asked for stands in the address: it can be shared, and back goes back.
import { useMemo } from "react";
import type { paths } from "../../api/schema.generated.ts";
import { type Filter as Shown, type UsedFilter, useFilter } from "../../parts/use-address.ts";

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
type Filter = Shown<FilterName>;

export interface UsedFindings extends UsedFilter<FilterName> {
  /** As the API asks for it: open ones where nothing else is said. */
  readonly query: Query;
}

export function useFindingsFilter(): UsedFindings {
  const used = useFilter(filterNames);
  const query = useMemo(() => queryOf(used.filter), [used.filter]);
  return { ...used, query };
}

function queryOf({ state = "open", component, ...rest }: Filter): Query {
  const number = Number(component);
  return {
    ...(rest as Query),
    ...(state === "all" ? {} : { state: state as NonNullable<Query["state"]> }),
    ...(Number.isInteger(number) && number > 0 ? { component: number } : {}),
  };
}
