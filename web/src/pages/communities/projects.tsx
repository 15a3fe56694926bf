// Our projects, by name: how far each is, what happens in it, how many checks are open.
import "../../parts/pictures.css";
import "./communities.css";
import { columns } from "@allmend/look";
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { Link, useSearchParams } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Picture } from "../../parts/picture.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { CommunitiesPages } from "./communities-pages.tsx";

type Line = components["schemas"]["ProjectLine"];

export function ProjectsPage() {
  const lang = useLanguage();
  return (
    <>
      <CommunitiesPages />
      <Read
        of={["projects", lang]}
        read={(signal) => data(api.GET("/api/portal/projects", { signal, params: { query: { lang } } }))}
        rows={9}
      >
        {({ projects, asOf, otherProgram }) => (
          <>
            <Projects projects={projects} />
            <AsOf asOf={asOf} otherProgram={otherProgram} />
          </>
        )}
      </Read>
    </>
  );
}

function Projects({ projects }: { readonly projects: readonly Line[] }) {
  const words = useWords(communitiesWords).projects;
  const { say } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const onlyPublic = search.get("show") === "public";
  if (projects.length === 0)
    return (
      <>
        <Answer answer={words.none} />
        <Empty what={words.none} how={words.noneHow} />
      </>
    );
  const open = projects.filter(({ published }) => published).length;
  return (
    <>
      <Answer answer={say(words.answer, { count: projects.length, open })} why={words.why} />
      <Choice
        label={words.filter}
        of={[
          ["all", words.all],
          ["public", words.onlyPublic],
        ]}
        chosen={onlyPublic ? "public" : "all"}
        choose={(show) => setSearch(show === "all" ? {} : { show }, { replace: true, preventScrollReset: true })}
      />
      <ul className="project-list">
        {projects
          .filter(({ published }) => published || !onlyPublic)
          .map((project) => (
            <Project key={project.id} project={project} />
          ))}
      </ul>
    </>
  );
}

function Project({ project: { id, state, published, license, checks, commits, activity } }: { readonly project: Line }) {
  const words = useWords(communitiesWords).projects;
  const { say, number } = useSpeech();
  const notes = [words.state[state], published ? words.published : words.inside, license].filter((note) => note !== undefined);
  return (
    <li>
      <span>
        <Link to={`/communities/project?id=${encodeURIComponent(id)}`}>
          <bdi>{id}</bdi>
        </Link>
        <span className="note line">{notes.join(" · ")}</span>
      </span>
      <span>
        {activity && <Picture svg={columns(activity, say(words.activity, { values: activity.map(number).join(", ") }))} />}
        {commits !== undefined && <span className="note">{say(words.commits, { count: commits })}</span>}
      </span>
      <span className="note">
        {say(words.checks, checks)}
        {checks.unknown > 0 && <span className="line">{say(words.checksUnknown, { count: checks.unknown })}</span>}
      </span>
    </li>
  );
}
