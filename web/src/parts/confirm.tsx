// A button for what cannot be undone: it says first what will be, and does it only then.
import "./confirm.css";
import { shellWords } from "@allmend/look/words/portal/shell";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useWords } from "./use-words.ts";

interface Props {
  /** On the button that opens it, and on the one that does it. */
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly disabled?: boolean;
  readonly main?: boolean;
  /** Further fields that belong to the decision. */
  readonly children?: ReactNode;
  confirm(): void;
}

export function Confirm({ label, title, text, disabled, main, children, confirm }: Props) {
  const words = useWords(shellWords);
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <>
      <button type="button" className={main ? "button main" : "button"} disabled={disabled} onClick={() => setOpen(true)}>
        {label}
      </button>
      <dialog ref={dialog} className="confirm" aria-labelledby={titleId} onClose={() => setOpen(false)}>
        <h2 id={titleId}>{title}</h2>
        <p>{text}</p>
        {children}
        <div className="form-ways">
          <button
            type="button"
            className="button main"
            onClick={() => {
              setOpen(false);
              confirm();
            }}
          >
            {label}
          </button>
          <button type="button" className="button" onClick={() => setOpen(false)}>
            {words.cancel}
          </button>
        </div>
      </dialog>
    </>
  );
}
