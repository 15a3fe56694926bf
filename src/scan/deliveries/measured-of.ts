// What a survey is about, as it was measured.
import type { DeliveryEntry } from "#measures";
import type { Organization } from "#program";

/** The measured entry of what a survey is about: a team is measured by its product, where it has one. */
export function measuredOf(
  subject: string,
  { products }: Pick<Organization, "products">,
  entries: readonly DeliveryEntry[],
): DeliveryEntry | undefined {
  if (!subject.startsWith("team:")) return entries.find((entry) => entry.subject === subject);
  const owned = products.filter(({ owner }) => `team:${owner}` === subject);
  return owned.length === 1 ? entries.find((entry) => entry.subject === `product:${owned[0]?.id}`) : undefined;
}
