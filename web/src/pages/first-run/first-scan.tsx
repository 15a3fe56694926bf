// The first scan: a command with a key in it, made here; then how far it is, until the first result is in.
import { firstRunWords } from "@allmend/look/words/portal/first-run";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

const DAYS = 7;
const LOOK_EVERY = 2000;

export function FirstScan() {
  const words = useWords(firstRunWords);
  return (
    <section aria-labelledby="run-scan">
      <h2 id="run-scan">4 · {words.steps.scan}</h2>
      <p className="soft">{words.scan.why}</p>
      <ScanCommand />
      <Arriving />
    </section>
  );
}

function ScanCommand() {
  const words = useWords(firstRunWords).scan;
  const [copied, setCopied] = useState(false);
  const token = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/tokens", { body: { name: "first scan", kind: "personal", scopes: ["results:write", "results:read"], days: DAYS } }),
      ),
  });
  const command = token.data && commandWith(token.data.secret);
  return (
    <>
      {token.error && <FailureNotice error={token.error} />}
      {command === undefined ? (
        <button type="button" className="button main" disabled={token.isPending} onClick={() => token.mutate()}>
          {words.make}
        </button>
      ) : (
        <>
          <pre className="first-run-command" tabIndex={0}>
            {command}
          </pre>
          <p className="note">
            {words.path} {words.secret}
          </p>
          <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(command).then(() => setCopied(true))}>
            {copied ? words.copied : words.copy}
          </button>
        </>
      )}
    </>
  );
}

function commandWith(secret: string): string {
  return [`ALLMEND_SERVER=${location.origin} \\`, `ALLMEND_TOKEN=${secret} \\`, "npm run -s allmend -- scan PATH --upload"].join("\n");
}

/** Looks for a first result, and follows the work that it starts. */
function Arriving() {
  const words = useWords(firstRunWords).scan;
  const { say } = useSpeech();
  const queries = useQueryClient();
  const results = useQuery({
    queryKey: ["first-results"],
    queryFn: ({ signal }) => data(api.GET("/api/results", { signal, params: { query: { limit: 1 } } })),
    refetchInterval: LOOK_EVERY,
  });
  const jobs = useQuery({
    queryKey: ["first-jobs"],
    refetchInterval: LOOK_EVERY,
    queryFn: ({ signal }) => data(api.GET("/api/jobs", { signal, params: { query: { limit: 1 } } })),
  });
  const job = jobs.data?.find(({ state }) => state === "running" || state === "waiting");
  const work = useProgress(job?.id);
  const first = results.data?.items[0];
  useEffect(() => {
    if (first) void queries.invalidateQueries({ queryKey: ["first-run"] });
  }, [first, queries]);
  return (
    <p role="status" className="first-run-status">
      <StateMark state={first ? "allow" : "unknown"} />
      {first
        ? say(words.arrived, { components: first.components, uses: first.uses })
        : work
          ? say(words.working, { stage: work.stage ?? "", done: work.done, of: work.of })
          : words.waiting}
    </p>
  );
}

type Work = components["schemas"]["Work"];

/** Follows a piece of work by server-sent events. */
function useProgress(id: string | undefined): Work | undefined {
  const [work, setWork] = useState<Work>();
  useEffect(() => {
    if (id === undefined) return undefined;
    const events = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
    events.addEventListener("progress", ({ data: text }: MessageEvent<string>) => {
      const now = JSON.parse(text) as Work;
      setWork(now);
      if (now.state === "done" || now.state === "failed") events.close();
    });
    return () => events.close();
  }, [id]);
  return id === undefined ? undefined : work;
}
