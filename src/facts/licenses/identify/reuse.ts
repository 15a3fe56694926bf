// Licences that a REUSE folder states beside its files (REUSE 3.3): `.license` files, REUSE.toml, and Debian's dep5 before it; names of files in LICENSES/.
import { type Expression, formatExpression, joinExpressions, parseExpression } from "#kit";
import { parse } from "smol-toml";
import type { Identification } from "../types.ts";

export interface ReuseStatement {
  readonly expression: string;
  /** `closest` (what the file itself says wins), `aggregate` (both), `override` (this one). */
  readonly precedence: "closest" | "aggregate" | "override";
  /** It says whose they are, too. */
  readonly copyright?: boolean;
}

interface Row extends ReuseStatement {
  readonly paths: readonly Glob[];
}

/** What the statements of one folder say of a path below it; the last that fits speaks. */
export type ReuseStatements = (path: string) => ReuseStatement | undefined;

/** Most statements of one folder that are read. */
const most = 2000;

export function readReuse(toml: string | undefined, dep5: string | undefined): ReuseStatements {
  const rows = [...(dep5 === undefined ? [] : readDep5(dep5)), ...(toml === undefined ? [] : readReuseToml(toml))].slice(0, most);
  return (path) => rows.findLast((row) => row.paths.some((glob) => fits(glob, path)));
}

function readReuseToml(text: string): Row[] {
  let content: unknown;
  try {
    content = parse(text);
  } catch {
    return []; // what is no TOML states nothing
  }
  const annotations = (content as { annotations?: unknown }).annotations;
  return (Array.isArray(annotations) ? (annotations as Record<string, unknown>[]) : []).flatMap((one) => {
    const expression = joined([one["SPDX-License-Identifier"]].flat());
    const { precedence } = one;
    if (expression === undefined) return [];
    const paths = [one["path"]].flat().filter((path) => typeof path === "string");
    return [
      {
        expression,
        precedence: precedence === "aggregate" || precedence === "override" ? precedence : "closest",
        copyright: [one["SPDX-FileCopyrightText"]].flat().some((line) => typeof line === "string" && line.trim() !== ""),
        paths: paths.map(tomlGlob),
      },
    ];
  });
}

/** Stanzas of `Files:` and `License:`. A `*` there crosses folders. */
function readDep5(text: string): Row[] {
  return text.split(/\n[ \t]*\n/, most).flatMap((stanza) => {
    const files = /^Files:[ \t]*((?:.*)(?:\n[ \t]+.*)*)/m.exec(stanza)?.[1]?.split(/\s+/).filter(Boolean);
    const expression = joined([/^License:[ \t]*(.+)$/m.exec(stanza)?.[1]?.trim()]);
    if (!files || expression === undefined) return [];
    return [{ expression, precedence: "aggregate" as const, copyright: /^Copyright:[ \t]*\S/m.test(stanza), paths: files.map(dep5Glob) }];
  });
}

function joined(values: readonly unknown[]): string | undefined {
  const parsed = values.map((value) => (typeof value === "string" ? parseExpression(value) : undefined));
  if (parsed.length === 0 || parsed.includes(undefined)) return undefined;
  const expression = joinExpressions("and", parsed as Expression[]);
  return expression && formatExpression(expression);
}

/** One character of a path, `?` of any, a star within a folder, or one across folders. */
type Glob = readonly (string | { readonly star: "folder" | "any" } | { readonly one: true })[];

/** `*` stays in a folder, `**` crosses folders, a backslash takes the next character as it is. */
function tomlGlob(pattern: string): Glob {
  const parts = pattern.slice(0, longestGlob).match(/\\[^]|\*+|[^]/g) ?? [];
  return parts.map((part) => {
    if (part.startsWith("*")) return { star: part.length > 1 ? "any" : "folder" } as const;
    return part.length > 1 ? part.slice(1) : part;
  });
}

/** `*` crosses folders, `?` is one character. */
function dep5Glob(pattern: string): Glob {
  const parts =
    pattern
      .slice(0, longestGlob)
      .replace(/^\.\//, "")
      .match(/\\[^]|\*+|[^]/g) ?? [];
  return parts.map((part) => {
    if (part.startsWith("*")) return { star: "any" } as const;
    if (part === "?") return { one: true } as const;
    return part.length > 1 ? part.slice(1) : part;
  });
}

const longestGlob = 500;

/** Which beginnings of the path the glob reaches, part by part: no backtracking, so no pattern takes long. */
function fits(glob: Glob, path: string): boolean {
  let reached = new Set([0]);
  for (const part of glob) {
    const next = new Set<number>();
    for (const at of reached) {
      if (typeof part === "string") {
        if (path.startsWith(part, at)) next.add(at + part.length);
      } else if ("one" in part) {
        if (at < path.length) next.add(at + 1);
      } else {
        for (let end = at; end <= path.length && !next.has(end); end++) {
          next.add(end);
          if (part.star === "folder" && path[end] === "/") break;
        }
      }
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(path.length);
}

/** Licence files and REUSE's own files are no covered files: what is stated of a folder does not speak of them. */
export function isCovered(path: string): boolean {
  return !/(?:^|\/)(?:LICENSES\/.*|\.reuse\/.*|REUSE\.toml|(?:LICEN[CS]E|COPYING)(?:[-._].*)?|.*\.license)$/.test(path);
}

/** The answer for a file, with what is stated beside it. */
export function withStatement(found: Identification, statement: ReuseStatement | undefined): Identification {
  if (!statement || (found.expression !== null && statement.precedence === "closest")) return found;
  const stated = { spdx: statement.expression, confidence: 1, kind: "tag" as const };
  if (found.expression === null || statement.precedence === "override")
    return { ...found, expression: statement.expression, licenses: [stated] };
  return {
    ...found,
    expression: joined([found.expression, statement.expression]) ?? found.expression,
    licenses: [...found.licenses, stated],
  };
}

/** `LICENSES/LicenseRef-Ours.txt` is LicenseRef-Ours, whatever its words come near to. */
export function namedByFile(found: Identification): Identification {
  const spdx = /(?:^|\/)LICENSES\/(LicenseRef-[A-Za-z0-9.-]+?)(?:\.(?:txt|md|html))?$/.exec(found.path)?.[1];
  if (spdx === undefined || found.licenses.some(({ kind, nearest }) => kind === "tag" || (kind === "text" && !nearest))) return found;
  const nearest = found.licenses.find((match) => match.nearest)?.nearest;
  return { ...found, expression: spdx, licenses: [{ spdx, confidence: 1, kind: "tag", ...(nearest ? { nearest } : {}) }] };
}
