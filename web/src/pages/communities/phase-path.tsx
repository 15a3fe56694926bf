// The way of a project, and where it stands on it.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import type { components } from "../../api/schema.generated.ts";
import { useWords } from "../../parts/use-words.ts";

type Project = components["schemas"]["ProjectPage"];

const WAY = ["pre-proposal", "incubating", "mature", "archived"] as const;

export function PhasePath({ now, state }: { readonly now: Project["phase"]["now"]; readonly state: Project["state"] }) {
  const words = useWords(communitiesWords);
  return (
    <ol className="phases">
      {WAY.map((phase) => (
        <li key={phase} aria-current={phase === now ? "step" : undefined}>
          {words.project.next.phases[phase]}
          {phase === now && state === "quiet" && <span className="note line">{words.projects.state.quiet}</span>}
        </li>
      ))}
    </ol>
  );
}
