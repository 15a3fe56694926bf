// What it is, what we say of it, why, and who looks after it.
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { useNames } from "../../api/names.ts";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { useWords } from "../../parts/use-words.ts";
import type { Draft } from "./draft.ts";
import type { FieldsProps } from "./entry-form.tsx";
import { catalogueStates } from "./marks.ts";

interface Props extends FieldsProps {
  /** Before anything was typed. */
  readonly start: Draft;
  readonly wrong: boolean;
  /** An entry is known by its component: it does not change. */
  readonly fixed: boolean;
}

export function EntryFields({ draft, start, change, wrong, fixed }: Props) {
  const words = useWords(catalogueWords);
  const { form } = words;
  const names = useNames();
  // People and teams stand in the register by their ids, and here by their names.
  const shown = (name: "owner" | "by") => (draft[name] === start[name] ? names.owner(draft[name]) : draft[name]);
  const who = (name: "owner" | "by", label: string) => (
    <Field label={label} hint={form.ownerHint}>
      {(given) => <input {...given} value={shown(name)} maxLength={1000} onChange={(event) => change({ [name]: event.target.value })} />}
    </Field>
  );
  const text = (name: "purpose" | "category" | "reason", label: string, hint?: string) => (
    <Field label={label} hint={hint}>
      {(given) => <input {...given} value={draft[name]} maxLength={1000} onChange={(event) => change({ [name]: event.target.value })} />}
    </Field>
  );
  const day = (name: "evaluated" | "review", label: string) => (
    <Field label={label}>
      {(given) => <input {...given} type="date" value={draft[name]} onChange={(event) => change({ [name]: event.target.value })} />}
    </Field>
  );
  return (
    <>
      <Field label={form.component} hint={form.componentHint} error={wrong ? form.componentWrong : undefined}>
        {(given) => (
          <input
            {...given}
            value={draft.component}
            readOnly={fixed}
            maxLength={500}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => change({ component: event.target.value })}
          />
        )}
      </Field>
      <Choice
        label={form.state}
        of={catalogueStates.map((state) => [state, words.state[state]])}
        chosen={draft.state}
        choose={(state) => change({ state })}
      />
      {text("purpose", form.purpose, form.purposeHint)}
      {text("category", form.category, form.categoryHint)}
      <Field label={form.because}>
        {(given) => (
          <textarea {...given} value={draft.because} maxLength={4000} onChange={(event) => change({ because: event.target.value })} />
        )}
      </Field>
      <div className="form-row">
        {who("owner", form.owner)}
        {who("by", form.by)}
      </div>
      <div className="form-row">
        {day("evaluated", form.evaluated)}
        {day("review", form.review)}
      </div>
      {fixed && text("reason", form.reason, form.reasonHint)}
    </>
  );
}
