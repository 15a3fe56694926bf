// The answer first: the largest thing on a page, in a sentence; then why, then the way on.
import type { ReactNode } from "react";
import { useTitle } from "./use-title.ts";

interface Props {
  readonly answer: string;
  readonly why?: ReactNode;
  /** The way on: buttons and links. */
  readonly children?: ReactNode;
}

export function Answer({ answer, why, children }: Props) {
  useTitle(answer);
  return (
    <header className="answer-head">
      <h1 className="answer">{answer}</h1>
      {why !== undefined && <p className="lead">{why}</p>}
      {children !== undefined && <div className="answer-ways no-print">{children}</div>}
    </header>
  );
}
