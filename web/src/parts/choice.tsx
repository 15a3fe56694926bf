// One of a few: all of them in sight, the chosen one marked by more than colour.
import "./choice.css";
import { useId } from "react";

interface Props<T extends string> {
  readonly label: string;
  readonly of: readonly (readonly [T, string])[];
  readonly chosen: T | undefined;
  choose(value: T): void;
}

export function Choice<T extends string>({ label, of, chosen, choose }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {of.map(([value, text]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => choose(value)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
