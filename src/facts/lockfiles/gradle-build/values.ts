// Values that a build script gives to names: `val x = "1"`, `ext.x = '1'`, `ext { x = '1' }`, `versions = [x: '1']`, `set("x", "1")`, gradle.properties.
import type { Token } from "./tokens.ts";

export type Values = ReadonlyMap<string, string>;

/** How many references one text may resolve to in all, and how deep they may lead to each other. */
const MAX_REFERENCES = 200;
const MAX_DEPTH = 16;
const MAX_LENGTH = 4_096;

/** `name=value` lines of a .properties file. */
export function propertyFileValues(text: string): Values {
  const values = new Map<string, string>();
  for (const raw of text.split("\n")) {
    const line = raw.slice(0, MAX_LENGTH);
    const sign = line.search(/[=:]/);
    const name = sign < 0 ? "" : line.slice(0, sign).trim();
    if (/^[\w.-]+$/.test(name)) values.set(name, line.slice(sign + 1).trim());
  }
  return values;
}

/** What the statements of a script assign to names, last one first served; maps give `map.key`. */
export function scriptValues(tokens: readonly Token[]): Values {
  const values = new Map<string, string>();
  const blocks: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "sign") trackBlocks(tokens, index, blocks);
    if (token.kind !== "string") continue;
    const name = assignedName(tokens, index) ?? mapKey(tokens, index);
    if (name === undefined || (PROJECT_NAMES.has(name) && !isAboutProjects(blocks))) continue;
    values.set(plainName(name), token.text);
    if (name === "rootProject.name") values.set(name, token.text);
  }
  return values;
}

/** Names that mean the project only where they stand outside of blocks: tasks and publications have groups and versions too. */
const PROJECT_NAMES = new Set(["group", "version"]);

function isAboutProjects(blocks: readonly string[]): boolean {
  return blocks.every((name) => name === "allprojects" || name === "subprojects");
}

function trackBlocks(tokens: readonly Token[], index: number, blocks: string[]): void {
  const sign = tokens[index]?.text;
  if (sign === "{") blocks.push(tokens[index - 1]?.text ?? "");
  if (sign === "}") blocks.pop();
}

/** The name that the string at this place is given to. */
function assignedName(tokens: readonly Token[], index: number): string | undefined {
  const before = (steps: number): Token | undefined => tokens[index - steps];
  if (before(1)?.text === "=") {
    if (before(2)?.kind === "word") return before(2)?.text;
    // `extra["x"] = "1"`
    if (before(2)?.text === "]" && before(3)?.kind === "string") return before(3)?.text;
    return undefined;
  }
  // Groovy's `group 'org.example'`
  const starts = before(2) === undefined || before(2)?.kind === "line-end" || before(2)?.text === "{";
  if (starts && (before(1)?.text === "group" || before(1)?.text === "version")) return before(1)?.text;
  // `set("x", "1")` and `val x by extra("1")`
  if (before(1)?.text === "," && before(2)?.kind === "string" && before(3)?.text === "(" && /(?:^|\.)set$/.test(before(4)?.text ?? ""))
    return before(2)?.text;
  if (before(1)?.text === "(" && before(2)?.text === "extra" && before(3)?.text === "by") return before(4)?.text;
  return undefined;
}

/** `versions = [spring: '1', 'kotlin': '2']`: the key with the name of its map. */
function mapKey(tokens: readonly Token[], index: number): string | undefined {
  const key = tokens[index - 2];
  if (tokens[index - 1]?.text !== ":" || (key?.kind !== "word" && key?.kind !== "string")) return undefined;
  for (let at = index - 3; at > Math.max(2, index - 2_000); at -= 1) {
    const text = tokens[at]?.text;
    if (text === "]" || text === "{" || text === "}" || text === "(") return undefined;
    if (text !== "[") continue;
    const name = tokens[at - 2];
    return /^\+?=$/.test(tokens[at - 1]?.text ?? "") && name?.kind === "word" ? `${name.text}.${key.text}` : undefined;
  }
  return undefined;
}

/** Names are looked up without where they hang: `rootProject.ext.x` is `x`. */
export function plainName(name: string): string {
  return name.replace(/^(?:(?:rootProject|project|ext|extra|properties|this)\.)+/, "");
}

/** A string with its `$name` and `${name}` replaced; undefined where one has no known value. */
export function filled(text: string, values: Values): string | undefined {
  return new Filling(values).fill(text, 0);
}

class Filling {
  readonly #values: Values;
  #left = MAX_REFERENCES;

  constructor(values: Values) {
    this.#values = values;
  }

  fill(text: string, depth: number): string | undefined {
    if (depth > MAX_DEPTH || text.length > MAX_LENGTH) return undefined;
    let isKnown = true;
    const result = text.replace(
      /\$\{([^{}]*)\}|\$([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/g,
      (_whole, long: string | undefined, short: string | undefined) => {
        this.#left -= 1;
        const value = this.#left < 0 ? undefined : valueOf(long ?? short ?? "", this.#values);
        const inner = value === undefined ? undefined : this.fill(value, depth + 1);
        if (inner === undefined) isKnown = false;
        return inner ?? "";
      },
    );
    return isKnown && result.length <= MAX_LENGTH ? result : undefined;
  }
}

/** The value behind an expression that is a name, or a look-up of one: `property("x")`, `extra["x"]`, `project.x as String`. */
export function valueOf(expression: string, values: Values): string | undefined {
  const plain = expression
    .trim()
    .replace(/(?<!\s)\s+as\s+String$/, "")
    .replace(/\.toString\(\)$|\.get\(\)$/, "");
  const quoted = /^(?:[\w.]*\.)?(?:property|findProperty|getProperty|extra|ext|properties)\s*[[(]\s*["']([\w.-]+)["']\s*[\])]$/.exec(
    plain,
  )?.[1];
  return values.get(quoted ?? plainName(plain));
}
