// Whether anybody bent the record, in words; and what auditors take along to check it themselves.
import { recordWords } from "@allmend/look/words/portal/record";
import { useMutation } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { useLineWords } from "./use-line-words.ts";

type Verified = components["schemas"]["RecordVerified"];

export function Verify() {
  const words = useWords(recordWords);
  const check = useMutation({ mutationFn: () => data(api.GET("/api/record/verification")) });
  return (
    <>
      <div className="form-ways">
        <button type="button" className="button main" disabled={check.isPending} onClick={() => check.mutate()}>
          {check.isPending ? words.verify.checking : words.verify.button}
        </button>
        <a className="button" href="/api/record/export" download="record.ndjson">
          {words.export.link}
        </a>
      </div>
      <p className="note">{words.export.how}</p>
      <div role="status">{check.data && <Result of={check.data} />}</div>
      {check.error && <FailureNotice error={check.error} retry={() => check.mutate()} />}
    </>
  );
}

function Result({ of: { lines, checkpoints, sure, flaws } }: { readonly of: Verified }) {
  const words = useWords(recordWords).verify;
  const { say } = useSpeech();
  const { when } = useLineWords();
  const fine = flaws.length === 0;
  return (
    <div className={fine ? "verified fine" : "verified"}>
      <strong className={fine ? "s-allow" : "s-deny"}>
        <StateMark state={fine ? "allow" : "deny"} />
        {fine ? say(words.fine, { lines }) : say(words.broken, { count: flaws.length })}
      </strong>
      <p>
        {sure ? say(words.sure, { sequence: String(sure.sequence), at: when(sure.at) }) : words.noCheckpoint}{" "}
        {say(words.checkpoints, { count: checkpoints })}
      </p>
      {!fine && (
        <>
          <p>{words.brokenHow}</p>
          <ul>
            {flaws.map(({ is, line, message }, index) => (
              <li key={index}>
                {say(words.line, { line: String(line) })}: {words.flaws[is as keyof typeof words.flaws] ?? message}
                <span className="note line">{message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
