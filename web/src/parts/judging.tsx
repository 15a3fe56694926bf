// Something was put on record, and rules look at it: how far they are, and everything read anew once they are through.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isOver, useLiveJob } from "../api/use-live-job.ts";
import { StateMark } from "./state-mark.tsx";

interface Props {
  /** The work that the server named. */
  readonly work: string;
  readonly going: string;
  readonly done: string;
}

export function Judging({ work, going, done }: Props) {
  const { job } = useLiveJob(work);
  const queries = useQueryClient();
  const over = job.data !== undefined && isOver(job.data);
  useEffect(() => {
    // Before its end, for what is on record already; after it, for what the rules say.
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "job" && queryKey[0] !== "me" });
  }, [over, queries]);
  return (
    <p role="status" className="note">
      <StateMark state={over ? "allow" : "unknown"} />
      {over ? done : going}
    </p>
  );
}
