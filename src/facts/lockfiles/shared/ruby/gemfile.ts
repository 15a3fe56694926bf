// What a Gemfile asks for (https://bundler.io/man/gemfile.5.html), read off its source without running it.
import type { LockedPackage, Scope } from "../../types.ts";
import { gitSource } from "../addresses.ts";
import { namesDevelopment } from "../graph.ts";
import { gemPin } from "./gems.ts";
import { type RubyToken, rubyStatements, rubyTokens } from "./tokens.ts";
import { stringArguments } from "./values.ts";

export interface GemAsk {
  readonly name: string;
  readonly version: string;
  readonly range?: string;
  readonly scope: Scope;
  readonly source?: LockedPackage["source"];
  /** Taken from a folder: ours. */
  readonly local: boolean;
  readonly line: number;
}

/** What the blocks around a gem say of it. */
interface Block {
  /** Undefined where no group is named. */
  readonly scope: Scope | undefined;
  readonly git: string | undefined;
  readonly local: boolean;
}

const TOP: Block = { scope: undefined, git: undefined, local: false };

const OPENERS = /^(?:if|unless|case|while|until|for|begin|def|class|module)$/;

/** All `gem` lines, in conditions too: which of them counts depends on the machine. */
export function gemfileAsks(source: string): GemAsk[] {
  const asks: GemAsk[] = [];
  const blocks: Block[] = [];
  for (const statement of rubyStatements(rubyTokens(source))) {
    const first = statement[0];
    if (first?.kind !== "word") continue;
    if (first.text === "gem") {
      const ask = askOf(statement, blocks.at(-1) ?? TOP);
      if (ask) asks.push(ask);
    }
    if (first.text === "end") blocks.pop();
    else if (opensBlock(statement)) blocks.push(blockOf(statement, blocks.at(-1) ?? TOP));
  }
  return asks;
}

function opensBlock(statement: readonly RubyToken[]): boolean {
  const [first] = statement;
  if (first?.kind === "word" && OPENERS.test(first.text)) return !endsItself(statement);
  return (
    statement.some((token, index) => {
      if (token.kind !== "word") return false;
      const before = statement[index - 1];
      return token.text === "do" || (OPENERS.test(token.text) && before?.kind === "mark" && before.text === "=");
    }) && !endsItself(statement)
  );
}

function endsItself(statement: readonly RubyToken[]): boolean {
  const last = statement.at(-1);
  return last?.kind === "word" && last.text === "end";
}

function blockOf(statement: readonly RubyToken[], around: Block): Block {
  const [first] = statement;
  const call = first?.kind === "word" ? first.text : "";
  const groups = call === "group" || call === "groups" ? namesIn(statement.slice(1)) : [];
  const git = call === "git" ? stringArguments(statement.slice(1))[0] : undefined;
  return { scope: scopeIn(groups, around.scope), git: git ?? around.git, local: around.local || call === "path" };
}

/** For developers where all groups are; undefined where there is none. */
function scopeIn(groups: readonly string[], around: Scope | undefined): Scope | undefined {
  if (groups.length === 0) return around;
  const forDevelopers = around !== "production" && groups.every((group) => group !== "default" && namesDevelopment(group));
  return forDevelopers ? "development" : "production";
}

/** Symbols and strings that are values, not keys: `:development, :test, optional: true` gives the first two. */
function namesIn(tokens: readonly RubyToken[]): string[] {
  const names: string[] = [];
  for (const token of tokens) {
    if (token.kind === "symbol" && token.isKey) break;
    if (token.kind === "symbol" || token.kind === "string") names.push(token.text);
    else if (token.kind === "words") names.push(...token.words);
  }
  return names;
}

function askOf(statement: readonly RubyToken[], block: Block): GemAsk | undefined {
  const tokens = statement.slice(1);
  const [name, ...requirements] = stringArguments(tokens);
  if (name === undefined) return undefined;
  const options = optionsOf(tokens);
  const one = (key: string): string | undefined => options.get(key)?.[0];
  const groups = [...(options.get("group") ?? []), ...(options.get("groups") ?? [])];
  const github = one("github");
  const git =
    one("git") ?? (github === undefined ? block.git : `https://github.com/${github.includes("/") ? github : `${github}/${github}`}`);
  return {
    name,
    ...gemPin(requirements),
    scope: scopeIn(groups, block.scope) ?? "production",
    source: git === undefined ? undefined : gitSource(git, one("ref")),
    local: one("path") !== undefined || block.local,
    line: statement[0]?.line ?? 1,
  };
}

/** Options of a call, by key: `group: [:a, :b]` and `:group => :a`. */
function optionsOf(tokens: readonly RubyToken[]): Map<string, string[]> {
  const options = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const isKey = token.kind === "symbol" && (token.isKey || (next?.kind === "mark" && next.text === "=>"));
    if (isKey) {
      current = [];
      options.set(token.text, current);
    } else if (current && (token.kind === "symbol" || token.kind === "string")) current.push(token.text);
    else if (current && token.kind === "words") current.push(...token.words);
  }
  return options;
}
