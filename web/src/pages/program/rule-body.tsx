// A rule unfolded: what it answers, when, what to do then, and the examples that hold it to what it says.
import { programWords } from "@allmend/look/words/portal/program";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import type { components } from "../../api/schema.generated.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useWords } from "../../parts/use-words.ts";
import { WhyLink } from "../../parts/why-link.tsx";

type Rule = components["schemas"]["RuleView"];

export function RuleBody({ rule, area }: { readonly rule: Rule; readonly area: string }) {
  const words = useWords(programWords).policies;
  const names = useNames();
  const { id, about, decide, unknown, lane, owner, source, when, remedy, examples } = rule;
  const facts = [
    [words.about, about],
    [words.lane, lane && names.lane(lane)],
    [words.owner, owner && names.owner(owner)],
    [words.source, source],
  ] as const;
  return (
    <div className="rule-body">
      <dl className="rule-facts">
        <Outcome name={words.decides} {...decide} />
        <Outcome name={words.unknownGives} {...unknown} />
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {remedy !== undefined && (
        <p>
          {words.remedy}: {remedy}
        </p>
      )}
      <h4>{words.condition}</h4>
      <pre>
        <code>{when}</code>
      </pre>
      <Examples of={examples} />
      <p className="note">
        <WhyLink id={`rule:${id}`}>{id}</WhyLink> · <Link to={`/findings?rule=${id}`}>{words.findings}</Link> ·{" "}
        <Link to={`/program/documents/${encodeURIComponent(`policies/${area}.md`)}/draft?rule=${id}`}>{words.draftRule}</Link>
      </p>
    </div>
  );
}

function Outcome({ name, outcome, text }: Rule["decide"] & { readonly name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={`s-${outcome}`}>
        <StateMark state={outcome} />
        {text}
      </dd>
    </div>
  );
}

function Examples({ of }: { readonly of: Rule["examples"] }) {
  const words = useWords(programWords).policies;
  if (of.length === 0) return null;
  return (
    <>
      <h4>{words.examples}</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.given}</th>
            <th scope="col">{words.expected}</th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ given, expect, text }) => (
            <tr key={`${given} ${expect}`}>
              <td>
                <code>{given}</code>
              </td>
              <td className={`s-${expect}`}>
                <StateMark state={expect} />
                {text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
