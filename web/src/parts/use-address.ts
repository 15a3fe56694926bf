// What a page shows stands in its address: it can be shared, and back goes back.
import { useCallback } from "react";
import { useSearchParams } from "react-router";

export interface Address {
  /** Empty where the address does not say. */
  of(name: string): string;
  change(change: Readonly<Record<string, string>>): void;
}

export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (changed: Readonly<Record<string, string>>) =>
      setSearch(
        (before) => {
          for (const [name, value] of Object.entries(changed)) {
            if (value === "") before.delete(name);
            else before.set(name, value);
          }
          return before;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  return { of: (name) => search.get(name) ?? "", change };
}
