// A new request: a short form made from what its kind asks, filled with what is known; often answered as soon as it is sent.
import "./requests.css";
import { requestFormWords } from "@allmend/look/words/portal/request-form";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearchParams } from "react-router";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useWords } from "../../parts/use-words.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { RequestForm } from "./form/request-form.tsx";
import { useFromFinding } from "./form/use-prefill.ts";
import { kindsQuery, useLocal } from "./kinds.ts";
import { RequestsPages } from "./requests-pages.tsx";

export function NewRequestPage() {
  const { kind: id = "" } = useParams();
  const words = useWords(requestFormWords);
  const { ask } = useWords(requestsWords);
  const local = useLocal();
  const kinds = useQuery(kindsQuery);
  const [search] = useSearchParams();
  const finding = useFromFinding();
  if (kinds.error) return <FailureNotice error={kinds.error} retry={() => void kinds.refetch()} />;
  if (!kinds.data || finding.pending) return <Waiting rows={8} />;
  const kind = kinds.data.find((each) => each.kind === id);
  if (!kind) return <Nothing what={words.unknownKind} how={words.unknownKindHow} />;
  if (!kind.opens) return <Nothing what={words.notYours} how={words.notYoursHow} />;
  return (
    <>
      <RequestsPages />
      <Answer answer={Object.hasOwn(ask, id) ? ask[id as keyof typeof ask] : local(kind.title)} why={local(kind.description)} />
      <RequestForm key={`${id}?${search}`} kind={kind} about={`${id}?${search}`} known={finding.known} />
    </>
  );
}

function Nothing({ what, how }: { readonly what: string; readonly how: string }) {
  const words = useWords(requestFormWords);
  return (
    <>
      <Answer answer={what} />
      <Empty what={what} how={how}>
        <Link to="/requests">{words.back}</Link>
      </Empty>
    </>
  );
}
