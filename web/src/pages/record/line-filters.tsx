import { recordWords } from "@allmend/look/words/portal/record";
import { Field } from "../../parts/field.tsx";
import { Pick } from "../../parts/pick.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { useWords } from "../../parts/use-words.ts";
import type { useLines } from "./use-lines.ts";

/** What, who, about what, and when. */
export function LineFilters({ asked: { filter, change, clear } }: { readonly asked: ReturnType<typeof useLines> }) {
  const words = useWords(recordWords);
  return (
    <section className="line-filters no-print" aria-label={words.filters.title}>
      <Pick
        label={words.filters.what}
        all={words.filters.all}
        of={Object.entries(words.groups)}
        chosen={filter.what ?? ""}
        choose={(what) => change({ what })}
      />
      {(["by", "subject"] as const).map((name) => (
        <SearchField key={name} label={words.filters[name]} value={filter[name] ?? ""} change={(text) => change({ [name]: text })} />
      ))}
      {(["from", "until"] as const).map((name) => (
        <Field key={name} label={words.filters[name]}>
          {(given) => (
            <input {...given} type="date" value={filter[name] ?? ""} onChange={(event) => change({ [name]: event.target.value })} />
          )}
        </Field>
      ))}
      {Object.keys(filter).length > 0 && (
        <button type="button" className="button" onClick={clear}>
          {words.filters.clear}
        </button>
      )}
    </section>
  );
}
