// Our involvement upstream and communities, from real repositories to the result: what a user gives, and what the rules then know.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { git, makeRepository } from "../src/facts/testing/git-fixtures.ts";
import type { ScanResult } from "#scan";
import { runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const program = join(folder, "program");
const NOW = "2024-06-01";

function commit(repository: string, author: string, message = "Change"): void {
  git(repository, ["commit", "-q", "--allow-empty", "-m", message, `--author=${author}`]);
}

beforeAll(() => {
  makeRepository(join(folder, "ours", "shop"), {
    "package.json": '{"name":"shop","version":"1.0.0","dependencies":{"left":"1.0.0"}}',
  });
  const left = makeRepository(join(folder, "theirs", "left"), {
    "package.json": '{"name":"left","version":"1.0.0"}',
    "CONTRIBUTING.md": "Sign the contributor license agreement.",
    "MAINTAINERS.md": "Ada <ada@acme.org>, Bo <bo@other.org>",
  });
  for (const author of ["Ada <ada@acme.org>", "Eve <eve@other.org>", "Private <cy@gmail.com>"]) commit(left, author);
  mkdirSync(program, { recursive: true });
  writeFileSync(
    join(program, "organization.yaml"),
    `organization: Acme
extends: starter@1
domains: [acme.org]
products:
  - id: shop
    criticality: high
    deliverables: [{ id: web, distribution: hosted, repositories: [shop] }]
`,
  );
  writeFileSync(join(program, "affiliations.yaml"), "people:\n  - { addresses: [cy@gmail.com], organization: us }\n");
  writeFileSync(
    join(program, "strategy.md"),
    '---\nstrategy: Ours\nstate: draft\nupstreams:\n  - { project: "pkg:npm/left", wanted: leader }\n---\nWords.\n',
  );
});

async function scanned(...more: readonly string[]): Promise<ScanResult> {
  const { out, err } = await run(["scan", join(folder, "ours"), "--program", program, "--json", "--now", NOW, "--quiet", ...more]);
  expect(out, err).not.toBe("");
  return JSON.parse(out) as ScanResult;
}

describe("upstream", () => {
  it("without clones says what to clone first, and stays unknown", async () => {
    const { upstreams, measures } = await scanned();
    expect(upstreams.projects).toMatchObject([{ project: "pkg:npm/left", wanted: "leader", products: 1, criticality: "high" }]);
    expect(upstreams.projects[0]).not.toHaveProperty("rung");
    expect(upstreams.cloneFirst.map((one) => one.package)).toEqual(["pkg:npm/left"]);
    expect(measures.find(({ measure }) => measure === "contribution.dominated-projects")).toMatchObject({
      value: null,
      reason: "no-source",
    });
  });

  it("with a clone says how much of us is in it, on which rung we stand, and tells no address", async () => {
    const result = await scanned("--upstream", join(folder, "theirs"));
    expect(result.upstreams.projects).toMatchObject([
      {
        clone: "left",
        packages: ["pkg:npm/left"],
        agreement: "required",
        rung: "leader",
        below: false,
        involvement: { contributions: 4, ours: { commits: 2, ever: 2, share: 0.5, people: null, maintainers: 1 } },
      },
    ]);
    expect(result.upstreams.cloneFirst).toEqual([]);
    expect(result.measures.find(({ measure }) => measure === "contribution.share-of-commits")).toMatchObject({
      subject: "upstream:pkg:npm/left",
      value: 0.5,
      of: 4,
    });
    expect(JSON.stringify(result)).not.toMatch(/cy@gmail|ada@acme/);
  });

  it("gives no figure about fewer than five people", async () => {
    const { communities } = await scanned();
    expect(communities).toMatchObject([{ repository: "shop", people: null, withheld: "group-too-small" }]);
  });
});
