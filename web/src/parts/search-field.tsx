// A search that answers while one types: what is typed goes into the address when the typing pauses.
import { useEffect, useState } from "react";
import { Field } from "./field.tsx";

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  change(value: string): void;
}

const PAUSE_MS = 200;

export function SearchField({ label, hint, value, change }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const waiting = setTimeout(() => change(typed), PAUSE_MS);
    return () => clearTimeout(waiting);
  });
  return (
    <Field label={label}>
      {(given) => (
        <input
          {...given}
          type="search"
          maxLength={100}
          placeholder={hint}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </Field>
  );
}
