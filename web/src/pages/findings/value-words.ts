// Values of filters in the reader's words: areas, outcomes, kinds, names of products.
import { wordFor, wordsOf } from "@allmend/look";
import { findingsWords } from "@allmend/look/words/portal/findings";
import { useMemo } from "react";
import { useNames } from "../../api/names.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { useWords } from "../../parts/use-words.ts";
import type { FilterName } from "./use-filter.ts";

type Product = components["schemas"]["Product"];

export interface ValueWords {
  /** A value of a filter in words; values that have none stay as they are. */
  of(name: FilterName, value: string): string;
  product(id: string): string;
}

export function useValueWords(products: readonly Product[], rules: ReadonlyMap<string, string>): ValueWords {
  const language = useLanguage();
  const own = useWords(findingsWords);
  const called = useNames();
  return useMemo(() => {
    const words = wordsOf(language);
    const names = new Map(products.map(({ id, name }) => [id, name[language] ?? Object.values(name)[0] ?? id]));
    const sets: Partial<Record<FilterName, Readonly<Record<string, string>>>> = {
      area: words.area,
      outcome: words.outcome,
      because: words.because,
      kind: words.subject,
      lane: words.lane,
      state: own.states,
      age: own.ages,
    };
    const product = (id: string) => names.get(id) ?? id;
    return {
      product,
      of(name, value) {
        if (name === "product") return product(value);
        if (name === "owner") return called.owner(value);
        if (name === "rule") return rules.get(value) ?? value;
        if (name === "none") return own.facets[value as "product"] ?? value;
        return wordFor(sets[name] ?? {}, value);
      },
    };
  }, [language, own, called, products, rules]);
}
