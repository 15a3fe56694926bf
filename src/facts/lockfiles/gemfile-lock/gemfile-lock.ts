// Gemfile.lock and gems.locked of Bundler (the format is https://github.com/rubygems/rubygems/blob/master/bundler/lib/bundler/lockfile_parser.rb).
import type { LockedPackage, LockfileFormat, OwnPackage, ReadContext, Reading, SourceFile } from "../types.ts";
import { gitSource, pathSource, registrySource } from "../shared/addresses.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { type Roots, scopesByReach } from "../shared/graph.ts";
import { NameIndex } from "../shared/name-index.ts";
import { folderOf, inFolder, isVendored, nameOf, resolveInside } from "../shared/paths.ts";
import { gemfileAsks } from "../shared/ruby/gemfile.ts";
import { usualGemRemotes } from "../shared/ruby/gems.ts";
import { type GemSection, type LockedGem, parseGemfileLock } from "./sections.ts";

const NAMES = ["Gemfile.lock", "gems.locked"];

export const gemfileLock: LockfileFormat = {
  id: "gemfile-lock",
  ecosystem: "gem",
  kind: "lockfile",
  names: NAMES,
  matches: (path) => NAMES.includes(nameOf(path)) || path.endsWith(".gemfile.lock"),
  covers: { formats: ["gemfile", "gemspec"], whole: true },
  read: readGemfileLock,
};

async function readGemfileLock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const problems = new EntryProblems(file.path);
  const lock = parseGemfileLock(file.text, problems);
  const gems = [...lock.gems.values()];
  const keysByName = new NameIndex();
  for (const gem of gems) keysByName.add(gem.name, gem.key);
  const edges = new Map(gems.map((gem) => [gem.key, gem.needs.flatMap((need) => keysByName.of(need))]));
  const ours = new Set(gems.filter((gem) => gem.section.kind === "PATH" && !isVendored(gem.section.remote ?? "")).map((gem) => gem.key));
  const manifest = inFolder(
    folderOf(file.path),
    nameOf(file.path) === "gems.locked" ? "gems.rb" : nameOf(file.path).replace(/\.lock$/, ""),
  );
  const asked = await context.text(manifest);
  const roots = rootsOf(lock.dependencies, asked, keysByName);
  const scopes = scopesByReach(roots, edges);
  const direct = new Set([
    ...lock.dependencies.flatMap((name) => keysByName.of(name)),
    ...[...ours].flatMap((key) => edges.get(key) ?? []),
  ]);
  const packages: LockedPackage[] = gems
    .filter((gem) => !ours.has(gem.key))
    .map((gem) => ({
      key: gem.key,
      type: "gem",
      name: gem.name,
      version: gem.version,
      scope: scopes.get(gem.key) ?? "production",
      direct: direct.has(gem.key),
      line: gem.line,
      dependsOn: edges.get(gem.key)?.filter((key) => !ours.has(key)),
      source: sourceOf(gem.section),
      qualifiers: gem.platform === undefined ? undefined : { platform: gem.platform },
      integrity: lock.checksums.get(checksumKey(gem)),
    }));
  const own = gems
    .filter((gem) => ours.has(gem.key))
    .map(
      (gem): OwnPackage => ({
        type: "gem",
        name: gem.name,
        version: gem.version,
        listed: true,
        dependsOn: edges.get(gem.key)?.filter((key) => !ours.has(key)),
      }),
    );
  const members = memberFolders(
    gems.filter((gem) => ours.has(gem.key)),
    folderOf(file.path),
    context,
  );
  return { packages, own, members, alsoRead: [manifest], problems: problems.list() };
}

/** Folders with the gemspecs of gems of ours, other than the lockfile's own: one source can hold several (`remote: .` in Rails). */
function memberFolders(gems: readonly LockedGem[], folder: string, context: ReadContext): string[] {
  const folders = new Set<string>();
  for (const gem of gems) {
    const source = resolveInside(folder, gem.section.remote ?? ".");
    if (source === undefined) continue;
    const below = source === "" ? "" : `${source}/`;
    for (const path of context.named(`${gem.name}.gemspec`))
      if (path.startsWith(below) && folderOf(path) !== folder) folders.add(folderOf(path));
  }
  return [...folders];
}

function checksumKey(gem: LockedGem): string {
  return `${gem.name} ${gem.version}${gem.platform === undefined ? "" : `-${gem.platform}`}`;
}

/** The Gemfile says what is for development; what it does not say counts as production. */
function rootsOf(dependencies: readonly string[], gemfile: string | undefined, keysByName: NameIndex): Roots {
  const scopes = new Map((gemfile === undefined ? [] : gemfileAsks(gemfile)).map((ask) => [ask.name, ask.scope]));
  const roots = { production: [] as string[], development: [] as string[] };
  for (const name of dependencies) roots[scopes.get(name) === "development" ? "development" : "production"].push(...keysByName.of(name));
  return roots;
}

function sourceOf(section: GemSection): LockedPackage["source"] {
  if (section.remote === undefined) return undefined;
  if (section.kind === "PATH") return pathSource(section.remote);
  if (section.kind === "GIT") return gitSource(section.remote, section.revision);
  return section.kind === "GEM" ? registrySource(section.remote, usualGemRemotes) : { kind: "registry", address: section.remote };
}
