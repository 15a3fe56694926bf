// What a project still lacks for the phase that follows, with what to do.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import type { components } from "../../api/schema.generated.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { CheckLines } from "./check-list.tsx";

type Phase = components["schemas"]["ProjectPage"]["phase"];

export function NextPhase({ of: { now, next, all, met, missing } }: { readonly of: Phase }) {
  const words = useWords(communitiesWords).project.next;
  const { say } = useSpeech();
  if (now === undefined) return <p className="note">{words.unknown}</p>;
  if (next === undefined) return <p className="note">{words.end}</p>;
  if (now === "mature") return <p className="note">{words.mature}</p>;
  return (
    <section>
      <h3>{say(words.title, { phase: words.phases[next] })}</h3>
      <p>{say(missing.length === 0 ? words.met : words.open, { met, all })}</p>
      <CheckLines checks={missing} />
    </section>
  );
}
