import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublicSite } from "#program";
import type { ScanResult } from "#scan";
import { hostileSay, infect } from "../testing/hostile.ts";
import { sampleResult } from "../testing/sample-result.ts";
import { siteFiles } from "./site.ts";

type Facts = ScanResult["repositories"][number]["facts"];

function resultWith(site: Partial<PublicSite> | undefined, facts: Facts = {}, base: ScanResult = sampleResult): ScanResult {
  const { site: _, ...organization } = base.program.organization;
  return {
    ...base,
    program: {
      ...base.program,
      organization: { ...organization, ...(site ? { site: { documents: [], projects: [], contacts: {}, ...site } } : {}) },
    },
    repositories: base.repositories.map((repository) => ({
      ...repository,
      facts: { ...repository.facts, published: true, origin: `https://github.com/muster/${repository.id}`, daysSinceCommit: 3, ...facts },
    })),
  };
}

const all = (result: ScanResult) => [...siteFiles(result).files.values()].join("\n");
const why = (result: ScanResult) => siteFiles(result).leftOut.map((one) => `${one.what}: ${one.why}`);

describe("the public site", () => {
  it("shows nothing of the program that nobody called public", () => {
    const result = resultWith(undefined);
    const text = all(result);
    expect([...siteFiles(result).files.keys()].sort()).toEqual([
      "de/contact.html",
      "de/index.html",
      "de/projects.html",
      "en/contact.html",
      "en/index.html",
      "en/projects.html",
      "index.html",
      "projects.json",
    ]);
    for (const hidden of [
      "shop-web",
      "till",
      "paged",
      "network clause",
      ...(result.program.strategy?.objectives ?? []).map(({ id }) => id),
    ])
      expect(text).not.toContain(hidden);
    expect(why(result)).toEqual(["shop-web: not-named", "till: not-named"]);
  });

  it("shows documents that are named and in force, and says which are not", () => {
    const result = resultWith({ documents: ["strategy", "compliance", "discovery"] });
    const draft = {
      ...result,
      program: { ...result.program, policies: result.program.policies.map((policy) => ({ ...policy, state: "draft" as const })) },
    };
    expect([...siteFiles(result).files.keys()]).toContain("de/policy-compliance.html");
    expect([...siteFiles(draft).files.keys()].filter((path) => path.includes("policy"))).toEqual([]);
    expect(why(draft)).toContain("compliance: not-in-force");
  });

  it("shows projects that are named, published, and not private", () => {
    const shown = (site: Partial<PublicSite>, facts: Facts = {}) =>
      JSON.parse(siteFiles(resultWith(site, facts)).files.get("projects.json") ?? "").projects.map(({ name }: { name: string }) => name);
    expect(shown({ projects: ["shop-*"] })).toEqual(["shop-web"]);
    expect(shown({ projects: ["*"] })).toEqual(["shop-web", "till"]);
    expect(shown({ projects: ["*"] }, { published: false })).toEqual([]);
    expect(shown({ projects: ["*"] }, { visibility: "private" })).toEqual([]);
    expect(shown({ projects: ["*"] }, { origin: "javascript:alert(1)" })).toEqual([]);
    expect(why(resultWith({ projects: ["nobody-*"] }))).toContain("nobody-*: no-match");
  });

  it("says nothing of findings, products, people and figures of ours", () => {
    const text = all(resultWith({ documents: ["strategy", "compliance"], projects: ["*"] }));
    for (const secret of ["paged", "denied", "LicenseRef-Charts", "waiver", "legal@", "finding:"]) expect(text).not.toContain(secret);
  });

  it("writes a publiccode.yml for a project that brings none", () => {
    const paths = (facts: Facts) =>
      [...siteFiles(resultWith({ projects: ["*"] }, facts)).files.keys()].filter((path) => path.startsWith("publiccode/"));
    expect(paths({})).toEqual(["publiccode/shop-web.yml", "publiccode/till.yml"]);
    expect(paths({ hasPubliccode: true })).toEqual([]);
  });

  it("names contacts, for people and in security.txt", () => {
    const site = { address: "https://open.example.org/os", contacts: { general: "os@example.org", security: "https://example.org/sec" } };
    const { files } = siteFiles(resultWith(site));
    expect(files.get("en/contact.html")).toContain('href="mailto:os@example.org"');
    expect(files.get(".well-known/security.txt")).toMatch(/^Contact: https:\/\/example\.org\/sec\nExpires: 20\d\d-.*Z\n/);
    expect(files.get("sitemap.xml")).toContain("<loc>https://open.example.org/os/de/contact.html</loc>");
  });

  it("gives each project a page of its own, whatever their names", () => {
    const [first, second] = sampleResult.repositories;
    const base = {
      ...sampleResult,
      repositories: [
        { ...first, id: "a/b" },
        { ...second, id: "a-b" },
        { ...second, id: "../漢" },
      ],
    } as ScanResult;
    const paths = [...siteFiles(resultWith({ projects: ["**"] }, {}, base)).files.keys()];
    expect(paths.filter((path) => path.startsWith("en/project-"))).toEqual([
      "en/project-a-b.html",
      "en/project-a-b-2.html",
      "en/project-project.html",
    ]);
  });

  it("stays whole whatever names and texts try", () => {
    const open = resultWith({ documents: ["strategy", "compliance"], projects: ["**"], contacts: { general: "os@example.org" } });
    const tags = (text: string) => (text.match(/<(?:script|img|style|iframe|h1|main|nav)\b/g) ?? []).sort().join();
    fc.assert(
      fc.property(hostileSay, (say) => {
        const infected = infect(open, say);
        const kept = {
          ...infected,
          repositories: infected.repositories.map((one, index) => ({
            ...one,
            facts: { ...open.repositories[index]?.facts, description: say("x") },
          })),
        };
        for (const [path, text] of siteFiles(kept).files) {
          expect(path).toMatch(/^[\w./-]+$/);
          if (!path.endsWith(".html")) continue;
          expect(tags(text)).toBe("<h1,<main,<nav,<style");
          expect(text).not.toMatch(/<[^<>]*\son\w+=|href="javascript:/);
        }
      }),
      { numRuns: 40 },
    );
  });
});
