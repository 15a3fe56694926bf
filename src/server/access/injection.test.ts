// SQL in what somebody sends: every route is asked with it in each place of its address and body, on a real PostgreSQL. It is data everywhere: no statement
// fails to be parsed, nothing else than before is answered for a condition that is always true, and every table is still there with what it held.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addPerson, type Database } from "#store";
import { onEachDatabase } from "#store/testing";
import { openApiDocument } from "../http/openapi-document.ts";
import { someone, type TestOffice } from "../testing/office.ts";
import { twoUnits } from "../testing/two-units.ts";

const home = mkdtempSync(join(tmpdir(), "allmend-injection-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const HOSTILE = [
  `x' or '1'='1`,
  `x'; drop table findings; --`,
  `x') union select null, secret from webhooks --`,
  `x" or ""="`,
  `\\'; select pg_sleep(5); --`,
  `%' escape '' or 1=1 --`,
  `$1; select 1`,
  `{x}','{y}`,
] as const;

interface Shape {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly additionalProperties?: boolean | Shape;
  readonly $ref?: string;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Shape }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Shape }>> };
}
interface Api {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Shape>> };
}
type Method = "GET" | "POST" | "PUT" | "DELETE";

const api = (await openApiDocument("0.0.0")) as Api;
const routes = Object.entries(api.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    route: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase() as Method,
    path,
    operation,
  })),
);

/** Everything that a person may ask for. */
const ada = someone("ada", [
  { role: "admin" },
  { role: "auditor" },
  { role: "executive" },
  { role: "reviewer", lane: "legal" },
  { role: "owner" },
]);

onEachDatabase(
  (databases) => {
    let office: TestOffice;
    let database: Database;
    let before: Readonly<Record<string, number>>;
    const failed: string[] = [];
    let taken = 0;

    beforeAll(async () => {
      database = await databases.fresh();
      office = await twoUnits(database, home);
      await addPerson(database.sql, { id: ada.id, name: ada.name }, office.deps.clock());
      before = await counted(database);
      office.deps.log.error = ((bound: unknown) => failed.push(JSON.stringify(bound))) as never;
    });

    test("a condition that is always true finds no more than one that nothing fulfils", async () => {
      for (const list of ["components", "findings", "cases", "people", "uses", "vulnerabilities", "record", "records"]) {
        const name = { cases: "text", uses: "component", record: "subject", records: "subject" }[list] ?? "search";
        for (const hostile of HOSTILE.slice(0, 3)) {
          const { body } = await office.ask<{ items?: unknown[] } | unknown[]>(
            "GET",
            `/api/${list}?${name}=${encodeURIComponent(hostile)}`,
            { as: ada },
          );
          const items = Array.isArray(body) ? body : (body.items ?? []);
          expect(items, `${list} ${hostile}`).toEqual([]);
        }
      }
    });

    test.each(routes)("$route", async ({ method, path, operation }) => {
      for (const hostile of HOSTILE) {
        for (const { url, body } of requests(path, operation, hostile)) {
          const began = performance.now();
          const answer = await office.ask<unknown>(method, url, { as: ada, ...(body === undefined ? {} : { body }) });
          expect(answer.status, `${url} ${JSON.stringify(body)} ${JSON.stringify(answer.body).slice(0, 300)}`).toBeLessThan(500);
          if (answer.status < 400) taken++;
          expect(performance.now() - began, `${url} waits`).toBeLessThan(4500);
        }
      }
    });

    test("every table is there, and none has lost a row", async () => {
      const after = await counted(database);
      expect(Object.keys(after)).toEqual(Object.keys(before));
      for (const [table, rows] of Object.entries(before)) expect(after[table], table).toBeGreaterThanOrEqual(rows);
      expect(failed).toEqual([]);
      // Not refused before a database saw it.
      expect(taken).toBeGreaterThan(300);
    });
  },
  ["PostgreSQL"],
);

