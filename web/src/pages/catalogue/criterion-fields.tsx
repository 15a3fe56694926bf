// Criteria of an evaluation, each with a score and by what it is shown.
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { Field } from "../../parts/field.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { type DraftCriterion, noCriterion } from "./draft.ts";
import type { FieldsProps } from "./entry-form.tsx";

export function CriterionFields({ draft: { criteria }, change }: FieldsProps) {
  const words = useWords(catalogueWords).form;
  const { say } = useSpeech();
  const set = (at: number, changed: Partial<DraftCriterion>) =>
    change({ criteria: criteria.map((each, index) => (index === at ? { ...each, ...changed } : each)) });
  return (
    <>
      <h2>{words.criteria}</h2>
      {criteria.map((criterion, at) => (
        // What is typed has no name of its own.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={at} className="form-part">
          <legend>{say(words.criterion, { number: at + 1 })}</legend>
          <div className="form-row">
            <Field label={say(words.criterion, { number: at + 1 })} hint={words.criterionHint}>
              {(given) => (
                <input {...given} value={criterion.id} maxLength={60} onChange={(event) => set(at, { id: event.target.value })} />
              )}
            </Field>
            <Field label={words.score}>
              {(given) => (
                <select {...given} value={criterion.score} onChange={(event) => set(at, { score: event.target.value })}>
                  {["0", "1", "2", "3", "4", "5"].map((score) => (
                    <option key={score}>{score}</option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={words.evidence}>
              {(given) => (
                <input
                  {...given}
                  value={criterion.evidence}
                  maxLength={500}
                  onChange={(event) => set(at, { evidence: event.target.value })}
                />
              )}
            </Field>
          </div>
          <button type="button" className="button" onClick={() => change({ criteria: criteria.filter((_, index) => index !== at) })}>
            {words.remove}
          </button>
        </fieldset>
      ))}
      <button type="button" className="button" onClick={() => change({ criteria: [...criteria, noCriterion] })}>
        {words.addCriterion}
      </button>
    </>
  );
}
