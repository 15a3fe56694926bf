// How something stands, each state with its shape: `▲ 3 to review`.
import { StateMark } from "./state-mark.tsx";
import type { components } from "../api/schema.generated.ts";

export function StandingLines({ of }: { readonly of: readonly components["schemas"]["StandingLine"][] }) {
  return (
    <span className="standing">
      {of.map(({ state, text }) => (
        <span key={state} className={`s-${state}`}>
          <StateMark state={state} />
          {text}
        </span>
      ))}
    </span>
  );
}
