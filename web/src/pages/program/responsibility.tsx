// One of the seven responsibilities: how it stands, and what is done, shown and missing.
import { programWords } from "@allmend/look/words/portal/program";
import { useNames } from "../../api/names.ts";
import type { components } from "../../api/schema.generated.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useWords } from "../../parts/use-words.ts";

export type OfficeData = components["schemas"]["OfficePage"];

export function Responsibility({ of }: { readonly of: OfficeData["responsibilities"][number] }) {
  const words = useWords(programWords).office;
  const names = useNames();
  return (
    <details className="responsibility">
      <summary>
        <StateMark state={of.state} />
        <strong>{of.name}</strong> <span className="note">{of.standing}</span>
      </summary>
      <dl>
        <dt>{words.activities}</dt>
        <dd>
          {of.activities.length === 0
            ? words.noActivity
            : of.activities.map(({ title, owner }) => (
                <span key={title} className="line">
                  {title} <span className="note">{owner && names.owner(owner)}</span>
                </span>
              ))}
        </dd>
        {of.figures.length > 0 && (
          <>
            <dt>{words.figures}</dt>
            <dd>
              {of.figures.map(({ name, value }) => (
                <span key={name} className="line">
                  {name} <strong>{value}</strong>
                </span>
              ))}
            </dd>
          </>
        )}
        <dt>{words.rules}</dt>
        <dd>{of.rules}</dd>
        <dt>{words.missing}</dt>
        <dd>
          {of.missing.map((line) => (
            <span key={line} className="line">
              {line}
            </span>
          ))}
        </dd>
      </dl>
    </details>
  );
}