async function counted({ sql: db }: Database): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from ${sql.table(name)}`.execute(db);
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}

/** One request for each place: that one hostile, the others as the description wants them. */
function requests(path: string, { parameters = [], requestBody }: Operation, hostile: string): { url: string; body?: unknown }[] {
  const schema = requestBody?.content?.["application/json"]?.schema;
  const required = parameters.filter((each) => each.in === "query" && each.required === true);
  const address = (place: string | undefined) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(name === place ? hostile : String(plain(parameters.find((each) => each.name === name)?.schema ?? {}))),
    );
    const query = new URLSearchParams();
    for (const { name, schema: of = {} } of required) query.set(name, name === place ? hostile : String(plain(of)));
    if (place !== undefined && !query.has(place) && parameters.some((each) => each.in === "query" && each.name === place))
      query.set(place, hostile);
    const text = query.toString();
    return text === "" ? filled : `${filled}?${text}`;
  };
  const places = parameters.filter((each) => each.in === "query" || each.in === "path").map(({ name }) => name);
  const bodies = schema ? hostileBodies(schema, hostile) : [undefined];
  return [
    ...places.map((place) => ({ url: address(place), ...(schema ? { body: plain(schema) } : {}) })),
    ...bodies.flatMap((body) => (body === undefined ? [] : { url: address(undefined), body })),
  ];
}

/** The body as it should be, and once for each text in it with that one hostile. */
function hostileBodies(schema: Shape, hostile: string): unknown[] {
  const whole = plain(schema, true);
  return placesOf(whole).map((place) => replaced(whole, place, hostile));
}

type Place = readonly (string | number)[];

function placesOf(value: unknown, at: Place = []): Place[] {
  if (typeof value === "string") return [at];
  if (Array.isArray(value)) return value.flatMap((each, index) => placesOf(each, [...at, index]));
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([key, each]) => placesOf(each, [...at, key]));
  return [];
}

function replaced(value: unknown, [step, ...rest]: Place, by: string): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((each, index) => (index === step ? replaced(each, rest, by) : each));
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, key === step ? replaced(each, rest, by) : each]));
}

const MOST_DEEP = 5;

/** Something that the description takes; with `all` also what may be left out. */
function plain(shape: Shape, all = false, deep = 0): string | number | boolean | object {
  const { $ref, anyOf, oneOf, allOf, enum: values, const: only } = shape;
  if ($ref !== undefined) return plain(api.components?.schemas?.[$ref.split("/").at(-1) ?? ""] ?? {}, all, deep);
  if (only !== undefined) return only as string;
  if (values) return values[0] as string;
  const [first] = anyOf ?? oneOf ?? allOf ?? [];
  if (first) return plain(first, all, deep);
  const type = [shape.type].flat()[0];
  if (type === "integer" || type === "number") return Math.max(1, shape.minimum ?? 1);
  if (type === "boolean") return true;
  if (type === "array") return shape.items && deep < MOST_DEEP ? [plain(shape.items, all, deep + 1)] : [];
  if (type === "object" || shape.properties) return objectOf(shape, all, deep);
  return textOf(shape);
}

function objectOf({ properties = {}, required = [], additionalProperties }: Shape, all: boolean, deep: number): object {
  const named = Object.entries(properties).filter(([name]) => required.includes(name) || (all && deep < MOST_DEEP));
  const free =
    typeof additionalProperties === "object" && deep < MOST_DEEP ? [["organization.yaml", plain(additionalProperties, all, deep + 1)]] : [];
  return Object.fromEntries([...named.map(([name, of]) => [name, plain(of, all, deep + 1)]), ...free]);
}

function textOf({ format }: Shape): string {
  if (format === "uuid") return "00000000-0000-4000-8000-000000000000";
  if (format === "date") return "2026-11-01";
  if (format === "date-time") return "2026-11-01T08:00:00Z";
  return format === "uri" ? "https://example.org" : "x";
}
