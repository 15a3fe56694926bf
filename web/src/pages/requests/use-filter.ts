// Which requests are shown: in the address, so that a view can be shared.
import { useSearchParams } from "react-router";

export const filterNames = ["show", "phase", "kind", "product", "lane", "q"] as const;
export type FilterName = (typeof filterNames)[number];
export type Filter = Readonly<Partial<Record<FilterName, string>>>;

export function useFilter(): readonly [Filter, (name: FilterName, value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(filterNames.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? ""]] : [])));
  const choose = (name: FilterName, value: string) =>
    setSearch(
      (before) => {
        if (value === "") before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  return [filter, choose];
}

export function queryOf({ show, phase, kind, product, lane, q }: Filter) {
  return {
    ...(show === "mine" ? { requester: "me" } : {}),
    ...(show === "waiting" ? { waitsFor: "me" } : {}),
    ...(phase === undefined ? {} : { phase }),
    ...(kind === undefined ? {} : { kind }),
    ...(product === undefined ? {} : { product }),
    ...(lane === undefined ? {} : { lane }),
    ...(q === undefined ? {} : { q }),
  };
}
