// Projects that we lean on: how much hangs on each, and how much of us is in it.
import "./communities.css";
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { programWords } from "@allmend/look/words/portal/program";
import { Link } from "react-router";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { spokenName } from "../requests/case-text.ts";
import { CommunitiesPages } from "./communities-pages.tsx";
import { type UpstreamLine, useUpstreamsRead } from "./use-upstreams.ts";

export function UpstreamsPage() {
  const words = useWords(communitiesWords).upstreams;
  const { say } = useSpeech();
  const read = useUpstreamsRead();
  return (
    <>
      <CommunitiesPages />
      <Read {...read}>
        {({ upstreams: { projects, cloneFirst }, asOf, otherProgram }) => (
          <>
            {projects.length === 0 ? (
              <>
                <Answer answer={words.none} />
                <Empty what={words.none} how={words.noneHow} />
              </>
            ) : (
              <Answer
                answer={say(words.answer, {
                  count: projects.length,
                  ours: projects.filter(({ rung }) => rung !== undefined && rung !== "consumer").length,
                })}
                why={words.why}
              >
                <Link className="button" to="/program/ladder">
                  {words.toLadder}
                </Link>
              </Answer>
            )}
            {projects.map((project) => (
              <Upstream key={project.project} of={project} />
            ))}
            {cloneFirst.length > 0 && (
              <details>
                <summary>{words.cloneFirst}</summary>
                <ol>
                  {cloneFirst.map(({ package: name, dependence }) => (
                    <li key={name}>
                      <bdi title={name}>{spokenName(name)}</bdi> <span className="note">{dependence}</span>
                    </li>
                  ))}
                </ol>
              </details>
            )}
            <AsOf asOf={asOf} otherProgram={otherProgram} />
          </>
        )}
      </Read>
    </>
  );
}

function Upstream({ of }: { readonly of: UpstreamLine }) {
  const words = useWords(communitiesWords).upstreams;
  const ladder = useWords(programWords).ladder;
  const { say } = useSpeech();
  const { project, dependence, ours, concentration, rung, wanted, below, because, singleVendor } = of;
  const stands = say(words.rung, {
    now: rung === undefined ? ladder.notKnown : ladder.rungs[rung],
    wanted: wanted === undefined ? ladder.notWanted : ladder.rungs[wanted],
  });
  const parts = [
    [words.dependence, [dependence]],
    [words.ours, ours],
    [words.concentration, [...concentration, ...(singleVendor === true ? [words.single] : [])]],
  ] as const;
  return (
    <section className="upstream">
      <h3>
        <bdi title={project}>{spokenName(project)}</bdi>
      </h3>
      <p>
        <StateMark state={below === undefined ? "unknown" : below ? "review" : "allow"} />
        {stands}
        {because !== undefined && <span className="note"> · {because}</span>}
      </p>
      <div className="community-parts">
        {parts.map(([title, lines]) =>
          lines.length === 0 ? null : (
            <div key={title}>
              <h4>{title}</h4>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          ),
        )}
      </div>
    </section>
  );
}
