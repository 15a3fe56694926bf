import { useQuery } from "@tanstack/react-query";
import { api, data } from "./client.ts";

/** Whose office this is; asked once. */
export function useOrganization() {
  return useQuery({
    queryKey: ["organization"],
    staleTime: 600_000,
    queryFn: ({ signal }) => data(api.GET("/api/organization", { signal })),
  });
}
