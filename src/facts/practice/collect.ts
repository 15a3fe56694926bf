// All facts that a history answers at a moment.
import type { History } from "../history/index.ts";
import type { Evidence, FactValue } from "../subjects.ts";
import { activity } from "./activity.ts";
import { identities } from "./identities.ts";
import { activeMaintainers } from "./maintainers.ts";
import { tagFacts } from "./release-tags.ts";
import { review } from "./review.ts";
import { signOffs } from "./sign-offs.ts";
import { signatures } from "./signatures.ts";
import type { Moment } from "./window.ts";

const parts = [activity, signOffs, identities, signatures, tagFacts, review, activeMaintainers] as const;

export interface PracticeOptions {
  /** ISO 8601. */
  readonly now: string;
  readonly domains?: readonly string[];
  /** Handles and addresses in CODEOWNERS. */
  readonly maintainers?: readonly string[];
  /** Of the organisation, for days; default UTC. */
  readonly zone?: string;
  /** A glob that says which tags are releases, where the program has one. */
  readonly tagPattern?: string;
}

export interface PracticeFacts {
  /** By name in the registry's namespace `repository`. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly evidence: Readonly<Record<string, readonly Evidence[]>>;
}

export function practiceFacts(history: History, options: PracticeOptions): PracticeFacts {
  const facts: Record<string, FactValue> = {};
  const evidence: Record<string, readonly Evidence[]> = {};
  const moment: Moment = {
    history,
    now: Date.parse(options.now) / 1000,
    domains: (options.domains ?? []).map((domain) => domain.toLowerCase()),
    whole: history.shallow !== true && history.incomplete !== true && history.head >= 0,
    zone: options.zone ?? "UTC",
    ...(options.tagPattern === undefined ? {} : { tagPattern: options.tagPattern }),
    ...(options.maintainers === undefined ? {} : { maintainers: options.maintainers }),
    set(name, value, ...places) {
      facts[name] = value;
      if (places.length > 0) evidence[name] = places.map((place) => ({ repository: history.repository, ...place }));
    },
  };
  for (const part of parts) part(moment);
  return { facts, evidence };
}
