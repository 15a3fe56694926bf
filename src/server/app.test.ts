import { expect, test } from "vitest";
import { z } from "zod";
import { AllmendError } from "#kit";
import { type Database } from "#store";
import { freshInMemory } from "#store/testing";
import { createApp } from "./app.ts";
import { openApiDocument } from "./http/openapi-document.ts";
import { problem } from "./http/problem.ts";
import type { RouteModule } from "./routes/index.ts";
import { healthRoutes } from "./routes/health.ts";
import { someone, testOffice } from "./testing/office.ts";

const nowhere = {} as Database;

const trials: RouteModule = {
  name: "trials",
  register(app) {
    const get = (url: string, permission: "public" | "signed-in" | "people:manage", handler: () => unknown) =>
      app.route({ method: "GET", url, schema: { summary: "a trial" }, config: { permission }, handler: async () => handler() });
    get("/api/open", "public", () => ({ fine: true }));
    get("/api/known", "signed-in", () => ({ fine: true }));
    get("/api/managed", "people:manage", () => ({ fine: true }));
    get("/api/conflict", "public", () => {
      throw problem(409, "request-refused", "The case stands otherwise by now", undefined, { first: "ada" });
    });
    get("/api/of-a-room", "public", () => {
      throw new AllmendError("unknown-product", "not-found", "there is no product x");
    });
    get("/api/broken", "public", () => {
      throw new Error("the password is hunter2");
    });
    get("/api/gone", "public", () => {
      throw Object.assign(new Error("terminating connection"), { code: "57P01" });
    });
    app.route({
      method: "POST",
      url: "/api/guess",
      schema: { summary: "a link that lets nobody in" },
      config: { permission: "public" },
      handler: () => {
        throw problem(401, "link-used", "This link lets nobody in");
      },
    });
    get("/api/full", "public", () => {
      throw Object.assign(new Error("could not extend file"), { code: "53100" });
    });
    get("/api/nul", "public", () => {
      throw Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: "22021" });
    });
    app.route({
      method: "POST",
      url: "/api/things",
      schema: { summary: "a trial", body: z.strictObject({ name: z.string().max(5) }) },
      config: { permission: "public" },
      handler: async ({ body }) => ({ name: body.name }),
    });
  },
};

const office = (config = {}) => testOffice({ database: nowhere, routes: [trials], config });

test("the unknown gets 401, who may not gets 403, who may gets the answer", async () => {
  const { ask } = await office();
  expect(await ask("GET", "/api/managed")).toMatchObject({ status: 401, body: { code: "not-signed-in" } });
  expect((await ask("GET", "/api/managed")).headers["www-authenticate"]).toContain("Bearer");
  const viewer = someone("vera", [{ role: "viewer" }]);
  expect(await ask("GET", "/api/managed", { as: viewer })).toMatchObject({ status: 403, body: { permission: "people:manage" } });
  expect(await ask("GET", "/api/known", { as: viewer })).toMatchObject({ status: 200 });
  expect(await ask("GET", "/api/managed", { as: someone("ada", [{ role: "admin" }]) })).toMatchObject({ status: 200 });
});

test("every refusal is problem+json with a code, a request's id, and nothing of ours", async () => {
  const { ask, app } = await office();
  for (const [url, status, code] of [
    ["/api/nothing", 404, "no-such-route"],
    ["/api/conflict", 409, "request-refused"],
    ["/api/of-a-room", 404, "unknown-product"],
    ["/api/broken", 500, "fault"],
    ["/api/gone", 503, "database-gone"],
    ["/api/nul", 422, "input-invalid"],
  ] as const) {
    const { status: given, body, headers } = await ask("GET", url);
    expect(given, url).toBe(status);
    expect(headers["content-type"], url).toMatch(/^application\/problem\+json/);
    expect(body, url).toMatchObject({ code, status, type: `urn:allmend:problem:${code}` });
    expect(body.instance, url).toBe(`urn:allmend:request:${String(headers["x-request-id"])}`);
    expect(JSON.stringify(body), url).not.toContain("hunter2");
  }
  expect(await ask("GET", "/api/conflict")).toMatchObject({ body: { first: "ada" } });
  expect(await ask("GET", "/api/full")).toMatchObject({ status: 503, body: { title: "The disk of the database is full" } });
  const wrong = await ask("POST", "/api/things", { body: { name: "too long", other: 1 } });
  expect(wrong).toMatchObject({ status: 422, body: { code: "input-invalid" } });
  expect(JSON.stringify(wrong.body.fields)).toContain("body/name");
  const german = await app.inject({
    method: "POST",
    url: "/api/things",
    payload: { name: "too long", other: 1 },
    headers: { "accept-language": "de-CH" },
  });
  expect(JSON.stringify(german.json())).toMatch(/body\/name: (?:höchstens|erwartet)/);
  expect(JSON.stringify(german.json())).not.toContain("expected");
  const post = (payload: string, type: string) =>
    app.inject({ method: "POST", url: "/api/things", payload, headers: { "content-type": type } });
  expect((await post("{", "application/json")).json()).toMatchObject({ code: "body-unreadable", status: 400 });
  expect((await post("<a/>", "application/xml")).json()).toMatchObject({ code: "media-type", status: 415 });
  expect((await post(`{"name":"${"x".repeat(1_100_000)}"}`, "application/json")).json()).toMatchObject({
    code: "body-too-large",
    status: 413,
  });
});

