// What was asked, answer by answer, in the words of the form.
import { requestWords } from "@allmend/look/words/portal/request";
import { useWords } from "../../../parts/use-words.ts";
import { useValueText, type View } from "../case-text.ts";
import { askedFields, type Kind, useLocal, type Values } from "../kinds.ts";

export function CaseFields({ view: { case: state }, kind }: { readonly view: View; readonly kind: Kind | undefined }) {
  const words = useWords(requestWords);
  const local = useLocal();
  const valueText = useValueText();
  const values = state.fields as Values;
  const fields = kind ? askedFields(kind, values) : [];
  return (
    <section>
      <h2>{words.facts}</h2>
      <dl className="case-fields">
        {fields
          .filter(({ id }) => values[id] !== undefined && values[id] !== "" && id !== "recommendation")
          .map((field) => (
            <div key={field.id}>
              <dt>{local(field.label)}</dt>
              <dd>
                <bdi>{valueText(field, values[field.id])}</bdi>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** Of what an executive decides: what the office recommends comes before everything else. */
CaseFields.Recommendation = function Recommendation({ view: { case: state } }: { readonly view: View }) {
  const words = useWords(requestWords);
  const { recommendation } = state.fields;
  if (typeof recommendation !== "string") return null;
  return (
    <blockquote className="recommendation">
      <span className="note line">{words.recommended}</span>
      <bdi>{recommendation}</bdi>
    </blockquote>
  );
};
