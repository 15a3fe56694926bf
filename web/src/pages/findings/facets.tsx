// Filters of the list, each with how many there are of every value; what is chosen stands above the list and can be taken off.
import { findingsWords } from "@allmend/look/words/portal/findings";
import { useQuery } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import { Field } from "../../parts/field.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { type FilterName, filterNames, type UsedFindings } from "./use-filter.ts";
import type { ValueWords } from "./value-words.ts";

type FacetName = Exclude<FilterName, "search" | "component" | "none">;
const FIRST: readonly FacetName[] = ["state", "outcome", "area", "product", "owner"];
const FURTHER: readonly FacetName[] = ["rule", "lane", "kind", "because", "age", "repository"];
const ABSENT: ReadonlySet<string> = new Set(["product", "owner", "lane", "age", "repository"]);

interface Props {
  readonly used: UsedFindings;
  readonly values: ValueWords;
  /** What the component of the filter is called. */
  readonly component?: string | undefined;
}

export function Facets({ used, values, component }: Props) {
  const words = useWords(findingsWords);
  const { filter, query } = used;
  const { data: facets } = useQuery({
    queryKey: ["finding-facets", query],
    queryFn: ({ signal }) => data(api.GET("/api/findings/facets", { signal, params: { query } })),
    placeholderData: (before) => before,
  });
  const select = (name: FacetName) => <Facet key={name} name={name} counts={facets?.[name] ?? []} used={used} values={values} />;
  return (
    <div className="facets no-print">
      <SearchField label={words.list.search} value={filter.search ?? ""} change={(search) => used.change({ search })} />
      {FIRST.map(select)}
      <details open={FURTHER.some((name) => filter[name] !== undefined)}>
        <summary>{words.list.more}</summary>
        <div className="facets">{FURTHER.map(select)}</div>
      </details>
      <Chosen used={used} values={values} component={component} />
    </div>
  );
}

interface FacetProps extends Pick<Props, "used" | "values"> {
  readonly name: FacetName;
  readonly counts: readonly { readonly value: string | null; readonly count: number }[];
}

const WITHOUT = " ";

function Facet({ name, counts, used: { filter, change }, values }: FacetProps) {
  const words = useWords(findingsWords);
  const { number } = useSpeech();
  const chosen = filter[name] ?? (filter.none === name ? WITHOUT : "");
  const usual = name === "state" ? "open" : "";
  const known = counts.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]));
  const without = ABSENT.has(name) ? counts.find(({ value }) => value === null) : undefined;
  const missing = chosen !== "" && chosen !== WITHOUT && !known.some(({ value }) => value === chosen);
  const choose = (value: string) =>
    change(
      value === WITHOUT
        ? { [name]: undefined, none: name }
        : { [name]: value === usual ? undefined : value, ...(filter.none === name ? { none: undefined } : {}) },
    );
  return (
    <Field label={words.facets[name]}>
      {(given) =>
        name === "state" ? (
          <select {...given} value={filter.state ?? "open"} onChange={(event) => choose(event.target.value)}>
            {(["open", "waived", "shadow", "inactive", "all"] as const).map((state) => (
              <option key={state} value={state}>
                {words.states[state]}
              </option>
            ))}
          </select>
        ) : (
          <select {...given} value={chosen} onChange={(event) => choose(event.target.value)}>
            <option value="">{words.list.all}</option>
            {missing && <option value={chosen}>{shorten(values.of(name, chosen))}</option>}
            {known.map(({ value, count }) => (
              <option key={value} value={value}>
                {shorten(values.of(name, value))} ({number(count)})
              </option>
            ))}
            {(without || chosen === WITHOUT) && (
              <option value={WITHOUT}>
                {words.list.none}
                {without && ` (${number(without.count)})`}
              </option>
            )}
          </select>
        )
      }
    </Field>
  );
}

function Chosen({ used: { filter, change, clear }, values, component }: Props) {
  const words = useWords(findingsWords);
  const { say } = useSpeech();
  const chosen = filterNames.flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    const text = name === "component" ? (component ?? value) : values.of(name, value);
    return [{ name, text: name === "none" ? say(words.list.without, { what: text }) : `${words.facets[name]}: ${text}` }];
  });
  if (chosen.length === 0) return null;
  return (
    <p className="chosen">
      <span className="note">{words.list.chosen}</span>
      {chosen.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-label={say(words.list.takeOff, { what: text })}
          onClick={() => change({ [name]: undefined })}
        >
          <bdi>{shorten(text)}</bdi> <span aria-hidden="true">×</span>
        </button>
      ))}
      <button type="button" className="chip quiet" onClick={clear}>
        {words.list.takeAllOff}
      </button>
    </p>
  );
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 88)}…` : text;
}
