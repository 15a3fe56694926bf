// One piece of work: what, for whom, how far.
import { operationsWords } from "@allmend/look/words/portal/operations";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { isOver, useLiveJob, type Work } from "../../api/use-live-job.ts";

const MARKS = { waiting: "none", running: "unknown", done: "allow", failed: "deny" } as const;

export function useJobWords() {
  const words = useWords(operationsWords).jobs;
  return {
    name: ({ name }: Work) => (Object.hasOwn(words.names, name) ? words.names[name as keyof typeof words.names] : name),
    stage: ({ stage = "" }: Work) => (Object.hasOwn(words.stages, stage) ? words.stages[stage as keyof typeof words.stages] : stage),
  };
}

export function JobLine({ work }: { readonly work: Work }) {
  return (
    <li>
      <span className="job">{isOver(work) ? <JobState work={work} /> : <LiveJob work={work} />}</span>
      <Link className="note" to={`/administration/jobs/${work.id}`} aria-label={work.id}>
        {work.id.slice(0, 8)}
      </Link>
    </li>
  );
}

function LiveJob({ work }: { readonly work: Work }) {
  const { job } = useLiveJob(work.id);
  return <JobState work={job.data ?? work} />;
}

export function JobState({ work }: { readonly work: Work }) {
  const words = useWords(operationsWords).jobs;
  const speak = useJobWords();
  const { say, fromNow } = useSpeech();
  const names = useNames();
  const { state, by, beganAt } = work;
  return (
    <>
      <StateMark state={MARKS[state]} />
      <strong>{speak.name(work)}</strong>{" "}
      <span className="note">
        {words.states[state]}
        {state === "running" && `: ${speak.stage(work)}`}
      </span>
      <span className="note line">{say(words.by, { by: names.person(by), when: fromNow(beganAt) })}</span>
      <JobProgress work={work} />
    </>
  );
}

export function JobProgress({ work }: { readonly work: Work }) {
  const words = useWords(operationsWords).jobs;
  const { say } = useSpeech();
  const { state, done, of, outcome } = work;
  if (state === "done") return <span className="note line">{judged(outcome) && say(words.judged, judged(outcome) ?? {})}</span>;
  if (state === "failed") return <span className="note line s-deny">{typeof outcome?.["problem"] === "string" && outcome["problem"]}</span>;
  if (state === "waiting") return null;
  return (
    <>
      <progress aria-label={words.progress} {...(of > 0 ? { value: done, max: of } : {})} />
      {of > 0 && <span className="note line">{say(words.ofAll, { done, of })}</span>}
    </>
  );
}

/** What came of a judgement; undefined for other work. */
function judged(outcome: Work["outcome"]): Record<"uses" | "changed" | "findings" | "seconds", number> | undefined {
  const numbers = (["uses", "changed", "findings", "seconds"] as const).map((name) => [name, outcome?.[name]] as const);
  if (numbers.some(([, value]) => typeof value !== "number")) return undefined;
  const found = Object.fromEntries(numbers) as Record<"uses" | "changed" | "findings" | "seconds", number>;
  return { ...found, seconds: Math.round(found.seconds) };
}
