// K-39: the four keys side by side, with the level of each. The value is how many have one; an organisation is a distribution of labels and has no level of its own.
import { type DeliveryEntry, levels } from "../delivery/index.ts";
import type { Figure, Formula } from "./types.ts";

export const deliveryProfile: Formula = {
  measure: "project.delivery-profile",
  compute({ deliveries = [] }) {
    return deliveries.length === 0 ? [] : [...deliveries.map(profileOf), spread(deliveries)];
  },
};

function profileOf({ subject, metrics, overall, source, year, estimate }: DeliveryEntry): Figure {
  const { changeFailureRate, deploymentFrequency, leadTime, timeToRestore } = metrics;
  const keys = [changeFailureRate, deploymentFrequency, leadTime, timeToRestore];
  const detail = {
    changeFailureRate: changeFailureRate.level,
    deploymentFrequency: deploymentFrequency.level,
    leadTime: leadTime.level,
    overall,
    source,
    timeToRestore: timeToRestore.level,
    year,
  };
  return { subject, value: keys.filter(({ level }) => level !== null).length, of: keys.length, detail, ...(estimate ? { estimate } : {}) };
}

/** How many products and repositories have which label; those without one are what is missing to `of`. */
function spread(deliveries: readonly DeliveryEntry[]): Figure {
  const labelled = deliveries.filter(({ overall }) => overall !== null);
  const detail = Object.fromEntries(levels.toSorted().map((level) => [level, labelled.filter(({ overall }) => overall === level).length]));
  return { subject: "organization", value: labelled.length, of: deliveries.length, detail };
}
