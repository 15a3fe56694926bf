// The readers of the JVM, .NET, GitHub Actions, C++, Haskell, R and Perl against answers that other projects wrote (../shared/cases/lockfiles).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatFor } from "./registry.ts";
import { casesFolder, contextOver, textsIn } from "./testing/reading.ts";
import { type LockedPackage, type OwnPackage, type Reading, Unreadable } from "./types.ts";

interface Expected {
  readonly file: string;
  readonly expect_error: string | null;
  readonly quirk: string | null;
  readonly scope: string;
  readonly packages: readonly { readonly name: string; readonly version: string; readonly line?: number }[];
}

/** Cases that cannot be met, and why. */
const KNOWN_MISSES = new Map([
  ["pomxml/osv-interpolation", "counts what dependency management only manages; pomxml/with-dependency-management, rightly, does not"],
]);

const FORMATS = [
  "cabal",
  "conanlock",
  "cpan",
  "csproj",
  "githubworkflow",
  "gradlelockfile",
  "gradleverificationmetadataxml",
  "gradleversioncatalog",
  "nugetcpm",
  "packagesconfig",
  "packageslockjson",
  "paketdependencies",
  "paketlock",
  "pomxml",
  "renvlock",
  "stacklock",
];

const found = casesFolder();
const folder = found ?? "";
const cases =
  found === undefined
    ? []
    : FORMATS.flatMap((format) =>
        existsSync(join(folder, format)) ? readdirSync(join(folder, format)).map((name) => `${format}/${name}`) : [],
      );

describe.skipIf(found === undefined)(`known answers${found === undefined ? " (skipped: ../shared/cases is not here)" : ""}`, () => {
  it("has all cases", () => expect(cases.length).toBeGreaterThanOrEqual(70));

  it.each(cases)("%s", async (id) => {
    const expected = JSON.parse(readFileSync(join(folder, id, "expected.json"), "utf8")) as Expected;
    const reading = await read(id, expected.file);
    if (expected.expect_error !== null) {
      expect(reading).toBeInstanceOf(Unreadable);
      expect((reading as Unreadable).line).toBeGreaterThan(0);
      return;
    }
    const got = reading instanceof Unreadable ? [] : answers(id, reading);
    const wanted = new Set(expected.packages.map((entry) => `${plainName(entry.name, id)}@${entry.version}`));
    const withoutVersion = new Set(expected.packages.filter((entry) => entry.version === "").map((entry) => plainName(entry.name, id)));
    const answered = new Set(got.map(({ name, version }) => `${name}@${withoutVersion.has(name) ? "" : version}`));
    if (KNOWN_MISSES.has(id)) expect(answered).not.toEqual(wanted);
    else expect(answered).toEqual(wanted);
    for (const entry of expected.packages) expectLine(id, reading as Reading, entry);
  });
});

async function read(id: string, file: string): Promise<Reading | Unreadable> {
  const texts = textsIn(join(folder, id));
  const format = await formatFor(file);
  expect(format, `a reader for ${file}`).toBeDefined();
  try {
    return (await format?.read({ path: file, text: texts[file] ?? "" }, contextOver(texts))) ?? { packages: [] };
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

/**
 * What the cases count: META.json names its own distribution, the cases of workflows count folders of the same repository, and those of renv
 * only what comes from CRAN.
 */
function answers(id: string, reading: Reading): readonly { readonly name: string; readonly version: string }[] {
  const packages = id.startsWith("renvlock/") ? reading.packages.filter((entry) => entry.type === "cran") : reading.packages;
  const own = id.startsWith("cpan/")
    ? (reading.own ?? []).filter((entry) => entry.version !== undefined)
    : id.startsWith("githubworkflow/")
      ? (reading.own ?? [])
      : [];
  return [...packages, ...own].map((entry) => ({ name: plainName(nameIn(entry), id), version: entry.version ?? "" }));
}

function nameIn(entry: LockedPackage | OwnPackage): string {
  const name =
    entry.namespace === undefined || entry.type === "cpan"
      ? entry.name
      : `${entry.namespace}${entry.type === "maven" ? ":" : "/"}${entry.name}`;
  return "subpath" in entry && entry.subpath !== undefined ? `${name}/${entry.subpath}` : name;
}

function plainName(name: string, id: string): string {
  return /^(?:csproj|nugetcpm|packages|paket)/.test(id) ? name.toLowerCase() : name;
}

/** Some answers tell the line: of what stands on one line only, it must be the same. */
function expectLine(id: string, reading: Reading, entry: Expected["packages"][number]): void {
  if (!entry.line || KNOWN_MISSES.has(id)) return;
  const lines = reading.packages
    .filter((candidate) => nameIn(candidate) === entry.name && candidate.version === entry.version)
    .map((candidate) => candidate.line);
  expect(lines, `${entry.name} in ${id}`).toContain(entry.line);
}
