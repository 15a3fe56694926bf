// Things to do or to know, each in a line with its state, and the page where it is done.
import { Link } from "react-router";
import type { components } from "../../api/schema.generated.ts";
import { StateMark } from "../../parts/state-mark.tsx";

export function Lines({ of }: { readonly of: readonly components["schemas"]["TodayLine"][] }) {
  return (
    <ul className="today-lines">
      {of.map(({ state, text, detail, address }, index) => (
        <li key={`${index} ${address}`}>
          <StateMark state={state} />
          <span>
            {address === undefined ? (
              <bdi>{text}</bdi>
            ) : (
              <Link to={address}>
                <bdi>{text}</bdi>
              </Link>
            )}
            {detail !== undefined && <span className="note line">{detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
