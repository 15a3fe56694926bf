// Read and kept to: once, by name, on record.
import { programWords } from "@allmend/look/words/portal/program";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

export function Acknowledge({ policy }: { readonly policy: components["schemas"]["PolicyPage"] }) {
  const words = useWords(programWords).policies;
  const { say } = useSpeech();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () =>
      data(api.POST("/api/portal/policies/{area}/acknowledgement", { params: { path: { area: policy.area as "compliance" } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["policies"] }),
  });
  return (
    <section className="acknowledge no-print">
      {policy.acknowledgedByMe ? (
        <p className="s-allow">
          <StateMark state="allow" />
          {words.acknowledgedByMe}
        </p>
      ) : (
        <button type="button" className="button main" disabled={send.isPending} onClick={() => send.mutate()}>
          {send.isPending ? words.acknowledging : words.acknowledge}
        </button>
      )}
      {policy.acknowledged > 0 && <p className="note">{say(words.acknowledged, { count: policy.acknowledged })}</p>}
      {send.error && <FailureNotice error={send.error} />}
    </section>
  );
}
