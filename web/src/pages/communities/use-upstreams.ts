import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";

export type UpstreamLine = components["schemas"]["UpstreamsPage"]["projects"][number];

export function useUpstreamsRead() {
  const lang = useLanguage();
  return {
    of: ["upstreams", lang],
    read: (signal: AbortSignal) => data(api.GET("/api/portal/upstreams", { signal, params: { query: { lang } } })),
  };
}
