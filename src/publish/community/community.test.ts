import { describe, expect, it } from "vitest";
import type { Community } from "#measures";
import { sampleResult } from "../testing/sample-result.ts";
import { communities } from "../html/sections/communities.ts";
import { communityText } from "./text.ts";

const activity = { contributions: 30, before: 20, trend: 0.5, parts: Array.from({ length: 24 }, (_, at) => at), last90Days: 9 };
const releases = { releases: 9, lastYear: 4, medianGapDays: 30.5, longestGapDays: 90, daysSinceLast: 12 };
const large: Community = {
  repository: "shop-<b>web",
  commits: 80,
  days: 365,
  activity,
  leftOut: { merges: 3, bots: 2, outOfTime: 0 },
  people: {
    contributors: { active: 7, new: 2, returning: 1, gone: 3, drifting: 1, repeat: 6 },
    absenceFactor: 2,
    onion: { core: 3, regular: 2, casual: 2 },
    organizations: {
      count: 3,
      elephantFactor: 1,
      largestShare: 0.6,
      oursShare: 0.6,
      unaffiliatedShare: 0.1,
      named: [{ name: "Muster AG", ours: true, commits: 18, share: 0.6 }],
      smaller: { organizations: 2, commits: 9 },
    },
    coAuthors: 1,
  },
  releases,
  names: ["Ada", "Bo"],
};
const small: Community = { ...large, repository: "till", people: null, withheld: "group-too-small", names: [] };
const result = { ...sampleResult, communities: [large, small] };
const NOW = "2026-11-30T00:00:00Z";

describe("communities", () => {
  it("stand in a terminal one after the other, without a word about fewer than five people", () => {
    const text = communityText({ now: NOW, communities: [large, small] }, "en").replaceAll(/\n {4}/g, " ");
    expect(text).toContain("2 people make half of it");
    expect(text).toContain("by organisation: Muster AG 60%, 2 smaller ones together 30%");
    const till = text.slice(text.indexOf("\ntill"));
    expect(till).toContain("Fewer than five people contributed");
    expect(till).not.toMatch(/make half|organisation/);
    expect(communityText({ now: NOW, communities: [] }, "de")).toBe("Es wurde kein Repository mit einer Geschichte gelesen.\n");
  });

  it("name people only with the legal basis", () => {
    expect(communityText({ now: NOW, communities: [large] }, "en")).not.toContain("Ada");
    expect(communityText({ now: NOW, communities: [large], basis: "agreement 7" }, "en")).toContain("Contributed (agreement 7): Ada, Bo");
    expect(communities.render(result, "en")).not.toContain("Ada");
  });

  it("are a table with charts in the report, and nothing where there are none", () => {
    const html = communities.render(result, "de");
    expect(html).toContain("shop-&lt;b&gt;web");
    expect(html.match(/<svg /g)).toHaveLength(2);
    expect(html).toContain("mehr als im Jahr davor");
    expect(communities.render({ ...result, communities: [] }, "de")).toBe("");
    expect(communities.title({ ...result, communities: [] }, "de")).toBe("");
  });
});
