// paket.lock: what Paket resolved, by group and source (https://fsprojects.github.io/Paket/lock-file.html). What is direct stands in paket.dependencies beside it.
import { upTo, withoutTrailing } from "#kit";
import { gitHubFile, scopeOfGroup } from "../paket-dependencies/paket-dependencies.ts";
import { mainIsEmpty, parsePaketDependencies } from "../paket-dependencies/parse.ts";
import { gitSource, registrySource, urlSource } from "../shared/addresses.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { usualNugetSources } from "../shared/nuget.ts";
import { folderOf, inFolder } from "../shared/paths.ts";
import { type LockedPackage, type LockfileFormat, type ReadContext, type Reading, type SourceFile, Unreadable } from "../types.ts";
import { type PaketEntry, parsePaketLock } from "./parse.ts";

export const paketLock: LockfileFormat = {
  id: "paket-lock",
  ecosystem: "nuget",
  kind: "lockfile",
  names: ["paket.lock"],
  matches: (path) => /(?:^|\/)paket\.lock$/.test(path),
  covers: { formats: ["paket-dependencies"] },
  read: readLock,
};

async function readLock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const { entries, strange, isPaket } = parsePaketLock(file.text);
  const [first] = strange;
  if (first && !isPaket) throw new Unreadable("Not a paket.lock: it has none of Paket's sections", first.line, "NUGET, GITHUB, GROUP, …");
  const problems = new EntryProblems(file.path);
  for (const { text, line } of strange) problems.bad(`Not an entry of paket.lock: ${JSON.stringify(text.slice(0, 60))}.`, line);
  const path = inFolder(folderOf(file.path), "paket.dependencies");
  const asked = context.has(path) ? askedFor(await context.text(path)) : undefined;
  const list = problems.list();
  return { packages: packagesOf(entries, asked), alsoRead: asked ? [path] : [], ...(list ? { problems: list } : {}) };
}

/** `group/name` of everything that paket.dependencies asks for, in lower case. */
function askedFor(text: string | undefined): ReadonlySet<string> {
  const { requests } = parsePaketDependencies(text ?? "");
  return new Set(requests.map(({ group, name }) => `${group}/${upTo(name, ":")}`.toLowerCase()));
}

function packagesOf(entries: readonly PaketEntry[], asked: ReadonlySet<string> | undefined): readonly LockedPackage[] {
  const keys = new Set(entries.map(keyOf));
  const byKey = new Map<string, LockedPackage>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (byKey.has(key)) continue;
    const named = entry.section === "NUGET" ? entry.name : entry.remote;
    const dependsOn = entry.dependencies.map((name) => `${entry.group}/nuget/${name}`.toLowerCase()).filter((target) => keys.has(target));
    byKey.set(key, {
      key,
      ...identity(entry),
      scope: scopeOfGroup(entry.group),
      ...(asked ? { direct: asked.has(`${entry.group}/${named}`.toLowerCase()) } : {}),
      line: entry.line,
      dependsOn: [...new Set(dependsOn)],
    });
  }
  return [...byKey.values()];
}

function keyOf(entry: PaketEntry): string {
  const name = entry.section === "NUGET" ? entry.name : `${entry.remote}/${entry.name}`;
  return `${mainIsEmpty(entry.group)}/${entry.section}/${name}`.toLowerCase();
}

function identity(entry: PaketEntry): Omit<LockedPackage, "key" | "scope"> {
  switch (entry.section) {
    case "NUGET": {
      const source = registrySource(entry.remote, usualNugetSources);
      return { type: "nuget", name: entry.name, version: entry.version, ...(source ? { source } : {}) };
    }
    case "GITHUB":
      return gitHubFile(entry.remote, entry.version, entry.name);
    case "GIT": {
      const name =
        withoutTrailing(entry.remote, "/")
          .replace(/\.git$/, "")
          .split(/[/:]/)
          .pop() ?? entry.remote;
      return { type: "generic", name, version: entry.version, source: gitSource(entry.remote, entry.version) };
    }
    default:
      return {
        type: "generic",
        name: entry.name,
        version: "",
        source: urlSource(entry.section === "GIST" ? `https://gist.github.com/${entry.remote}` : entry.remote),
      };
  }
}
