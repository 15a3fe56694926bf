// Since when what is shown is so: a date, or that there is no result yet, or that the program has changed since.
import { programWords } from "@allmend/look/words/portal/program";
import { StateMark } from "./state-mark.tsx";
import { useSpeech, useWords } from "./use-words.ts";

export function AsOf({ asOf, otherProgram }: { readonly asOf?: string | undefined; readonly otherProgram?: boolean }) {
  const words = useWords(programWords);
  const { say, date } = useSpeech();
  if (asOf === undefined)
    return (
      <p className="note">
        <StateMark state="unknown" />
        {words.noResult}
      </p>
    );
  return (
    <p className="note">
      {say(words.asOf, { date: date(asOf) })} {otherProgram && words.otherProgram}
    </p>
  );
}
