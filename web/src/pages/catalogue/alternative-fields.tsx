// What else there is: open, bought or made by ourselves, what it costs, and why not that.
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { type DraftAlternative, noAlternative } from "./draft.ts";
import type { FieldsProps } from "./entry-form.tsx";

const KINDS = ["open", "commercial", "own"] as const;

export function AlternativeFields({ draft: { alternatives }, change }: FieldsProps) {
  const { form, entry } = useWords(catalogueWords);
  const { say } = useSpeech();
  const set = (at: number, changed: Partial<DraftAlternative>) =>
    change({ alternatives: alternatives.map((each, index) => (index === at ? { ...each, ...changed } : each)) });
  const text = (at: number, name: "name" | "amount" | "currency" | "because", label: string, longest = 500) => (
    <Field label={label}>
      {(given) => (
        <input
          {...given}
          value={alternatives[at]?.[name] ?? ""}
          maxLength={longest}
          onChange={(event) => set(at, { [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <h2>{form.alternatives}</h2>
      {alternatives.map((alternative, at) => (
        // What is typed has no name of its own.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={at} className="form-part">
          <legend>{say(form.alternative, { number: at + 1 })}</legend>
          <div className="form-row">
            {text(at, "name", say(form.alternative, { number: at + 1 }))}
            {text(at, "because", form.because)}
            {text(at, "amount", form.amount, 20)}
            {text(at, "currency", form.currency, 3)}
          </div>
          <Choice
            label={form.kind}
            of={KINDS.map((kind) => [kind, entry.kind[kind]])}
            chosen={alternative.kind}
            choose={(kind) => set(at, { kind })}
          />
          <button
            type="button"
            className="button"
            onClick={() => change({ alternatives: alternatives.filter((_, index) => index !== at) })}
          >
            {form.remove}
          </button>
        </fieldset>
      ))}
      <button type="button" className="button" onClick={() => change({ alternatives: [...alternatives, noAlternative] })}>
        {form.addAlternative}
      </button>
    </>
  );
}
