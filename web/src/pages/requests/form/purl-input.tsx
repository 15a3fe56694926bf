// A package: searched in the inventory by name while one types, then its version; or written as a package URL.
import { requestFormWords } from "@allmend/look/words/portal/request-form";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, data } from "../../../api/client.ts";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import type { InputProps } from "./field-input.tsx";

type Props = InputProps & { readonly id: string; readonly describedBy: string };

export function PurlInput({ value, change, id, describedBy, flaw }: Props) {
  const words = useWords(requestFormWords);
  const { say } = useSpeech();
  const text = typeof value === "string" ? value : "";
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const wanted = useLater(text.startsWith("pkg:") ? "" : text.trim());
  const found = useQuery({
    queryKey: ["components", "search", wanted],
    enabled: wanted.length > 1,
    queryFn: ({ signal }) => data(api.GET("/api/components", { signal, params: { query: { search: wanted.slice(0, 100), limit: 8 } } })),
  });
  const items = open && wanted.length > 1 ? (found.data?.items ?? []) : [];
  const take = (purl: string) => {
    change(purl);
    setOpen(false);
  };
  return (
    <div className="purl-input">
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(items[active] ? { "aria-activedescendant": `${id}-${active}` } : {})}
        aria-describedby={describedBy}
        aria-invalid={flaw !== undefined}
        autoComplete="off"
        placeholder={words.search}
        maxLength={500}
        value={text}
        onChange={({ target }) => {
          change(target.value);
          setActive(0);
          setOpen(true);
        }}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onKeyDown={(event) => {
          if (items.length === 0) return;
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            setActive((active + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length);
          }
          const chosen = items[active];
          if (event.key === "Enter" && chosen) {
            event.preventDefault();
            take(chosen.purl);
          }
          if (event.key === "Escape") setOpen(false);
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={words.search} className="purl-found" hidden={items.length === 0}>
        {items.map(({ id: number, purl, name, type, uses }, index) => (
          <li
            key={number}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              take(purl);
            }}
          >
            <bdi>{name}</bdi>
            <span className="note">
              {type} · {say(words.inUse, { count: uses })}
            </span>
          </li>
        ))}
      </ul>
      <p className="note" role="status">
        {open && wanted.length > 1 && found.isFetching && words.searching}
        {open && wanted.length > 1 && found.data && (items.length === 0 ? words.nothingFound : say(words.found, { count: items.length }))}
      </p>
      {text.startsWith("pkg:") && <Versions purl={text} choose={take} />}
    </div>
  );
}

/** Versions that are here already: most often the one that is meant. */
function Versions({ purl, choose }: { readonly purl: string; choose(purl: string): void }) {
  const words = useWords(requestFormWords);
  const name = useLater(purl.replace(/(.)@[^@/]*$/, "$1"));
  const versions = useQuery({
    queryKey: ["components", "versions", name],
    async queryFn({ signal }) {
      const { items } = await data(api.GET("/api/components", { signal, params: { query: { purl: name, limit: 1 } } }));
      const [first] = items;
      if (!first) return [];
      const { allVersions } = await data(api.GET("/api/components/{id}", { signal, params: { path: { id: first.id } } }));
      return allVersions.map((each) => ({ purl: each.purl, version: each.version })).slice(0, 12);
    },
  });
  if (!versions.data || versions.data.length === 0) return null;
  return (
    <p className="purl-versions">
      <span className="note">{words.versions}: </span>
      {versions.data.map((each) => (
        <button key={each.purl} type="button" className="button" aria-pressed={each.purl === purl} onClick={() => choose(each.purl)}>
          {each.version}
        </button>
      ))}
    </p>
  );
}

function useLater(text: string): string {
  const [late, setLate] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLate(text), 150);
    return () => clearTimeout(timer);
  }, [text]);
  return late;
}
