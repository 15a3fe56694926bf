// A release as its office takes it: planned, frozen, resolved, made, verified, shipped, archived; what stands in the way is said, and nothing is skipped.
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const organization = join(folder, "organization");
const program = join(organization, "allmend");
const out = join(folder, "out");
const NOW = "2026-11-23";
const made = ["notices", "sbom", "offer", "sources"];
const artifacts = ["--artifact", ...made.map((kind) => `${kind}=${join(out, kind)}`)];
const terms =
  "Permission is hereby granted, free of charge, to any person obtaining a copy of this software, to deal in it without restriction.";

async function step(...args: readonly string[]): Promise<{ code: number; err: string }> {
  return run(["record", "release", "1.0.0", "--about", "product:till", "--by", "ospo", "--program", program, "--now", NOW, ...args]);
}

function write(path: string, content: string): void {
  const full = join(organization, path);
  mkdirSync(join(full, ".."), { recursive: true });
  writeFileSync(full, content);
}

beforeAll(async () => {
  write("till/package.json", JSON.stringify({ name: "till", version: "1.0.0", license: "MIT" }));
  write(
    "till/package-lock.json",
    JSON.stringify({
      name: "till",
      version: "1.0.0",
      lockfileVersion: 3,
      packages: {
        "": { name: "till", version: "1.0.0", dependencies: { soft: "2.0.0", free: "1.1.0" } },
        "node_modules/soft": { version: "2.0.0", license: "MIT" },
        "node_modules/free": { version: "1.1.0", license: "LGPL-2.1-only" },
      },
    }),
  );
  write("till/node_modules/soft/package.json", JSON.stringify({ name: "soft", version: "2.0.0", license: "MIT" }));
  write("till/node_modules/soft/LICENSE", `The MIT License\n\nCopyright (c) 2024 Ada Lovelace\n\n${terms}\n`);
  write(
    "allmend/organization.yaml",
    `organization: Shop\nid: shop\nextends: starter@1\nlanguages: [en]\nteams: { ospo: { lead: mk }, legal: { lead: none }, security: { lead: none }, engineering: { lead: none }, business: { lead: none } }\nproducts:\n  - id: till\n    owner: ospo\n    deliverables:\n      - { id: app, distribution: distributed, repositories: [till] }\n`,
  );
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", join(organization, "till"), "-c", "user.name=t", "-c", "user.email=t@example.org", ...args]);
  write("till/.gitignore", "node_modules\n");
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "-m", "Till");
  const { code, err } = await run(["scan", organization, "--program", program, "--now", NOW, "--quiet", "--caches", "none"]);
  expect(code, err).toBe(0);
  const unread = await run(["report", "compliance", "--program", program, "--matrix", "pairs.json", "--quiet"]);
  expect([unread.code, unread.err]).toEqual([2, expect.stringContaining("--matrix says how repositories are read")]);
}, 120_000);

it("goes its way, and is stopped where something is open", { timeout: 240_000 }, async () => {
  expect((await step("--to", "planned")).code).toBe(0);
  expect((await step("--to", "shipped")).err).toContain("the next step is frozen, not shipped");
  expect((await step("--to", "frozen")).code).toBe(0);
  expect((await step("--to", "resolved")).err).not.toContain("release-refused");
  for (const kind of made) {
    const report = [
      "report",
      kind,
      organization,
      "--program",
      program,
      "--release",
      "1.0.0",
      "--output",
      join(out, kind),
      "--now",
      NOW,
      "--quiet",
      "--caches",
      "none",
    ];
    const { code, err } = await run(report);
    expect(code, err).toBe(0);
  }
  const notices = readFileSync(join(out, "notices"), "utf8");
  expect(notices).toContain("Copyright (c) 2024 Ada Lovelace");
  expect(notices).toContain("GNU LESSER GENERAL PUBLIC LICENSE");
  expect(readFileSync(join(out, "offer"), "utf8")).toContain("free 1.1.0");
  expect((await step("--to", "made", ...artifacts)).code).toBe(0);

  const size = Buffer.byteLength(notices);
  appendFileSync(join(out, "notices"), "changed");
  expect((await step("--to", "verified", ...artifacts)).err).toContain("is not there any more as it was made");
  truncateSync(join(out, "notices"), size);
  expect((await step("--to", "verified", ...artifacts)).code).toBe(0);

  const shipping = await step("--to", "shipped");
  expect([shipping.code, shipping.err]).toEqual([
    2,
    expect.stringContaining("obligations are open: what a licensor asks cannot be waived"),
  ]);
  for (const duty of ["attribution", "license-text", "source"]) {
    const said = ["record", "obligation", duty, "--about", "product:till", "--by", "ospo", "--program", program, "--now", NOW];
    expect((await run([...said, "--state", "waived"])).err).toContain("waiver-of-obligation");
    expect((await run([...said, "--evidence", "till.notices.html", "--release", "1.0.0"])).code).toBe(0);
  }
  expect((await step("--to", "shipped")).err).not.toContain("release-refused");
  expect((await step("--to", "archived", "--archive", "s3://releases/till-1.0.0")).code).toBe(0);
  const page = await run([
    "report",
    "compliance",
    organization,
    "--program",
    program,
    "--format",
    "text",
    "--now",
    NOW,
    "--quiet",
    "--caches",
    "none",
  ]);
  expect(page.out).toContain("1.0.0: archived");

  // Rules about releases have something to judge now: what licences ask of this one is done.
  const result = JSON.parse(
    (await run(["scan", organization, "--program", program, "--json", "--now", NOW, "--quiet", "--caches", "none"])).out,
  ) as {
    rules: { rule: string; subjects: number; notMatched: number }[];
  };
  expect(result.rules.find(({ rule }) => rule === "obligations-fulfilled")).toMatchObject({ subjects: 1, notMatched: 1 });
});

it("refuses an exception from what licensors ask", async () => {
  write(
    "allmend/licenses.yaml",
    "waivers:\n  - { rule: obligations-fulfilled, about: { product: till }, because: no time, owner: ospo, expires: 2027-01-01 }\n",
  );
  const { code, out: printed, err } = await run(["validate", program]);
  expect(code).not.toBe(0);
  expect(printed + err).toContain("[waiver-of-obligation]");
});
