// Other systems that are told what happens.
import { operationsWords } from "@allmend/look/words/portal/operations";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { Confirm } from "../../parts/confirm.tsx";
import { Empty } from "../../parts/empty.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { AddWebhook } from "./add-webhook.tsx";
import { AdministrationPages } from "./administration-pages.tsx";

type Webhook = components["schemas"]["Webhook"];

export function WebhooksPage() {
  const words = useWords(operationsWords).webhooks;
  const { say } = useSpeech();
  return (
    <>
      <AdministrationPages />
      <Read of={["webhooks"]} read={(signal) => data(api.GET("/api/webhooks", { signal }))}>
        {(webhooks) => (
          <>
            <Answer answer={webhooks.length === 0 ? words.answerNone : say(words.answer, { count: webhooks.length })} why={words.why} />
            <AddWebhook />
            {webhooks.length === 0 ? (
              <Empty what={words.answerNone} how={words.noneHow} />
            ) : (
              <ul className="lined-list">
                {webhooks.map((webhook) => (
                  <WebhookLine key={webhook.id} webhook={webhook} />
                ))}
              </ul>
            )}
          </>
        )}
      </Read>
    </>
  );
}

function WebhookLine({ webhook }: { readonly webhook: Webhook }) {
  const words = useWords(operationsWords).webhooks;
  const { say } = useSpeech();
  const { url, events, position, attempts, error, dead } = webhook;
  const fails = attempts > 0 || dead > 0;
  return (
    <li>
      <span>
        <StateMark state={fails ? "review" : "allow"} />
        <strong>
          <bdi>{url}</bdi>
        </strong>
        <span className="note line">
          {words.events}: {events.join(", ")}
        </span>
        <span className="note line">
          {attempts > 0 ? say(words.failing, { attempts, error: error ?? "" }) : say(words.took, { position: String(position) })}
          {dead > 0 && ` · ${say(words.dead, { count: dead })}`}
        </span>
      </span>
      <Ways webhook={webhook} />
    </li>
  );
}

function Ways({ webhook: { id, url } }: { readonly webhook: Webhook }) {
  const words = useWords(operationsWords).webhooks;
  const { say } = useSpeech();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ["webhooks"] });
  const params = { path: { id } };
  const test = useMutation({ mutationFn: () => data(api.POST("/api/webhooks/{id}/test", { params })), onSuccess: again });
  const end = useMutation({ mutationFn: () => data(api.DELETE("/api/webhooks/{id}", { params })), onSuccess: again });
  const error = test.error ?? end.error;
  return (
    <span>
      <span className="form-ways">
        <button type="button" className="button" disabled={test.isPending} onClick={() => test.mutate()}>
          {test.isPending ? words.testing : words.test}
        </button>
        <Confirm
          label={words.end}
          title={say(words.endTitle, { host: new URL(url).host })}
          text={words.endText}
          disabled={end.isPending}
          confirm={() => end.mutate()}
        />
      </span>
      <span role="status" className="note">
        {test.data && (test.data.took ? words.testTook : say(words.testFailed, { because: test.data.because ?? "" }))}
      </span>
      {error && <FailureNotice error={error} />}
    </span>
  );
}
