// How a key went over the last results: a line, with the first and the last value in words.
import { deliveryPageWords } from "@allmend/look/words/portal/delivery";
import type { components } from "../../api/schema.generated.ts";
import { useWords } from "../../parts/use-words.ts";

const WIDTH = 160;
const HEIGHT = 28;

export function Trend({ of }: { readonly of: components["schemas"]["DeliveryKeyLine"]["trend"] }) {
  const words = useWords(deliveryPageWords);
  const known = of.flatMap(({ value, text, date }) => (value === null ? [] : [{ value, text, date }]));
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || !first || !last) return null;
  const most = Math.max(...known.map(({ value }) => value));
  const least = Math.min(...known.map(({ value }) => value));
  const x = (index: number) => 3 + (index * (WIDTH - 6)) / (known.length - 1);
  const y = (value: number) => HEIGHT - 4 - ((value - least) / (most - least || 1)) * (HEIGHT - 8);
  const label = `${words.trend}: ${known.map(({ date, text }) => `${date} ${text}`).join(", ")}`;
  return (
    <p className="trend note">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
        <title>{label}</title>
        <polyline points={known.map(({ value }, index) => `${x(index)},${y(value)}`).join(" ")} />
        <circle cx={x(known.length - 1)} cy={y(last.value)} r="3" />
      </svg>
      {first.text === last.text ? last.text : `${first.text} → ${last.text}`}
    </p>
  );
}
