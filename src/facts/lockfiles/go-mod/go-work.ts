// go.work: modules of one repository that are built together, and so are ours (https://go.dev/ref/mod#workspaces).
import type { ReadContext } from "../types.ts";
import { Unreadable } from "../types.ts";
import { folderOf, foldersUp, inFolder, resolveInside } from "../shared/paths.ts";
import { directivesOf } from "./directives.ts";

export interface Workspace {
  /** Module paths of its members. */
  readonly modules: ReadonlySet<string>;
  /** Files that were read for this. */
  readonly read: readonly string[];
}

const NONE: Workspace = { modules: new Set(), read: [] };
const known = new WeakMap<ReadContext, Map<string, Promise<Workspace>>>();

/** The workspace that a go.mod is part of: the nearest go.work in its folder or above, if that uses it. */
export async function workspaceOf(path: string, context: ReadContext): Promise<Workspace> {
  for (const folder of foldersUp(folderOf(path))) {
    const file = inFolder(folder, "go.work");
    if (!context.has(file)) continue;
    const byFile = known.get(context) ?? new Map<string, Promise<Workspace>>();
    known.set(context, byFile);
    const workspace = byFile.get(file) ?? readWorkspace(file, context);
    byFile.set(file, workspace);
    return (await workspace).read.includes(path) ? workspace : { modules: NONE.modules, read: [file] };
  }
  return NONE;
}

async function readWorkspace(file: string, context: ReadContext): Promise<Workspace> {
  const modules = new Set<string>();
  const read = [file];
  const text = await context.text(file);
  for (const { verb, words } of text === undefined ? [] : directivesIn(text)) {
    const folder = verb === "use" ? resolveInside(folderOf(file), words[0] ?? "") : undefined;
    if (folder === undefined) continue;
    const member = inFolder(folder, "go.mod");
    read.push(member);
    const name = moduleIn((await context.text(member)) ?? "");
    if (name !== undefined) modules.add(name);
  }
  return { modules, read };
}

function directivesIn(text: string): ReturnType<typeof directivesOf> {
  try {
    return directivesOf(text);
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}

/** The path in the `module` directive: its reader tells what is wrong with the rest. */
export function moduleIn(text: string): string | undefined {
  return /^[ \t]*module[ \t]+["`]?([^\s"`(]+)/m.exec(text)?.[1];
}
