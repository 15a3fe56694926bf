// While something is read: the outline of what will be there, without a jump when it comes.
import "./waiting.css";
import { shellWords } from "@allmend/look/words/portal/shell";
import { useWords } from "./use-words.ts";

export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const words = useWords(shellWords);
  return (
    <div className="waiting" role="status" aria-live="polite">
      <span className="only-read">{words.waiting}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="waiting-row" />
      ))}
    </div>
  );
}
