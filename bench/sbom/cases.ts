// The SBOMs with known answers beside the repository, and whether ours are the same.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSbom, type SbomPackage, type SbomReading } from "#facts";

const folder = join(import.meta.dirname, "..", "..", "..", "shared", "cases", "sboms");

/** One line of `index.jsonl`. */
export interface SbomCase {
  readonly path: string;
  readonly format: "cyclonedx-json" | "cyclonedx-xml" | "spdx2-json" | "spdx2-tag" | "spdx3-json";
  readonly spec: string;
  readonly parses: boolean;
  readonly list: readonly Readonly<Record<string, unknown>>[];
}

const formats = {
  "cyclonedx-json": "cyclonedx-json",
  "cyclonedx-xml": "cyclonedx-xml",
  "spdx2-json": "spdx-json",
  "spdx2-tag": "spdx-tag-value",
  "spdx3-json": "spdx3-json",
} as const;

/** All cases; undefined where the folder is not there. */
export function sbomCases(): readonly SbomCase[] | undefined {
  const index = join(folder, "index.jsonl");
  if (!existsSync(index)) return undefined;
  const lines = readFileSync(index, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as SbomCase);
}

/** What differs from the known answer; undefined where nothing does. */
export async function sbomDifference(given: SbomCase): Promise<string | undefined> {
  let reading: SbomReading;
  try {
    reading = await readSbom(readFileSync(join(folder, given.path)), given.path);
  } catch (error) {
    return given.parses ? `not read: ${error instanceof Error ? error.message : String(error)}` : undefined;
  }
  if (!given.parses) return "read, though it should not be";
  if (reading.format !== formats[given.format]) return `taken for ${reading.format}`;
  if (reading.specVersion !== given.spec) return `version ${reading.specVersion} instead of ${given.spec}`;
  const ours = given.format.startsWith("cyclonedx")
    ? reading.packages.map(cycloneDxEntry)
    : spdxPackages(reading).map((item) => spdxEntry(item));
  const known = given.list.map((entry) => ({ ...entry, name: entry.name ?? "" }));
  if (ours.length !== known.length) return `${ours.length} packages instead of ${known.length}`;
  const place = known.findIndex((entry, at) => Object.entries(entry).some(([key, value]) => !same(ours[at]?.[key], value)));
  return place < 0 ? undefined : `package ${place + 1}: ${JSON.stringify(ours[place])} instead of ${JSON.stringify(known[place])}`;
}

function same(ours: unknown, known: unknown): boolean {
  return JSON.stringify(ours) === JSON.stringify(known);
}

function cycloneDxEntry({ name, version, group, purl, licenses }: SbomPackage): Record<string, unknown> {
  return { name, version, group, purl, licences: licenses.map(({ value }) => value) };
}

/** The known answers count what a document describes among its packages. */
function spdxPackages(reading: SbomReading): readonly SbomPackage[] {
  return [...reading.own, ...reading.packages].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function spdxEntry({ name, version, purl, licenses }: SbomPackage): Record<string, unknown> {
  const of = (basis: "declared" | "concluded"): string | null => licenses.find((license) => license.basis === basis)?.value ?? null;
  return { name, version, purl, declared: of("declared"), concluded: of("concluded") };
}
