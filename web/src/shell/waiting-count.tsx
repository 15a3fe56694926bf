// How much waits for me, beside the name of the section where I find it.
import { shellWords } from "@allmend/look/words/portal/shell";
import { useMay } from "../api/me.ts";
import { useWaiting } from "../api/waiting.ts";
import { useSpeech, useWords } from "../parts/use-words.ts";

export function WaitingCount() {
  const words = useWords(shellWords);
  const { say, number } = useSpeech();
  const waiting = useWaiting(useMay("cases:read"));
  const count = waiting.data?.count ?? 0;
  if (count === 0) return null;
  return (
    <span className="side-count">
      <span aria-hidden="true">{number(count)}</span>
      <span className="only-read">{say(words.waitsForYou, { count })}</span>
    </span>
  );
}
