// Names of people by their ids, for pages that show who did something. Of a large directory the first ones; the others are shown by their ids.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, data } from "./client.ts";

const MOST = 200;
const NOBODY: ReadonlyMap<string, string> = new Map();

export function usePeopleNames(): ReadonlyMap<string, string> {
  const { data: people } = useQuery({
    queryKey: ["people", "names"],
    staleTime: 300_000,
    queryFn: ({ signal }) => data(api.GET("/api/people", { signal, params: { query: { limit: MOST } } })),
  });
  return useMemo(() => (people ? new Map(people.map(({ id, name }) => [id, name])) : NOBODY), [people]);
}
