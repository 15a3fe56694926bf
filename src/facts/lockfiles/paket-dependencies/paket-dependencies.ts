// paket.dependencies: what a solution asks Paket for.
import { withoutTrailing } from "#kit";
import { gitSource, urlSource } from "../shared/addresses.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { namesDevelopment } from "../shared/graph.ts";
import { Keys } from "../shared/keys.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type Scope, type SourceFile, Unreadable } from "../types.ts";
import { parsePaketDependencies, type PaketRequest } from "./parse.ts";

export const paketDependencies: LockfileFormat = {
  id: "paket-dependencies",
  ecosystem: "nuget",
  kind: "manifest",
  names: ["paket.dependencies"],
  matches: (path) => /(?:^|\/)paket\.dependencies$/.test(path),
  read: readDependencies,
};

function readDependencies(file: SourceFile): Reading {
  const { requests, strange, isPaket } = parsePaketDependencies(file.text);
  const [first] = strange;
  if (first && !isPaket)
    throw new Unreadable("Not a paket.dependencies file: no line begins with a keyword of Paket", first.line, "nuget, source, group, …");
  const problems = new EntryProblems(file.path);
  for (const { text, line } of strange) problems.bad(`Not an entry of paket.dependencies: ${JSON.stringify(text.slice(0, 60))}.`, line);
  const keys = new Keys();
  const list = problems.list();
  return { packages: requests.map((request) => packageOf(request, keys)), ...(list ? { problems: list } : {}) };
}

function packageOf(request: PaketRequest, keys: Keys): LockedPackage {
  const common = {
    key: keys.unique([request.group, request.kind, request.name].join("/").toLowerCase()),
    scope: request.kind === "clitool" ? ("development" as const) : scopeOfGroup(request.group),
    direct: true,
    line: request.line,
  };
  switch (request.kind) {
    case "nuget":
    case "clitool":
      return { ...common, type: "nuget", name: request.name, ...paketRequirement(request.words) };
    case "github": {
      const [repository = "", reference = ""] = splitOnce(request.name, ":");
      const [subpath] = request.words;
      return { ...common, ...gitHubFile(repository, reference, subpath) };
    }
    case "git": {
      const reference = request.words.join(" ");
      const name =
        withoutTrailing(request.name, "/")
          .replace(/\.git$/, "")
          .split(/[/:]/)
          .pop() ?? request.name;
      return {
        ...common,
        type: "generic",
        name,
        version: "",
        ...(reference === "" ? {} : { range: reference }),
        source: gitSource(request.name, reference),
      };
    }
    default: {
      const address = request.kind === "gist" ? `https://gist.github.com/${request.name}` : request.name;
      return {
        ...common,
        type: "generic",
        name: request.words[0] ?? request.name.split("/").pop() ?? request.name,
        version: "",
        source: urlSource(address),
      };
    }
  }
}

/** A file taken from a repository of GitHub. */
export function gitHubFile(repository: string, reference: string, subpath: string | undefined): Omit<LockedPackage, "key" | "scope"> {
  const [namespace = "", name = ""] = splitOnce(repository, "/");
  const isCommit = /^[0-9a-f]{40}$/i.test(reference);
  return {
    type: "github",
    ...(namespace === "" ? {} : { namespace }),
    name: name === "" ? repository : name,
    version: reference,
    ...(reference === "" || isCommit ? {} : { range: reference }),
    source: gitSource(`https://github.com/${repository}`, reference),
    ...(subpath === undefined ? {} : { subpath }),
  };
}

function splitOnce(text: string, at: string): readonly [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + at.length)];
}

/** A bare version, or one after `=` or `==`, is the one that is taken; all else are bounds. */
export function paketRequirement(words: readonly string[]): { readonly version: string; readonly range?: string } {
  const [first, second] = words;
  if (first === undefined) return { version: "" };
  const exact = first === "=" || first === "==" ? second : /^v?\d/.test(first) ? first : undefined;
  return exact === undefined ? { version: "", range: words.join(" ") } : { version: exact };
}

/** Groups have names that say what they are for: Build, Test, FakeBuild, Docs. */
export function scopeOfGroup(group: string): Scope {
  return namesDevelopment(group.replace(/([a-z0-9])([A-Z])/g, "$1 $2")) ? "development" : "production";
}
