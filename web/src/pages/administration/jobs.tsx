// Long work: what runs now, live, and what ran.
import { operationsWords } from "@allmend/look/words/portal/operations";
import { api, data } from "../../api/client.ts";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { AdministrationPages } from "./administration-pages.tsx";
import { JobLine } from "./job-line.tsx";
import { isOver } from "../../api/use-live-job.ts";

export function JobsPage() {
  const words = useWords(operationsWords).jobs;
  const { say } = useSpeech();
  return (
    <>
      <AdministrationPages />
      <Read of={["jobs"]} read={(signal) => data(api.GET("/api/jobs", { signal, params: { query: { limit: 50 } } }))}>
        {(jobs) => {
          const running = jobs.filter((work) => !isOver(work)).length;
          return (
            <>
              <Answer answer={running === 0 ? words.answerNone : say(words.answer, { count: running })} why={words.why} />
              {jobs.length === 0 ? (
                <Empty what={words.none} how={words.noneHow} />
              ) : (
                <ul className="lined-list">
                  {jobs.map((work) => (
                    <JobLine key={work.id} work={work} />
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Read>
    </>
  );
}
