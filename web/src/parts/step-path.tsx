// A way of several steps, and where something stands on it.
import "./step-path.css";

interface Props {
  /** Each with its name, in their order. */
  readonly steps: readonly (readonly [id: string, name: string])[];
  readonly now: string | undefined;
  /** Said below the step on which it stands. */
  readonly note?: string | undefined;
}

export function StepPath({ steps, now, note }: Props) {
  const at = steps.findIndex(([id]) => id === now);
  return (
    <ol className="step-path">
      {steps.map(([id, name], index) => (
        <li key={id} className={index < at ? "passed" : undefined} aria-current={id === now ? "step" : undefined}>
          {name}
          {id === now && note !== undefined && <span className="note line">{note}</span>}
        </li>
      ))}
    </ol>
  );
}
