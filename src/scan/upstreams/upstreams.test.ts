import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Involvement, rungOf } from "#measures";
import { rungs } from "#program";
import { agreementIn, type UpstreamClone } from "./clones.ts";
import { upstreamsOf } from "./upstreams.ts";

describe("the rung", () => {
  it("follows from commits, their share and who looks after the project", () => {
    const none = { commits: 0, ever: 0, share: 0, maintainers: 0 };
    expect(rungOf(none)).toBe("consumer");
    expect(rungOf({ ...none, ever: 1 })).toBe("participant");
    expect(rungOf({ ...none, commits: 4, ever: 4 })).toBe("participant");
    expect(rungOf({ ...none, commits: 5, ever: 5 })).toBe("contributor");
    expect(rungOf({ ...none, commits: 11, ever: 11, share: 1 })).toBe("contributor");
    expect(rungOf({ ...none, commits: 12, ever: 12, share: 0.25 })).toBe("leader");
    expect(rungOf({ ...none, commits: 1, ever: 1, maintainers: 1 })).toBe("leader");
    expect(rungOf({ ...none, ever: 9, maintainers: 1 })).toBe("participant");
  });

  it("never falls when more of us is in it", () => {
    const presence = fc.record({
      commits: fc.nat(30),
      more: fc.nat(30),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      maintainers: fc.nat(3),
    });
    fc.assert(
      fc.property(presence, fc.nat(20), fc.nat(3), ({ commits, more, share, maintainers }, added, joined) => {
        const before = rungOf({ commits, ever: commits + more, share, maintainers });
        const after = rungOf({ commits: commits + added, ever: commits + more + added, share, maintainers: maintainers + joined });
        expect(rungs.indexOf(after)).toBeGreaterThanOrEqual(rungs.indexOf(before));
      }),
    );
  });
});

it("agreements are what the page for contributors asks", () => {
  expect(agreementIn([])).toBeUndefined();
  expect(agreementIn(["Be kind."])).toBe("none");
  expect(agreementIn(["Sign your commits off: Signed-off-by."])).toBe("dco");
  expect(agreementIn(["Please sign the CLA; DCO is not enough."])).toBe("required");
  expect(agreementIn(["Say it clearly."])).toBe("none");
  expect(agreementIn(["You need not sign a CLA. There is no contributor license agreement, and no copyright assignment."])).toBe("none");
  expect(agreementIn(["We cannot merge anything without a signed CLA."])).toBe("required");
  expect(agreementIn(["We don't take patches by mail. Sign our CLA first."])).toBe("required");
});

const product = (id: string, criticality: "low" | "critical") => ({
  id,
  criticality,
  name: {},
  models: [],
  deliverables: [],
  position: at,
});
const at = { file: "strategy.md", line: 3, column: 1 };
const component = (purl: string) => ({ purl, type: "npm", name: purl, version: "1", declared: [], notion: "none" as const, pinned: true });
const use = (index: number, of: string) => ({
  component: index,
  repository: "web",
  product: of,
  scope: "production" as const,
  manifests: [],
});
const inventory = {
  organization: { products: [product("shop", "low"), product("till", "critical")] } as never,
  components: [component("pkg:npm/left@1.0.0"), component("pkg:npm/%40a/right@2.0.0"), component("pkg:npm/left@2.0.0")],
  uses: [use(0, "shop"), use(1, "till"), use(2, "shop")],
};
const involvement = { largestShare: 0.95, absenceFactor: 1, ours: { rung: "consumer" } } as unknown as Involvement;
const clone = (id: string, packages: string[], rest: Partial<UpstreamClone> = {}): UpstreamClone => ({
  id,
  packages,
  involvement,
  ...rest,
});

describe("upstreams", () => {
  it("joins wishes, clones and what we use; the most critical first", () => {
    const wishes = [{ project: "https://github.com/x/left.git", wanted: "contributor" as const, position: at }];
    const clones = [
      clone("left", ["pkg:npm/left"], { origin: "https://github.com/X/left", agreement: "required" }),
      clone("right", ["pkg:npm/%40a/right"]),
    ];
    const { projects, cloneFirst } = upstreamsOf(inventory, wishes, clones);
    expect(
      projects.map(({ project, criticality, uses, rung, below, singleVendor }) => [project, criticality, uses, rung, below, singleVendor]),
    ).toEqual([
      ["pkg:npm/%40a/right", "critical", 1, "consumer", undefined, undefined],
      ["https://github.com/x/left.git", "low", 2, "consumer", true, true],
    ]);
    expect(cloneFirst).toEqual([]);
  });

  it("says what to clone first", () => {
    const { projects, cloneFirst } = upstreamsOf(inventory, [{ project: "pkg:npm/left", wanted: "leader", position: at }], []);
    expect(projects).toMatchObject([{ project: "pkg:npm/left", wanted: "leader", products: 1, uses: 2 }]);
    expect(projects[0]?.rung).toBeUndefined();
    expect(cloneFirst.map((one) => one.package)).toEqual(["pkg:npm/%40a/right", "pkg:npm/left"]);
    // Tools of the build come after what reaches users, however often they stand there; builds for one system are no projects.
    const names = [
      "tool",
      "%40tool/linux-x64",
      "%40roll/roll-linux-arm-gnueabihf",
      "kept",
      "linux-arm-chair",
      "%40types/kept",
      "%40types/tool",
    ];
    const components = names.map((name) => component(`pkg:npm/${name}@1.0.0`));
    const uses = [0, 0, 0, 1, 2, 3, 4, 5, 6].map((index) => ({
      ...use(index, "shop"),
      scope: index < 3 ? ("development" as const) : ("production" as const),
    }));
    expect(upstreamsOf({ ...inventory, components, uses }, [], []).cloneFirst.map((one) => one.package)).toEqual([
      "pkg:npm/%40types/kept",
      "pkg:npm/kept",
      "pkg:npm/linux-arm-chair",
      "pkg:npm/tool",
    ]);
  });
});
