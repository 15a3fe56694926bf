import { recordWords } from "@allmend/look/words/portal/record";
import { Field } from "../../parts/field.tsx";
import { useWords } from "../../parts/use-words.ts";
import type { LineFilter, useLines } from "./use-lines.ts";

/** What, who, about what, and when. */
export function LineFilters({ asked: { chosen, change, clear } }: { readonly asked: ReturnType<typeof useLines> }) {
  const words = useWords(recordWords);
  const text = (name: LineFilter, type: "search" | "date") => (
    <Field label={words.filters[name]}>
      {(given) => (
        <input {...given} type={type} maxLength={200} value={chosen[name] ?? ""} onChange={(event) => change(name, event.target.value)} />
      )}
    </Field>
  );
  const known = chosen.what === undefined || Object.hasOwn(words.groups, chosen.what) || Object.hasOwn(words.did, chosen.what);
  return (
    <section className="line-filters no-print" aria-label={words.filters.title}>
      <Field label={words.filters.what}>
        {(given) => (
          <select {...given} value={chosen.what ?? ""} onChange={(event) => change("what", event.target.value)}>
            <option value="">{words.filters.all}</option>
            {!known && <option value={chosen.what}>{chosen.what}</option>}
            {Object.entries(words.groups).map(([beginning, name]) => (
              <option key={beginning} value={beginning}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {text("by", "search")}
      {text("subject", "search")}
      {text("from", "date")}
      {text("until", "date")}
      {Object.keys(chosen).length > 0 && (
        <button type="button" className="button" onClick={clear}>
          {words.filters.clear}
        </button>
      )}
    </section>
  );
}
