import { expect, test } from "vitest";
import { onEachDatabase } from "../testing/databases.ts";
import {
  absencesFrom,
  addPerson,
  beginSession,
  beginSignIn,
  endRole,
  endSession,
  endSessionsOf,
  findPerson,
  findToken,
  giveRole,
  hasPeople,
  holdersOf,
  linkIdentity,
  listPeople,
  listTokens,
  makeLink,
  makeToken,
  markLeft,
  personOf,
  revokeToken,
  rolesOf,
  sessionsOf,
  setProviderRoles,
  takeSignIn,
  tellAbsence,
  useLink,
  useSession,
  withdrawAbsence,
} from "./index.ts";

const at = new Date("2026-11-30T12:00:00Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const times = { idle: 30 * 60_000, lifetime: 12 * 3_600_000 };
const link = { purpose: "sign-in", person: "ada" } as const;

onEachDatabase((databases) => {
  const withAda = async () => {
    const { sql } = await databases.fresh();
    await addPerson(sql, { id: "ada", name: "Ada L.", email: "ada@example.org" }, at);
    return sql;
  };

  test("people are added once, found, searched and never taken for others", async () => {
    const sql = await withAda();
    expect(await hasPeople(sql)).toBe(true);
    expect(await addPerson(sql, { id: "ada", name: "Another" }, at)).toBeUndefined();
    await addPerson(sql, { id: "bob_1", name: "Bob 100%" }, at);
    await addPerson(sql, { id: "bobx1", name: "Bob X" }, at);
    const ids = async (search: string) => (await listPeople(sql, { search, limit: 10 })).map(({ id }) => id);
    expect(await ids("ADA l")).toEqual(["ada"]);
    expect(await ids("bob_")).toEqual(["bob_1"]);
    expect(await ids("100%")).toEqual(["bob_1"]);
    expect(await ids("' or 1=1 --")).toEqual([]);
    expect((await listPeople(sql, { limit: 2 })).map(({ id }) => id)).toEqual(["ada", "bob_1"]);
    expect((await listPeople(sql, { after: "bob_1", limit: 2 })).map(({ id }) => id)).toEqual(["bobx1"]);
    await linkIdentity(sql, { issuer: "https://idp", subject: "1", person: "ada" }, at);
    expect((await personOf(sql, "https://idp", "1"))?.id).toBe("ada");
    expect(await personOf(sql, "https://other", "1")).toBeUndefined();
    await expect(linkIdentity(sql, { issuer: "https://idp", subject: "1", person: "bob_1" }, at)).rejects.toThrow();
  });

  test("a session or link from the time of a clock that went ahead has ended once the clock is right", async () => {
    const sql = await withAda();
    const year = later(365 * 24 * 60);
    const ahead = await beginSession(sql, { person: "ada", how: "link", client: "a" }, year, times);
    const letIn = await makeLink(sql, link, "office", year, 24 * 3_600_000);
    expect(await useSession(sql, ahead, year, times)).toMatchObject({ person: "ada" });
    expect(await useSession(sql, ahead, at, times)).toBeUndefined();
    expect(await useLink(sql, letIn, at)).toBeUndefined();
    // Clocks of two servers differ a little.
    const other = await beginSession(sql, { person: "ada", how: "link", client: "b" }, later(2), times);
    expect(await useSession(sql, other, at, times)).toMatchObject({ person: "ada" });
    expect(await useLink(sql, await makeLink(sql, link, "office", later(2), 24 * 3_600_000), at)).toMatchObject({ person: "ada" });
  });

  test("a session ends when idle, after its lifetime, by its owner, and when its person leaves", async () => {
    const sql = await withAda();
    const begin = () => beginSession(sql, { person: "ada", how: "link", client: "test" }, at, times);
    const used = async (secret: string, minutes: number) => (await useSession(sql, secret, later(minutes), times)) !== undefined;
    const one = await begin();
    expect(one).toMatch(/^[\w-]{43}$/);
    expect([await used(one, 29), await used(one, 58), await used(one, 89)]).toEqual([true, true, false]);
    const two = await begin();
    for (let minute = 20; minute < 720; minute += 20) expect(await used(two, minute), String(minute)).toBe(true);
    expect(await used(two, 720)).toBe(false);
    const three = await begin();
    expect((await sessionsOf(sql, "ada", at, times)).length).toBe(3);
    const { id } = (await useSession(sql, three, at, times)) ?? { id: "" };
    expect(await endSession(sql, "bob", id)).toBe(false);
    expect(await endSession(sql, "ada", id)).toBe(true);
    expect(await used(three, 1)).toBe(false);
    const four = await begin();
    await markLeft(sql, "ada", at);
    expect(await used(four, 1)).toBe(false);
    expect(await endSessionsOf(sql, "ada")).toBe(3);
  });

  test("no secret stands in the database", async () => {
    const sql = await withAda();
    const secrets = [
      await beginSession(sql, { person: "ada", how: "link", client: "test" }, at, times),
      await makeLink(sql, link, "ada", at, 60_000),
      await beginSignIn(sql, { state: "s", nonce: "n", verifier: "v", goTo: "/" }, at, 60_000),
      (await makeToken(sql, { name: "ci", kind: "personal", person: "ada", scopes: ["results:write"], endsAt: later(60) }, at)).secret,
    ];
    const everything = JSON.stringify([
      await sql.selectFrom("sessions").selectAll().execute(),
      await sql.selectFrom("links").selectAll().execute(),
      await sql.selectFrom("sign_ins").selectAll().execute(),
      await sql.selectFrom("tokens").selectAll().execute(),
    ]);
    for (const secret of secrets) expect(everything).not.toContain(secret);
  });

  test("a link lets in one, once, in time, and a newer one takes its place", async () => {
    const sql = await withAda();
    const first = await makeLink(sql, link, "ada", at, 60_000);
    const second = await makeLink(sql, link, "ada", at, 60_000);
    expect(await useLink(sql, first, at)).toBeUndefined();
    expect(await useLink(sql, second, later(2))).toBeUndefined();
    const both = await Promise.all([useLink(sql, second, at), useLink(sql, second, at)]);
    expect(both.filter((used) => used !== undefined)).toEqual([{ purpose: "sign-in", person: "ada" }]);
  });

  test("a sign-in under way is taken once, in time", async () => {
    const sql = await withAda();
    const pending = { state: "s", nonce: "n", verifier: "v", goTo: "/cases" };
    const secret = await beginSignIn(sql, pending, at, 60_000);
    const both = await Promise.all([takeSignIn(sql, secret, at), takeSignIn(sql, secret, at)]);
    expect(both.filter((taken) => taken !== undefined)).toEqual([pending]);
    const late = await beginSignIn(sql, pending, at, 60_000);
    expect(await takeSignIn(sql, late, later(1))).toBeUndefined();
  });

  test("a token holds until it ends, is revoked or its person leaves; one of the office outlives that", async () => {
    const sql = await withAda();
    const make = (kind: "personal" | "service") =>
      makeToken(sql, { name: "ci", kind, person: "ada", scopes: ["results:write"], units: ["claims"], endsAt: later(60) }, at);
    const [mine, office] = [await make("personal"), await make("service")];
    expect(mine.secret.startsWith(mine.token.prefix)).toBe(true);
    expect(await findToken(sql, mine.secret, later(1))).toMatchObject({ person: "ada", scopes: ["results:write"], units: ["claims"] });
    expect((await listTokens(sql, "ada")).find(({ id }) => id === mine.token.id)?.usedAt).toBeInstanceOf(Date);
    expect(await findToken(sql, mine.secret, later(60))).toBeUndefined();
    expect(await findToken(sql, `${mine.secret}x`, at)).toBeUndefined();
    await markLeft(sql, "ada", at);
    expect(await findToken(sql, mine.secret, later(1))).toBeUndefined();
    expect(await findToken(sql, office.secret, later(1))).toBeDefined();
    expect(await revokeToken(sql, office.token.id, "bob", later(2))).toMatchObject({ revokedAt: later(2) });
    expect(await revokeToken(sql, office.token.id, "bob", later(3))).toBeUndefined();
    expect(await findToken(sql, office.secret, later(3))).toBeUndefined();
    await expect(makeToken(sql, { name: "x", kind: "personal", person: undefined, scopes: [], endsAt: later(1) }, at)).rejects.toThrow();
  });

  test("roles are given, end by hand, by day, or because the provider says so", async () => {
    const sql = await withAda();
    const given = await giveRole(sql, "ada", { role: "reviewer", lane: "legal" }, "zoe", at);
    await giveRole(sql, "ada", { role: "auditor" }, "zoe", at, later(10));
    await setProviderRoles(sql, "ada", [{ role: "owner", unit: "claims" }, { role: "viewer" }], "https://idp", at);
    const roles = async (minutes: number) => (await rolesOf(sql, "ada", later(minutes))).map(({ role }) => role).sort();
    expect(await roles(1)).toEqual(["auditor", "owner", "reviewer", "viewer"]);
    expect(await roles(10)).toEqual(["owner", "reviewer", "viewer"]);
    const change = await setProviderRoles(sql, "ada", [{ role: "viewer" }, { role: "executive" }], "https://idp", later(11));
    expect(change).toMatchObject({ given: [{ role: "executive" }], ended: [{ role: "owner", unit: "claims" }] });
    expect(await roles(12)).toEqual(["executive", "reviewer", "viewer"]);
    expect(await endRole(sql, given.id, "zoe", later(12))).toMatchObject({ role: "reviewer" });
    expect(await endRole(sql, given.id, "zoe", later(12))).toBeUndefined();
    expect(await holdersOf(sql, "executive", later(13))).toEqual(["ada"]);
    await markLeft(sql, "ada", later(13));
    expect(await holdersOf(sql, "executive", later(14))).toEqual([]);
    expect((await findPerson(sql, "ada"))?.state).toBe("left");
  });

  test("absences are told and withdrawn by whose they are", async () => {
    const sql = await withAda();
    await addPerson(sql, { id: "bob", name: "Bob" }, at);
    const told = await tellAbsence(sql, { person: "ada", from: later(10), until: later(100), deputy: "bob" }, "ada", at);
    expect(await absencesFrom(sql, at)).toEqual([told]);
    expect(await absencesFrom(sql, later(100))).toEqual([]);
    expect(await withdrawAbsence(sql, "bob", told.id, at)).toBeUndefined();
    expect(await withdrawAbsence(sql, "ada", told.id, at)).toEqual(told);
    expect(await absencesFrom(sql, at, "ada")).toEqual([]);
    await expect(tellAbsence(sql, { person: "ada", from: later(10), until: later(5) }, "ada", at)).rejects.toThrow();
  });
});
