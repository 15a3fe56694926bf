// What waits for me: how much, and the first few.
import { useQuery } from "@tanstack/react-query";
import { api, data } from "./client.ts";

export function useWaiting(enabled = true) {
  return useQuery({
    queryKey: ["cases", "waiting"],
    enabled,
    staleTime: 30_000,
    refetchInterval: 120_000,
    async queryFn({ signal }) {
      const page = await data(api.GET("/api/cases", { signal, params: { query: { waitsFor: "me", facets: "true", limit: 5 } } }));
      return { ...page, count: Object.values(page.facets?.["kind"] ?? {}).reduce((sum, each) => sum + each, 0) };
    },
  });
}
