// What licenses.yaml concludes is what `check` answers from, however the package's address is written and whether or not a scan has seen it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runner } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "allmend-curated-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = runner(join(folder, "home"));
const lock = {
  name: "web",
  version: "1.0.0",
  lockfileVersion: 3,
  packages: {
    "": { name: "web", version: "1.0.0", dependencies: { "@npmcli/redact": "2.0.1" } },
    "node_modules/@npmcli/redact": {
      version: "2.0.1",
      license: "ISC",
      resolved: "https://registry.npmjs.org/@npmcli/redact/-/redact-2.0.1.tgz",
      integrity: "sha512-AA==",
    },
  },
};
const curations = `schema: allmend.licenses/1
curations:
  - { component: "pkg:npm/@npmcli/redact@2.0.1", declared: ISC, concluded: MIT, because: its text is the MIT text }
  - { component: "pkg:npm/@npmcli/redact@3.0.0", concluded: MIT, because: the text did not change }
`;

interface Answer {
  readonly license?: string;
  readonly seen: string;
  readonly places: readonly unknown[];
  readonly obligations: readonly { readonly kind: string; readonly license: string }[];
}

beforeAll(async () => {
  mkdirSync(join(folder, "web"), { recursive: true });
  writeFileSync(
    join(folder, "web", "package.json"),
    JSON.stringify({ name: "web", version: "1.0.0", dependencies: { "@npmcli/redact": "2.0.1" } }),
  );
  writeFileSync(join(folder, "web", "package-lock.json"), JSON.stringify(lock));
  await run(["init", folder, "--pack", "starter", "--yes"]);
  writeFileSync(join(folder, "allmend", "licenses.yaml"), curations);
  const scan = await run(["scan", join(folder, "web"), "--program", join(folder, "allmend"), "--json"]);
  expect(scan.code, scan.err).toBe(0);
});

async function check(purl: string): Promise<Answer> {
  const { out, err } = await run(["check", purl, "--json"]);
  expect(out, err).not.toBe("");
  const parsed = JSON.parse(out) as { answers: Answer[] } | Answer;
  return "answers" in parsed ? (parsed.answers[0] as Answer) : parsed;
}

it.each(["pkg:npm/@npmcli/redact@2.0.1", "pkg:npm/%40npmcli/redact@2.0.1"])(
  "%s is seen, under the licence that was concluded",
  async (purl) => {
    const answer = await check(purl);
    expect(answer).toMatchObject({ license: "MIT", seen: "version" });
    expect(answer.places).toHaveLength(1);
    expect(answer.obligations.map(({ license }) => license)).not.toContain("unknown");
  },
);

it("a version that no scan has seen is answered by the curation too", async () => {
  const answer = await check("pkg:npm/@npmcli/redact@3.0.0");
  expect(answer).toMatchObject({ license: "MIT", seen: "component" });
  expect(answer.obligations.map(({ license }) => license)).not.toContain("unknown");
});
