// What of the requests is shown: whose, of which kind, how they stand, which words are in them.
import { requestsWords } from "@allmend/look/words/portal/requests";
import { useEffect, useId, useState } from "react";
import { Choice } from "../../parts/choice.tsx";
import { useWords } from "../../parts/use-words.ts";
import { useKinds, useLocal } from "./kinds.ts";
import type { Filter, FilterName } from "./use-filter.ts";

const PHASES = ["draft", "review", "waiting", "escalated", "approved", "rejected", "withdrawn", "expired", "lapsed", "superseded"] as const;

export function RequestFilters({ filter, choose }: { readonly filter: Filter; choose(name: FilterName, value: string): void }) {
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
        choose={(show) => choose("show", show === "all" ? "" : show)}
      />
      <WordsInIt value={filter.q ?? ""} choose={(text) => choose("q", text)} />
      <Select
        label={words.filter.phase}
        of={PHASES.map((phase) => [phase, words.phase[phase]])}
        chosen={filter.phase}
        choose={(value) => choose("phase", value)}
      />
      <Select
        label={words.filter.kind}
        of={kinds.map(({ kind, title }) => [kind, local(title)])}
        chosen={filter.kind}
        choose={(value) => choose("kind", value)}
      />
      <Select
        label={words.filter.product}
        of={Object.entries(products).map(([id, name]) => [id, local(name) || id])}
        chosen={filter.product}
        choose={(value) => choose("product", value)}
      />
      <Select label={words.filter.lane} of={[...lanes]} chosen={filter.lane} choose={(value) => choose("lane", value)} />
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly of: readonly (readonly [string, string])[];
  readonly chosen: string | undefined;
  choose(value: string): void;
}

function Select({ label, of, chosen = "", choose }: SelectProps) {
  const words = useWords(requestsWords);
  const id = useId();
  return (
    <span className="filter-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={chosen} onChange={({ target }) => choose(target.value)}>
        <option value="">{words.filter.any}</option>
        {of.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Searches a moment after the last key. */
function WordsInIt({ value, choose }: { readonly value: string; choose(text: string): void }) {
  const words = useWords(requestsWords).filter;
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return undefined;
    const later = setTimeout(() => choose(text.trim()), 250);
    return () => clearTimeout(later);
  });
  return (
    <span className="filter-field">
      <label htmlFor={id}>{words.words}</label>
      <input
        id={id}
        type="search"
        className="input"
        value={text}
        placeholder={words.wordsHint}
        maxLength={200}
        onChange={({ target }) => setText(target.value)}
      />
    </span>
  );
}
