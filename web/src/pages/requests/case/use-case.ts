// One request as the server tells it.
import { api, data } from "../../../api/client.ts";
import type { View } from "../case-text.ts";

export function caseQuery(id: string) {
  return {
    queryKey: ["case", id] as const,
    queryFn: ({ signal }: { signal?: AbortSignal }): Promise<View> =>
      data(api.GET("/api/cases/{id}", { ...(signal ? { signal } : {}), params: { path: { id } } })),
  };
}
