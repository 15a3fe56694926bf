// Somebody was quicker: who, what and when, and that nothing typed is lost. Any other refusal as it was said.
import { deskWords } from "@allmend/look/words/portal/desk";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { isHttpFailure } from "../../../api/failure.ts";
import { FailureNotice } from "../../../parts/failure-notice.tsx";
import { StateMark } from "../../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { nameOf, type View } from "../case-text.ts";
import { firstOf } from "./use-act.ts";

export function ConflictNotice({ error, view }: { readonly error: unknown; readonly view: View }) {
  const words = useWords(deskWords);
  const requests = useWords(requestsWords);
  const { say, fromNow } = useSpeech();
  if (!isHttpFailure(error) || error.status !== 409) return <FailureNotice error={error} />;
  const first = firstOf(error);
  const name = first && nameOf(first.by, view.names, requests);
  const did = first && (Object.hasOwn(words.did, first.what) ? words.did[first.what as keyof typeof words.did] : words.did.other);
  return (
    <div className="notice conflict" role="alert">
      <StateMark state="review" />
      <div>
        <strong>{say(words.conflict, { name: name ?? requests.office })}</strong>
        <p className="note">{name && did ? say(words.conflictDid, { name, did, when: fromNow(first.at) }) : words.conflictOther}</p>
      </div>
    </div>
  );
}
