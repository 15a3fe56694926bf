import { describe, expect, test } from "vitest";
import type { Database } from "#store";
import { routeDeps } from "../http/openapi-document.ts";
import { someone, testOffice } from "../testing/office.ts";
import { smallProgram } from "../testing/program.ts";
import type { Caller } from "./caller.ts";
import { accessMatrix } from "./matrix.ts";
import { peopleOnly, type Permission, permissions, permissionsOf, type Role, roles } from "./permissions.ts";
import { listRoutes } from "./route-list.ts";

/** Who may what, written down a second time, by the first letters of roles: a slip in the table of permissions is seen here. */
const whoMay: Record<Permission, string> = {
  "cases:read": "viewer requester reviewer approver owner admin executive auditor",
  "cases:open": "requester reviewer approver owner admin executive",
  "cases:decide": "reviewer approver executive",
  "cases:manage": "admin",
  "results:read": "viewer requester reviewer approver owner admin executive auditor",
  "results:write": "owner admin",
  "findings:write": "reviewer owner admin",
  "program:read": "viewer requester reviewer approver owner admin executive auditor",
  "program:write": "admin",
  "record:read": "executive auditor admin",
  "record:verify": "auditor admin",
  "people:read": "viewer requester reviewer approver owner admin executive auditor",
  "people:manage": "admin",
  "tokens:own": "viewer requester reviewer approver owner admin executive auditor",
  "jobs:read": "owner auditor admin",
  "deliveries:write": "owner admin",
  "suppliers:write": "reviewer owner admin",
  "communities:write": "reviewer owner admin",
  "registers:read": "viewer requester reviewer approver owner admin executive auditor",
  "registers:write": "admin",
  "notifications:own": "viewer requester reviewer approver owner admin executive auditor",
  admin: "admin",
};

const grant = (role: Role) => ({
  role,
  ...(role === "reviewer" ? { lane: "legal" } : {}),
  ...(role === "owner" ? { unit: "claims" } : {}),
});

function token(scopes: readonly Permission[]): Caller {
  return {
    id: "token:1",
    kind: "token",
    name: "ci",
    via: "token:1",
    roles: [],
    units: "all",
    permissions: new Set(scopes),
    tokenScopes: scopes,
  };
}

const listed = await listRoutes(routeDeps());
const office = await testOffice({ database: {} as Database, program: smallProgram() });
const methods = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/** An address of the route with something in each place. */
function addressOf(url: string): string {
  return url
    .replaceAll(/:(\w+)/g, (_whole, name: string) => (name === "grant" || name === "id" ? "00000000-0000-4000-8000-000000000000" : "x"))
    .replace("*", "x");
}

/** Whether the guard let it through: what a route then says of an empty request is its own matter. */
async function isLetIn(method: string, url: string, as: Caller | undefined): Promise<number | "in"> {
  const { status, body } = await office.ask<{ code?: string; permission?: string }>(method as "GET", addressOf(url), {
    ...(as ? { as } : {}),
    ...(method === "GET" ? {} : { body: {} }),
  });
  const guarded = status === 401 ? body.code === "not-signed-in" : status === 403 && body.code === "not-allowed";
  return guarded ? status : "in";
}

test("every route has a line in the matrix, and every line a route that asks for what it says", () => {
  const asked = Object.fromEntries(listed.map(({ method, url, permission }) => [`${method} ${url}`, permission]));
  const written = Object.fromEntries(Object.entries(accessMatrix).map(([route, { may }]) => [route, may]));
  delete written["GET /api/openapi.json"];
  expect(asked).toEqual(written);
});

test("roles have the permissions that were written down for them, and no other", () => {
  for (const permission of permissions) {
    const holders = roles.filter((role) => permissionsOf[role].includes(permission));
    expect(holders.sort(), permission).toEqual(whoMay[permission].split(" ").sort());
  }
});

describe.each(listed.map(({ method, url, permission }) => ({ route: `${method} ${url}`, method, url, permission })))(
  "$route",
  ({ method, url, permission }) => {
    if (!methods.has(method)) throw new Error(`${method} is not tried`);
    const open = permission === "public";

    test("nobody", async () => {
      expect(await isLetIn(method, url, undefined)).toBe(open ? "in" : 401);
    });

    test.each(roles)("%s", async (role) => {
      const may =
        open || permission === "known" || permission === "signed-in" || whoMay[permission as Permission].split(" ").includes(role);
      expect(await isLetIn(method, url, someone(`a-${role}`, [grant(role)]))).toBe(may ? "in" : 403);
    });

    test("somebody without a role", async () => {
      const may = open || permission === "known" || permission === "signed-in";
      expect(await isLetIn(method, url, someone("n", []))).toBe(may ? "in" : 403);
    });

    test("a token that was made for nothing, for everything else, and for this", async () => {
      const fine = open || permission === "known";
      expect(await isLetIn(method, url, token([]))).toBe(fine ? "in" : 403);
      expect(await isLetIn(method, url, { ...token(permissions.filter((other) => other !== permission)), id: "token:2" })).toBe(
        fine ? "in" : 403,
      );
      if (fine || permission === "signed-in" || permission === undefined || peopleOnly.has(permission)) return;
      expect(await isLetIn(method, url, { ...token([permission]), id: "token:3" })).toBe("in");
    });
  },
);
