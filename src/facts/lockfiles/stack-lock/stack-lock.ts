// stack.yaml.lock: packages that a Stack project takes from outside of its snapshot (https://docs.haskellstack.org/en/stable/topics/lock_files/).
import { gitSource, urlSource } from "../shared/addresses.ts";
import { arrayField, asObject, field, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { Keys } from "../shared/keys.ts";
import { parseYaml } from "../shared/yaml.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const stackLock: LockfileFormat = {
  id: "stack-lock",
  ecosystem: "hackage",
  kind: "lockfile",
  names: ["stack.yaml.lock"],
  // A project may have several: `stack-ghc9.yaml.lock`.
  matches: (path) => /(?:^|\/)stack[\w.-]*\.ya?ml\.lock$/.test(path),
  read: readLock,
};

function readLock(file: SourceFile): Reading {
  const { value, lineOf } = parseYaml(file.text);
  if (value !== null && !asObject(value)) throw new Unreadable("Not a lockfile of Stack: it is no mapping", 1, "packages and snapshots");
  const problems = new EntryProblems(file.path);
  const keys = new Keys();
  const packages: LockedPackage[] = [];
  const listed = arrayField(value, "packages") ?? [];
  for (const [index, item] of listed.entries()) {
    const line = lineOf(listed, index);
    const identity = identityOf(field(item, "completed"));
    if (identity)
      packages.push({
        key: keys.unique(`${identity.name}-${identity.version}`),
        ...identity,
        scope: "production",
        direct: true,
        ...(line === undefined ? {} : { line }),
      });
    else problems.bad("A package without name and version.", line, "completed: hackage: name-version@sha256:…");
  }
  const list = problems.list();
  return { packages, ...(list ? { problems: list } : {}) };
}

type Identity = Pick<LockedPackage, "type" | "name" | "version" | "source" | "integrity">;

function identityOf(completed: unknown): Identity | undefined {
  const hackage = textField(completed, "hackage");
  if (hackage !== undefined) {
    const found = /^([A-Za-z0-9][A-Za-z0-9-]*)-(\d+(?:\.\d+)*)(?:@(?:sha256:([0-9a-f]+)|rev:\d+).*)?$/.exec(hackage.slice(0, 500));
    if (!found?.[1] || !found[2]) return undefined;
    return { type: "hackage", name: found[1], version: found[2], ...(found[3] === undefined ? {} : { integrity: `sha256:${found[3]}` }) };
  }
  const name = textField(completed, "name");
  const version = textField(completed, "version");
  if (name === undefined || version === undefined) return undefined;
  const git = textField(completed, "git");
  const url = textField(completed, "url");
  const source = git === undefined ? url && urlSource(url) : gitSource(git, textField(completed, "commit"));
  const hash = textField(completed, "sha256");
  return { type: "hackage", name, version, ...(source ? { source } : {}), ...(hash === undefined ? {} : { integrity: `sha256:${hash}` }) };
}
