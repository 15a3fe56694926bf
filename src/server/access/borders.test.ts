// Across the border of units: every route that reads is asked by somebody of one unit, with every word and id of the other; nothing that bears its mark is told.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApiDocument } from "../http/openapi-document.ts";
import { onEachDatabase } from "#store/testing";
import { someone, type TestOffice } from "../testing/office.ts";
import { type Mark, marks, twoUnits } from "../testing/two-units.ts";
import type { Caller } from "./caller.ts";

const home = mkdtempSync(join(tmpdir(), "allmend-borders-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Parameter {
  readonly name: string;
  readonly in: "query" | "path";
  readonly required?: boolean;
  readonly schema?: { readonly enum?: readonly string[]; readonly type?: string };
}
interface Operation {
  readonly parameters?: readonly Parameter[];
}
const { paths } = (await openApiDocument("0.0.0")) as { paths: Record<string, { get?: Operation }> };

/** What tells of people, of the office as a whole, or of oneself knows no border: docs/handbook/server.md. */
const WITHOUT: readonly RegExp[] = [/^\/api\/(?:me|people|roles|organization|program|portal\/organization)(?:\/|$)/];
const reading = Object.entries(paths).flatMap(([path, { get }]) =>
  get && !WITHOUT.some((without) => without.test(path)) ? [{ path, parameters: get.parameters ?? [] }] : [],
);

const apart = { unitsApart: true };
const all = someone("udo", [{ role: "auditor" }, { role: "admin" }], apart);
const everyRole = (mark: Mark): Caller =>
  someone(
    `of-${mark}`,
    (["viewer", "requester", "owner", "reviewer"] as const).map((role) => ({
      role,
      unit: mark,
      ...(role === "reviewer" ? { lane: "legal" } : {}),
    })),
    apart,
  );

onEachDatabase(
  (databases) => {
    let office: TestOffice;
    /** Texts by the names of the members that hold them: what parameters of that name are asked with. */
    const known = new Map<string, Set<string>>();

    beforeAll(async () => {
      office = await twoUnits(await databases.fresh(), home);
      for (const { path, parameters } of reading) {
        if (parameters.some(({ required }) => required === true)) continue;
        collect((await office.ask("GET", path, { as: all })).body, known);
      }
    });

    test("there is something of both to be seen, by those who may", () => {
      const words = [...known.values()].flatMap((values) => [...values]).join(" ");
      for (const mark of marks) expect(words).toContain(mark);
      expect(reading.length).toBeGreaterThan(60);
    });

    test.each(reading)("$path", async ({ path, parameters }) => {
      const seen: string[] = [];
      for (const [mark, other] of [marks, marks.toReversed()] as [Mark, Mark][]) {
        const as = everyRole(mark);
        for (const asked of addresses(path, parameters, known, other)) {
          const { status, body } = await office.ask("GET", asked.url, { as });
          expect(status, asked.url).toBeLessThan(500);
          const text = typeof body === "string" ? body : JSON.stringify(body);
          const rest = withoutAsked(text, asked.values);
          const at = rest.toLowerCase().indexOf(other);
          if (at >= 0) seen.push(`${asked.url} tells ${as.id}: …${rest.slice(Math.max(0, at - 60), at + 60)}…`);
        }
      }
      expect([...new Set(seen)].slice(0, 5)).toEqual([]);
    });

    test("records come a few at a time as they come at once: what belongs to others takes the place of none", async () => {
      for (const mark of marks) {
        const as = everyRole(mark);
        const read = async (since: number, limit: number) =>
          (await office.ask<{ number: number }[]>("GET", `/api/records?since=${since}&limit=${limit}`, { as })).body;
        const whole = await read(0, 1000);
        expect(whole.length).toBeGreaterThan(0);
        const single: { number: number }[] = [];
        for (let [next] = await read(0, 1); next; [next] = await read(next.number, 1)) single.push(next);
        expect(single).toEqual(whole);
      }
    });
  },
  ["PostgreSQL"],
);

function collect(value: unknown, into: Map<string, Set<string>>, name = ""): void {
  if (typeof value === "string" || typeof value === "number") {
    if (String(value).length < 200) into.set(name, (into.get(name) ?? new Set()).add(String(value)));
  } else if (Array.isArray(value)) for (const each of value) collect(each, into, name);
  else if (typeof value === "object" && value !== null) for (const [key, each] of Object.entries(value)) collect(each, into, key);
}

interface Asked {
  readonly url: string;
  readonly values: readonly string[];
}

/** Without parameters that may be left out, then each of them with each text of the other's that somebody could know or guess. */
function addresses(path: string, parameters: readonly Parameter[], known: ReadonlyMap<string, ReadonlySet<string>>, other: Mark): Asked[] {
  const inPath = parameters.filter((each) => each.in === "path");
  const required = parameters.filter((each) => each.in === "query" && each.required === true);
  const optional = parameters.filter((each) => each.in === "query" && each.required !== true);
  const bases = [...inPath, ...required].reduce<{ path: string; query: [string, string][]; values: string[] }[]>(
    (sofar, parameter) =>
      sofar.flatMap((base) =>
        valuesFor(parameter, known, other).map((value) => ({
          path: parameter.in === "path" ? base.path.replace(`{${parameter.name}}`, encodeURIComponent(value)) : base.path,
          query: parameter.in === "path" ? base.query : [...base.query, [parameter.name, value]],
          values: [...base.values, value],
        })),
      ),
    [{ path, query: [], values: [] }],
  );
  return bases.flatMap((base) => [
    asAsked(base, []),
    ...optional.flatMap((parameter) => valuesFor(parameter, known, other).map((value) => asAsked(base, [[parameter.name, value]]))),
  ]);
}

function asAsked(
  base: { path: string; query: readonly [string, string][]; values: readonly string[] },
  more: readonly [string, string][],
): Asked {
  const query = new URLSearchParams([...base.query, ...more]).toString();
  return {
    url: query === "" ? base.path : `${base.path}?${query}`,
    values: [...base.values, ...more.map(([, value]) => value)].filter((value) => value !== ""),
  };
}

/** What was asked may be said again: the names in it, and nothing that only begins like one. */
function withoutAsked(text: string, values: readonly string[]): string {
  const names = new Set(values.flatMap((value) => value.match(MARKED) ?? []));
  return text.replaceAll(MARKED, (name) => (names.has(name) ? "" : name));
}

const MARKED = /[\w-]*(?:zephyr|quokka)[\w-]*/gi;
const MOST = 5;

function valuesFor({ name, schema }: Parameter, known: ReadonlyMap<string, ReadonlySet<string>>, other: Mark): string[] {
  if (schema?.enum) return [...schema.enum];
  if (schema?.type === "boolean") return ["true", "false"];
  if (schema?.type === "integer" || schema?.type === "number")
    return [...(known.get(name) ?? known.get("id") ?? [])]
      .filter((value) => /^\d+$/.test(value))
      .slice(0, 8)
      .concat("1");
  const theirs = [...known.values()].flatMap((values) => [...values]).filter((value) => value.toLowerCase().includes(other));
  const named = [...(known.get(name) ?? [])].filter((value) => value.toLowerCase().includes(other));
  const ids = name === "id" ? [...(known.get("id") ?? [])].filter((value) => !/zephyr|quokka/i.test(value)).slice(0, 15) : [];
  return [
    ...new Set([
      ...named.slice(0, MOST),
      ...theirs.filter((value) => /^(?:pkg:|product:|repository:|usage:)/.test(value)).slice(0, MOST),
      ...ids,
      other,
    ]),
  ];
}
