// What people write in a manifest's licence field, as an SPDX expression. A table, not a guess: what it does not hold stays unknown.
import { type Expression, formatExpression, joinExpressions, parseExpression } from "#kit";
import { addressMeaning } from "./addresses.ts";
import { readGnuName } from "./gnu.ts";
import { nameKey } from "./keys.ts";
import { declaredTables, type Meaning } from "./tables.ts";

export interface DeclaredMeaning {
  /** Normalised SPDX expression. */
  readonly expression: string;
  /** How it was understood; `parts` where several names were joined, `json` for the arrays and objects of old package.json files. */
  readonly how: "spdx" | "alias" | "url" | "classifier" | "parts" | "json";
  /** 0..1: 1 for what already is an expression, 0.5 for names that mean several licences (`BSD`). */
  readonly confidence: number;
  /** Not said by the text: it is the address of a repository whose licence is common knowledge. */
  readonly repository?: true;
}

/** Longest text that is looked at; whole licence texts in a field are for identifyText. */
const maxLength = 4096;
const remembered = new Map<string, DeclaredMeaning | null>();

/**
 * The expression that a declared licence means; undefined for what says nothing (`NOASSERTION`, `SEE LICENSE IN x`) or cannot be understood.
 * `UNLICENSED` and the like mean `LicenseRef-Proprietary`.
 */
export function normalizeDeclared(text: string): DeclaredMeaning | undefined {
  if (text.length > maxLength) return undefined;
  let meaning = remembered.get(text);
  if (meaning === undefined) {
    meaning = read(withoutHabits(text)) ?? null;
    if (remembered.size > 20_000) remembered.clear();
    remembered.set(text, meaning);
  }
  return meaning ?? undefined;
}

/** Habits of ecosystems that carry no meaning of their own, or one that is written differently: R's `GPL (>= 2)` and `+ file LICENSE`, "Dual license:". */
function withoutHabits(text: string): string {
  const choice = /^(?:dual|triple|multi)[- ]?licen[cs]e/i.test(text.trim()); // what is dual-licensed "under A and B" is offered under either
  return (choice ? text.replace(/\s+and\s+|\s*[,;&]\s*/gi, " or ") : text)
    .trim()
    .replace(/\(\s*>=?\s*(\d[\d.]*)\s*\)/g, "$1+")
    .replace(/[+|]\s*file\s+licen[cs]e$/i, "")
    .replace(/^(?:(?:dual|triple|multi)[- ]?)?licen[cs]e[ds]?(?: under)?(?: the terms of)?\s*:\s*/i, "")
    .replace(/^(?:(?:dual|triple|multi)[- ]?)?licen[cs]ed under(?: the terms of)?\s+/i, "")
    .trim();
}

