import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, isRefusal, plannedRelease } from "./machine.ts";
import { replayReleases } from "./replay.ts";
import { artifactKinds, type Release, releaseStates, type ReleaseStep } from "./types.ts";

const digest = "a".repeat(64);
const notices = { kind: "notices", file: "notices.html", sha256: "1".repeat(64), inventory: digest } as const;
const sbom = { kind: "sbom", file: "bom.json", sha256: "2".repeat(64), inventory: digest } as const;
const at = "2026-11-23T08:00:00Z";

/** The way out, every guard met. */
const way: readonly ReleaseStep[] = [
  { to: "planned", at },
  { to: "frozen", at, inventory: digest },
  { to: "resolved", at, inventory: digest, findingsOpen: 0, unknownLicenses: 0 },
  { to: "made", at, artifacts: [notices, sbom] },
  { to: "verified", at, artifacts: [notices, sbom] },
  { to: "shipped", at, obligationsOpen: 0 },
  { to: "archived", at, archive: "s3://archive/portal-1.4.0" },
];

function after(steps: readonly ReleaseStep[]): Release {
  return steps.reduce(
    (release, step) => {
      const next = advance(release, step);
      return isRefusal(next) ? release : next;
    },
    plannedRelease("portal", "1.4.0"),
  );
}

function refusalOf(steps: readonly ReleaseStep[], step: ReleaseStep): string | undefined {
  const result = advance(after(steps), step);
  return isRefusal(result) ? result.refused : undefined;
}

describe("a release", () => {
  it("goes its whole way where nothing is open", () => {
    expect(after(way)).toMatchObject({
      state: "archived",
      inventory: digest,
      artifacts: [notices, sbom],
      archive: "s3://archive/portal-1.4.0",
    });
  });

  it("cannot go on while findings are open or licences unknown", () => {
    expect(refusalOf(way.slice(0, 2), { to: "resolved", at, inventory: digest, findingsOpen: 2, unknownLicenses: 0 })).toBe(
      "findings-open",
    );
    expect(refusalOf(way.slice(0, 2), { to: "resolved", at, inventory: digest, findingsOpen: 0, unknownLicenses: 1 })).toBe(
      "unknown-licences",
    );
    expect(refusalOf(way.slice(0, 2), { to: "resolved", at, inventory: digest })).toBe("findings-open");
  });

  it("is what was frozen: nothing else is resolved, made or verified", () => {
    const other = "b".repeat(64);
    expect(refusalOf(way.slice(0, 2), { to: "resolved", at, inventory: other, findingsOpen: 0, unknownLicenses: 0 })).toBe(
      "inventory-changed",
    );
    expect(refusalOf(way.slice(0, 3), { to: "made", at, artifacts: [notices, { ...sbom, inventory: other }] })).toBe("artifact-differs");
    expect(refusalOf(way.slice(0, 4), { to: "verified", at, artifacts: [notices, { ...sbom, sha256: "3".repeat(64) }] })).toBe(
      "artifact-differs",
    );
    expect(refusalOf(way.slice(0, 4), { to: "verified", at, artifacts: [notices] })).toBe("artifact-differs");
  });

  it("does not ship while a licensor asks for something, or leave its artefacts out", () => {
    expect(refusalOf(way.slice(0, 5), { to: "shipped", at, obligationsOpen: 1 })).toBe("obligations-open");
    expect(refusalOf(way.slice(0, 3), { to: "made", at, artifacts: [sbom] })).toBe("artifact-missing");
    expect(refusalOf(way.slice(0, 6), { to: "archived", at })).toBe("no-archive");
  });

  it("goes back to planned with a reason, and never once it has shipped", () => {
    expect(refusalOf(way.slice(0, 4), { to: "planned", at })).toBe("no-reason");
    expect(after([...way.slice(0, 4), { to: "planned", at, because: "a library was updated" }])).toMatchObject({
      state: "planned",
      artifacts: [],
    });
    expect(refusalOf(way.slice(0, 6), { to: "planned", at, because: "late" })).toBe("order");
  });
});

const artifact = fc.record({
  kind: fc.constantFrom(...artifactKinds),
  file: fc.constantFrom("a", "b"),
  sha256: fc.constantFrom("1".repeat(64), "2".repeat(64)),
  inventory: fc.constantFrom(digest, "b".repeat(64)),
});
const step = fc.record(
  {
    to: fc.constantFrom(...releaseStates),
    at: fc.constant(at),
    inventory: fc.constantFrom(digest, "b".repeat(64)),
    findingsOpen: fc.integer({ min: 0, max: 1 }),
    obligationsOpen: fc.integer({ min: 0, max: 1 }),
    unknownLicenses: fc.integer({ min: 0, max: 1 }),
    artifacts: fc.array(artifact, { maxLength: 4 }),
    archive: fc.constant("there"),
    because: fc.constant("so"),
  },
  { requiredKeys: ["to", "at"] },
) as fc.Arbitrary<ReleaseStep>;
/** Steps that lead far often, with others among them. */
const steps = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...way) }, { weight: 1, arbitrary: step }), { maxLength: 30 });

describe("whatever steps are tried", () => {
  it("no state is reached but through all before it, each with its guard met", () => {
    fc.assert(
      fc.property(steps, (tried) => {
        const release = after(tried);
        const last = release.steps.slice(release.steps.findLastIndex(({ to }) => to === "planned") + 1);
        expect(last.map(({ to }) => to)).toEqual(releaseStates.slice(1, releaseStates.indexOf(release.state) + 1));
        const reached = releaseStates.indexOf(release.state);
        if (reached >= 1) expect(release.inventory).toBe(last[0]?.inventory);
        if (reached >= 2) expect(last[1]).toMatchObject({ findingsOpen: 0, unknownLicenses: 0, inventory: release.inventory });
        if (reached >= 3) for (const made of release.artifacts) expect(made.inventory).toBe(release.inventory);
        if (reached >= 5) expect(last[4]?.obligationsOpen).toBe(0);
      }),
    );
  });

  it("a refusal changes nothing, and a step never changes the release that it is given", () => {
    fc.assert(
      fc.property(steps, step, (tried, next) => {
        const before = after(tried);
        const copy = structuredClone(before);
        const result = advance(before, next);
        expect(before).toEqual(copy);
        if (!isRefusal(result)) expect(result.steps.at(-1)).toBe(next);
      }),
    );
  });

  it("records replay to the same state, and what a line claims against the guards is told", () => {
    fc.assert(
      fc.property(steps, (tried) => {
        const records = tried.map(({ to, at: moment, ...data }, index) => ({
          kind: "release",
          at: moment,
          subject: "product:portal",
          id: "1.4.0",
          data: { to, ...data },
          position: { file: "records/releases.jsonl", line: index + 1, column: 1 },
        }));
        const { releases, refused } = replayReleases(records, at);
        if (tried.length === 0) return;
        expect(releases).toHaveLength(1);
        expect(releases[0]?.state).toBe(after(tried).state);
        expect((releases[0]?.steps.length ?? 0) + refused.length).toBe(tried.length);
      }),
    );
  });
});
