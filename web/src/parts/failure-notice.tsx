// What the server said when it refused or could not, in the reader's words, with the way on.
import "./notice.css";
import { shellWords } from "@allmend/look/words/portal/shell";
import { isHttpFailure } from "../api/failure.ts";
import { StateMark } from "./state-mark.tsx";
import { useWords } from "./use-words.ts";

export function FailureNotice({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const words = useWords(shellWords);
  const { title, hint } = textOf(error, words.failed);
  return (
    <div className="notice" role="alert">
      <StateMark state="deny" />
      <div>
        <strong>{title}</strong>
        <p className="note">{hint}</p>
        {retry && (
          <button type="button" className="button" onClick={retry}>
            {words.failed.again}
          </button>
        )}
      </div>
    </div>
  );
}

function textOf(error: unknown, words: (typeof shellWords)["en"]["failed"]): { title: string; hint: string } {
  if (!isHttpFailure(error)) return { title: words.notReached, hint: words.notReachedHint };
  if (error.status === 403) return { title: words.forbidden, hint: error.detail ?? words.forbiddenHint };
  if (error.status === 404) return { title: words.gone, hint: error.detail ?? words.goneHint };
  return { title: error.title, hint: error.detail ?? words.serverHint };
}
