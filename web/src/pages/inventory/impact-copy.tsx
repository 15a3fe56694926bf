// The answer to take along: as text for a mail, as CSV for a table.
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { useState } from "react";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { ImpactData } from "./impact.tsx";
import { csvOf, textOf } from "./impact-text.ts";

export function ImpactCopy({ impact }: { readonly impact: ImpactData }) {
  const words = useWords(inventoryWords);
  const { say } = useSpeech();
  const [told, setTold] = useState<{ readonly text: string; readonly copied: boolean }>();
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setTold({ text, copied: true }),
      () => setTold({ text, copied: false }),
    );
  return (
    <p className="no-print">
      <button type="button" className="button" onClick={() => copy(textOf(impact, words, say))}>
        {words.impact.copyText}
      </button>{" "}
      <button type="button" className="button" onClick={() => copy(csvOf(impact, words))}>
        {words.impact.copyCsv}
      </button>{" "}
      <span role="status">{told && (told.copied ? words.impact.copied : words.impact.notCopied)}</span>
      {told?.copied === false && <textarea className="plain-text" aria-label={words.impact.copyText} readOnly value={told.text} />}
    </p>
  );
}
