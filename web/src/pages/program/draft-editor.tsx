// A text with its lines numbered; what is wrong stands beside its line. The lines behind the text area give it its height and carry the numbers.
import { documentWords } from "@allmend/look/words/portal/documents";
import { useLayoutEffect, useMemo, useRef } from "react";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { DraftProblem } from "./draft.tsx";

interface Props {
  readonly label: string;
  readonly text: string;
  readonly problems: readonly DraftProblem[];
  write(text: string): void;
}

const MARKS = { error: "deny", warning: "review", note: "warn" } as const;

export function DraftEditor({ label, text, problems, write }: Props) {
  const lines = useMemo(() => text.split("\n"), [text]);
  const worst = useMemo(() => new Map(problems.toReversed().map(({ line = 1, severity }) => [line, severity])), [problems]);
  const area = useRef<HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const notes = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => placeNotes(notes.current, mirror.current));
  return (
    <div className="draft-editor">
      <div className="draft-page">
        <div className="draft-lines" ref={mirror} aria-hidden="true">
          {lines.map((line, index) => {
            const severity = worst.get(index + 1);
            return (
              <div key={index} className={severity === undefined ? "draft-line" : `draft-line w-${severity}`}>
                {line === "" ? "\u200b" : line}
              </div>
            );
          })}
        </div>
        <textarea ref={area} aria-label={label} spellCheck={false} value={text} onChange={(event) => write(event.target.value)} />
      </div>
      <ul className="draft-notes" ref={notes}>
        {problems.map((problem) => (
          <Note key={`${problem.line} ${problem.message}`} problem={problem} go={(line) => goTo(area.current, lines, line)} />
        ))}
      </ul>
    </div>
  );
}

function Note({
  problem: { line = 1, severity, message, hint, expected },
  go,
}: {
  readonly problem: DraftProblem;
  go(line: number): void;
}) {
  const words = useWords(documentWords).draft;
  const { say } = useSpeech();
  return (
    <li data-line={line} className={`draft-note w-${severity}`}>
      <StateMark state={MARKS[severity]} />
      <span>
        <button type="button" className="line-button" title={say(words.toLine, { line })} onClick={() => go(line)}>
          {say(words.line, { line })}
        </button>{" "}
        {message}
        {[expected, hint]
          .filter((text) => text !== undefined)
          .map((text) => (
            <span key={text} className="line soft">
              {text}
            </span>
          ))}
      </span>
    </li>
  );
}

/** Puts the cursor on a line and shows it. */
function goTo(area: HTMLTextAreaElement | null, lines: readonly string[], line: number): void {
  if (!area) return;
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
}

/** Each note beside its line; those that would overlap follow one another. Where the page is narrow they are a list. */
function placeNotes(list: HTMLElement | null, mirror: HTMLElement | null): void {
  if (!list || !mirror) return;
  const beside = getComputedStyle(list).position === "relative" && list.offsetLeft > mirror.offsetLeft;
  let free = 0;
  for (const note of list.querySelectorAll<HTMLElement>("[data-line]")) {
    const line = mirror.children[Number(note.dataset["line"]) - 1] as HTMLElement | undefined;
    const gap = beside ? Math.max(0, (line?.offsetTop ?? 0) - free) : 0;
    note.style.marginTop = `${gap}px`;
    free += gap + note.offsetHeight;
  }
}
