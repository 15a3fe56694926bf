// The answer to a question of those who decide; what was asked for can be set right with it, and is judged anew then.
import { requestWords } from "@allmend/look/words/portal/request";
import { useState } from "react";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import type { View } from "../case-text.ts";
import { answersOf, RequestFields } from "../form/request-fields.tsx";
import { refusedFields } from "../form/send-failure.ts";
import { useDraft } from "../form/use-draft.ts";
import type { Kind, Values } from "../kinds.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { useAct } from "./use-act.ts";

export function AnswerForm({ view, kind }: { readonly view: View; readonly kind: Kind | undefined }) {
  const words = useWords(requestWords).ways;
  const { say } = useSpeech();
  const before = view.case.fields as Values;
  const draft = useDraft(`answer ${view.case.id}`);
  const kept = draft.restored?.values;
  const [text, setText] = useState(String(kept?.["answer"] ?? ""));
  const [values, setValues] = useState<Values>(before);
  const act = useAct(view.case.id, draft.discard);
  const differing = () =>
    Object.fromEntries(
      Object.entries(kind ? answersOf(kind, values) : {}).filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(before[id])),
    );
  return (
    <form
      className="way-form"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = differing();
        const body = { answer: text.trim(), ...(Object.keys(fields).length > 0 ? { fields } : {}) };
        act.mutate({ act: { path: "/api/cases/{id}/answers", body }, seen: view.version });
      }}
    >
      <label>
        <bdi>{say(words.answerLabel, { question: view.case.question?.text ?? "" })}</bdi>
        <textarea
          className="input growing"
          rows={2}
          required
          maxLength={4000}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            draft.keep({ answer: target.value });
          }}
        />
      </label>
      {kind && (
        <details>
          <summary>{words.change}</summary>
          <RequestFields kind={kind} values={values} from={{}} refused={refusedFields(act.error)} sent={false} change={setValues} />
        </details>
      )}
      <div className="form-ways">
        <button type="submit" className="button main" disabled={act.isPending}>
          {words.answer}
        </button>
      </div>
      {act.error && <ConflictNotice error={act.error} view={view} />}
    </form>
  );
}
