// Figures about the people of a repository: none where they are fewer than five, or where there is no history.
import type { CommunityPeople } from "../community/index.ts";
import type { Figure, MeasureInput } from "./types.ts";

export function aboutPeople(
  input: MeasureInput,
  figure: (people: CommunityPeople, contributions: number) => Omit<Figure, "subject">,
): readonly Figure[] {
  return input.repositories.flatMap(({ id, community }): Figure[] => {
    if (!community) return [];
    const subject = `repository:${id}`;
    if (!community.people) return [{ subject, value: null, reason: community.withheld ?? "nothing-to-measure" }];
    return [{ subject, ...figure(community.people, community.activity.contributions) }];
  });
}
