// go.mod: the modules of a build list (https://go.dev/ref/mod). Since Go 1.17 it names all of them; for older ones go.sum fills in.
import type { LockedPackage, LockfileFormat, OwnPackage, ReadContext, Reading, SourceFile } from "../types.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { goName, isLocalPath, isSameHome } from "../shared/golang.ts";
import { folderOf, inFolder, nameOf } from "../shared/paths.ts";
import { type Directive, directivesOf } from "./directives.ts";
import { sumModules } from "./go-sum.ts";
import { workspaceOf } from "./go-work.ts";

export const goMod: LockfileFormat = {
  id: "go-mod",
  ecosystem: "golang",
  kind: "lockfile",
  names: ["go.mod"],
  matches: (path) => nameOf(path) === "go.mod",
  read: readGoMod,
};

interface Required {
  readonly path: string;
  readonly version: string;
  readonly indirect: boolean;
  readonly line: number;
}

async function readGoMod(file: SourceFile, context: ReadContext): Promise<Reading> {
  const directives = directivesOf(file.text);
  const problems = new EntryProblems(file.path);
  const wordsOf = (verb: string): Directive[] => directives.filter((directive) => directive.verb === verb);
  const main = wordsOf("module")[0]?.words[0];
  const excluded = new Set(wordsOf("exclude").map(({ words }) => `${words[0]}@${words[1]}`));
  const required = wordsOf("require")
    .map((directive) => requiredOf(directive, problems))
    .filter((one) => one !== undefined);
  const tools = toolModules(wordsOf("tool"), required);
  const replace = replacements(wordsOf("replace"), problems);
  const workspace = await workspaceOf(file.path, context);
  const own: OwnPackage[] = [];
  const packages = new Map<string, LockedPackage>();
  for (const one of required) {
    if (excluded.has(`${one.path}@${one.version}`)) continue;
    const replaced = replace.get(`${one.path}@${one.version}`) ?? replace.get(one.path);
    const local = replaced !== undefined && isLocalPath(replaced.path);
    if (workspace.modules.has(one.path) || (local && isSameHome(one.path, main)))
      own.push({ type: "golang", ...goName(one.path), listed: true });
    else {
      const locked = packageOf(one, replaced, tools);
      if (!packages.has(locked.key)) packages.set(locked.key, locked);
    }
  }
  const older = isOlderThan117(wordsOf("go")[0]?.words[0]);
  const sum = inFolder(folderOf(file.path), "go.sum");
  if (older) await addFromSum(sum, context, packages, new Set(required.map(({ path }) => path)), excluded);
  const direct = [...packages.values()].filter((one) => one.direct === true).map((one) => one.key);
  if (main !== undefined) own.unshift({ type: "golang", ...goName(main), dependsOn: direct });
  return { packages: [...packages.values()], own, alsoRead: older ? [...workspace.read, sum] : workspace.read, problems: problems.list() };
}

function requiredOf({ words, comment, line }: Directive, problems: EntryProblems): Required | undefined {
  const [path, version] = words;
  if (path !== undefined && version !== undefined && words.length === 2) {
    return { path, version, indirect: /^indirect(?:$|[\s;])/.test(comment), line };
  }
  problems.bad("A requirement without path and version.", line, "module path and version");
  return undefined;
}

/** What stands for a module: another one, or a folder. */
interface Replacement {
  readonly path: string;
  readonly version: string | undefined;
}

/** By `path@version`, or by the path alone where all its versions are replaced. */
function replacements(directives: readonly Directive[], problems: EntryProblems): Map<string, Replacement> {
  const byModule = new Map<string, Replacement>();
  for (const { words, line } of directives) {
    const arrow = words.indexOf("=>");
    const [path, version] = words.slice(0, arrow);
    const [toPath, toVersion] = words.slice(arrow + 1);
    if (arrow < 1 || path === undefined || toPath === undefined) problems.bad("A replacement without both sides.", line, "old => new");
    else byModule.set(version === undefined ? path : `${path}@${version}`, { path: toPath, version: toVersion });
  }
  return byModule;
}

function packageOf(one: Required, replaced: Replacement | undefined, tools: ReadonlySet<string>): LockedPackage {
  const local = replaced !== undefined && isLocalPath(replaced.path);
  const path = replaced === undefined || local ? one.path : replaced.path;
  const version = replaced === undefined || local ? one.version : (replaced.version ?? one.version);
  const isTool = tools.has(one.path);
  return {
    key: `${path}@${version}`,
    type: "golang",
    ...goName(path),
    version,
    scope: isTool && one.indirect ? "development" : "production",
    direct: !one.indirect || isTool,
    line: one.line,
    source: local ? { kind: "path", address: replaced.path } : undefined,
  };
}

/** The required modules that hold the packages named by `tool` directives: the longest path that is a prefix. */
function toolModules(directives: readonly Directive[], required: readonly Required[]): Set<string> {
  const paths = new Set(required.map(({ path }) => path));
  const modules = new Set<string>();
  for (const tool of directives) {
    let path = tool.words[0] ?? "";
    while (path !== "" && !paths.has(path)) path = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (path !== "") modules.add(path);
  }
  return modules;
}

function isOlderThan117(version: string | undefined): boolean {
  if (version === undefined) return true;
  const [major = 1, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  return major === 1 && minor < 17;
}

async function addFromSum(
  path: string,
  context: ReadContext,
  packages: Map<string, LockedPackage>,
  known: ReadonlySet<string>,
  excluded: ReadonlySet<string>,
): Promise<void> {
  const text = await context.text(path);
  if (text === undefined) return;
  for (const { path: module, version } of sumModules(text)) {
    const key = `${module}@${version}`;
    if (known.has(module) || excluded.has(key) || packages.has(key)) continue;
    packages.set(key, { key, type: "golang", ...goName(module), version, scope: "production", direct: false });
  }
}
