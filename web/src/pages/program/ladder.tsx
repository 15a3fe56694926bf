// The ladder: how much hangs on each project, where we stand in it and where we want to stand.
import "./ladder.css";
import { spokenName } from "../requests/case-text.ts";
import { programWords } from "@allmend/look/words/portal/program";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { type UpstreamLine, useUpstreamsRead } from "../communities/use-upstreams.ts";
import { LadderPicture } from "./ladder-picture.tsx";
import { ProgramPages } from "./program-pages.tsx";

export function LadderPage() {
  const words = useWords(programWords).ladder;
  const read = useUpstreamsRead();
  return (
    <>
      <ProgramPages />
      <Read {...read}>
        {({ upstreams, asOf, otherProgram }) => {
          const projects = upstreams.projects.filter(({ rung, wanted }) => rung !== undefined || wanted !== undefined);
          return projects.length === 0 ? (
            <>
              <Answer answer={words.none} />
              <Empty what={words.none} how={words.noneHow} />
            </>
          ) : (
            <>
              <LadderAnswer projects={projects} />
              <LadderPicture projects={projects} />
              <LadderList projects={projects} />
              <AsOf asOf={asOf} otherProgram={otherProgram} />
            </>
          );
        }}
      </Read>
    </>
  );
}

function LadderAnswer({ projects }: { readonly projects: readonly UpstreamLine[] }) {
  const words = useWords(programWords).ladder;
  const { say } = useSpeech();
  const below = projects.filter((one) => one.below === true).length;
  const known = projects.some((one) => one.below !== undefined);
  const answer = !known ? words.answerUnknown : below === 0 ? words.answerFine : words.answer;
  return <Answer answer={say(answer, { below, all: projects.length })} why={words.why} />;
}

function LadderList({ projects }: { readonly projects: readonly UpstreamLine[] }) {
  const words = useWords(programWords).ladder;
  return (
    <section>
      <h2>{words.list}</h2>
      <ul className="quiet-list">
        {projects.map(({ project, rung, wanted, below, because }) => (
          <li key={project}>
            <StateMark state={below === undefined ? "unknown" : below ? "review" : "allow"} />
            <bdi title={project}>{spokenName(project)}</bdi>{" "}
            <span className="note">
              {words.now}: {rung === undefined ? words.notKnown : words.rungs[rung]} · {words.wanted}:{" "}
              {wanted === undefined ? words.notWanted : words.rungs[wanted]}
              {because !== undefined && ` · ${because}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
