// The next step of a release, asked of everything that is on record of it: the same for the command and for the server.
import { laterOf } from "#kit";
import type { RecordEntry } from "../model.ts";
import { advance, plannedRelease } from "./machine.ts";
import { releaseData, replayReleases } from "./replay.ts";
import type { Refusal, Release, ReleaseStep } from "./types.ts";

/** How far it is by all that is recorded of it, whenever: a clock that went back makes nothing unsaid. `now`: ISO 8601. */
export function releaseOf(records: readonly RecordEntry[], product: string, version: string, now: string): Release {
  const own = records.filter(({ kind, subject, id }) => kind === "release" && subject === `product:${product}` && id === version);
  const until = own.reduce((last, { at }) => laterOf(last, at), now);
  return replayReleases(own, until).releases[0] ?? plannedRelease(product, version);
}

/** As a record says it. */
export interface SaidStep {
  /** `releaseData`. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly by?: string | undefined;
}

/** The release after the step, or why it is not taken. Steps are read in the order of time: one from before the last would come first, and be lost. */
export function nextRelease(before: Release, { data, at, by }: SaidStep): Release | Refusal {
  const last = before.steps.at(-1);
  if (last && Date.parse(at) < Date.parse(last.at)) {
    const message = `it went to ${last.to} at ${last.at}, and this would be before`;
    return { refused: "time-goes-back", message, values: { at: last.at } };
  }
  return advance(before, { ...releaseData.parse(data), at, ...(by === undefined ? {} : { by }) } as ReleaseStep);
}
