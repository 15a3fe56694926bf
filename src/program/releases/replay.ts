// Releases as their records tell them: every step is asked of the machine again, so that a line written by hand skips no guard.
import { z } from "zod";
import type { Position, RecordEntry } from "../model.ts";
import { expecting, oneOf, text } from "../schema/text.ts";
import { advance, isRefusal, plannedRelease } from "./machine.ts";
import { artifactKinds, type Refusal, type Release, type ReleaseStep, releaseStates } from "./types.ts";

const digest = expecting("a SHA-256 in hexadecimal", z.string().regex(/^[0-9a-f]{64}$/));
const count = expecting("a whole number", z.number().int().min(0));

const made = z.strictObject({ kind: oneOf(artifactKinds), file: text("a file name"), sha256: digest, inventory: digest });

const saidShape = {
  to: oneOf(releaseStates).describe("The state that it goes to."),
  artifacts: z.array(made).max(100).optional().describe("What was made, or seen again."),
  archive: text("a place").optional().describe("Where everything is kept."),
  because: text("a reason").optional().describe("Why it goes back."),
};

/** What a person says of a step. What its guard asks is taken from a result, never from what was said. */
export const releaseSaid = z.strictObject(saidShape);

export const releaseData = expecting(
  "a step of a release",
  z.strictObject({
    ...saidShape,
    inventory: digest.optional().describe("Digest of the product's inventory at that moment."),
    findingsOpen: count.optional().describe("Findings that deny it."),
    obligationsOpen: count.optional().describe("Duties that nobody has fulfilled."),
    unknownLicenses: count.optional().describe("Components whose licence nobody knows."),
  }),
);

/** A step that a record claims and the machine refuses. */
export interface RefusedStep extends Refusal {
  readonly product: string;
  readonly version: string;
  readonly step: ReleaseStep;
  readonly position: Position;
}

export interface Replay {
  /** By product and version, in the order in which they were planned. */
  readonly releases: readonly Release[];
  readonly refused: readonly RefusedStep[];
}

/** Records `{kind: "release", subject: "product:ID", id: VERSION, data: {to, …}}` up to the end of the day `now`. */
export function replayReleases(records: readonly RecordEntry[], now: string): Replay {
  const releases = new Map<string, Release>();
  const refused: RefusedStep[] = [];
  for (const { step, product, version, position } of stepsIn(records, now)) {
    const key = `${product}\n${version}`;
    const before = releases.get(key) ?? plannedRelease(product, version);
    const after = advance(before, step);
    if (isRefusal(after)) refused.push({ ...after, product, version, step, position });
    else releases.set(key, after);
    if (!releases.has(key)) releases.set(key, before);
  }
  return { releases: [...releases.values()], refused };
}

/** The version that each product works on: the last planned one that has not shipped, else the last one. */
export function currentReleases(releases: readonly Release[]): Map<string, string> {
  const current = new Map<string, Release>();
  for (const release of releases) {
    const known = current.get(release.product);
    if (!known || !isOut(release) || isOut(known)) current.set(release.product, release);
  }
  return new Map([...current].map(([product, { version }]) => [product, version]));
}

function isOut({ state }: Release): boolean {
  return state === "shipped" || state === "archived";
}

interface RecordedStep {
  readonly product: string;
  readonly version: string;
  readonly step: ReleaseStep;
  readonly position: Position;
}

/** In the order of time; records of one moment as they stand. */
function stepsIn(records: readonly RecordEntry[], now: string): RecordedStep[] {
  const end = Date.parse(`${now.slice(0, 10)}T23:59:59.999Z`);
  const found = records.flatMap(({ kind, subject, id, at, by, data, position }): RecordedStep[] => {
    if (kind !== "release" || id === undefined || !subject?.startsWith("product:") || Date.parse(at) > end) return [];
    const parsed = releaseData.safeParse(data);
    if (!parsed.success) return [];
    const step = { ...parsed.data, at, ...(by === undefined ? {} : { by }) } as ReleaseStep;
    return [{ product: subject.slice("product:".length), version: id, step, position }];
  });
  return found.sort((a, b) => Date.parse(a.step.at) - Date.parse(b.step.at));
}
