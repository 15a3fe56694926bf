// A change of a document, tried before it holds: what is wrong with it, what it would change, and how it leaves.
import "./drafts.css";
import { documentWords } from "@allmend/look/words/portal/documents";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { DraftEditor } from "./draft-editor.tsx";
import { DraftPlan } from "./draft-plan.tsx";
import { DraftWays } from "./draft-ways.tsx";
import { documentName } from "./document-name.ts";
import { useKeptDraft } from "./kept-draft.ts";
import { ProgramPages } from "./program-pages.tsx";

export type DraftProblem = components["schemas"]["DocumentProblem"];

interface Found {
  readonly path: string;
  readonly text: string;
  readonly from: "own" | "new";
  readonly version: string;
}

export function DraftPage() {
  const { path = "" } = useParams();
  const [search] = useSearchParams();
  const rule = search.get("rule");
  return (
    <>
      <ProgramPages />
      <Read
        of={["document", path, rule]}
        read={(signal) =>
          data(api.GET("/api/program/documents/text", { signal, params: { query: { path, ...(rule === null ? {} : { rule }) } } }))
        }
      >
        {(found) => <Draft key={path} found={found} />}
      </Read>
    </>
  );
}

function Draft({ found: { path, text: begun, from, version } }: { readonly found: Found }) {
  const words = useWords(documentWords).draft;
  const { say, language } = useSpeech();
  const [kept, keep, forget] = useKeptDraft(path);
  const text = kept.text ?? begun;
  const check = useCheck(path, useSettled(text));
  const changed = text !== begun || from === "new";
  const stale = kept.text !== null && kept.base !== "" && kept.base !== version;
  return (
    <>
      <Answer answer={say(words.answer, { path: documentName(path, language) })} why={from === "new" ? words.whyNew : words.why}>
        <p>
          <Link to="/program/documents">{words.back}</Link>
          <HistoryLink path={path} />
        </p>
      </Answer>
      {stale && (
        <p className="s-review">
          <StateMark state="review" />
          {words.conflict}
        </p>
      )}
      <DraftEditor
        label={say(words.text, { path })}
        text={text}
        problems={(check.data?.problems ?? []).filter(({ file }) => file === path)}
        write={(next) => keep(next === begun ? { text: null, base: "" } : { text: next, base: kept.base || version })}
      />
      <Verdict path={path} changed={changed} checking={check.isFetching} check={check.data} />
      {check.error && <FailureNotice error={check.error} />}
      {changed && check.data?.valid === true && <DraftPlan path={path} text={text} />}
      {changed && check.data?.valid === true && <DraftWays path={path} text={text} base={kept.base || version} sent={forget} />}
      {kept.text !== null && (
        <p className="no-print">
          <button type="button" className="button" onClick={forget}>
            {words.discard}
          </button>
        </p>
      )}
    </>
  );
}

function HistoryLink({ path }: { readonly path: string }) {
  const words = useWords(documentWords).draft;
  const area = /^policies\/([\w-]+?)(?:\.\w\w)?\.md$/.exec(path)?.[1];
  const to = path.startsWith("strategy.") ? "/program/history" : area === undefined ? undefined : `/program/policies/${area}/history`;
  return to === undefined ? null : (
    <>
      {" · "}
      <Link to={to}>{words.history}</Link>
    </>
  );
}

/** What was typed once the typing rests. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(settled);
}

function useCheck(path: string, text: string) {
  return useQuery({
    queryKey: ["draft-check", path, text],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => data(api.POST("/api/program/drafts/check", { signal, body: { changes: { [path]: text } } })),
  });
}

interface VerdictProps {
  readonly path: string;
  readonly changed: boolean;
  readonly checking: boolean;
  readonly check: { readonly valid: boolean; readonly problems: readonly DraftProblem[] } | undefined;
}

/** The sentence under the editor, and what is wrong in other documents because of the change. */
function Verdict({ path, changed, checking, check }: VerdictProps) {
  const words = useWords(documentWords).draft;
  const { say } = useSpeech();
  if (!check) return <p className="note">{words.checking}</p>;
  const errors = check.problems.filter(({ severity }) => severity === "error");
  const elsewhere = errors.filter(({ file }) => file !== path);
  const answer = errors.length > 0 ? say(words.errors, { count: errors.length }) : changed ? words.valid : words.same;
  return (
    <div role="status" className="draft-verdict">
      <p className={errors.length > 0 ? "s-deny" : changed ? "s-allow" : "s-none"}>
        <StateMark state={errors.length > 0 ? "deny" : changed ? "allow" : "none"} />
        {answer} {checking && <span className="note">{words.checking}</span>}
      </p>
      {elsewhere.map(({ file, line, message, hint }) => (
        <p key={`${file}:${line}:${message}`} className="note">
          {say(words.elsewhere, { file: line === undefined ? file : `${file}:${line}` })}: {message} {hint}
        </p>
      ))}
    </div>
  );
}
