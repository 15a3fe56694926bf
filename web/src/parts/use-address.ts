// What a page shows stands in its address: it can be shared, and back goes back.
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** Empty or absent: the address no longer says. */
type Change<N extends string = string> = Readonly<Partial<Record<N, string | undefined>>>;

export interface Address {
  /** Empty where the address does not say. */
  of(name: string): string;
  change(change: Change): void;
}

export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (changed: Change) =>
      setSearch(
        (before) => {
          for (const [name, value] of Object.entries(changed)) {
            if (value) before.set(name, value);
            else before.delete(name);
          }
          return before;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  return { of: (name) => search.get(name) ?? "", change };
}

export type Filter<N extends string> = Readonly<Partial<Record<N, string>>>;

export interface UsedFilter<N extends string> {
  /** Only what the address says. */
  readonly filter: Filter<N>;
  change(change: Change<N>): void;
  clear(): void;
}

/** Names that stand in the address together: one constant, not made anew with each view. */
export function useFilter<const N extends string>(names: readonly N[]): UsedFilter<N> {
  const [search] = useSearchParams();
  const { change } = useAddress();
  const filter = useMemo(() => {
    const said = names.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : []));
    return Object.fromEntries(said) as Filter<N>;
  }, [search, names]);
  return { filter, change, clear: () => change(Object.fromEntries(names.map((name) => [name, undefined]))) };
}
