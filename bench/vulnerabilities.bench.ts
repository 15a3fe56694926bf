// An export of advisories read into the database, and the components of a large product matched with it, each beside the least that any program would do for it:
// unpack and parse every record once, parse the advisories of the packages once (from one text in memory; ours reads 256 files). The ratio says more than seconds that depend on the machine.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { advisoriesOf, componentName, DatabaseWriter, matchComponents, readImport } from "../src/facts/index.ts";
import { zipEntries } from "../src/facts/imports/shared/zip.ts";
import { zipOf } from "../src/facts/imports/testing/zip.ts";
import { currentDatabase } from "../src/facts/vulnerabilities/database/read.ts";

const RECORDS = 100_000;
const PACKAGES = 40_000;
const COMPONENTS = 10_000;

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "allmend-vulnerabilities-"));
  try {
    const archive = join(folder, "all.zip");
    writeFileSync(
      archive,
      zipOf(
        Array.from({ length: RECORDS }, (_, index) => ({ name: `EX-${index}.json`, content: record(index) })),
        true,
      ),
    );
    const size = `${(statSync(archive).size / 1e6).toFixed(0)} MB packed`;
    process.stdout.write("| what | size | ours | least | ours : least | reach |\n|---|---|--:|--:|--:|---|\n");
    const parse = await seconds(() => parseAll(archive));
    const taken = await seconds(() => intoDatabase(archive, join(folder, "database")));
    row(`${RECORDS} advisories imported`, size, taken, parse, "≤ 4");
    await matching(join(folder, "database"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function matching(folder: string): Promise<void> {
  const current = await currentDatabase(folder);
  if (!current) throw new Error("nothing was imported");
  const names = Array.from({ length: COMPONENTS }, (_, index) => componentName(`pkg:npm/package-${index % PACKAGES}@1.${index % 7}.0`));
  const packages = new Set(names.flatMap((name) => name?.package ?? []));
  let found = 0;
  const ours = await seconds(async () => {
    found = matchComponents(names, await advisoriesOf(folder, current, packages), []).matches.length;
  });
  const text = (await advisoriesOf(folder, current, packages)).map((advisory) => JSON.stringify(advisory)).join("\n");
  const written = await seconds(() => Promise.resolve(text.split("\n").map((line) => JSON.parse(line) as unknown).length));
  row(`${COMPONENTS} components matched: ${found} hits`, `${(text.length / 1e6).toFixed(1)} MB of advisories`, ours, written, "≤ 8");
}

async function parseAll(archive: string): Promise<void> {
  let ids = 0;
  for await (const { bytes } of zipEntries(archive)) ids += (JSON.parse(bytes?.toString("utf8") ?? "{}") as { id: string }).id.length;
  if (ids === 0) throw new Error("nothing was read");
}

async function intoDatabase(path: string, folder: string): Promise<void> {
  const writer = await DatabaseWriter.open(folder);
  const { counts, origin } = await readImport({
    kind: "osv",
    path,
    name: "all.zip",
    digest: "0".repeat(64),
    now: "2026-11-30T00:00:00Z",
    advisories: (advisory) => writer.add(advisory),
  });
  await writer.finish({
    digest: "0".repeat(64),
    name: "all.zip",
    kind: "osv",
    covers: origin.covers ?? [],
    taken: counts.taken,
    notUnderstood: 0,
  });
  if (counts.taken !== RECORDS) throw new Error(`${counts.taken} of ${RECORDS} were taken`);
}

/** As long as a record of GitHub's database usually is. */
function record(index: number): string {
  return JSON.stringify({
    id: `EX-${index}`,
    modified: "2026-05-01T00:00:00Z",
    published: "2026-04-01T00:00:00Z",
    aliases: [`CVE-2026-${index}`],
    summary: "A crafted name makes the parser of package write outside of its folder",
    details: "The function that joins paths does not normalise them. ".repeat(12),
    severity: [{ type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N" }],
    affected: [
      {
        package: { ecosystem: "npm", name: `package-${index % PACKAGES}` },
        ranges: [{ type: "SEMVER", events: [{ introduced: "0" }, { fixed: `1.${index % 5}.3` }] }],
      },
    ],
    references: [{ type: "WEB", url: `https://example.org/advisories/${index}` }],
  });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function row(what: string, size: string, ours: number, least: number, reach: string): void {
  process.stdout.write(
    `| ${[what, size, `${ours.toFixed(2)} s`, `${least.toFixed(2)} s`, (ours / least).toFixed(1), reach].join(" | ")} |\n`,
  );
}
