// One of our projects: how far it is, what it lacks for the next step, how its community is doing.
import { useNames } from "../../api/names.ts";
import "./communities.css";
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { Link, useSearchParams } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { CheckList } from "./check-list.tsx";
import { CommunitiesPages } from "./communities-pages.tsx";
import { ContributorStream } from "./contributor-stream.tsx";
import { NextPhase } from "./next-phase.tsx";
import { PhasePath } from "./phase-path.tsx";

type Project = components["schemas"]["ProjectPage"];

export function ProjectPage() {
  const [search] = useSearchParams();
  const id = search.get("id") ?? "";
  const lang = useLanguage();
  return (
    <>
      <CommunitiesPages />
      <Read of={["project", id, lang]} read={(signal) => data(api.GET("/api/portal/project", { signal, params: { query: { id, lang } } }))}>
        {({ project, asOf, otherProgram }) => (
          <>
            <Head project={project} />
            <AsOf asOf={asOf} otherProgram={otherProgram} />
            <Body project={project} />
          </>
        )}
      </Read>
    </>
  );
}

function Head({ project: { id, state, license, products, missing, checks } }: { readonly project: Project }) {
  const words = useWords(communitiesWords);
  const { say } = useSpeech();
  const names = useNames();
  const open = missing.filter(({ outcome }) => outcome === "fail").length;
  const values = { name: id, state: words.projects.state[state], missing: open, all: checks.all };
  const notes = [
    license !== undefined && `${words.project.license}: ${license}`,
    products.length > 0 && `${words.project.products}: ${products.map(names.product).join(", ")}`,
  ].filter((note) => note !== false);
  return (
    <Answer answer={say(open === 0 ? words.project.answerFine : words.project.answer, values)} why={notes.join(" · ")}>
      <Link to="/communities">{words.project.back}</Link>
    </Answer>
  );
}

function Body({ project: { state, community, phase, missing, passes } }: { readonly project: Project }) {
  const words = useWords(communitiesWords).project;
  const { say } = useSpeech();
  return (
    <>
      <h2>{words.phase}</h2>
      <PhasePath now={phase.now} state={state} />
      <NextPhase of={phase} />
      {community ? (
        <>
          {community.stream !== undefined && <ContributorStream of={community.stream} />}
          <Community of={community} />
        </>
      ) : (
        <p className="note">{words.noHistory}</p>
      )}
      {missing.length > 0 && (
        <>
          <h2>{words.missing}</h2>
          <CheckList checks={missing} />
        </>
      )}
      <details>
        <summary>{say(words.passes, { count: passes.length })}</summary>
        <CheckList checks={passes} />
      </details>
    </>
  );
}

function Community({ of }: { readonly of: NonNullable<Project["community"]> }) {
  const words = useWords(communitiesWords).project;
  return (
    <div className="community-parts">
      {(["contributions", "people", "concentration", "releases"] as const).map((part) =>
        of[part].length === 0 ? null : (
          <section key={part}>
            <h3>{words[part]}</h3>
            {of[part].map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        ),
      )}
    </div>
  );
}
