// Which report, of which product, in which language.
import { languages, localText } from "@allmend/look";
import { reportsPageWords } from "@allmend/look/words/portal/reports";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Choice } from "../../parts/choice.tsx";
import { useWords } from "../../parts/use-words.ts";
import { reportTexts } from "./report-texts.ts";
import type { Chosen } from "./use-chosen.ts";

interface Props {
  readonly kinds: readonly components["schemas"]["ReportKind"][];
  readonly products: readonly components["schemas"]["Product"][];
  readonly chosen: Chosen;
}

export function ReportChoice({ kinds, products, chosen }: Props) {
  const words = useWords(reportsPageWords);
  const language = useLanguage();
  return (
    <form className="report-choice no-print" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="report-kinds">
        <legend>{words.which}</legend>
        {kinds.map(({ id }) => {
          const [title, what] = reportTexts(words, id);
          return (
            <label key={id}>
              <input
                type="radio"
                name="report"
                value={id}
                checked={chosen.kind?.id === id}
                onChange={() => chosen.choose({ report: id })}
              />
              <span>
                {title}
                <span className="note line">{what}</span>
              </span>
            </label>
          );
        })}
      </fieldset>
      {chosen.product !== undefined && (
        <Choice
          label={words.product}
          of={products.map(({ id, name }) => [id, localText(name, language) ?? id])}
          chosen={chosen.product}
          choose={(product) => chosen.choose({ product })}
        />
      )}
      <Choice
        label={words.language}
        of={languages.map((id) => [id, words.languages[id]])}
        chosen={chosen.language}
        choose={(lang) => chosen.choose({ lang })}
      />
    </form>
  );
}
