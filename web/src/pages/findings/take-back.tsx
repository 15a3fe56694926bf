import { findingsWords } from "@allmend/look/words/portal/findings";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { refreshFindings } from "./give-form.tsx";

/** Whoever answers by the program does so again. */
export function TakeBack({ findings, done }: { readonly findings: readonly string[]; done?(changed: number): void }) {
  const words = useWords(findingsWords).give;
  const { say } = useSpeech();
  const queries = useQueryClient();
  const back = useMutation({
    mutationFn: () => data(api.POST("/api/findings/assignments", { body: { findings: [...findings], owner: null } })),
    async onSuccess({ changed }) {
      await refreshFindings(queries);
      done?.(changed);
    },
  });
  const title = findings.length === 1 ? words.backTitle : say(words.backMany, { count: findings.length });
  return (
    <>
      <Confirm label={words.back} title={title} text={words.backText} disabled={back.isPending} confirm={() => back.mutate()} />
      {back.error && <FailureNotice error={back.error} />}
    </>
  );
}
