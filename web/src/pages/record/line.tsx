// One line of the record, whole.
import "./record.css";
import { recordWords } from "@allmend/look/words/portal/record";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import { api, data } from "../../api/client.ts";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Fingerprint } from "../../parts/fingerprint.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { findingAddress } from "../findings/address.ts";
import { useLineWords } from "./use-line-words.ts";
import type { Line } from "./use-lines.ts";

export function LinePage() {
  const number = Number(useParams()["sequence"]);
  const sequence = Number.isSafeInteger(number) && number > 0 ? number : 1;
  return (
    <Read
      of={["record-line", sequence]}
      read={(signal) => data(api.GET("/api/record", { signal, params: { query: { after: sequence - 1, limit: 1 } } }))}
    >
      {([line]) => (line?.sequence === number ? <Whole line={line} /> : <Gone />)}
    </Read>
  );
}

function Gone() {
  const words = useWords(recordWords).one;
  return (
    <>
      <Answer answer={words.gone} />
      <Empty what={words.gone} how={words.goneHow}>
        <Link to="/record">{words.back}</Link>
      </Empty>
    </>
  );
}

function Whole({ line }: { readonly line: Line }) {
  const words = useWords(recordWords).one;
  const speak = useLineWords();
  const { say } = useSpeech();
  const { by, why, ...others } = line.private;
  const value = (text: string | null | undefined) => (text === null ? <em>{words.redacted}</em> : <bdi className="long-value">{text}</bdi>);
  return (
    <>
      <Answer answer={say(words.answer, { number: String(line.sequence), what: `${speak.who(line)} ${speak.did(line)}`.slice(0, 200) })}>
        <Link to="/record">{words.back}</Link>
      </Answer>
      <dl className="record-line">
        <Pair name={words.when}>
          {speak.when(line.at)} <span className="note mono">{line.at}</span>
        </Pair>
        <Pair name={words.who}>
          {typeof by === "string" ? <bdi>{speak.who(line)}</bdi> : value(by)}
          {typeof by === "string" && (
            <Link className="line note" to={`/record?by=${encodeURIComponent(by)}`}>
              {words.by}
            </Link>
          )}
        </Pair>
        <Pair name={words.what}>
          {speak.did(line)} <span className="note mono">{line.what}</span>
        </Pair>
        <Pair name={words.subject}>
          <Subject subject={line.subject} />
          <Link className="line note" to={`/record?subject=${encodeURIComponent(line.subject)}`}>
            {words.about}
          </Link>
        </Pair>
        {why !== undefined && <Pair name={words.why}>{value(why)}</Pair>}
        {line.policy !== undefined && (
          <Pair name={words.policy}>
            <Fingerprint of={line.policy} label={words.policy} />
          </Pair>
        )}
        {line.inputs !== undefined && (
          <Pair name={words.inputs}>
            <Fingerprint of={line.inputs} label={words.inputs} />
          </Pair>
        )}
        <Values
          name={words.data}
          of={Object.entries(line.data).map(([key, some]) => [key, typeof some === "string" ? some : JSON.stringify(some)])}
        />
        <Values name={words.private} of={Object.entries(others)} />
        <Pair name={words.hash}>
          <Fingerprint of={line.hash} label={words.hash} />
        </Pair>
      </dl>
    </>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Values({ name, of }: { readonly name: string; readonly of: readonly (readonly [string, string | null])[] }) {
  if (of.length === 0) return null;
  return (
    <Pair name={name}>
      {of.map(([key, value]) => (
        <span key={key} className="line">
          <code>{key}</code> <Value label={key} of={value} />
        </span>
      ))}
    </Pair>
  );
}

/** Hashes and other numbers of machines stand as their beginning. */
const HASH = /^(?:sha256:)?[0-9a-f]{32,64}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function Value({ label, of }: { readonly label: string; readonly of: string | null }) {
  const words = useWords(recordWords).one;
  if (of === null) return <em>{words.redacted}</em>;
  return HASH.test(of) ? <Fingerprint of={of} label={label} /> : <bdi className="long-value">{of}</bdi>;
}

/** Where it has a page of its own, that is one click away. */
function Subject({ subject }: { readonly subject: string }) {
  const { about } = useLineWords();
  const id = subject.slice(subject.indexOf(":") + 1);
  const to = subject.startsWith("finding:")
    ? findingAddress(subject)
    : subject.startsWith("case:")
      ? `/requests/${encodeURIComponent(id)}`
      : subject.startsWith("person:")
        ? `/administration/people/${encodeURIComponent(id)}`
        : undefined;
  return to === undefined ? <bdi className="long-value">{about(subject)}</bdi> : <Link to={to}>{about(subject)}</Link>;
}
