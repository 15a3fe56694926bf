// The profile of one product: four keys, each among its bands.
import { bandsTrack } from "@allmend/look";
import { deliveryPageWords } from "@allmend/look/words/portal/delivery";
import type { components } from "../../api/schema.generated.ts";
import { Picture } from "../../parts/picture.tsx";
import { useWords } from "../../parts/use-words.ts";
import { Trend } from "./trend.tsx";

type Page = components["schemas"]["DeliveryPage"];
type Key = components["schemas"]["DeliveryKeyLine"];

export function Profile({ profile }: { readonly profile: Page["profiles"][number] }) {
  const { name, source, overall, open, keys } = profile;
  return (
    <section className="profile">
      <h2>
        <bdi>{name}</bdi> <span className="note">{source}</span>
      </h2>
      <p className="note">
        {overall} {open}
      </p>
      {keys.map((key) => (
        <KeyRow key={key.key} of={key} />
      ))}
    </section>
  );
}

function KeyRow({ of }: { readonly of: Key }) {
  const words = useWords(deliveryPageWords);
  const { name, value, level, sample, next, said, segments, mark, trend } = of;
  const spoken = [`${name}: ${value}, ${level}`, said?.text].filter(Boolean).join(". ");
  return (
    <div className="key-row">
      <h3>{name}</h3>
      <Picture svg={bandsTrack(segments, plain(mark), spoken, said?.at)} />
      <p className="key-value">
        <strong>{value}</strong> {level}
        <span className="note"> {sample}</span>
        {said && <span className="note">{said.text}</span>}
      </p>
      <div className="key-more">
        {next !== undefined && (
          <p className="note" title={words.next}>
            <span className="only-read">{words.next}: </span>→ {next}
          </p>
        )}
        <Trend of={trend} />
      </div>
    </div>
  );
}

function plain(mark: Key["mark"]) {
  if (!mark) return undefined;
  const { at, hollow, spread } = mark;
  return { at, hollow, ...(spread ? { spread } : {}) };
}
