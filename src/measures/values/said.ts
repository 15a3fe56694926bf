// What people put on record: who acknowledged which policy, and until when an affirmation of conformance holds. K-45, K-56.
import { after } from "#decisions";
import type { Formula } from "./types.ts";

const DAY = 86_400_000;
/** OpenChain: an affirmation holds for eighteen months. */
const AFFIRMED_FOR = "18m";

/** Over all policies in force and all people in teams: each pair counts once, in the version that holds. */
export const policyAcknowledgement: Formula = {
  measure: "executive.policy-acknowledgement",
  compute({ acknowledgements, policiesInForce = [], people = [] }) {
    if (!acknowledgements) return [];
    const of = policiesInForce.length * people.length;
    if (of === 0) return [{ subject: "organization", value: null, of: 0, reason: "nothing-to-measure" }];
    const known = new Set(people);
    const done = policiesInForce.map(
      ({ area, since }) =>
        new Set(
          acknowledgements
            .filter((one) => one.area === area && known.has(one.by) && (since === undefined || one.at >= since))
            .map(({ by }) => by),
        ).size,
    );
    return [
      {
        subject: "organization",
        value: done.reduce((sum, count) => sum + count, 0) / of,
        of,
        detail: { policies: policiesInForce.length, people: people.length },
      },
    ];
  },
};

/** The affirmation that runs out first. */
export const conformanceDays: Formula = {
  measure: "compliance.conformance-days",
  compute({ affirmations, now }) {
    if (!affirmations) return [];
    const left = affirmations.map(({ at }) => Math.ceil((Date.parse(after(at, AFFIRMED_FOR)) - Date.parse(now)) / DAY));
    return [{ subject: "organization", value: Math.min(...left), of: affirmations.length }];
  },
};
