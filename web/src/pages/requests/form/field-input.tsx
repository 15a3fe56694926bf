// One answer: as many words as its type needs, with what is wrong beside it and where it came from.
import { requestFormWords } from "@allmend/look/words/portal/request-form";
import { useId } from "react";
import { Choice } from "../../../parts/choice.tsx";
import { StateMark } from "../../../parts/state-mark.tsx";
import { useWords } from "../../../parts/use-words.ts";
import { type Field, useLocal, type Value } from "../kinds.ts";
import { PurlInput } from "./purl-input.tsx";

export interface InputProps {
  readonly field: Field;
  readonly value: Value | undefined;
  readonly flaw: string | undefined;
  /** Where the value came from, in words. */
  readonly from: string | undefined;
  change(value: Value | undefined): void;
}

const FEW = 6;

export function FieldInput(props: InputProps) {
  const { field, flaw, from } = props;
  const local = useLocal();
  const id = useId();
  const help = local(field.help);
  const notes = [help, from ?? ""].filter((note) => note !== "");
  const grouped =
    field.type === "boolean" || field.type === "choices" || (field.type === "choice" && Object.keys(field.options).length <= FEW);
  const label = local(field.label) || field.id;
  return (
    <div className={flaw === undefined ? "form-field" : "form-field wrong"} data-field={field.id}>
      {!grouped && <label htmlFor={id}>{label}</label>}
      <Input {...props} id={id} label={label} describedBy={`${id}-notes`} />
      <div id={`${id}-notes`}>
        {notes.length > 0 && <p className="note">{notes.join(" · ")}</p>}
        {flaw !== undefined && (
          <p className="note s-deny" role="alert">
            <StateMark state="deny" />
            {flaw}
          </p>
        )}
      </div>
    </div>
  );
}

type ControlProps = InputProps & { readonly id: string; readonly label: string; readonly describedBy: string };

function Input(props: ControlProps) {
  const { field, value, change, id, label, describedBy, flaw } = props;
  const words = useWords(requestFormWords);
  const text = value === undefined ? "" : String(value);
  const common = { id, className: "input", "aria-describedby": describedBy, "aria-invalid": flaw !== undefined } as const;
  switch (field.type) {
    case "boolean":
      return (
        <Choice
          label={label}
          of={[
            ["true", words.yes],
            ["false", words.no],
          ]}
          chosen={typeof value === "boolean" ? (`${value}` as "true" | "false") : undefined}
          choose={(chosen) => change(chosen === "true")}
        />
      );
    case "choice":
    case "product":
    case "team":
    case "deliverable":
      return <OneOf {...props} />;
    case "choices":
      return <SomeOf {...props} />;
    case "purl":
      return <PurlInput {...props} />;
    case "number":
      return (
        <input
          {...common}
          inputMode="decimal"
          value={text}
          onChange={({ target }) =>
            change(target.value === "" ? undefined : Number.isNaN(Number(target.value)) ? target.value : Number(target.value))
          }
        />
      );
    case "date":
      return <input {...common} type="date" value={text} onChange={({ target }) => change(target.value)} />;
    case "moment":
      return (
        <input
          {...common}
          type="datetime-local"
          value={localMoment(text)}
          onChange={({ target }) => change(target.value === "" ? undefined : new Date(target.value).toISOString())}
        />
      );
    case "text":
      return (
        <textarea
          {...common}
          className="input growing"
          rows={1}
          maxLength={20_000}
          value={text}
          onChange={({ target }) => change(target.value)}
        />
      );
    default:
      return <input {...common} maxLength={2000} value={text} onChange={({ target }) => change(target.value)} />;
  }
}

/** A moment in the reader's time zone, as the browser's field wants it. */
function localMoment(text: string): string {
  const date = new Date(text);
  if (text === "" || Number.isNaN(date.getTime())) return "";
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function OneOf({ field, value, change, id, label, describedBy, flaw }: ControlProps) {
  const words = useWords(requestFormWords);
  const local = useLocal();
  const of = Object.entries(field.options).map(([each, text]) => [each, local(text) || each] as const);
  if (field.type === "choice" && of.length <= FEW)
    return <Choice label={label} of={of} chosen={typeof value === "string" ? value : undefined} choose={change} />;
  return (
    <select
      id={id}
      className="input"
      aria-describedby={describedBy}
      aria-invalid={flaw !== undefined}
      value={typeof value === "string" ? value : ""}
      onChange={({ target }) => change(target.value)}
    >
      <option value="">{words.choose}</option>
      {of.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  );
}

function SomeOf({ field, value, change, label }: ControlProps) {
  const local = useLocal();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <fieldset className="some-of">
      <legend>{label}</legend>
      {Object.entries(field.options).map(([each, text]) => (
        <label key={each}>
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={({ target }) => change(target.checked ? [...chosen, each] : chosen.filter((other) => other !== each))}
          />{" "}
          {local(text) || each}
        </label>
      ))}
    </fieldset>
  );
}
