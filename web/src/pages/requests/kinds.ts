// Kinds of requests as the program says them, and their texts in the reader's language.
import { type Language } from "@allmend/look";
import { useQuery } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";

export type Kind = components["schemas"]["CaseKind"];
export type Field = components["schemas"]["CaseField"];
export type Value = string | number | boolean | string[];
export type Values = Readonly<Record<string, Value>>;
type LocalText = Readonly<Partial<Record<Language, string>>>;

export const kindsQuery = {
  queryKey: ["case-kinds"],
  staleTime: 300_000,
  queryFn: ({ signal }: { signal: AbortSignal }) => data(api.GET("/api/cases/kinds", { signal })),
};

export function useKinds(): readonly Kind[] {
  return useQuery(kindsQuery).data ?? [];
}

export function textIn(text: LocalText | undefined, language: Language): string {
  return text?.[language] ?? Object.values(text ?? {})[0] ?? "";
}

/** A text of the program in the reader's language; in another where it was not written in theirs. */
export function useLocal(): (text: LocalText | undefined) => string {
  const language = useLanguage();
  return (text) => textIn(text, language);
}

/** The fields that are asked, given what was answered: as the server asks them. */
export function askedFields({ fields }: Kind, values: Values): readonly Field[] {
  return fields.filter(({ when }) =>
    Object.entries(when ?? {}).every(([id, wanted]) => {
      const given = values[id];
      if (typeof wanted === "object" && !Array.isArray(wanted)) {
        const { "at-least": least = -Infinity, "at-most": most = Infinity } = wanted;
        return typeof given === "number" && given >= least && given <= most;
      }
      const accepted: readonly unknown[] = [wanted].flat();
      return [given ?? []].flat().some((value) => accepted.includes(value));
    }),
  );
}

export function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
