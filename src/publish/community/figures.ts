// The figures of a community in words, by column. Text only; HTML and terminal use the same.
import { fill, formatShare, type Language, wordsOf } from "#look";
import type { Community } from "#measures";

export interface CommunityLines {
  readonly contributions: readonly string[];
  readonly people: readonly string[];
  readonly concentration: readonly string[];
  readonly releases: readonly string[];
}

export function communityLines(community: Community, language: Language): CommunityLines {
  return {
    contributions: contributions(community, language),
    people: people(community, language),
    concentration: concentration(community, language),
    releases: releases(community, language),
  };
}

function contributions({ activity, shallow }: Community, language: Language): string[] {
  const words = wordsOf(language).community;
  const { contributions: count, trend } = activity;
  const way = trend === null ? undefined : trend > 0 ? words.trend.up : trend < 0 ? words.trend.down : words.trend.same;
  const change = way === undefined ? words.noBefore : fill(way, { share: formatShare(Math.abs(trend ?? 0), language) }, language);
  return [`${fill("{count}", { count }, language)}: ${change}`, ...(shallow ? [words.shallow] : [])];
}

function people({ people: known, withheld }: Community, language: Language): string[] {
  const words = wordsOf(language).community;
  if (!known) return [withheld === "group-too-small" ? words.small : words.empty];
  const { active, returning, gone } = known.contributors;
  return [
    fill(words.active, { count: active }, language),
    fill(words.moving, { new: known.contributors.new, returning, gone }, language),
    fill(words.onion, { ...known.onion }, language),
  ];
}

function concentration({ people: known, activity }: Community, language: Language): string[] {
  const words = wordsOf(language).community;
  if (!known) return [];
  const { elephantFactor, oursShare, unaffiliatedShare, named, smaller } = known.organizations;
  const share = (value: number) => formatShare(value, language);
  const list = [
    ...named.map((organization) => `${organization.name} ${share(organization.share)}`),
    ...(smaller.organizations > 0
      ? [fill(words.smaller, { count: smaller.organizations, share: share(smaller.commits / activity.contributions) }, language)]
      : []),
  ];
  return [
    fill(words.absence, { count: known.absenceFactor }, language),
    elephantFactor === null ? words.noElephant : fill(words.elephant, { count: elephantFactor }, language),
    ...(oursShare === null ? [] : [fill(words.ours, { share: share(oursShare) }, language)]),
    ...(list.length > 0 ? [fill(words.organizations, { list: list.join(", ") }, language)] : []),
    fill(words.unaffiliated, { share: share(unaffiliatedShare) }, language),
  ];
}

function releases({ releases: known }: Community, language: Language): string[] {
  const words = wordsOf(language).community;
  if (known.daysSinceLast === null) return [words.never];
  const { lastYear, medianGapDays, longestGapDays, daysSinceLast } = known;
  return [
    fill(words.lastYear, { count: lastYear }, language),
    ...(medianGapDays === null
      ? []
      : [fill(words.gap, { days: Math.round(medianGapDays), longest: Math.round(longestGapDays ?? medianGapDays) }, language)]),
    fill(words.sinceLast, { days: daysSinceLast }, language),
  ];
}

/** What did not count, as far as there was any; empty where all counted. */
export function leftOutLine({ leftOut }: Community, language: Language): string {
  const words = wordsOf(language).community;
  const parts = (["merges", "bots", "outOfTime"] as const).flatMap((kind) =>
    leftOut[kind] === 0 ? [] : [fill(words.leftOutParts[kind], { count: leftOut[kind] }, language)],
  );
  return parts.length === 0 ? "" : fill(words.leftOut, { parts: parts.join(", ") }, language);
}