function read(text: string): DeclaredMeaning | undefined {
  if (text === "" || /^see licen[cs]e\b/i.test(text)) return undefined;
  const parsed = parseExpression(text);
  if (parsed) return fromExpression(parsed, "spdx", 1);
  if (/^[[{]/.test(text)) return fromJson(text);
  if (text.includes("::") && !text.includes("://")) return fromMeaning(fromClassifier(text), "classifier");
  return fromMeaning(addressMeaning(text, fromName), "url") ?? fromMeaning(fromName(text), "alias") ?? fromParts(text);
}

function fromExpression(expression: Expression, how: DeclaredMeaning["how"], confidence: number): DeclaredMeaning | undefined {
  const simple = joinExpressions("and", [expression]) ?? expression;
  const text = formatExpression(simple);
  return text === "NOASSERTION" ? undefined : { expression: text, how, confidence };
}

function fromMeaning(meaning: Meaning | undefined, how: DeclaredMeaning["how"]): DeclaredMeaning | undefined {
  return meaning && meaning.expression !== ""
    ? { expression: meaning.expression, how, confidence: meaning.confidence, ...(meaning.repository ? { repository: true } : {}) }
    : undefined;
}

function fromClassifier(text: string): Meaning | undefined {
  const last = text.split("::").at(-1) ?? "";
  return declaredTables().classifiers.get(nameKey(last)) ?? fromName(last);
}

function fromName(text: string): Meaning | undefined {
  for (const candidate of new Set([text, ...besideBrackets(text)])) {
    if (candidate === "") continue;
    const expression = parseExpression(candidate);
    if (expression) return { expression: formatExpression(expression), confidence: 0.95 };
    const key = nameKey(candidate);
    const meaning = declaredTables().names.get(key);
    if (meaning) return meaning;
    const gnu = readGnuName(key);
    if (gnu) return { expression: gnu.id, confidence: gnu.confidence };
  }
  return undefined;
}

/** "MIT License (MIT)" says the same inside and outside its brackets; "MIT AND (X OR Y)" does not. */
function besideBrackets(text: string): string[] {
  const inner = [...text.matchAll(/\(([^()]{2,80})\)/g)].map((match) => match[1] ?? "");
  const outer = text.replace(/\s*\([^()]*\)/g, " ").trim();
  const joins = /\b(?:and|or|with)\b|[/|&,;]/i;
  return inner.some((part) => joins.test(part)) || /(?:\b(?:and|or|with)|[/|&,;+])$/i.test(outer) ? [] : [outer, ...inner];
}

/** Names side by side: "or" and "/" leave the choice, everything else (commas, "and", "+", line ends) is read as all of them, the safe reading. */
function fromParts(text: string): DeclaredMeaning | undefined {
  const either = /\bor\b(?!\s+(?:\(at your option\)\s*)?(?:any )?(?:later|newer|greater|above|higher))|\band\/or\b|\s*\/\s*|\s*\|\|?\s*/i;
  const all = /\s*[,;&\n]\s*|\s+and\s+|\s+\+\s+/i;
  for (const [kind, pattern, confidence] of [
    ["or", either, 0.85],
    ["and", all, 0.7],
  ] as const) {
    const pieces = text
      .replace(/^\((.*)\)$/s, "$1")
      .split(pattern)
      .map((piece) => piece.replace(/^either\s+/i, "").trim());
    if (pieces.length < 2 || pieces.length > 50 || pieces.some((piece) => piece.length >= text.length)) continue;
    const meanings = pieces.filter((piece) => piece !== "").map((piece) => read(piece));
    const expressions = meanings.map((meaning) => (meaning ? parseExpression(meaning.expression) : undefined));
    if (expressions.length < 2 || expressions.includes(undefined)) continue;
    const joined = joinExpressions(kind, expressions as Expression[]);
    const least = Math.min(confidence, ...meanings.map((meaning) => meaning?.confidence ?? 0));
    if (joined) return fromExpression(joined, "parts", least);
  }
  return undefined;
}

/** `["MIT", …]`, `[{"type": "MIT", "url": "…"}]`, `{"name": "MIT"}`: alternatives, as npm's old documentation had it. */
function fromJson(text: string): DeclaredMeaning | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const meanings = (Array.isArray(value) ? value.slice(0, 50) : [value]).map(fromJsonEntry);
  const expressions = meanings.map((meaning) => (meaning ? parseExpression(meaning.expression) : undefined));
  if (expressions.length === 0 || expressions.includes(undefined)) return undefined;
  const joined = joinExpressions("or", expressions as Expression[]);
  return joined && fromExpression(joined, "json", Math.min(...meanings.map((meaning) => meaning?.confidence ?? 0)));
}

function fromJsonEntry(entry: unknown): DeclaredMeaning | undefined {
  if (typeof entry === "string") return normalizeDeclared(entry);
  if (typeof entry !== "object" || entry === null) return undefined;
  for (const key of ["type", "name", "id", "license", "url"]) {
    const value: unknown = Object.hasOwn(entry, key) ? (entry as Record<string, unknown>)[key] : undefined;
    const meaning = typeof value === "string" ? normalizeDeclared(value) : undefined;
    if (meaning) return meaning;
  }
  return undefined;
}
