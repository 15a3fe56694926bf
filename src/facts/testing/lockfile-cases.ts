// The lockfiles with known answers beside the repository, and whether the inventory of each case is the same.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { collectInventory } from "../inventory/collect.ts";
import type { Component, Inventory } from "../inventory/types.ts";
import { folderTree } from "./memory-tree.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "..", "shared", "cases", "lockfiles");

interface KnownPackage {
  readonly name: string;
  readonly version: string;
  readonly type?: string;
}

export interface LockfileCase {
  readonly id: string;
  readonly format: string;
  readonly source: string;
  readonly packages: readonly KnownPackage[];
  readonly expectError: boolean;
  /** The expectation is one tool's own convention. */
  readonly quirk: boolean;
  /** The source leaves out what is for development: more than expected is then right. */
  readonly productionOnly: boolean;
}

export interface CaseResult {
  readonly given: LockfileCase;
  readonly right: boolean;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** All cases; undefined where the folder is not there. */
export function lockfileCases(): readonly LockfileCase[] | undefined {
  const index = join(folder, "index.jsonl");
  if (!existsSync(index)) return undefined;
  const ids = readFileSync(index, "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { id: string }).id);
  return ids.map((id) => {
    const known = JSON.parse(readFileSync(join(folder, id, "expected.json"), "utf8"));
    return {
      id,
      format: known.format,
      source: known.source,
      packages: known.packages,
      expectError: known.expect_error !== null,
      quirk: known.quirk !== null,
      productionOnly: known.scope === "prod-only",
    };
  });
}

/** Reads one case as a repository of its own. */
export function caseInventory(given: LockfileCase): Promise<Inventory> {
  return collectInventory(folderTree(join(folder, given.id), given.id, ["expected.json"]));
}

/** The inventory itself against the answer, with the habits of the cases' sources translated: what is ours, asks without a version, short names. */
export async function lockfileResult(given: LockfileCase): Promise<CaseResult> {
  const inventory = await caseInventory(given);
  return comparedWithAnswer(given, foundIn(inventory, given), inventory);
}

/** Compares by the rules of `score.mjs` beside the cases. */
export function comparedWithAnswer(given: LockfileCase, found: readonly Found[], { problems }: Pick<Inventory, "problems">): CaseResult {
  if (given.expectError) {
    const right = found.length === 0 || problems.some((problem) => problem.severity === "error");
    return { given, right, missing: [], extra: right ? [] : found.map(({ name }) => name) };
  }
  const known = given.packages.filter((item) => given.format !== "gomod" || item.name !== "stdlib");
  const unpinned = new Set(
    known.filter((item) => knownVersion(item, given) === "").map((item) => plainName(item.name, item.type, given.format)),
  );
  const wanted = new Set(known.map((item) => entry(item.name, item.type, knownVersion(item, given), given.format, NONE)));
  const got = new Set(found.map((item) => entry(item.name, item.type, item.version, given.format, unpinned)));
  const missing = [...wanted].filter((item) => !got.has(item));
  const extra = given.productionOnly ? [] : [...got].filter((item) => !wanted.has(item));
  return { given, right: missing.length === 0 && extra.length === 0, missing, extra };
}

function knownVersion(item: KnownPackage, given: LockfileCase): string {
  // osv-scanner writes 0.0.0 for a requirement without a version.
  return given.format === "requirements" && given.source.startsWith("osv-scanner") && item.version === "0.0.0" ? "" : item.version;
}

// What the sources of the cases count and we keep apart: the package that a file describes (ours), in these formats of theirs …
const COUNTS_OWN = new Set(["cargolock", "cargotoml", "cpan", "gemspec", "packagejson", "projecttoml"]);
// … and what a file names without a version, which they leave out in these.
const LEAVES_ASKS = new Set(["cargotoml", "gemspec", "packagejson", "spdx"]);
// Their names are sometimes the last part of ours.
const SHORT_NAMES = new Set(["spdx", "cdx", "packageresolved"]);

const NONE: ReadonlySet<string> = new Set();

export interface Found {
  readonly name: string;
  readonly version: string;
  readonly type?: string;
}

function foundIn(inventory: Inventory, given: LockfileCase): readonly Found[] {
  const ranges = new Map(inventory.occurrences.map((occurrence) => [occurrence.component, occurrence.range ?? ""]));
  const listed = inventory.components.map((component, index) => ({
    name: fullName(component, given),
    version: component.version || (ranges.get(index) ?? ""),
    type: component.type,
    pinned: component.version !== "",
  }));
  const own = inventory.own.filter(({ version, type }) => version && type !== "vscode-extension");
  return [
    ...listed.filter(({ pinned }) => pinned || !LEAVES_ASKS.has(given.format)),
    ...(COUNTS_OWN.has(given.format)
      ? own.map((item) => ({ name: fullName(item, given), version: item.version ?? "", type: item.type }))
      : []),
  ];
}

function fullName({ type, namespace, name }: Pick<Component, "type" | "namespace" | "name">, given: LockfileCase): string {
  if (!namespace) return name;
  const full = `${namespace}${type === "maven" ? ":" : "/"}${name}`;
  return SHORT_NAMES.has(given.format) && !given.packages.some((item) => item.name === full) ? name : full;
}

function entry(name: string, type: string | undefined, version: string, format: string, unpinned: ReadonlySet<string>): string {
  const plain = plainName(name, type, format);
  return `${plain}@${unpinned.has(plain) ? "" : plainVersion(version, format)}`;
}

function plainName(name: string, type: string | undefined, format: string): string {
  let plain = name.trim();
  if (type === "pypi" || /pip|poetry|uv|pdm|requirements|pylock|pyproject/.test(format)) {
    plain = plain
      .toLowerCase()
      .replace(/\[.*\]$/, "")
      .replace(/[-_.]+/g, "-");
  }
  if (type === "maven" || /gradle|pom/.test(format)) plain = plain.replace("/", ":");
  return /nuget|packageslock|composer|packagesconfig|paket|depsjson|csproj/.test(format) ? plain.toLowerCase() : plain;
}

function plainVersion(version: string, format: string): string {
  const plain = version
    .trim()
    .replace(/^[=^~]+(?=\d)/, "")
    .replace(/^v(?=\d)/, "");
  return format === "gomod" ? plain.replace(/\+incompatible$/, "") : plain;
}
