// The way of a project, and where it stands on it.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import type { components } from "../../api/schema.generated.ts";
import { useWords } from "../../parts/use-words.ts";

type State = components["schemas"]["ProjectPage"]["state"];

export function PhasePath({ state }: { readonly state: State }) {
  const words = useWords(communitiesWords).projects;
  // A project that is quiet was released once.
  const here = state === "quiet" ? "released" : state;
  return (
    <ol className="phases">
      {words.path.map((phase) => (
        <li key={phase} aria-current={phase === here ? "step" : undefined}>
          {words.state[phase as State]}
          {phase === here && state === "quiet" && <span className="note line">{words.state.quiet}</span>}
        </li>
      ))}
    </ol>
  );
}
