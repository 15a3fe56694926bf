// mix.lock of Elixir: a map of terms (https://hexdocs.pm/hex/Hex.html; https://github.com/hexpm/hex/blob/main/lib/hex/mix.ex writes them).
import type { LockedPackage, LockfileFormat, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource, pathSource } from "../shared/addresses.ts";
import { ElixirReader, type ElixirTerm, NoTerm, pairValue, textOf } from "../shared/elixir-terms.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { scopesByReach } from "../shared/graph.ts";
import { type MixAsk, mixAsks } from "../shared/mix.ts";
import { folderOf, inFolder, nameOf } from "../shared/paths.ts";

export const mixLock: LockfileFormat = {
  id: "mix-lock",
  ecosystem: "hex",
  kind: "lockfile",
  names: ["mix.lock"],
  matches: (path) => nameOf(path) === "mix.lock",
  read: readMixLock,
};

/** One entry, still without scope; `needs` are keys of the file (names of applications). */
interface Locked {
  readonly key: string;
  readonly part: Omit<LockedPackage, "key" | "type" | "scope" | "direct" | "dependsOn">;
  readonly needs: readonly string[];
}

async function readMixLock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const problems = new EntryProblems(file.path);
  const locked = lockedOf(file.text, problems);
  const edges = new Map([...locked.values()].map((one) => [one.key, one.needs.filter((need) => locked.has(need))]));
  const { asks, read } = await asksBeside(file.path, context);
  const roots: Record<Scope, string[]> = { production: [], optional: [], development: [] };
  for (const ask of asks ?? []) if (locked.has(ask.app)) roots[ask.scope].push(ask.app);
  const scopes = scopesByReach(roots, edges);
  const direct = asks && new Set(asks.map((ask) => ask.app));
  const packages = [...locked.values()].map(
    ({ key, part }): LockedPackage => ({
      key,
      type: "hex",
      ...part,
      scope: scopes.get(key) ?? "production",
      direct: direct?.has(key),
      dependsOn: edges.get(key),
    }),
  );
  return { packages, alsoRead: read, problems: problems.list() };
}

const MAX_BROKEN = 100;

/** Reads entry after entry. A broken one is told, and reading goes on with the next line that starts an entry. */
function lockedOf(text: string, problems: EntryProblems): Map<string, Locked> {
  const locked = new Map<string, Locked>();
  const open = /^\uFEFF?(?:\s|#[^\n]*\n)*%\{/.exec(text)?.[0];
  if (open === undefined) throw new Unreadable("The file holds no map.", 1, '%{ "name" => {:hex, …}, … }');
  let at = open.length;
  let line = open.split("\n").length;
  let broken = 0;
  for (;;) {
    const next = nextEntry(text, at, line);
    if (next.end) {
      if (text[next.at] !== "}") problems.bad("The map does not end: the file is cut off.", next.line, "}");
      return locked;
    }
    if (next.entry) {
      const one = lockedEntry(textOf(next.entry.key), next.entry.value, next.entry.line);
      if (one) locked.set(one.key, one);
      else
        problems.bad(
          `An entry that pins nothing: ${textOf(next.entry.key)?.slice(0, 60) ?? "?"}`,
          next.entry.line,
          '{:hex, :name, "version", …} or {:git, …}',
        );
    } else {
      problems.bad(`Not an entry: ${next.message}`, next.badLine, '"name": {:hex, …}');
      broken += 1;
      if (broken > MAX_BROKEN) throw new Unreadable("Too many entries are broken.", next.badLine, "a file as mix writes it");
    }
    at = next.at;
    line = next.line;
  }
}

interface Next {
  readonly end: boolean;
  readonly entry?: { readonly key: ElixirTerm; readonly value: ElixirTerm; readonly line: number };
  readonly message?: string;
  readonly badLine?: number;
  readonly at: number;
  readonly line: number;
}

function nextEntry(text: string, at: number, line: number): Next {
  const blank = /(?:\s|#[^\n]*(?:\n|$))*/y;
  blank.lastIndex = at;
  const skipped = blank.exec(text)?.[0] ?? "";
  const start = at + skipped.length;
  const startLine = line + skipped.split("\n").length - 1;
  if (start >= text.length || text[start] === "}") return { end: true, at: start, line: startLine };
  const reader = new ElixirReader(text, start, startLine);
  try {
    return { end: false, entry: reader.entry(), at: reader.at, line: reader.line };
  } catch (error) {
    if (!(error instanceof NoTerm)) throw error;
    const newline = text.indexOf("\n", start);
    const next = newline < 0 ? text.length : newline + 1;
    return { end: false, message: error.message, badLine: startLine, at: next, line: startLine + 1 };
  }
}

function lockedEntry(key: string | undefined, value: ElixirTerm, line: number): Locked | undefined {
  if (key === undefined || value.kind !== "tuple") return undefined;
  const [kind, second, third, fourth] = value.items.map(textOf);
  if (kind === "hex" && second !== undefined && third !== undefined) {
    const repository = textOf(value.items[6]);
    // Old locks end before the hash of the outer archive.
    return {
      key,
      needs: needsOf(value.items[5]),
      part: { name: second, ...organisation(repository), version: third, line, integrity: textOf(value.items[7]) ?? fourth },
    };
  }
  if (kind === "package" && second !== undefined) return { key, needs: [], part: { name: key, version: second, line } };
  if (kind === "git" && second !== undefined)
    return { key, needs: [], part: { name: key, version: "", line, source: gitSource(second, third) } };
  if (kind === "path" && second !== undefined)
    return { key, needs: [], part: { name: key, version: "", line, source: pathSource(second) } };
  return undefined;
}

/** `hexpm:acme` is the private repository of an organisation on Hex; any other name is a repository elsewhere. */
function organisation(repository: string | undefined): Pick<LockedPackage, "namespace" | "source"> {
  if (repository === undefined || repository === "hexpm") return {};
  return repository.startsWith("hexpm:")
    ? { namespace: repository.slice("hexpm:".length) }
    : { source: { kind: "registry", address: repository } };
}

/** `{:mime, "~> 1.0", [hex: :mime, …, optional: false]}`: optional ones count where they are locked, for then something else asked for them. */
function needsOf(term: ElixirTerm | undefined): string[] {
  if (term?.kind !== "list") return [];
  const needs: string[] = [];
  for (const item of term.items) {
    const app = item.kind === "tuple" ? textOf(item.items[0]) : undefined;
    const optional = item.kind === "tuple" && textOf(pairValue(item.items, "optional")) === "true";
    if (app !== undefined && !optional) needs.push(app);
  }
  return needs;
}

/** What mix.exs beside the lock asks for, in an umbrella also those of its applications. */
async function asksBeside(path: string, context: ReadContext): Promise<{ asks: MixAsk[] | undefined; read: string[] }> {
  const folder = folderOf(path);
  const root = inFolder(folder, "mix.exs");
  const text = await context.text(root);
  if (text === undefined) return { asks: undefined, read: [root] };
  const asks = mixAsks(text);
  const read = [root];
  const apps = `${inFolder(folder, "apps")}/`;
  for (const member of context
    .named("mix.exs")
    .filter((one) => one.startsWith(apps) && one.split("/").length === apps.split("/").length + 1)) {
    read.push(member);
    asks.push(...mixAsks((await context.text(member)) ?? ""));
  }
  return { asks, read };
}
