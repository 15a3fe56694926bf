// Which lines are asked for stands in the address.
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { components, paths } from "../../api/schema.generated.ts";

export type Line = components["schemas"]["RecordLine"];
export type Query = NonNullable<paths["/api/record"]["get"]["parameters"]["query"]>;

export const lineFilters = ["what", "by", "subject", "from", "until"] as const;
export type LineFilter = (typeof lineFilters)[number];

export function useLines() {
  const [search, setSearch] = useSearchParams();
  const chosen = useMemo(
    () =>
      Object.fromEntries(lineFilters.flatMap((name) => (search.get(name) ? [[name, search.get(name) as string]] : []))) as Partial<
        Record<LineFilter, string>
      >,
    [search],
  );
  const query = useMemo(() => queryOf(chosen), [chosen]);
  const change = (name: LineFilter, value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  return { chosen, query, change, clear: () => setSearch({}, { replace: true }) };
}

/** Days of the reader, the last one whole. */
function queryOf({ from, until, ...rest }: Partial<Record<LineFilter, string>>): Query {
  return { ...rest, ...moment("from", from, 0), ...moment("until", until, 1) };
}

function moment(name: "from" | "until", day: string | undefined, later: number): Partial<Query> {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return {};
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const at = new Date(year, month - 1, date + later);
  return Number.isNaN(at.getTime()) ? {} : { [name]: at.toISOString() };
}
