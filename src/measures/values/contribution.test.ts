import { describe, expect, it } from "vitest";
import { computeMeasures, type MeasureInput } from "./index.ts";

const input: MeasureInput = {
  now: "2026-11-30T00:00:00Z",
  products: [{ id: "shop" }, { id: "till" }],
  repositories: [],
  components: [],
  uses: [],
};
const day = (ago: number) => new Date(Date.parse(input.now) - ago * 86_400_000).toISOString();

function figure(more: Partial<MeasureInput>, measure: string, subject = "organization") {
  return computeMeasures({ ...input, ...more }).find((value) => value.measure === measure && value.subject === subject);
}

describe("what becomes of what we offer", () => {
  const ours = (ago: number, merged: boolean) => ({ opened: day(ago), closed: day(ago - 2), ours: true, merged });
  const others = { opened: day(20), closed: day(10), merged: true };
  const requests = [
    ours(30, true),
    ours(31, true),
    ours(32, true),
    ours(33, true),
    ours(34, true),
    ours(35, false),
    others,
    others,
    ours(900, false),
  ];

  it("is a share of what was closed in the year, and a time beside that of everybody", () => {
    const changeRequests = [{ subject: "upstream:left", own: false, requests }];
    expect(figure({ changeRequests }, "contribution.acceptance", "upstream:left")).toMatchObject({ value: 5 / 6, of: 6 });
    expect(figure({ changeRequests }, "contribution.acceptance")).toMatchObject({ value: 5 / 6, of: 6 });
    expect(figure({ changeRequests }, "contribution.time-to-merge", "upstream:left")).toMatchObject({
      value: 48,
      of: 5,
      detail: { everybody: 48 },
    });
    const few = [{ subject: "upstream:left", own: false, requests: requests.slice(4) }];
    expect(figure({ changeRequests: few }, "contribution.acceptance", "upstream:left")).toMatchObject({
      value: null,
      reason: "not-enough-data",
    });
    expect(figure({}, "contribution.acceptance")).toMatchObject({ value: null, reason: "no-source" });
  });

  it("a project of ours closes as much as is opened, or not", () => {
    const own = { subject: "repository:left", own: true, requests: [...requests, { opened: day(5) }] };
    expect(figure({ changeRequests: [own] }, "project.closure-ratio", "repository:left")).toMatchObject({
      value: 8 / 9,
      of: 9,
      detail: { open: 1 },
    });
    expect(figure({ changeRequests: [own] }, "contribution.acceptance", "repository:left")).toBeUndefined();
  });
});

describe("who contributes in public", () => {
  const publicWork = { outside: 30, inside: 10, people: 12, projects: 3 };

  it("is a share of those who develop, and where", () => {
    expect(figure({ publicWork, engineers: 120 }, "contribution.active-share")).toMatchObject({ value: 0.1, of: 120, estimate: true });
    expect(figure({ publicWork }, "contribution.active-share")).toMatchObject({ value: null, reason: "no-source" });
    expect(figure({ publicWork }, "contribution.external-focus")).toMatchObject({ value: 0.75, of: 40, detail: { projects: 3 } });
  });

  it("is not said of one to four people", () => {
    const few = { publicWork: { ...publicWork, people: 4 }, engineers: 120 };
    expect(figure(few, "contribution.active-share")).toMatchObject({ value: null, reason: "group-too-small" });
    expect(figure({ publicWork, engineers: 4 }, "contribution.active-share")).toMatchObject({ value: null, reason: "group-too-small" });
    expect(figure({ publicWork: { ...publicWork, people: 0 }, engineers: 120 }, "contribution.active-share")).toMatchObject({ value: 0 });
  });
});

describe("vulnerability data", () => {
  const uses = [0, 1].map((component) => ({ component, repository: "web", product: "shop", scope: "production" as const }));

  it("of the last week watch a product once they speak of a part of it", () => {
    expect(figure({ uses, isWatched: (component) => component === 0 }, "consumption.monitoring-coverage")).toMatchObject({
      value: 0.5,
      of: 2,
      detail: { wholly: 0 },
    });
    expect(figure({ uses, isWatched: () => true }, "consumption.monitoring-coverage")).toMatchObject({ value: 0.5, detail: { wholly: 1 } });
    expect(figure({ uses }, "consumption.monitoring-coverage")).toMatchObject({ value: null, reason: "no-source" });
  });
});

describe("registers", () => {
  it("say what was investigated, confirmed, taught, spoken and paid in the year", () => {
    const registers = {
      catalogue: {
        schema: "allmend.register/1" as const,
        investigations: [{ product: "shop", on: day(10).slice(0, 10), result: "none fits" }],
      },
      training: {
        schema: "allmend.register/1" as const,
        trainings: { basics: { title: "Basics", evidence: [{ person: "a", on: day(10).slice(0, 10), result: "passed" as const }] } },
      },
      events: {
        schema: "allmend.register/1" as const,
        events: {
          new: { title: "N", on: day(10).slice(0, 10), kind: "talk" as const },
          old: { title: "O", on: day(400).slice(0, 10), kind: "talk" as const },
        },
      },
      memberships: {
        schema: "allmend.register/1" as const,
        memberships: { one: { organization: "F", objective: "x", cost: { amount: 5, currency: "CHF" } } },
        sponsorships: { two: { beneficiary: "B", cost: { amount: 7, currency: "CHF" } } },
      },
    };
    expect(figure({ registers }, "consumption.alternatives-investigated")).toMatchObject({ value: 0.5, of: 2 });
    expect(figure({ registers, people: ["a", "b", "c", "d", "e"] }, "culture.trained-share")).toMatchObject({ value: 0.2, of: 5 });
    expect(figure({ registers, people: ["a"] }, "culture.trained-share")).toMatchObject({ value: null, reason: "group-too-small" });
    expect(figure({ registers }, "culture.talks-and-events")).toMatchObject({ value: 1, detail: { talk: 1 } });
    expect(figure({ registers }, "executive.spend-per-objective")).toMatchObject({ value: 12, detail: { x: 5, none: 7, currency: "CHF" } });
    expect(figure({}, "executive.spend-per-objective")).toMatchObject({ value: null, reason: "no-source" });
  });

  it("an owner counts who said so in the year", () => {
    const uses = [0, 1].map((component) => ({ component, repository: "web", product: "shop", scope: "production" as const }));
    const more = { uses, components: [{ pinned: true }, { pinned: true }], confirmedOwner: (component: number) => component === 0 };
    expect(figure(more, "consumption.owner-coverage", "product:shop")).toMatchObject({ value: 0.5, of: 2 });
    expect(figure({ uses }, "consumption.owner-coverage")).toMatchObject({ value: null, reason: "no-source" });
    const owned = { ...more, ownersOf: (component: number) => component + 1 };
    expect(figure(owned, "consumption.two-owners", "product:shop")).toMatchObject({ value: 0.5, of: 2 });
    expect(figure({ uses }, "consumption.two-owners")).toMatchObject({ value: null, reason: "no-source" });
  });
});
