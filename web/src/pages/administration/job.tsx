// One piece of work with an address: leave it, and find it again.
import { operationsWords } from "@allmend/look/words/portal/operations";
import { Link, useParams } from "react-router";
import { useMay } from "../../api/me.ts";
import { Answer } from "../../parts/answer.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { AdministrationPages } from "./administration-pages.tsx";
import { JobState, useJobWords } from "./job-line.tsx";
import { useLiveJob } from "../../api/use-live-job.ts";

export function JobPage() {
  const id = useParams()["id"] ?? "";
  const words = useWords(operationsWords).jobs;
  const { say } = useSpeech();
  const speak = useJobWords();
  const lists = useMay("jobs:read");
  const { job, lost } = useLiveJob(id);
  if (job.error && !job.data) return <FailureNotice error={job.error} retry={() => void job.refetch()} />;
  if (!job.data) return <Waiting />;
  const { state } = job.data;
  return (
    <>
      <AdministrationPages />
      <Answer answer={say(words.one, { name: speak.name(job.data), state: words.states[state] })} why={words.why}>
        {lists && <Link to="/administration/jobs">{words.back}</Link>} {state === "done" && <Link to="/findings">{words.toFindings}</Link>}
      </Answer>
      <p className="job" role="status">
        <JobState work={job.data} />
      </p>
      {lost && <p className="note">{words.lost}</p>}
      {state === "failed" && <p>{words.failedHow}</p>}
    </>
  );
}
