// What a supplier says in its own words instead of a bill of materials: YAML or JSON of ours, or a table as spreadsheets export it. Less is asked of it: names, versions, licences, and who says so.
import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from "yaml";
import { formatPurl, parseCsv, parsePurl, textOfTable } from "#kit";
import { columnName } from "../deliveries/table.ts";
import { normalizeDeclared } from "../licenses/declared/declared.ts";
import { Unreadable } from "../lockfiles/types.ts";
import { gapOf, type CheckedDelivery, type FoundGap, type GapCode } from "./check.ts";

export const DECLARATION = "declaration";
const SCHEMA = "allmend.declaration/1";
const MOST_BYTES = 16_000_000;
const MOST_ROWS = 100_000;
const EXAMPLES = 5;

/** Names of columns and keys, English and German. */
const columns: Readonly<Record<"name" | "version" | "license" | "purl" | "by" | "date", ReadonlySet<string>>> = {
  name: new Set(["name", "component", "komponente", "bezeichnung", "paket", "package"]),
  version: new Set(["version"]),
  license: new Set(["license", "licence", "lizenz", "license expression", "spdx"]),
  purl: new Set(["purl", "package url"]),
  // Who says so, and when: in a table in any row.
  by: new Set(["by", "declared by", "erklärt von"]),
  date: new Set(["date", "datum"]),
};
type Column = keyof typeof columns;

interface Entry {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

interface Declared {
  /** Person or organisation that says so. */
  readonly by?: string;
  readonly date?: string;
  /** It says itself whether it holds open source; a table says nothing of it. */
  readonly openSource?: boolean;
  readonly entries: readonly Entry[];
  readonly faults: readonly string[];
}

/** Undefined for what is no declaration: it may be a bill of materials. Throws `Unreadable` for a broken one. */
export function readDeclaration(content: Uint8Array, file: string): CheckedDelivery | undefined {
  const isTable = /\.(?:csv|tsv)$/i.test(file);
  if (!isTable && !Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 4096)).includes("allmend.declaration/"))
    return undefined;
  if (content.length > MOST_BYTES) throw new Unreadable(`Not read: larger than ${MOST_BYTES} bytes`, undefined, "a smaller table");
  const declared = isTable ? ofTable(textOfTable(content)) : ofDocument(textOfTable(content));
  return { format: DECLARATION, gaps: gapsOf(declared), components: declared.entries.flatMap(componentOf) };
}

function ofTable(text: string): Declared {
  const { rows, faults } = parseCsv(text, MOST_ROWS);
  const [fault] = faults;
  if (fault) throw new Unreadable(`Not a table: ${fault.message}`, fault.line, "a CSV table");
  const [head, ...body] = rows;
  const known = (head?.cells ?? []).map((cell) => columnOf(cell));
  if (!known.includes("name") || !known.includes("license"))
    throw new Unreadable("The first row names no columns for name and licence", head?.line ?? 1, "name, version, license, purl");
  const entries = body.map(({ line, cells }) => ({ line, cells: cellsOf(cells.map((cell, index) => [known[index], cell])) }));
  const first = (column: Column) => entries.map(({ cells }) => cells[column]).find((cell) => cell !== undefined);
  const [by, date] = [first("by"), first("date")];
  return { entries, faults: [], ...(by === undefined ? {} : { by }), ...(date === undefined ? {} : { date }) };
}

function ofDocument(text: string): Declared {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error) throw new Unreadable(`Not YAML: ${error.message.split("\n")[0] ?? ""}`, error.linePos?.[0].line, "YAML or JSON");
  if (document.get("schema") !== SCHEMA) throw new Unreadable("It is no declaration of this version", 1, `schema: ${SCHEMA}`);
  const list = document.get("components");
  const entries = (isSeq(list) ? list.items : []).slice(0, MOST_ROWS).map((item): Entry => {
    const pairs = isMap(item) ? item.items.map(({ key, value }) => [columnOf(plain(key)), plain(value)] as const) : [];
    const line = lines.linePos((isNode(item) ? item.range?.[0] : undefined) ?? 0).line;
    return { line, cells: cellsOf(pairs) };
  });
  const openSource = document.get("open-source");
  const [by, date] = [textAt(document, "by"), textAt(document, "date")];
  return {
    entries,
    faults: openSource === false && entries.length > 0 ? ["It says that it holds no open source, and names components."] : [],
    ...(by === undefined ? {} : { by }),
    ...(date === undefined ? {} : { date }),
    ...(typeof openSource === "boolean" ? { openSource } : {}),
  };
}

function textAt(document: Document, key: string): string | undefined {
  const value = document.get(key);
  return value === undefined || value === null || typeof value === "object" ? undefined : String(value).trim() || undefined;
}

/** The text of a YAML scalar; empty for everything else. */
function plain(node: unknown): string {
  const value: unknown = typeof node === "object" && node !== null && "value" in node ? node.value : node;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function columnOf(text: string): Column | undefined {
  const name = columnName(text);
  return (Object.keys(columns) as Column[]).find((column) => columns[column].has(name));
}

function cellsOf(pairs: readonly (readonly [Column | undefined, string])[]): Entry["cells"] {
  const cells: Partial<Record<Column, string>> = {};
  for (const [column, text] of pairs) if (column !== undefined && text.trim() !== "") cells[column] ??= text.trim().slice(0, 2000);
  return cells;
}

function gapsOf({ by, date, openSource, entries, faults }: Declared): FoundGap[] {
  const concerning = (code: GapCode, lacks: (cells: Entry["cells"]) => boolean): FoundGap[] => {
    const which = entries.filter(({ cells }) => lacks(cells));
    return which.length === 0 ? [] : [{ code, count: which.length, of: entries.length, examples: which.slice(0, EXAMPLES).map(label) }];
  };
  return [
    ...(entries.length === 0 && openSource !== false ? [gapOf("no-components")] : []),
    ...(by === undefined ? [gapOf("author")] : []),
    ...(date === undefined || Number.isNaN(Date.parse(date)) ? [gapOf("timestamp")] : []),
    ...concerning("component-name", ({ name, purl }) => name === undefined && parsePurl(purl ?? "") === undefined),
    ...concerning("version", ({ version, purl }) => version === undefined && parsePurl(purl ?? "")?.version === undefined),
    ...concerning("licence-missing", ({ license }) => license === undefined),
    ...concerning("licence-unreadable", ({ license }) => license !== undefined && normalizeDeclared(license) === undefined),
    ...(faults.length === 0 ? [] : [gapOf("document-faults", { count: faults.length, examples: faults })]),
  ];
}

function label({ cells, line }: Entry): string {
  const name = cells.name ?? cells.purl;
  return name === undefined ? `:${line}` : `${name} ${cells.version ?? ""}`.trim().slice(0, 200);
}

/** Without a package URL it is known by its name alone: rules on licences judge it, vulnerabilities cannot be matched. */
function componentOf({ cells }: Entry): CheckedDelivery["components"][number][] {
  const given = parsePurl(cells.purl ?? "");
  const name = cells.name ?? (given?.namespace === undefined ? given?.name : `${given.namespace}/${given.name}`);
  if (name === undefined) return [];
  const version = cells.version ?? given?.version ?? "";
  const purl = formatPurl(given ? { ...given, version } : { type: "generic", name, version });
  return [{ purl, name, version, ...(cells.license === undefined ? {} : { license: cells.license }) }];
}
