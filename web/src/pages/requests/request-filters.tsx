// What of the requests is shown: whose, of which kind, how they stand, which words are in them.
import { requestsWords } from "@allmend/look/words/portal/requests";
import { Choice } from "../../parts/choice.tsx";
import { Pick } from "../../parts/pick.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { useWords } from "../../parts/use-words.ts";
import { useKinds, useLocal } from "./kinds.ts";
import type { useRequestsFilter } from "./use-filter.ts";

const PHASES = ["draft", "review", "waiting", "escalated", "approved", "rejected", "withdrawn", "expired", "lapsed", "superseded"] as const;

export function RequestFilters({ used: { filter, change } }: { readonly used: ReturnType<typeof useRequestsFilter> }) {
  const words = useWords(requestsWords);
  const local = useLocal();
  const kinds = useKinds();
  const lanes = new Map(kinds.flatMap(({ lanes: each }) => each.map(({ id, title }) => [id, local(title) || id] as const)));
  const products = kinds.flatMap(({ fields }) => fields).find(({ type }) => type === "product")?.options ?? {};
  return (
    <div className="request-filters no-print">
      <Choice
        label={words.filter.show}
        of={[
          ["all", words.filter.all],
          ["mine", words.filter.mine],
          ["waiting", words.filter.waiting],
        ]}
        chosen={(filter.show as "mine" | "waiting" | undefined) ?? "all"}
        choose={(show) => change({ show: show === "all" ? "" : show })}
      />
      <SearchField label={words.filter.words} hint={words.filter.wordsHint} value={filter.q ?? ""} change={(q) => change({ q })} />
      <Pick
        label={words.filter.phase}
        all={words.filter.any}
        of={PHASES.map((phase) => [phase, words.phase[phase]])}
        chosen={filter.phase ?? ""}
        choose={(phase) => change({ phase })}
      />
      <Pick
        label={words.filter.kind}
        all={words.filter.any}
        of={kinds.map(({ kind, title }) => [kind, local(title)])}
        chosen={filter.kind ?? ""}
        choose={(kind) => change({ kind })}
      />
      <Pick
        label={words.filter.product}
        all={words.filter.any}
        of={Object.entries(products).map(([id, name]) => [id, local(name) || id])}
        chosen={filter.product ?? ""}
        choose={(product) => change({ product })}
      />
      <Pick
        label={words.filter.lane}
        all={words.filter.any}
        of={[...lanes]}
        chosen={filter.lane ?? ""}
        choose={(lane) => change({ lane })}
      />
    </div>
  );
}
