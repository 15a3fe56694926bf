// Who is signed in, and what they may: asked once, and again when the server says that it changed.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, data, rememberCsrf } from "./client.ts";
import type { components } from "./schema.generated.ts";

export type Me = components["schemas"]["Me"];

export function useMe() {
  return useQuery({
    queryKey: ["me"],
    staleTime: 60_000,
    async queryFn({ signal }) {
      const me = await data(api.GET("/api/me", { signal }));
      rememberCsrf(me.csrf);
      return me;
    },
  });
}

/** Whether the one who is signed in may do something; false while nobody knows yet. */
export function useMay(permission: Me["permissions"][number]): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => data(api.POST("/api/sign-out")),
    onSuccess({ goTo }) {
      queries.clear();
      rememberCsrf(undefined);
      location.assign(goTo);
    },
  });
}
