// An office that holds nobody up, as an example: eight behaviours, where we stand in each, and what it would take; then the office's own four keys.
import "./elite.css";
import { eliteWords } from "@allmend/look/words/portal/elite";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { ProgramPages } from "./program-pages.tsx";
import type { OfficeData } from "./responsibility.tsx";

export function ElitePage() {
  const lang = useLanguage();
  return (
    <>
      <ProgramPages />
      <Read of={["office", lang]} read={(signal) => data(api.GET("/api/portal/office", { signal, params: { query: { lang } } }))} rows={9}>
        {({ office, asOf, otherProgram }) => (
          <>
            <Head behaviours={office.behaviours} />
            <AsOf asOf={asOf} otherProgram={otherProgram} />
            <ol className="behaviours">
              {office.behaviours.map((one) => (
                <Behaviour key={one.id} of={one} />
              ))}
            </ol>
            <Flow of={office.flow} />
          </>
        )}
      </Read>
    </>
  );
}

function Head({ behaviours }: Pick<OfficeData, "behaviours">) {
  const words = useWords(eliteWords);
  const { say } = useSpeech();
  const count = (state: string) => behaviours.filter((one) => one.state === state).length;
  const values = { reached: count("allow"), gap: count("review"), unknown: count("unknown"), all: behaviours.length };
  return (
    <Answer answer={say(words.answer, values)} why={say(words.why, values)}>
      <svg className="behaviour-strip" viewBox={`0 0 ${behaviours.length * 20} 12`} aria-hidden="true">
        {behaviours.map(({ id, state }, index) => (
          <rect key={id} className={`strip-${state}`} x={index * 20} width="18" height="12" rx="2" />
        ))}
      </svg>
    </Answer>
  );
}

function Behaviour({ of: { id, state, name, seen } }: { readonly of: OfficeData["behaviours"][number] }) {
  const words = useWords(eliteWords);
  const takes: Readonly<Record<string, string>> = words.elite;
  const more: Readonly<Record<string, string>> = words.more;
  const states: Readonly<Record<string, string>> = words.states;
  return (
    <li className="behaviour">
      <div>
        <h2>{name}</h2>
        <p className={`s-${state}`}>
          <StateMark state={state} />
          {states[state]}
        </p>
      </div>
      <dl>
        <dt>{words.here}</dt>
        <dd>{seen}</dd>
        <dt>{state === "allow" ? words.keeps : words.takes}</dt>
        <dd>
          {takes[id]}{" "}
          {more[id] !== undefined && (
            <Link className="no-print" to={more[id]}>
              {words.go}
              <span className="only-read">: {name}</span>
            </Link>
          )}
        </dd>
      </dl>
    </li>
  );
}

function Flow({ of }: { readonly of: OfficeData["flow"] }) {
  const words = useWords(eliteWords);
  const { say } = useSpeech();
  return (
    <section>
      <h2>{words.flow}</h2>
      <p>{words.flowWhy}</p>
      <ul className="flow-keys">
        {of.map(({ id, name, value, known, sample, doraName, beside }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p className={known ? "flow-value" : "flow-value s-unknown"}>
              {!known && <StateMark state="unknown" />}
              {value}
            </p>
            {sample !== undefined && <p className="note">{sample}</p>}
            <p className="note">{say(words.shaped, { name: doraName, beside })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
