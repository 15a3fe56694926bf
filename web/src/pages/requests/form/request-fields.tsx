// The answers that a kind asks for, as long as they are asked: what is needed first, the rest folded.
import { requestFormWords } from "@allmend/look/words/portal/request-form";
import { useWords } from "../../../parts/use-words.ts";
import { askedFields, type Field, type Kind, type Values } from "../kinds.ts";
import { FieldInput } from "./field-input.tsx";
import { flawOf } from "./check-field.ts";

interface Props {
  readonly kind: Kind;
  readonly values: Values;
  /** Where values came from that nobody typed, by field. */
  readonly from: Readonly<Record<string, string>>;
  /** What the server said of fields. */
  readonly refused: Readonly<Record<string, string>>;
  /** Whether it was tried to send: then what is missing is said. */
  readonly sent: boolean;
  change(values: Values): void;
}

export function RequestFields({ kind, values, from, refused, sent, change }: Props) {
  const words = useWords(requestFormWords);
  const asked = askedFields(kind, values);
  const needed = asked.filter(({ required }) => required);
  const rest = asked.filter(({ required }) => !required);
  const input = (field: Field) => (
    <FieldInput
      key={field.id}
      field={field}
      value={values[field.id]}
      flaw={flawOf(field, values[field.id], words, sent) ?? refused[field.id]}
      from={from[field.id]}
      change={(value) => change(changed(values, field.id, value))}
    />
  );
  return (
    <>
      {needed.map(input)}
      {rest.length > 0 && (
        <details className="form-rest">
          <summary>{words.optional}</summary>
          {rest.map(input)}
        </details>
      )}
    </>
  );
}

function changed(values: Values, id: string, value: Values[string] | undefined): Values {
  const { [id]: _, ...others } = values;
  return value === undefined ? others : { ...others, [id]: value };
}

/** Answers of fields that are still asked: what was hidden meanwhile is not sent. */
export function answersOf(kind: Kind, values: Values): Values {
  return Object.fromEntries(askedFields(kind, values).flatMap(({ id }) => (values[id] === undefined ? [] : [[id, values[id]]])));
}
