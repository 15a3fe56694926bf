// A state as a shape that also differs without colour; `label` is read aloud.
import { type State, stateShape } from "@allmend/look";

export function StateMark({ state, label }: { readonly state: State; readonly label?: string }) {
  const spoken = label === undefined ? { "aria-hidden": true as const } : { role: "img", "aria-label": label };
  return (
    <svg
      className={`mark s-${state}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      fill="currentColor"
      {...spoken}
      // The shapes are constants of `look`, never text from elsewhere.
      // oxlint-disable-next-line react/no-danger
      dangerouslySetInnerHTML={{ __html: stateShape(state) }}
    />
  );
}
