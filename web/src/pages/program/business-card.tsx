// One product, or the whole: its models with their reasons, where money comes from, the border of an open core, and its open source share.
import { modelsWords } from "@allmend/look/words/portal/models";
import type { components } from "../../api/schema.generated.ts";
import { Facts } from "./facts.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { ShareBar } from "./share-bar.tsx";

type View = components["schemas"]["BusinessView"];
type Model = View["models"][number];
type References = components["schemas"]["ModelsPage"]["references"];

export function BusinessCard({ of, references }: { readonly of: View; readonly references: References }) {
  const words = useWords(modelsWords);
  const { name, models, role, state, differentiation, openCore, bySize, byComponents } = of;
  const notes = [
    differentiation !== undefined && wordOf(words.differentiation, differentiation),
    role !== undefined && wordOf(words.roles, role),
    state !== undefined && wordOf(words.states, state),
  ].filter((note) => typeof note === "string");
  return (
    <section className="business">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {notes.length > 0 && <p className="note">{notes.join(" · ")}</p>}
      {models.length === 0 ? (
        <p>
          <StateMark state="unknown" />
          {words.none}
        </p>
      ) : (
        models.map((model) => <ModelText key={`${model.model} ${model.name ?? ""}`} of={model} />)
      )}
      {openCore ? (
        <OpenCore of={openCore} />
      ) : (
        models.some(({ model }) => model === "open-core") && (
          <p className="s-review">
            <StateMark state="review" />
            {words.noBorder}
          </p>
        )
      )}
      <Share title={words.bySize} of={bySize} references={references} />
      <Share title={words.byComponents} of={byComponents} references={references} />
    </section>
  );
}

function ModelText({ of: { model, name, share, revenue, because, reasons, risks } }: { readonly of: Model }) {
  const words = useWords(modelsWords);
  const { say } = useSpeech();
  const facts = [
    [words.revenue, revenue],
    [words.because, because],
    [words.reasonsLabel, reasons.length === 0 ? undefined : reasons.map((reason) => wordOf(words.reasons, reason)).join(", ")],
    [words.risks, risks.length === 0 ? undefined : risks.join("; ")],
  ] as const;
  return (
    <div className="model">
      <p>
        <strong>{name ?? wordOf(words.model, model)}</strong>{" "}
        {share !== undefined && <span className="note">{say(words.share, { share })}</span>}
      </p>
      <Facts of={facts} />
    </div>
  );
}

function OpenCore({ of: { core, closed } }: { readonly of: NonNullable<View["openCore"]> }) {
  const words = useWords(modelsWords);
  return (
    <div className="open-core">
      <h4>{words.border}</h4>
      <p>
        <span className="core-side">{words.open}</span> {core.join(", ")}
        <span className="core-border" aria-hidden="true" />
        <span className="core-side">{words.closed}</span> {closed.join(", ")}
      </p>
    </div>
  );
}

interface ShareProps {
  readonly title: string;
  readonly of: View["bySize"];
  readonly references: References;
}

function Share({ title, of: { value, note }, references }: ShareProps) {
  const words = useWords(modelsWords);
  const { share } = useSpeech();
  return (
    <div className="business-share">
      <span>
        {title} <strong>{value === null ? words.unknown : share(value)}</strong> <span className="note line">{note}</span>
      </span>
      <ShareBar value={value} references={references} />
    </div>
  );
}

function wordOf(words: Readonly<Record<string, string>>, id: string): string {
  return words[id] ?? id;
}
