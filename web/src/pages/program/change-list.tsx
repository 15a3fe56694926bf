// What changed: the text sentence by sentence, rules in words.
import { documentWords } from "@allmend/look/words/portal/documents";
import { useNames } from "../../api/names.ts";
import type { components } from "../../api/schema.generated.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { WhyLink } from "../../parts/why-link.tsx";

type Change = components["schemas"]["DocumentChange"];
type Part = Extract<Change, { is: "part" }>;
type Prose = Extract<Change, { is: "prose" }>;
type Field = Part["fields"][number];

export function ChangeList({ of, side }: { readonly of: readonly Change[]; readonly side: boolean }) {
  const words = useWords(documentWords).history;
  const heads = of.filter((change) => change.is === "head");
  const parts = of.filter((change) => change.is === "part");
  return (
    <div className="changes">
      {heads.length > 0 && (
        <ul className="quiet-list">
          {heads.map((change) => (
            <li key={change.name}>
              <FieldLine field={change} names={words.head} />
            </li>
          ))}
        </ul>
      )}
      {of.map((change, index) => (change.is === "prose" ? <ProseChange key={index} of={change.sentences} side={side} /> : null))}
      {parts.map((change) => (isBare(change) ? null : <PartChange key={`${change.what} ${change.id} ${change.kind}`} of={change} />))}
      {[...Map.groupBy(parts.filter(isBare), ({ kind, what }) => `${kind} ${what}`)].map(([key, list]) => (
        <BareChanges key={key} of={list} />
      ))}
    </div>
  );
}

function ProseChange({ of, side }: { readonly of: Prose["sentences"]; readonly side: boolean }) {
  const words = useWords(documentWords).history;
  const without = (skip: "gone" | "new") => of.filter(({ is }) => is !== skip);
  if (!side)
    return (
      <p className="sentences">
        <Sentences of={of} />
      </p>
    );
  return (
    <div className="sides">
      <div>
        <h4>{words.was}</h4>
        <p className="sentences">
          <Sentences of={without("new")} />
        </p>
      </div>
      <div>
        <h4>{words.is}</h4>
        <p className="sentences">
          <Sentences of={without("gone")} />
        </p>
      </div>
    </div>
  );
}

function Sentences({ of }: { readonly of: Prose["sentences"] }) {
  return of.map(({ is, text }, index) => {
    const plain = text.replaceAll(/\*\*|__|^#+ /g, "");
    if (is === "gone") return <del key={index}>{plain} </del>;
    if (is === "new") return <ins key={index}>{plain} </ins>;
    return <span key={index}>{plain} </span>;
  });
}

/** Of what came or went there is no more to say than its name. */
function isBare({ fields, because }: Part): boolean {
  return fields.length === 0 && because === undefined;
}

/** Several that came or went at once stand together. */
function BareChanges({ of }: { readonly of: readonly Part[] }) {
  const words = useWords(documentWords).history;
  const [first] = of;
  if (!first) return null;
  return (
    <section className="part-change">
      <h3>
        <span className={`change-kind k-${first.kind}`}>{words.kinds[first.kind]}</span> {words.what[first.what]}
      </h3>
      <ul className="quiet-list">
        {of.map(({ id, says }) => (
          <li key={id}>{says === undefined ? <code>{id}</code> : says}</li>
        ))}
      </ul>
    </section>
  );
}

function PartChange({ of: { what, id, kind, says, because, fields } }: { readonly of: Part }) {
  const words = useWords(documentWords).history;
  const chained = what === "rule" || what === "objective" || what === "activity";
  return (
    <section className="part-change">
      <h3>
        <span className={`change-kind k-${kind}`}>{words.kinds[kind]}</span> {words.what[what]}{" "}
        {chained && kind !== "removed" ? <WhyLink id={`${what}:${id}`}>{says ?? id}</WhyLink> : <bdi>{says ?? id}</bdi>}
      </h3>
      {says !== undefined && <code className="note">{id}</code>}
      {because !== undefined && (
        <p>
          {words.because}: <bdi>{because}</bdi>
        </p>
      )}
      <ul className="quiet-list">
        {fields.map((field) => (
          <li key={field.name}>
            <FieldLine field={field} names={words.fields} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const OF_PEOPLE = new Set(["owner", "sponsor", "approvedBy"]);

/** A condition or an example is code: it stands below its name. */
const CODE = new Set(["when", "examples", "key-results"]);

function FieldLine({ field: { name, before, after }, names }: { readonly field: Field; readonly names: Readonly<Record<string, string>> }) {
  const words = useWords(documentWords).history;
  const { say } = useSpeech();
  const people = useNames();
  const called = names[name] ?? name;
  if (CODE.has(name))
    return (
      <>
        {called}
        {before !== undefined && (
          <del className="code-change">
            <code>{before}</code>
          </del>
        )}
        {after !== undefined && (
          <ins className="code-change">
            <code>{after}</code>
          </ins>
        )}
      </>
    );
  const value = (text = "") => (OF_PEOPLE.has(name) ? people.owner(text) : text);
  const sentence = after === undefined ? words.unset : before === undefined ? words.set : words.changed;
  return <>{say(sentence, { name: called, before: value(before), after: value(after) })}</>;
}
