// Names for ids: people, teams, products, units, boards and lanes. Asked once; until then, and for whom nobody named, the id stands.
import { shellWords } from "@allmend/look/words/portal/shell";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLanguage } from "../app/preferences.tsx";
import { useWords } from "../parts/use-words.ts";
import { api, data } from "./client.ts";
import type { components } from "./schema.generated.ts";

type Named = components["schemas"]["Names"];
type Name = (id: string) => string;

export interface Names {
  readonly person: Name;
  readonly team: Name;
  readonly product: Name;
  readonly unit: Name;
  readonly board: Name;
  readonly lane: Name;
  /** A team or a person. */
  readonly owner: Name;
}

/** What acts by itself, and whoever asks from outside, have no entry in the directory. */
function machineName(id: string, machines: (typeof shellWords)["en"]["machines"]): string | undefined {
  if (id.startsWith("public:")) return machines.outside;
  return id !== "outside" && Object.hasOwn(machines, id) ? machines[id as keyof typeof machines] : undefined;
}

const NONE: Named = { people: {}, teams: {}, products: {}, units: {}, boards: {}, lanes: {} };

export function useNames(): Names {
  const lang = useLanguage();
  const { data: named = NONE } = useQuery({
    queryKey: ["names", lang],
    staleTime: 300_000,
    queryFn: ({ signal }) => data(api.GET("/api/portal/names", { signal, params: { query: { lang } } })),
  });
  const { machines } = useWords(shellWords);
  return useMemo(() => {
    const of =
      (...lists: readonly Readonly<Record<string, string>>[]): Name =>
      (id) =>
        lists.find((list) => Object.hasOwn(list, id))?.[id] ?? id;
    const { people, teams, products, units, boards, lanes } = named;
    return {
      person: (id) => machineName(id, machines) ?? of(people)(id),
      team: of(teams),
      product: of(products),
      unit: of(units),
      board: of(boards),
      lane: of(lanes),
      owner: of(teams, people),
    };
  }, [named, machines]);
}
