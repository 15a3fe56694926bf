// The record: what it is, whether it is whole, its lines, and what auditors take along.
import "./record.css";
import { recordWords } from "@allmend/look/words/portal/record";
import { failureOf } from "../../api/failure.ts";
import { useMay, useMe } from "../../api/me.ts";
import { Answer } from "../../parts/answer.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useWords } from "../../parts/use-words.ts";
import { LineFilters } from "./line-filters.tsx";
import { Lines } from "./lines.tsx";
import { Redact } from "./redact.tsx";
import { useLines } from "./use-lines.ts";
import { Verify } from "./verify.tsx";

export function RecordPage() {
  const words = useWords(recordWords);
  const asked = useLines();
  const me = useMe().data;
  const mayVerify = useMay("record:verify");
  const mayRedact = useMay("admin");
  // Nothing is asked for that is refused anyway.
  if (me && !me.permissions.includes("record:read")) return <Forbidden />;
  return (
    <>
      <Answer answer={words.answer} why={words.why}>
        {mayVerify && <Verify />}
      </Answer>
      <LineFilters asked={asked} />
      <Lines query={asked.query} filtered={Object.keys(asked.filter).length > 0} />
      {mayRedact && <Redact />}
    </>
  );
}

function Forbidden() {
  const words = useWords(recordWords);
  return (
    <>
      <Answer answer={words.section} why={words.why} />
      <FailureNotice error={failureOf(403, undefined)} />
    </>
  );
}
