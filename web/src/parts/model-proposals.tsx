// Business models that answers speak for, each with its strength and its price.
import "./models.css";
import { modelsWords } from "@allmend/look/words/portal/models";
import type { ReactNode } from "react";
import { useWords } from "./use-words.ts";

interface Proposed {
  readonly model: string;
  readonly strength: string;
  readonly weakness: string;
}

interface Props<T extends Proposed> {
  readonly of: readonly T[];
  /** What else there is to say of one. */
  more?(model: T): ReactNode;
}

export function ModelProposals<T extends Proposed>({ of, more }: Props<T>) {
  const words = useWords(modelsWords);
  const names: Readonly<Record<string, string>> = words.model;
  return (
    <div className="model-proposals">
      {of.map((one) => (
        <section key={one.model} className="model-proposal">
          <h3>{names[one.model] ?? one.model}</h3>
          <dl>
            <dt>{words.wizard.strength}</dt>
            <dd>{one.strength}</dd>
            <dt>{words.wizard.weakness}</dt>
            <dd>{one.weakness}</dd>
          </dl>
          {more?.(one)}
        </section>
      ))}
    </div>
  );
}
