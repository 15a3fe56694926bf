// One of many, or all of them.
import { Field } from "./field.tsx";

interface Props {
  readonly label: string;
  readonly all?: string;
  readonly of: readonly (readonly [value: string, text: string])[];
  readonly chosen: string;
  choose(value: string): void;
}

export function Pick({ label, all, of, chosen, choose }: Props) {
  return (
    <Field label={label}>
      {(given) => (
        <select {...given} value={chosen} onChange={(event) => choose(event.target.value)}>
          {all !== undefined && <option value="">{all}</option>}
          {chosen !== "" && !of.some(([value]) => value === chosen) && <option value={chosen}>{chosen}</option>}
          {of.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
