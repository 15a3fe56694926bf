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
  /** The other way round: the id of whom somebody typed by name or by id; what nobody is called stays as it is. */
  readonly personId: Name;
  readonly ownerId: Name;
  /** Names of everybody in the directory. */
  readonly people: readonly string[];
}

type List = Readonly<Record<string, string>>;

function nameIn(...lists: readonly List[]): Name {
  return (id) => lists.find((list) => Object.hasOwn(list, id))?.[id] ?? id;
}

function idIn(...lists: readonly List[]): Name {
  return (typed) => {
    const text = typed.trim();
    if (lists.some((list) => Object.hasOwn(list, text))) return text;
    const named = lists.flatMap((list) => Object.entries(list)).find(([, name]) => name.toLowerCase() === text.toLowerCase());
    return named?.[0] ?? text;
  };
}

/** Somebody without an account here, as documents name them: `extern-counsel` reads as words. */
export function inWords(id: string): string {
  return /^\p{L}{2,}(?:-\p{L}{2,})+$/u.test(id) ? id.replaceAll("-", " ") : id;
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
    const { people, teams } = named;
    const person = nameIn(people);
    return {
      person: (id) => machineName(id, machines) ?? (Object.hasOwn(people, id) ? person(id) : inWords(id)),
      team: nameIn(teams),
      product: nameIn(named.products),
      unit: nameIn(named.units),
      board: nameIn(named.boards),
      lane: nameIn(named.lanes),
      owner: (id) => (Object.hasOwn(teams, id) || Object.hasOwn(people, id) ? nameIn(teams, people)(id) : inWords(id)),
      personId: idIn(people),
      ownerId: idIn(teams, people),
      people: Object.values(people),
    };
  }, [named, machines]);
}
