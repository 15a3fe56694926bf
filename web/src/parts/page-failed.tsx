// A page that could not be shown: what happened, what is safe, what to do.
import { shellWords } from "@allmend/look/words/portal/shell";
import { useRouteError } from "react-router";
import { FailureNotice } from "./failure-notice.tsx";
import { useWords } from "./use-words.ts";

export function PageFailed() {
  const words = useWords(shellWords);
  const error = useRouteError();
  return (
    <main className="page">
      <h1>{words.failed.title}</h1>
      <FailureNotice error={error} />
    </main>
  );
}
