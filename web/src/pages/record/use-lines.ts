// Which lines are asked for stands in the address.
import { useMemo } from "react";
import { useNames } from "../../api/names.ts";
import type { components, paths } from "../../api/schema.generated.ts";
import { type Filter, useFilter } from "../../parts/use-address.ts";

export type Line = components["schemas"]["RecordLine"];
export type Query = NonNullable<paths["/api/record"]["get"]["parameters"]["query"]>;

const lineFilters = ["what", "by", "subject", "from", "until"] as const;
export type LineFilter = (typeof lineFilters)[number];

export function useLines() {
  const used = useFilter(lineFilters);
  const { personId } = useNames();
  const query = useMemo(() => queryOf(used.filter, personId), [used.filter, personId]);
  return { ...used, query };
}

/** Days of the reader, the last one whole; people by name or by id. */
function queryOf({ from, until, by, ...rest }: Filter<LineFilter>, personId: (name: string) => string): Query {
  return { ...rest, ...(by === undefined ? {} : { by: personId(by) }), ...moment("from", from, 0), ...moment("until", until, 1) };
}

function moment(name: "from" | "until", day: string | undefined, later: number): Partial<Query> {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return {};
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const at = new Date(year, month - 1, date + later);
  return Number.isNaN(at.getTime()) ? {} : { [name]: at.toISOString() };
}
