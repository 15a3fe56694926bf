// The database: which kind, which schema, what waits; and everything as a file.
import { operationsWords } from "@allmend/look/words/portal/operations";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { Answer } from "../../parts/answer.tsx";
import { Fingerprint } from "../../parts/fingerprint.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Verify } from "../record/verify.tsx";
import { AdministrationPages } from "./administration-pages.tsx";

export function DatabasePage() {
  const words = useWords(operationsWords).database;
  const { say, date } = useSpeech();
  return (
    <>
      <AdministrationPages />
      <Read of={["database"]} read={(signal) => data(api.GET("/api/database", { signal }))}>
        {({ kind, migrations, record, waiting }) => (
          <>
            <Answer answer={say(words.answer, { lines: record.lines, waiting: waiting.notices })} why={words[kind]} />
            {waiting.failedNotices > 0 && (
              <p className="s-review">
                <StateMark state="review" />
                {say(words.failed, { count: waiting.failedNotices })}
              </p>
            )}
            <h2>{words.verify}</h2>
            <Verify />
            <p className="note">
              {words.head}: <Fingerprint of={record.hash} label={words.head} /> <Link to="/record">{words.toRecord}</Link>
            </p>
            <h2>{words.dump}</h2>
            <p>{words.dumpHow}</p>
            <a className="button" href="/api/database/dump" download="allmend-dump.ndjson">
              {words.dumpLink}
            </a>
            <h2>{words.schema}</h2>
            <ul className="lined-list">
              {migrations.map(({ id, doneAt }) => (
                <li key={id}>
                  <code>{id}</code>
                  <span className="note">{say(words.done, { date: date(doneAt) })}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Read>
    </>
  );
}
