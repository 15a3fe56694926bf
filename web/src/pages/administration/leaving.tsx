// Somebody leaves: said first what ends, then what is left to do. And somebody comes back.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { WholePerson } from "./person.tsx";

export function Leaving({ person: { id, name, state } }: { readonly person: WholePerson }) {
  const words = useWords(administrationWords).person;
  const { say } = useSpeech();
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all([queries.invalidateQueries({ queryKey: ["person", id] }), queries.invalidateQueries({ queryKey: ["people"] })]);
  const leave = useMutation({
    mutationFn: () => data(api.POST("/api/people/{id}/leave", { params: { path: { id } } })),
    onSuccess: refresh,
  });
  const comeBack = useMutation({
    mutationFn: () => data(api.POST("/api/people/{id}/return", { params: { path: { id } } })),
    onSuccess: () => {
      leave.reset();
      return refresh();
    },
  });
  const error = leave.error ?? comeBack.error;
  return (
    <section className="leaving">
      {state === "active" ? (
        <Confirm
          label={leave.isPending ? words.leaving : words.leave}
          title={say(words.leaveTitle, { name })}
          text={words.leaveText}
          disabled={leave.isPending}
          confirm={() => leave.mutate()}
        />
      ) : (
        <Confirm
          label={words.return}
          title={say(words.returnTitle, { name })}
          text={words.returnText}
          disabled={comeBack.isPending}
          confirm={() => comeBack.mutate()}
        />
      )}
      <div role="status">{leave.data && <WhatIsLeft of={leave.data} />}</div>
      {error && <FailureNotice error={error} />}
    </section>
  );
}

function WhatIsLeft({ of: { ended, tasks } }: { readonly of: components["schemas"]["Left"] }) {
  const words = useWords(administrationWords).person;
  const { say } = useSpeech();
  return (
    <>
      <p>{say(words.left, ended)}</p>
      <h2>{words.tasks}</h2>
      {tasks.length === 0 ? (
        <p>{words.noTasks}</p>
      ) : (
        <ul className="quiet-list left-tasks">
          {tasks.map(({ text }) => (
            <li key={text}>
              <StateMark state="review" />
              <Linked text={text} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What lies behind an address of findings in the text is one click away. */
function Linked({ text }: { readonly text: string }) {
  const [before = "", address, after = ""] = text.split(/\((\/findings\?owner=[\w.-]+)\)/);
  return address === undefined ? (
    <span>{text}</span>
  ) : (
    <span>
      {before}
      <Link to={address}>{address}</Link>
      {after}
    </span>
  );
}
