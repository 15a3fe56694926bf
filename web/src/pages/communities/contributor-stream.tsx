// For whom those work who contribute, over two years: as bands, never as people.
import { stream } from "@allmend/look";
import { communitiesWords } from "@allmend/look/words/portal/communities";
import type { components } from "../../api/schema.generated.ts";
import { Picture } from "../../parts/picture.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

type Stream = NonNullable<components["schemas"]["ProjectPage"]["community"]>["stream"];

const TONES = { ours: "s1", others: "s2", unaffiliated: "s3" } as const;

export function ContributorStream({ of }: { readonly of: NonNullable<Stream> | null }) {
  const words = useWords(communitiesWords).project.stream;
  return (
    <section>
      <h2>{words.title}</h2>
      {of === null ? <p className="note">{words.later}</p> : <Bands of={of} />}
    </section>
  );
}

function Bands({ of }: { readonly of: NonNullable<Stream> }) {
  const words = useWords(communitiesWords).project.stream;
  const { say, number } = useSpeech();
  const bands = (["ours", "others", "unaffiliated"] as const)
    .map((kind) => ({ tone: TONES[kind], label: words.kinds[kind], values: of[kind] ?? [] }))
    .filter(({ values }) => values.some((value) => value !== 0));
  const spoken = bands.map(
    ({ label, values }) => `${label}: ${values.map((value) => (value === null ? words.few : number(value))).join(", ")}`,
  );
  return (
    <>
      <Picture svg={stream(bands, { spoken: say(words.spoken, { bands: spoken.join("; ") }), from: words.from, now: words.now })} />
      {bands.some(({ values }) => values.includes(null)) && <p className="note">{words.fewNote}</p>}
      {of.ours === undefined && <p className="note">{words.oursUnknown}</p>}
    </>
  );
}
