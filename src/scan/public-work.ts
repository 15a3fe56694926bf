// What we do in public, over the clones that were given and our own published repositories.
import type { History } from "#facts";
import { type MeasureInput, type PublicWork, publicWorkOf } from "#measures";
import type { Program } from "#program";
import { affiliationOf } from "./communities.ts";
import type { UpstreamClone } from "./upstreams/clones.ts";

type MeasuredPublicWork = NonNullable<MeasureInput["publicWork"]>;

/** Given the ids of published repositories, what stands to be measured; undefined where no clone was given, or nobody can be told to be ours. */
export type PublicWorkReader = (published: readonly string[]) => MeasuredPublicWork | undefined;

/** `now` is ISO 8601. Histories of our own are read only where there is something to compare them with. */
export function publicWorkReader(
  clones: readonly UpstreamClone[],
  histories: ReadonlyMap<string, History>,
  program: Program,
  now: string,
): PublicWorkReader {
  const outside = clones.flatMap(({ work }) => work ?? []);
  return (published) => {
    if (outside.length === 0) return undefined;
    const affiliation = affiliationOf(program);
    const inside = published.flatMap((id) => {
      const history = histories.get(id);
      return history ? [publicWorkOf(history, affiliation, Date.parse(now) / 1000)] : [];
    });
    return {
      outside: commitsOf(outside),
      inside: commitsOf(inside),
      people: new Set([...outside, ...inside].flatMap(({ people }) => [...people])).size,
      projects: outside.filter(({ commits }) => commits > 0).length,
    };
  };
}

function commitsOf(works: readonly PublicWork[]): number {
  return works.reduce((sum, { commits }) => sum + commits, 0);
}
