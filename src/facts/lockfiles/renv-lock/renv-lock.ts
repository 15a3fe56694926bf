// renv.lock: the packages of an R project (https://rstudio.github.io/renv/articles/lockfile.html).
import { gitSource, pathSource, registrySource, urlSource } from "../shared/addresses.ts";
import { arrayField, asObject, asText, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { parseJsonLines } from "../shared/json.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const renvLock: LockfileFormat = {
  id: "renv-lock",
  ecosystem: "cran",
  kind: "lockfile",
  names: ["renv.lock"],
  matches: (path) => /(?:^|\/)renv\.lock$/.test(path),
  read: readLock,
};

function readLock(file: SourceFile): Reading {
  const { value, lineOf } = parseJsonLines(file.text);
  if (!asObject(value)) throw new Unreadable("Not a lockfile of renv: it is no object", 1, '"R" and "Packages"');
  const listed = objectField(value, "Packages");
  const mirrors = mirrorsOf(value);
  const problems = new EntryProblems(file.path);
  const packages: LockedPackage[] = [];
  for (const [id, entry] of entriesOf(listed)) {
    const version = textField(entry, "Version");
    const line = lineOf(listed, id);
    if (version === undefined) {
      problems.bad(`${id} has no version.`, line, '"Version"');
      continue;
    }
    const license = textField(entry, "License");
    const hash = textField(entry, "Hash");
    packages.push({
      key: id,
      name: textField(entry, "Package") ?? id,
      version,
      ...originOf(entry, mirrors),
      scope: "production",
      ...(line === undefined ? {} : { line }),
      ...(license === undefined ? {} : { license }),
      dependsOn: requirementsOf(entry).filter((name) => name !== id && listed !== undefined && Object.hasOwn(listed, name)),
      ...(hash === undefined ? {} : { integrity: `md5:${hash}` }),
    });
  }
  const list = problems.list();
  return { packages, ...(list ? { problems: list } : {}) };
}

/** Addresses by the names that the lockfile gives its repositories. */
function mirrorsOf(document: unknown): ReadonlyMap<string, string> {
  const mirrors = new Map<string, string>();
  for (const repository of arrayField(field(document, "R"), "Repositories") ?? []) {
    const name = textField(repository, "Name");
    const url = textField(repository, "URL");
    if (name && url) mirrors.set(name, url);
  }
  return mirrors;
}

/** Names of repositories that serve what CRAN serves. */
const CRAN = /^(?:CRAN|RSPM|PPM|P3M|REPOS|PACKAGEMANAGER|__LINUX__)$/i;
const HOSTS: ReadonlyMap<string, string> = new Map([
  ["github", "https://github.com"],
  ["gitlab", "https://gitlab.com"],
  ["bitbucket", "https://bitbucket.org"],
]);

function originOf(entry: unknown, mirrors: ReadonlyMap<string, string>): Pick<LockedPackage, "type" | "source"> {
  const kind = (textField(entry, "Source") ?? "").toLowerCase();
  const repository = textField(entry, "Repository");
  if (kind.startsWith("bioconductor") || repository?.startsWith("BioC")) return { type: "bioconductor" };
  const remote = textField(entry, "RemoteType")?.toLowerCase() ?? kind;
  const host = HOSTS.get(remote);
  const [user, repo] = [textField(entry, "RemoteUsername"), textField(entry, "RemoteRepo")];
  const commit = textField(entry, "RemoteSha");
  if (host !== undefined && user && repo) return { type: "cran", source: gitSource(`${host}/${user}/${repo}`, commit) };
  const url = textField(entry, "RemoteUrl");
  if (url && (remote === "git" || remote === "git2r" || remote === "xgit")) return { type: "cran", source: gitSource(url, commit) };
  if (url && (remote === "local" || kind === "local")) return { type: "cran", source: pathSource(url) };
  if (url && remote === "url") return { type: "cran", source: urlSource(url) };
  if (repository === undefined || CRAN.test(repository)) return { type: "cran" };
  const address = mirrors.get(repository) ?? repository;
  const isCran = /^https?:\/\/(?:[\w.-]+\.)?(?:cran\.[\w.-]+|cran|packagemanager\.[\w.-]+|p3m\.dev)(?:\/|$)/i.test(address.slice(0, 300));
  const source = isCran ? undefined : registrySource(address, []);
  return { type: "cran", ...(source ? { source } : {}) };
}

/** What a package needs: `Requirements` in lockfiles of old, the fields of its DESCRIPTION in newer ones. */
function requirementsOf(entry: unknown): readonly string[] {
  const names = ["Requirements", "Depends", "Imports", "LinkingTo"].flatMap((key) => {
    const value = field(entry, key);
    const items = Array.isArray(value) ? value.map(asText) : (asText(value)?.split(",") ?? []);
    return items.map((item) => /^[A-Za-z][\w.]*/.exec(item?.trim() ?? "")?.[0]);
  });
  return [...new Set(names.filter((name) => name !== undefined))];
}
