// A piece of work as it goes on: read once, then told by server-sent events until it ends.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, data } from "./client.ts";
import type { components } from "./schema.generated.ts";

export type Work = components["schemas"]["Work"];

export function isOver({ state }: Work): boolean {
  return state === "done" || state === "failed";
}

export function useLiveJob(id: string) {
  const queries = useQueryClient();
  const [lost, setLost] = useState(false);
  const job = useQuery({
    queryKey: ["job", id],
    queryFn: ({ signal }) => data(api.GET("/api/jobs/{id}", { signal, params: { path: { id } } })),
  });
  const running = job.data !== undefined && !isOver(job.data);
  useEffect(() => {
    if (!running) return undefined;
    const events = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
    events.addEventListener("open", () => setLost(false));
    // The browser tries again by itself.
    events.addEventListener("error", () => setLost(true));
    events.addEventListener("progress", ({ data: text }: MessageEvent<string>) => {
      const work = JSON.parse(text) as Work;
      queries.setQueryData(["job", id], work);
      if (!isOver(work)) return;
      events.close();
      // What it made new is read again where it is shown.
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "job" && queryKey[0] !== "me" });
    });
    return () => events.close();
  }, [running, id, queries]);
  return { job, lost: lost && running };
}
