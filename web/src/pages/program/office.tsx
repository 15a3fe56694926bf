// How the office stands: its seven responsibilities, how products live with open source, and what others ask of us.
import "./office.css";
import { programWords } from "@allmend/look/words/portal/program";
import { api, data } from "../../api/client.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Frameworks } from "./frameworks.tsx";
import { ProductModels } from "./product-models.tsx";
import { ProgramPages } from "./program-pages.tsx";
import { Responsibility } from "./responsibility.tsx";

export function OfficePage() {
  const words = useWords(programWords).office;
  const { say } = useSpeech();
  const lang = useLanguage();
  return (
    <>
      <ProgramPages />
      <Read of={["office", lang]} read={(signal) => data(api.GET("/api/portal/office", { signal, params: { query: { lang } } }))} rows={9}>
        {({ office, asOf, otherProgram }) => (
          <>
            <Answer
              answer={say(words.answer, { runs: office.responsibilities.filter(({ state }) => state === "allow").length })}
              why={words.why}
            />
            <AsOf asOf={asOf} otherProgram={otherProgram} />
            <h2>{words.responsibilities}</h2>
            {office.responsibilities.map((one) => (
              <Responsibility key={one.id} of={one} />
            ))}
            <h2>{words.products}</h2>
            <ProductModels products={office.products} references={office.references} />
            <h2>{words.frameworks}</h2>
            <p>{words.frameworksLead}</p>
            <Frameworks of={office.frameworks} />
            <h2>{words.behaviours}</h2>
            <p>{words.behavioursLead}</p>
            <ul className="quiet-list">
              {office.behaviours.map(({ id, state, name, seen }) => (
                <li key={id}>
                  <StateMark state={state} />
                  {name} <span className="note">{seen}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Read>
    </>
  );
}
