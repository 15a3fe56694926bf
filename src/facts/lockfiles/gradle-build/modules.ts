// What the arguments of a dependency statement name: modules as text or as group, name and version, and aliases of version catalogues.
import type { Token } from "./tokens.ts";
import { filled, type Values, valueOf } from "./values.ts";

export interface NamedModule {
  readonly group: string;
  readonly name: string;
  /** As written; empty where none is given or its value is not known. */
  readonly version: string;
  readonly classifier?: string;
  readonly line: number;
}

export interface Named {
  readonly modules: readonly NamedModule[];
  /** `libs.spring.boot`, as written. */
  readonly aliases: readonly { readonly accessor: string; readonly line: number }[];
}

/** Calls whose arguments are no third-party library: our own projects, files, Gradle itself, and platforms, which only manage versions. */
const NOT_LIBRARIES = new Set([
  "project",
  "projects",
  "files",
  "fileTree",
  "gradleApi",
  "gradleTestKit",
  "localGroovy",
  "platform",
  "enforcedPlatform",
  "npm",
  "devNpm",
  "peerNpm",
]);

/** Reads one argument list. */
export function namedIn(tokens: readonly Token[], values: Values): Named {
  const own = withoutCalls(tokens);
  const map = mapNotation(own, values);
  if (map) return { modules: [map], aliases: [] };
  const modules: NamedModule[] = [];
  const aliases: { accessor: string; line: number }[] = [];
  for (const [index, token] of own.entries()) {
    if (token.kind === "string") {
      const module = kotlinModule(own, index) ?? textModule(own, index, values);
      if (module) modules.push(module);
    } else if (token.kind === "word" && token.text.startsWith("libs.") && !/^libs\.(?:plugins|versions)\./.test(token.text)) {
      aliases.push({ accessor: token.text.replace(/\.(?:get|asProvider)$/, ""), line: token.line });
    }
  }
  return { modules, aliases };
}

/** Without the calls that name no libraries, their arguments included. */
function withoutCalls(tokens: readonly Token[]): readonly Token[] {
  const left: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const base = token.kind === "word" ? token.text.split(".")[0] : undefined;
    if (base === undefined || !NOT_LIBRARIES.has(base)) left.push(token);
    else if (tokens[at + 1]?.text === "(") at = closing(tokens, at + 1);
  }
  return left;
}

function closing(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== "sign") continue;
    if (tokens[at]?.text === "(") depth += 1;
    if (tokens[at]?.text === ")" && --depth === 0) return at;
  }
  return tokens.length;
}

/** `group: 'g', name: 'a', version: '1'`, with `=` in Kotlin. */
function mapNotation(tokens: readonly Token[], values: Values): NamedModule | undefined {
  const parts = new Map<string, string>();
  for (const [index, token] of tokens.entries()) {
    const sign = tokens[index + 1]?.text;
    const value = tokens[index + 2];
    if (token.kind !== "word" || (sign !== ":" && sign !== "=") || !value) continue;
    const text = value.kind === "string" ? filled(value.text, values) : valueOf(value.text, values);
    parts.set(token.text, text ?? "");
  }
  const group = parts.get("group");
  const name = parts.get("name");
  if (!group || !name) return undefined;
  const classifier = parts.get("classifier");
  return { group, name, version: parts.get("version") ?? "", ...(classifier ? { classifier } : {}), line: tokens[0]?.line ?? 0 };
}

/** `kotlin("stdlib", "1.9")` is `org.jetbrains.kotlin:kotlin-stdlib:1.9`. */
function kotlinModule(tokens: readonly Token[], index: number): NamedModule | undefined {
  if (tokens[index - 1]?.text !== "(" || tokens[index - 2]?.text !== "kotlin") return undefined;
  const token = tokens[index] as Token;
  const version = tokens[index + 1]?.text === "," && tokens[index + 2]?.kind === "string" ? (tokens[index + 2]?.text ?? "") : "";
  return { group: "org.jetbrains.kotlin", name: `kotlin-${token.text}`, version, line: token.line };
}

/** `g:a:1`, `g:a`, `g:a:1:classifier@ext`; also `"g:a:" + version`. */
function textModule(tokens: readonly Token[], index: number, values: Values): NamedModule | undefined {
  const token = tokens[index] as Token;
  if (token.text.length > 1_000) return undefined;
  const added = token.text.endsWith(":") && tokens[index + 1]?.text === "+" ? tokens[index + 2] : undefined;
  const suffix = added?.kind === "string" ? filled(added.text, values) : added && valueOf(added.text, values);
  // A reference may hold colons of its own, so the parts are found before values are filled in.
  const [group, name, version = "", classifier] = splitOutside(token.text.replace(/@[\w.]+$/, "")).map((part) =>
    token.isOpen ? filled(part, values) : part,
  );
  if (!group || !name || ![group, name].every((part) => /^[\w.-]+$/.test(part))) return undefined;
  return { group, name, version: version === "" ? (suffix ?? "") : version, ...(classifier ? { classifier } : {}), line: token.line };
}

/** Splits at colons that are not inside `${…}`. */
function splitOutside(text: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const char of text) {
    if (char === "{") depth += 1;
    if (char === "}") depth -= 1;
    if (char === ":" && depth <= 0) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts;
}
