// What somebody types at the front door, and what the office answers to it: asked a moment after the last letter, the answer before stays in sight meanwhile.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";

export type Answered = components["schemas"]["FrontDoorAnswer"];

const PAUSE = 120;
const LONGEST = 500;

export function useQuestion(text: string, product: string) {
  const lang = useLanguage();
  const q = useLater(text.trim().slice(0, LONGEST), PAUSE);
  const query = useQuery({
    queryKey: ["question", q, product, lang],
    enabled: q !== "",
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      data(api.GET("/api/portal/questions", { signal, params: { query: { q, lang, ...(product === "" ? {} : { product }) } } })),
  });
  return { ...query, settled: q === text.trim() && !query.isFetching };
}

function useLater(text: string, pause: number): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return later;
}

const KEY = "allmend.front-door.product";

/** For which product somebody asks: the same as last time in this browser. */
export function useProduct(): readonly [string, (product: string) => void] {
  const [product, setProduct] = useState(remembered);
  return [
    product,
    (chosen) => {
      setProduct(chosen);
      try {
        localStorage.setItem(KEY, chosen);
      } catch {
        // Nothing is lost but the choice.
      }
    },
  ];
}

function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
