// The way of a project, and where it stands on it.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import type { components } from "../../api/schema.generated.ts";
import { StepPath } from "../../parts/step-path.tsx";
import { useWords } from "../../parts/use-words.ts";

type Project = components["schemas"]["ProjectPage"];

const WAY = ["pre-proposal", "incubating", "mature", "archived"] as const;

export function PhasePath({ now, state }: { readonly now: Project["phase"]["now"]; readonly state: Project["state"] }) {
  const words = useWords(communitiesWords);
  const { phases } = words.project.next;
  return (
    <StepPath
      steps={WAY.map((phase) => [phase, phases[phase]] as const)}
      now={now}
      note={state === "quiet" ? words.projects.state.quiet : undefined}
    />
  );
}
