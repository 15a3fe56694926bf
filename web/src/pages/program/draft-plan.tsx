// What a draft would change, in words: which uses, which findings come and go.
import { documentWords } from "@allmend/look/words/portal/documents";
import { useMutation } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

type Plan = components["schemas"]["Plan"];
type Outcome = "allow" | "warn" | "review" | "deny";

export function DraftPlan({ path, text }: { readonly path: string; readonly text: string }) {
  const words = useWords(documentWords).draft;
  const ask = useMutation({
    mutationFn: (asked: string) => data(api.POST("/api/program/drafts/plan", { body: { changes: { [path]: asked } } })),
  });
  return (
    <section className="draft-plan">
      <button type="button" className="button main no-print" disabled={ask.isPending} onClick={() => ask.mutate(text)}>
        {ask.isPending ? words.planning : words.plan}
      </button>
      {ask.error && <FailureNotice error={ask.error} />}
      {ask.data && (
        <div role="status">
          {ask.variables !== text && (
            <p className="s-review">
              <StateMark state="review" />
              {words.planStale}
            </p>
          )}
          <PlanWords plan={ask.data} />
        </div>
      )}
    </section>
  );
}

function PlanWords({ plan: { uses, findings, rules } }: { readonly plan: Plan }) {
  const words = useWords(documentWords).draft;
  const { say } = useSpeech();
  const { added, removed, changed } = findings;
  if (uses.changed + added.count + removed.count + changed.count === 0)
    return (
      <p className="plan-answer">
        <StateMark state="allow" />
        {words.planNothing}
      </p>
    );
  const outcomes: Readonly<Record<string, string>> = words.outcomes;
  return (
    <>
      <p className="plan-answer">{say(words.planUses, { changed: uses.changed, judged: uses.judged })}</p>
      <ul className="quiet-list">
        {uses.from.map(({ before, after, count }) => (
          <li key={`${before} ${after}`}>
            <StateMark state={after as Outcome} />
            {say(words.planFrom, { count, before: outcomes[before] ?? before, after: outcomes[after] ?? after })}
          </li>
        ))}
      </ul>
      <div className="plan-findings">
        <Findings title={say(words.planAdded, { count: added.count })} of={added} />
        <Findings title={say(words.planChanged, { count: changed.count })} of={changed} />
        <Findings title={say(words.planRemoved, { count: removed.count })} of={removed} />
      </div>
      {rules.length > 1 && (
        <details>
          <summary>{words.planRules}</summary>
          <ul className="quiet-list">
            {rules.map((rule) => (
              <li key={rule.rule}>{say(words.planRule, rule)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Findings({ title, of: { count, examples } }: { readonly title: string; readonly of: Plan["findings"]["added"] }) {
  const words = useWords(documentWords).draft;
  const { say } = useSpeech();
  if (count === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="quiet-list">
        {examples.map(({ id, label, product, outcome, before }) => (
          <li key={id}>
            <StateMark state={outcome} />
            <bdi>{label}</bdi>{" "}
            <span className="note">
              {[
                before === undefined ? words.outcomes[outcome] : `${words.outcomes[before]} → ${words.outcomes[outcome]}`,
                product !== undefined && say(words.inProduct, { product }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
        {count > examples.length && <li className="note">… {count - examples.length}</li>}
      </ul>
    </section>
  );
}
