import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";

export type StrategyAnswer = components["schemas"]["StrategyAnswer"];
export type StrategyPageData = components["schemas"]["StrategyPage"];

/** How the strategy is read, for pages that show parts of it. */
export function useStrategyRead() {
  const lang = useLanguage();
  return {
    of: ["strategy", lang],
    read: (signal: AbortSignal) => data(api.GET("/api/portal/strategy", { signal, params: { query: { lang } } })),
  };
}
