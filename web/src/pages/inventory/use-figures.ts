import { api, data } from "../../api/client.ts";
import { useLanguage } from "../../app/preferences.tsx";

/** What we use in a few figures: asked once for all pages of the section. */
export function useFiguresRead() {
  const lang = useLanguage();
  return {
    of: ["inventory", lang],
    read: (signal: AbortSignal) => data(api.GET("/api/portal/inventory", { signal, params: { query: { lang } } })),
  };
}
