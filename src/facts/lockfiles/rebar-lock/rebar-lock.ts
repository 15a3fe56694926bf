// rebar.lock of rebar3, with and without a version in front (https://rebar3.org/docs/configuration/dependencies/#lock-files).
import type { LockedPackage, LockfileFormat, Reading, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource, pathSource, urlSource } from "../shared/addresses.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { type ErlangTerm, erlangTerms } from "../shared/erlang-terms.ts";
import { Keys } from "../shared/keys.ts";
import { nameOf } from "../shared/paths.ts";

export const rebarLock: LockfileFormat = {
  id: "rebar-lock",
  ecosystem: "hex",
  kind: "lockfile",
  names: ["rebar.lock"],
  matches: (path) => nameOf(path) === "rebar.lock",
  read: readRebarLock,
};

function readRebarLock(file: SourceFile): Reading {
  const [first, second] = erlangTerms(file.text);
  const locks = first?.kind === "tuple" && first.items[1]?.kind === "list" ? first.items[1] : first;
  if (locks?.kind !== "list") throw new Unreadable("The file holds no list of locks.", first?.line ?? 1, '[{<<"name">>, {pkg, …}, 0}].');
  const problems = new EntryProblems(file.path);
  const hashes = hashesOf(second);
  const keys = new Keys();
  const packages: LockedPackage[] = [];
  for (const lock of locks.items) {
    const locked = packageOf(lock, keys, hashes);
    if (locked) packages.push(locked);
    else problems.bad("Not a lock.", lock.line, '{<<"name">>, {pkg, <<"name">>, <<"version">>}, 0}');
  }
  return { packages, problems: problems.list() };
}

/** `{Name, Source, Level}`: level 0 is what rebar.config asks for. */
function packageOf(lock: ErlangTerm, keys: Keys, hashes: ReadonlyMap<string, string>): LockedPackage | undefined {
  const [name, source, level] = itemsOf(lock);
  if (name?.kind !== "text" || source?.kind !== "tuple") return undefined;
  const pin = pinOf(source, name.text);
  if (pin === undefined) return undefined;
  return {
    key: keys.unique(name.text),
    type: "hex",
    ...pin,
    scope: "production",
    direct: level?.kind === "number" ? level.text === "0" : undefined,
    line: lock.line,
    integrity: hashes.get(name.text) ?? (itemText(source, 0) === "pkg" ? itemText(source, 3) || undefined : undefined),
  };
}

function pinOf(source: ErlangTerm, name: string): Pick<LockedPackage, "name" | "version" | "source"> | undefined {
  const kind = itemText(source, 0);
  const second = itemText(source, 1);
  if (kind === undefined || second === undefined) return undefined;
  if (kind === "pkg") return { name: second, version: itemText(source, 2) ?? "" };
  const reference = itemText(itemsOf(source)[2], 1);
  if (kind === "git" || kind === "git_subdir") return { name, version: "", source: gitSource(second, reference) };
  if (kind === "hg") return { name, version: "", source: urlSource(second) };
  return { name, version: "", source: pathSource(second) };
}

/** Hashes of the archives as the registry serves them (`pkg_hash_ext`), otherwise of their contents (`pkg_hash`). */
function hashesOf(attributes: ErlangTerm | undefined): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const wanted of ["pkg_hash", "pkg_hash_ext"]) {
    for (const attribute of itemsOf(attributes)) {
      if (itemText(attribute, 0) !== wanted) continue;
      for (const pair of itemsOf(itemsOf(attribute)[1])) {
        const name = itemText(pair, 0);
        const hash = itemText(pair, 1);
        if (name !== undefined && hash !== undefined) hashes.set(name, hash);
      }
    }
  }
  return hashes;
}

function itemsOf(term: ErlangTerm | undefined): readonly ErlangTerm[] {
  return term?.kind === "tuple" || term?.kind === "list" ? term.items : [];
}

function itemText(term: ErlangTerm | undefined, index: number): string | undefined {
  const item = itemsOf(term)[index];
  return item?.kind === "text" ? item.text : undefined;
}
