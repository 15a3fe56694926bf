// Where I am signed in; any other place can be signed out from here.
import { meWords } from "@allmend/look/words/portal/me";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

export function Sessions() {
  const words = useWords(meWords);
  const { say, date, fromNow } = useSpeech();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (id: string) => data(api.DELETE("/api/me/sessions/{id}", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
  return (
    <section>
      <h2>{words.sessions}</h2>
      <Read of={["sessions"]} read={(signal) => data(api.GET("/api/me/sessions", { signal }))} rows={2}>
        {(sessions) => (
          <ul className="lined-list">
            {sessions.map(({ id, how, client, beganAt, seenAt, current }) => (
              <li key={id}>
                <span>
                  <StateMark state={current ? "allow" : "none"} />
                  <bdi>{client.slice(0, 200) || words.how[how]}</bdi> {current && <strong>{words.current}</strong>}
                  <span className="note line">
                    {words.how[how]} · {say(words.session, { began: date(beganAt), seen: fromNow(seenAt) })}
                  </span>
                </span>
                {!current && (
                  <Confirm
                    label={words.endSession}
                    title={words.endTitle}
                    text={words.endText}
                    disabled={end.isPending}
                    confirm={() => end.mutate(id)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Read>
      {end.error && <FailureNotice error={end.error} />}
    </section>
  );
}
