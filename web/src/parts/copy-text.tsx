// A text to take along: a command, an address, a secret.
import "./copy-text.css";
import { shellWords } from "@allmend/look/words/portal/shell";
import { useState } from "react";
import { useWords } from "./use-words.ts";

export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  const words = useWords(shellWords);
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // A browser that may not copy: the text is there to select.
      () => setCopied(false),
    );
  return (
    <div className="copy-text">
      <code aria-label={label} role="textbox" aria-readonly="true" tabIndex={0}>
        {text}
      </code>
      <button type="button" className="button no-print" onClick={() => void copy()}>
        {copied ? words.copied : words.copy}
      </button>
    </div>
  );
}
