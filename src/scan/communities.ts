// The communities of the repositories: what their histories say, in the light of the organisation's documents.
import type { History } from "#facts";
import { type Problem, sortBy } from "#kit";
import { Affiliation, type Community, communityOf } from "#measures";
import type { Program } from "#program";
import { findTargets, type Target } from "./collect.ts";
import { tagPatterns } from "./deliveries/units.ts";
import { type HistoriesOptions, readHistories } from "./histories.ts";

/** By repository, in the order of the ids. `now` is ISO 8601. */
export function communitiesOf(histories: readonly History[], program: Program, now: string): Map<string, Community> {
  const { organization } = program;
  const sorted = sortBy(histories, ({ repository }) => repository);
  const patterns = tagPatterns(
    organization,
    sorted.map(({ repository }) => repository),
  );
  const shared = {
    affiliation: affiliationOf(program),
    now: Date.parse(now) / 1000,
    zone: organization.timeZone ?? "UTC",
    names: organization.namesOfPeople !== undefined,
  };
  const reading = (history: History) => {
    const tagPattern = patterns(history.repository);
    return communityOf(history, { ...shared, ...(tagPattern === undefined ? {} : { tagPattern }) });
  };
  return new Map(sorted.map((history) => [history.repository, reading(history)]));
}

export interface CommunitiesOptions extends HistoriesOptions {
  readonly program: Program;
  /** ISO 8601. */
  readonly now: string;
}

/** The communities of the repositories in these folders, without the rest of a scan. */
export async function readCommunities(
  targets: readonly Target[],
  options: CommunitiesOptions,
): Promise<{ communities: readonly Community[]; problems: readonly Problem[] }> {
  const { found, problems } = await findTargets(targets);
  const read = await readHistories(found, options);
  const communities = [...communitiesOf(read.histories, options.program, options.now).values()];
  return { communities, problems: [...problems, ...read.problems] };
}

/** Who is who for this organisation. */
export function affiliationOf({ organization, affiliations }: Program): Affiliation {
  return new Affiliation({ us: organization.name, domains: organization.domains, ...(affiliations ? { affiliations } : {}) });
}
