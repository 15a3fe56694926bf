// What pages of findings need to speak of them: names of products, sentences of rules.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, data } from "../../api/client.ts";
import { useLanguage } from "../../app/preferences.tsx";

export function useProducts() {
  return useQuery({ queryKey: ["products"], queryFn: ({ signal }) => data(api.GET("/api/products", { signal })), staleTime: 60_000 });
}

const NO_RULES: ReadonlyMap<string, string> = new Map();

/** What each rule says, by its id; empty while it is read. */
export function useRuleSentences(): ReadonlyMap<string, string> {
  const lang = useLanguage();
  const { data: rules } = useQuery({
    queryKey: ["rule-sentences", lang],
    queryFn: ({ signal }) => data(api.GET("/api/portal/rules", { signal, params: { query: { lang } } })),
    staleTime: 600_000,
  });
  return useMemo(() => (rules ? new Map(rules.map(({ id, sentence }) => [id, sentence])) : NO_RULES), [rules]);
}
