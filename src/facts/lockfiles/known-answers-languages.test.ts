// The readers of Python, Go, Rust, Ruby, PHP, Elixir, Erlang, Gleam, Julia, Dart, Swift and CocoaPods against answers that other projects wrote
// (../shared/cases/lockfiles).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatFor } from "./registry.ts";
import { normalName } from "./shared/python/names.ts";
import { checkReading } from "./testing/hostile.ts";
import { casesFolder, contextOver, textsIn } from "./testing/reading.ts";
import { type LockedPackage, type OwnPackage, type Reading, Unreadable } from "./types.ts";

interface Expected {
  readonly file: string;
  readonly source: string;
  readonly expect_error: string | null;
  readonly quirk: string | null;
  readonly scope: string;
  readonly packages: readonly { readonly name: string; readonly version: string }[];
}

const FILE_IS_ABSENT = "the version stands in a file that the case does not hold";

/** Cases that cannot be met, and why. */
const KNOWN_MISSES = new Map([
  ["gemspec/version-constant-different-casing", FILE_IS_ABSENT],
  ["gemspec/version-constant-expand-join", FILE_IS_ABSENT],
  ["gemspec/version-constant-freeze", FILE_IS_ABSENT],
  ["gemspec/version-constant-join", FILE_IS_ABSENT],
  ["gemspec/version-constant-join-multiline", FILE_IS_ABSENT],
  ["gemspec/version-constant-require", FILE_IS_ABSENT],
  ["manifesttoml/more-than-two-dependencies", "the file has a name that Julia does not know"],
  ["packageresolved/syft-package", "leaves out whose package it is; packageresolved/valid, as the package URL, does not"],
  ["requirements/env-var", "drops what has its version from the environment; the package is used all the same"],
  ["requirements/osv-cyclic-r-complex-1", "an included file is missing in the case"],
  [
    "requirements/osv-with-multiple-r-options",
    "counts a package that is pinned and not pinned as two; met, but for how the answers are compared",
  ],
]);

const FORMATS = [
  "cargolock",
  "cargotoml",
  "composerlock",
  "gemfilelock",
  "gemspec",
  "gleamtoml",
  "gomod",
  "manifesttoml",
  "mixlock",
  "packageresolved",
  "pdmlock",
  "pipfilelock",
  "podfilelock",
  "poetrylock",
  "projecttoml",
  "pubspec",
  "pylock",
  "pyprojecttoml",
  "rebarlock",
  "requirements",
  "uvlock",
  "vendormodules",
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
  it("has all cases", () => expect(cases.length).toBeGreaterThanOrEqual(80));

  it.each(cases)("%s", async (id) => {
    const expected = JSON.parse(readFileSync(join(folder, id, "expected.json"), "utf8")) as Expected;
    const reading = await read(id, expected.file);
    if (expected.expect_error !== null) return expectError(id, reading);
    expect(reading, String(reading)).not.toBeInstanceOf(Unreadable);
    if (!("packages" in reading)) return;
    checkReading(reading);
    const wanted = expected.packages.map(({ name, version }) => ({ name: plainName(id, name), version: plainVersion(version) }));
    const open = new Set(wanted.filter(({ version }) => version === "").map(({ name }) => name));
    const answered = new Set(
      answers(id, reading).map(({ name, version }) => (open.has(name) ? `${name}@` : `${name}@${plainVersion(version)}`)),
    );
    const missing = wanted.filter(({ name, version }) => !answered.delete(`${name}@${version}`));
    const extra = expected.scope === "prod-only" ? [] : [...answered];
    if (KNOWN_MISSES.has(id)) expect(missing.length + extra.length).toBeGreaterThan(0);
    else expect({ missing, extra }).toEqual({ missing: [], extra: [] });
  });
});

async function read(id: string, file: string): Promise<Reading | Unreadable> {
  const texts = textsIn(join(folder, id));
  const format = await formatFor(file);
  if (format === undefined) return { packages: [] };
  try {
    return await format.read({ path: file, text: texts[file] ?? "" }, contextOver(texts));
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

/** A gemspec whose version cannot be known still tells what it asks for: a problem with a line is enough. */
function expectError(id: string, reading: Reading | Unreadable): void {
  const line = reading instanceof Unreadable ? reading.line : reading.problems?.[0]?.line;
  expect(line, `a line for ${id}`).toBeGreaterThan(0);
  if (!(reading instanceof Unreadable)) expect(answers(id, reading)).toEqual([]);
}

/** What each kind of case counts: packages of ours where the file pins them, asked ranges as versions, nothing that a gemspec asks for. */
function answers(id: string, reading: Reading): { name: string; version: string }[] {
  const own = (reading.own ?? []).filter((entry, index) => (id.startsWith("gomod/") ? index > 0 : entry.version !== undefined));
  const countsOwn = /^(?:cargolock|cargotoml|gemspec|projecttoml|gemfilelock|gomod)\//.test(id);
  const packages = id.startsWith("gemspec/")
    ? []
    : reading.packages.filter((entry) => !id.startsWith("cargotoml/") || entry.version !== "");
  return [...packages, ...(countsOwn ? own : [])].map((entry) => ({ name: plainName(id, nameIn(entry)), version: versionIn(id, entry) }));
}

function versionIn(id: string, entry: LockedPackage | OwnPackage): string {
  if (entry.version) return entry.version;
  const range = "range" in entry ? (entry.range ?? "") : "";
  return id.startsWith("requirements/") ? range.replace(/^\s*(?:>=|~=)\s*/, "") : range;
}

function nameIn(entry: LockedPackage | OwnPackage): string {
  return entry.namespace === undefined ? entry.name : `${entry.namespace}/${entry.name}`;
}

function plainName(id: string, name: string): string {
  if (/^(?:pdmlock|pipfilelock|poetrylock|pylock|pyprojecttoml|requirements|uvlock)\//.test(id)) return normalName(name);
  return id.startsWith("composerlock/") ? name.toLowerCase() : name;
}

/** `0.0.0` stands for none in the cases of requirements and of SDKs. */
function plainVersion(version: string): string {
  return version === "0.0.0" ? "" : version.replace(/^(?:!=.*|v(?=\d))/, "").replace(/\+incompatible$/, "");
}
