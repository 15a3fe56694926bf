// Package.resolved of the Swift Package Manager, versions 1 to 3 (https://github.com/swiftlang/swift-package-manager/blob/main/Sources/PackageGraph/ResolvedPackagesStore.swift).
import { withoutTrailing } from "#kit";
import type { LockedPackage, LockfileFormat, Reading, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource, withoutCredentials } from "../shared/addresses.ts";
import { asArray, asObject, field, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { parseJsonLines } from "../shared/json.ts";
import { Keys } from "../shared/keys.ts";
import { nameOf } from "../shared/paths.ts";

export const swiftPackageResolved: LockfileFormat = {
  id: "swift-package-resolved",
  ecosystem: "swift",
  kind: "lockfile",
  names: ["Package.resolved"],
  matches: (path) => nameOf(path) === "Package.resolved",
  read: readPackageResolved,
};

function readPackageResolved(file: SourceFile): Reading {
  const document = parseJsonLines(file.text);
  const root = asObject(document.value);
  const pins = asArray(field(root, "pins") ?? field(field(root, "object"), "pins"));
  if (pins === undefined) throw new Unreadable("There is no list of pins.", 1, '"pins": […]');
  const problems = new EntryProblems(file.path);
  const keys = new Keys();
  const packages: LockedPackage[] = [];
  const own = [];
  for (const [index, pin] of pins.entries()) {
    const line = document.lineOf(pins, index);
    const identity = textField(pin, "identity") ?? textField(pin, "package");
    const location = textField(pin, "location") ?? textField(pin, "repositoryURL");
    if (identity === undefined && !location) problems.bad("A pin without identity and location.", line, "identity, location and state");
    else if (textField(pin, "kind") === "fileSystem") own.push({ type: "swift", name: identity ?? location ?? "" });
    else packages.push(packageOf(pin, { identity, location, line }, keys));
  }
  return { packages, own, problems: problems.list() };
}

interface Place {
  readonly identity: string | undefined;
  readonly location: string | undefined;
  readonly line: number | undefined;
}

function packageOf(pin: unknown, { identity, location, line }: Place, keys: Keys): LockedPackage {
  const state = objectField(pin, "state");
  const version = textField(state, "version") ?? "";
  const inRegistry = textField(pin, "kind") === "registry" || !location;
  const named = inRegistry ? { name: identity ?? "" } : swiftName(location, identity);
  const revision = textField(state, "revision");
  return {
    key: keys.unique(`${identity ?? location ?? ""}@${version}`.toLowerCase()),
    type: "swift",
    ...named,
    version,
    scope: "production",
    line,
    // There is no usual registry: a package is where it lives. Said only where the version does not tell which code it is.
    source: inRegistry || version !== "" ? undefined : gitSource(location, revision),
    integrity: revision,
  };
}

/** `https://github.com/apple/swift-log.git` and `git@github.com:apple/swift-log.git` are `github.com/apple` and `swift-log`. */
function swiftName(location: string, identity: string | undefined): { namespace?: string; name: string } {
  const address = withoutCredentials(location.trim());
  const bare = /^[\w.-]+@[^:/]+:/.test(address)
    ? address.replace(/^[^@]+@([^:/]+):/, "$1/")
    : address.replace(/^[a-z][a-z0-9+.-]*:\/\/(?:[\w.-]+@)?/i, "");
  const path = withoutTrailing(bare.replace(/^\/+/, ""), "/").replace(/\.git$/, "");
  const slash = path.lastIndexOf("/");
  if (slash < 0) return { name: identity ?? path };
  return { namespace: path.slice(0, slash).replace(/:\d+(?=\/|$)/, ""), name: path.slice(slash + 1) };
}
