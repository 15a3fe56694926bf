// The front door: one box for every question. Answers in place while somebody types, all of it by keyboard (a combobox after the ARIA pattern).
import "./front-door.css";
import { frontDoorWords } from "@allmend/look/words/portal/front-door";
import { shellWords } from "@allmend/look/words/portal/shell";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { Me } from "../../api/me.ts";
import { useWords } from "../../parts/use-words.ts";
import { sectionsFor } from "../sections.ts";
import { groupsOf } from "./choices.ts";
import { FrontDoorPanel } from "./panel.tsx";
import { useProduct, useQuestion } from "./use-question.ts";

export function FrontDoor({ me }: { readonly me: Me }) {
  const words = useWords(frontDoorWords);
  const sections = useWords(shellWords).sections;
  const navigate = useNavigate();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const [product, setProduct] = useProduct();
  const question = useQuestion(text, product);
  useShortcut(input, () => setOpen(true));

  const pages = sectionsFor(new Set(me.permissions)).map((section) => ({ label: sections[section.id], address: section.path }));
  const groups = text.trim() === "" ? [] : groupsOf(text, question.data, pages, words);
  const choices = groups.flatMap((group) => group.choices);
  const active = choices[at];
  const shown = open && text.trim() !== "";

  function go(address: string) {
    setOpen(false);
    setAt(-1);
    input.current?.blur();
    void navigate(address);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) {
      setOpen(true);
      setAt((before) => (before < 0 && step < 0 ? choices.length - 1 : (before + step + choices.length) % choices.length));
    } else if (event.key === "Enter") {
      const address = active?.address ?? (question.settled ? choices[0]?.address : undefined);
      if (address !== undefined) go(address);
    } else if (event.key === "Escape") {
      if (shown) setOpen(false);
      else setText("");
      setAt(-1);
    } else return;
    event.preventDefault();
  }

  return (
    <div
      ref={box}
      className="front-door no-print"
      role="search"
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={words.label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(shown && active ? { "aria-activedescendant": `${id}-${active.id}` } : {})}
        placeholder={words.label}
        title={words.hint}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={500}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">{words.keys}</kbd>
      {shown && (
        <FrontDoorPanel
          id={id}
          question={question}
          groups={groups}
          active={active?.id}
          product={product}
          chooseProduct={setProduct}
          go={go}
          close={() => {
            setOpen(false);
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** Ctrl-K or ⌘K from anywhere. */
function useShortcut(input: { readonly current: HTMLInputElement | null }, opened: () => void) {
  const then = useRef(opened);
  then.current = opened;
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
      then.current();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [input]);
}
