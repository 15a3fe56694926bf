// The program in force, the versions before it, and putting another one in force.
import { operationsWords } from "@allmend/look/words/portal/operations";
import { useNames } from "../../api/names.ts";
import { api, data } from "../../api/client.ts";
import { useMay } from "../../api/me.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { Fingerprint } from "../../parts/fingerprint.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { AdministrationPages } from "./administration-pages.tsx";
import { PutProgram } from "./put-program.tsx";

type Version = components["schemas"]["ProgramVersion"] & { readonly why?: string };

export function ProgramInForcePage() {
  const words = useWords(operationsWords).program;
  const { say, date } = useSpeech();
  const may = useMay("program:write");
  return (
    <>
      <AdministrationPages />
      <Read
        of={["program-versions"]}
        read={(signal) => data(api.GET("/api/program/versions", { signal, params: { query: { limit: 100 } } }))}
      >
        {(versions: readonly Version[]) => (
          <>
            <Answer
              answer={versions[0] === undefined ? words.answerNone : say(words.answer, { date: date(versions[0].at) })}
              why={versions[0] === undefined ? words.noneHow : words.why}
            />
            {may && <PutProgram />}
            {versions.length > 0 && <h2>{words.versions}</h2>}
            <ul className="lined-list">
              {versions.map((version, index) => (
                <VersionLine key={`${version.id} ${version.at}`} version={version} current={index === 0} />
              ))}
            </ul>
          </>
        )}
      </Read>
    </>
  );
}

function VersionLine({ version: { id, at, by, origin, why }, current }: { readonly version: Version; readonly current: boolean }) {
  const words = useWords(operationsWords).program;
  const { say, date, fromNow } = useSpeech();
  const names = useNames();
  const notes = [by !== undefined && say(words.by, { by: names.person(by) }), origin !== undefined && say(words.from, { origin })].filter(
    (note) => note !== false,
  );
  return (
    <li>
      <span>
        <StateMark state={current ? "allow" : "none"} />
        <Fingerprint of={id} label={words.versions} /> {current && <strong>{words.current}</strong>}
        {why !== undefined && <span className="line">{why}</span>}
        <span className="note line">{notes.join(" · ")}</span>
      </span>
      <span className="note">
        {date(at)}, {fromNow(at)}
      </span>
    </li>
  );
}
