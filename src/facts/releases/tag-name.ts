// What the name of a tag says: of which package it is a version, and whether a preliminary one. Aliases (`v4`, `latest`) are none.
import { withoutTrailing } from "#kit";

export interface TagName {
  /** What stands before the version: the package in a monorepo. */
  readonly line: string;
  /** Two to five of them. */
  readonly numbers: readonly number[];
  /**
   * Release: a version and nothing behind it but build metadata or a word for the final one. Moving: a nightly build and the like. Other: something
   * behind it that nobody can read.
   */
  readonly kind: "release" | "preliminary" | "moving" | "other";
  /** The version, where the name is one by Semantic Versioning 2.0.0, with or without a `v` before it. */
  readonly semver?: string;
}

/** Longer ones are cut: names come from strangers. */
const MOST = 250;
const VERSION = /\d{1,9}(?:[._]\d{1,9}){1,4}/g;
/** Most names: a version alone. */
const PLAIN = /(?<=^v?)\d{1,9}(?:\.\d{1,9}){1,4}$/;
const MOVING = /(?:^|[-_/])(?:nightly|latest|edge|snapshot|canary|continuous)(?:[-_/]|$)/i;
const SEMVER =
  /^v?((?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?)$/;
const WORDS = "alpha|beta|rc|pre|preview|dev|snapshot|next|canary|nightly|test|eap|ea|cr|milestone|m|a|b";
const PRELIMINARY_BEFORE = new RegExp(`(?:^|[^a-z])(?:${WORDS})[._-]*\\d*[._-]*$`, "i");
const PRELIMINARY_BEHIND = new RegExp(`^[-._+]?(?:${WORDS})(?:[^a-z]|$)`, "i");
const FINAL = /^[-._](?:final|ga|release)$/i;

/** Facts, delivery and communities ask for the same names. Bounded: when it is full it begins again. */
const read = new Map<string, TagName | undefined>();
const MOST_READ = 100_000;

/** Undefined where no version of two numbers or more stands in it. */
export function readTagName(full: string): TagName | undefined {
  const known = read.get(full);
  if (known !== undefined || read.has(full)) return known;
  if (read.size >= MOST_READ) read.clear();
  const name = parse(full);
  read.set(full, name);
  return name;
}

function parse(full: string): TagName | undefined {
  const name = full.slice(0, MOST);
  const version = lastVersion(name);
  if (!version) return undefined;
  const before = name.slice(0, version.index);
  const behind = name.slice(version.index + version[0].length);
  const semver = SEMVER.exec(name)?.[1];
  return {
    line: lineOf(before),
    numbers: version[0].split(/[._]/).map(Number),
    kind: MOVING.test(name) ? "moving" : kindOf(before, behind, semver),
    ...(semver === undefined ? {} : { semver }),
  };
}

/** `python3.11-1.2.0` is a version 1.2.0, `1.0.0-rc.1.2` one of 1.0.0. */
function lastVersion(name: string): RegExpExecArray | undefined {
  const plain = PLAIN.exec(name);
  if (plain) return plain;
  const all = [...name.matchAll(VERSION)];
  return all.findLast((found) => !isBehindWord(name.slice(0, found.index))) ?? all[0];
}

/** The numbers of a preliminary version are not the version. */
function isBehindWord(before: string): boolean {
  return /\d/.test(before) && PRELIMINARY_BEFORE.test(before);
}

function kindOf(before: string, behind: string, semver: string | undefined): TagName["kind"] {
  if (semver !== undefined) return semver.split("+")[0]?.includes("-") ? "preliminary" : "release";
  if (PRELIMINARY_BEFORE.test(before) || PRELIMINARY_BEHIND.test(behind)) return "preliminary";
  return behind === "" || FINAL.test(behind) ? "release" : "other";
}

/** What stands before the version, without the sign that joins them: `pkg-v`, `pkg@` and `pkg/` are one package, and a leading v is none. */
function lineOf(text: string): string {
  return withoutTrailing(text.toLowerCase().replace(/(^|[^a-z])v$/, "$1"), "-_@/.");
}
