// What can be sent to a supplier, and what can be done next with a delivery, each by whoever may.
import { productsWords } from "@allmend/look/words/portal/products";
import { useState } from "react";
import { useMay } from "../../api/me.ts";
import { Judging } from "../../parts/judging.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { type Step, STEPS, SupplierStep } from "./supplier-step.tsx";
import type { Item } from "./suppliers.tsx";

interface Props {
  readonly supplier: string;
  readonly item: Item;
  /** Of the supplier: letters go out in it. */
  readonly language: "en" | "de" | undefined;
}

export function SupplierWays({ supplier, item, language }: Props) {
  const words = useWords(productsWords).suppliers;
  const speech = useSpeech();
  const may = useMay("suppliers:write");
  const [step, setStep] = useState<Step>();
  const [told, setTold] = useState<{ readonly text: string | undefined; readonly work: string | undefined }>();
  const address = (kind: string) =>
    `/api/reports/${kind}?${new URLSearchParams({ item: `${supplier}/${item.id}`, format: "html", lang: language ?? speech.language })}`;
  const came = item.components > 0;
  const documents = [
    // Once it is accepted there is nothing to write about.
    ...(item.state === "accepted" || item.state === "validated" ? [] : ([["gaps", came ? words.letter : words.letterFirst]] as const)),
    ["questionnaire", words.questions],
    ["clauses", words.clausesFor],
  ] as const;
  return (
    <>
      <p>
        <span className="note">{words.documents}: </span>
        {documents.map(([kind, text]) => (
          <a key={kind} href={address(kind)} target="_blank" rel="noreferrer" className="supplier-document">
            {text}
          </a>
        ))}
      </p>
      {told?.text !== undefined && <p role="status">{told.text}</p>}
      {told?.work !== undefined && <Judging key={told.work} work={told.work} going={words.judging} done={words.judged} />}
      {may && step === undefined && (
        <p className="no-print supplier-next">
          {STEPS[item.state].map((each, index) => (
            <button key={each} type="button" className={index === 0 ? "button main" : "button"} onClick={() => setStep(each)}>
              {words.steps[each]}
            </button>
          ))}
        </p>
      )}
      {may && step !== undefined && (
        <SupplierStep
          supplier={supplier}
          item={item}
          step={step}
          close={() => setStep(undefined)}
          done={(text, work) => {
            setStep(undefined);
            setTold({ text, work });
          }}
        />
      )}
    </>
  );
}