test("a route that names no permission stops the server", async () => {
  const open: RouteModule = {
    name: "open",
    register: (app) => void app.route({ method: "GET", url: "/api/oops", handler: async () => "" }),
  };
  await expect(testOffice({ database: nowhere, routes: [open] })).rejects.toThrow("names no permission");
});

test("headers let nothing in from elsewhere", async () => {
  const { ask } = await office();
  const { headers } = await ask("GET", "/api/open");
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).not.toContain("unsafe");
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
  });
  expect(headers["strict-transport-security"]).toBeUndefined();
});

test("another host's name is refused, except to ask how the server is", async () => {
  const database = await freshInMemory();
  const { app } = await testOffice({ database, routes: [trials, healthRoutes] });
  const as = (host: string, url: string) => app.inject({ url, headers: { host } });
  expect((await as("evil.example", "/api/open")).statusCode).toBe(421);
  expect((await as("127.0.0.1:4040", "/api/open")).statusCode).toBe(200);
  expect((await as("[::1]:4040", "/api/open")).statusCode).toBe(200);
  expect((await as("10.0.0.7", "/api/health")).statusCode).toBe(200);
  await database.close();
  expect((await as("10.0.0.7", "/api/health")).json()).toMatchObject({ status: "degraded", database: "gone" });
});

test("too many requests are told how long to wait", async () => {
  const { ask } = await office({ limits: { body: 1000, known: 3, unknown: 2, failures: 30 } });
  const statuses: number[] = [];
  for (let i = 0; i < 3; i++) statuses.push((await ask("GET", "/api/open")).status);
  expect(statuses).toEqual([200, 200, 429]);
  expect(await ask("GET", "/api/open")).toMatchObject({ body: { code: "too-many-requests" } });
  expect(await ask("GET", "/api/known", { as: someone("vera", [{ role: "viewer" }]) })).toMatchObject({ status: 200 });
});

test("whoever guesses at tokens or links waits after so many failures, and others do not", async () => {
  const guess = (n: number) => ({
    token: { method: "GET", url: "/api/known", headers: { authorization: `Bearer allmend_${n}` } } as const,
    link: { method: "POST", url: "/api/guess", payload: {} } as const,
  });
  for (const by of ["token", "link"] as const) {
    const { deps } = await testOffice({ database: nowhere, config: { limits: { body: 1000, known: 100, unknown: 100, failures: 3 } } });
    const app = await createApp(deps, {
      version: "0.0.0",
      routes: [trials],
      identify: async ({ headers }) => {
        if (headers.authorization) throw problem(401, "not-signed-in", "This token is not known");
        return undefined;
      },
    });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) statuses.push((await app.inject({ ...guess(n)[by], remoteAddress: "198.51.100.7" })).statusCode);
    expect(statuses, by).toEqual([401, 401, 401, 401, 429]);
    expect((await app.inject({ url: "/api/open", remoteAddress: "198.51.100.7" })).statusCode, by).toBe(429);
    expect((await app.inject({ url: "/api/open", remoteAddress: "198.51.100.8" })).statusCode, by).toBe(200);
  }
});

test("the description of the API is OpenAPI 3.1 and names what each route asks for", async () => {
  const document = (await openApiDocument("1.2.3")) as { openapi: string; paths: Record<string, Record<string, Record<string, unknown>>> };
  expect(document.openapi).toBe("3.1.0");
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      expect(operation["x-permission"], `${method} ${path}`).toBeTypeOf("string");
      expect(operation.summary, `${method} ${path}`).toBeTypeOf("string");
      expect(operation.operationId, `${method} ${path}`).toBeTypeOf("string");
    }
});
