// What a mix.exs asks for: tuples that look like dependencies (`{:plug, "~> 1.0", only: :test}`). https://hexdocs.pm/mix/Mix.Tasks.Deps.html
import type { LockedPackage, Scope } from "../types.ts";
import { gitSource } from "./addresses.ts";
import { ElixirReader, type ElixirTerm, NoTerm, pairValue, textOf } from "./elixir-terms.ts";

export interface MixAsk {
  /** The application's name, which is also its key in mix.lock. */
  readonly app: string;
  /** The package's name on Hex. */
  readonly name: string;
  readonly version: string;
  readonly range?: string;
  readonly scope: Scope;
  readonly source?: LockedPackage["source"];
  /** Taken from a folder, or another application of the umbrella: ours. */
  readonly local: boolean;
  readonly line: number;
}

const START = /\{\s*:(?=[a-z_"])/g;
/** Places that are looked at; more than any real file has. */
const MAX_PLACES = 10_000;

/** Dependencies in the order of the file. Tuples that are something else are passed over. */
export function mixAsks(source: string): MixAsk[] {
  const code = withoutComments(source);
  const asks: MixAsk[] = [];
  let line = 1;
  let newline = code.indexOf("\n");
  let end = 0;
  let places = 0;
  for (const found of code.matchAll(START)) {
    if (found.index < end) continue;
    places += 1;
    if (places > MAX_PLACES) break;
    for (; newline >= 0 && newline < found.index; newline = code.indexOf("\n", newline + 1)) line += 1;
    const window = code.slice(found.index, found.index + 2000);
    const reader = new ElixirReader(window, 0, line);
    const ask = askOf(termOf(reader));
    if (!ask) continue;
    asks.push(ask);
    end = found.index + reader.at;
  }
  return asks;
}

/** Comments become blanks, so that places stay; a `#` inside a text is no comment. */
function withoutComments(source: string): string {
  return source
    .split("\n")
    .map((line) => {
      const hash = line.indexOf("#");
      return hash < 0 || (line.slice(0, hash).split('"').length - 1) % 2 === 1 || line[hash + 1] === "{" ? line : line.slice(0, hash);
    })
    .join("\n");
}

function termOf(reader: ElixirReader): ElixirTerm | undefined {
  try {
    return reader.term();
  } catch (error) {
    if (error instanceof NoTerm) return undefined;
    throw error;
  }
}

function askOf(term: ElixirTerm | undefined): MixAsk | undefined {
  if (term?.kind !== "tuple" || term.items[0]?.kind !== "atom" || term.items.length < 2) return undefined;
  const app = term.items[0].text;
  const second = term.items[1];
  const option = (key: string): ElixirTerm | undefined => pairValue(term.items, key);
  const requirement = second?.kind === "string" ? second.text : undefined;
  const address = textOf(option("git")) ?? githubAddress(textOf(option("github")));
  const local = option("path") !== undefined || option("in_umbrella") !== undefined;
  // A dependency has a requirement, or says where it comes from; `{:ok, "text"}` would need more than this to be told apart.
  if (requirement === undefined ? address === undefined && !local : !/^[\s\d~<>=!a-z.]*\d/.test(requirement)) return undefined;
  return {
    app,
    name: textOf(option("hex")) ?? app,
    ...pinOf(requirement),
    scope: scopeOf(term.items),
    source: address === undefined ? undefined : gitSource(address, textOf(option("ref"))),
    local,
    line: term.line,
  };
}

function githubAddress(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `https://github.com/${name}.git`;
}

function pinOf(requirement: string | undefined): Pick<MixAsk, "version" | "range"> {
  if (requirement === undefined) return { version: "" };
  const exact = /^\s*(?:==\s*)?(\d+\.\d+\.\d+[\w.+-]*)\s*$/.exec(requirement.slice(0, 100))?.[1];
  return exact === undefined ? { version: "", range: requirement } : { version: exact };
}

/** `only: :dev` and `only: [:dev, :test]` are for developers; `runtime: false` alone is a build tool, which the product may still need. */
function scopeOf(items: readonly ElixirTerm[]): Scope {
  const only = pairValue(items, "only");
  const environments = only?.kind === "list" ? only.items.map(textOf) : only === undefined ? [] : [textOf(only)];
  if (environments.length > 0 && !environments.includes("prod")) return "development";
  return textOf(pairValue(items, "optional")) === "true" ? "optional" : "production";
}
