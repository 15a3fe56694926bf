// How each product lives with open source: its models, and how much of it is open source, beside lines to compare with.
import { programWords } from "@allmend/look/words/portal/program";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { OfficeData } from "./responsibility.tsx";
import { ShareBar } from "./share-bar.tsx";

export function ProductModels({ products, references }: Pick<OfficeData, "products" | "references">) {
  const { share } = useSpeech();
  return (
    <>
      <ul className="share-list">
        {products.map((product) => (
          <ProductModel key={product.id} product={product} references={references} />
        ))}
      </ul>
      <p className="note">{references.map(({ at, label }) => `│ ${share(at)} ${label}`).join(" · ")}</p>
    </>
  );
}

interface Props {
  readonly product: OfficeData["products"][number];
  readonly references: OfficeData["references"];
}

function ProductModel({ product: { name, models, share: value, of, reason }, references }: Props) {
  const words = useWords(programWords).office;
  const { say, share } = useSpeech();
  const said = models.map((model) => words.models[model as keyof typeof words.models] ?? model).join(", ");
  return (
    <li>
      <span>
        <strong>
          <bdi>{name}</bdi>
        </strong>{" "}
        <span className="note">{said === "" ? words.noModel : said}</span>
      </span>
      <span className="note">{value === null ? reason : say(words.share, { share: share(value), of: of ?? 0 })}</span>
      <ShareBar value={value} references={references} />
    </li>
  );
}
