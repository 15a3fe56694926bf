// Which requests are shown: in the address, so that a view can be shared.
import { type Filter as Shown, type UsedFilter, useFilter } from "../../parts/use-address.ts";

const filterNames = ["show", "phase", "kind", "product", "lane", "q"] as const;
type FilterName = (typeof filterNames)[number];

export function useRequestsFilter(): UsedFilter<FilterName> {
  return useFilter(filterNames);
}

export function queryOf({ show, phase, kind, product, lane, q = "" }: Shown<FilterName>) {
  return {
    ...(show === "mine" ? { requester: "me" } : {}),
    ...(show === "waiting" ? { waitsFor: "me" } : {}),
    ...(phase === undefined ? {} : { phase }),
    ...(kind === undefined ? {} : { kind }),
    ...(product === undefined ? {} : { product }),
    ...(lane === undefined ? {} : { lane }),
    ...(q.trim() === "" ? {} : { q: q.trim() }),
  };
}
