import { expect, test } from "vitest";
import { addPerson, type Database, listCases, makeLink, readCase } from "#store";
import { onEachDatabase } from "#store/testing";
import { actor, exampleProgram } from "../testing/cases-office.ts";
import { testOffice } from "../testing/office.ts";
import { openCase } from "../office/actions.ts";
import { officeFor } from "./cases/acting.ts";

const now = new Date("2026-12-01T09:00:00.000Z");
const fields = {
  what: "risk",
  subject: "keycloak",
  question: "Carry the risk of <b>Keycloak</b>?",
  recommendation: "Yes",
  reasons: "It is small.",
  owner: "ospo",
};
const WEEK = 7 * 24 * 3_600_000;

async function asked(database: Database) {
  const program = await exampleProgram();
  const { app, deps } = await testOffice({ database, program: { program, digest: program.digest }, clock: () => now });
  for (const id of ["mk", "rf"]) await addPerson(database.sql, { id, name: id }, now);
  const { state } = await openCase(officeFor(deps), actor("mk", "admin"), { kind: "resolve", fields, submit: true });
  const link = () => makeLink(database.sql, { purpose: "decide", person: "rf", about: state.id }, "office", now, WEEK);
  const look = (token: string, id = state.id) => app.inject({ method: "GET", url: `/decide/${id}?token=${token}` });
  const send = (body: Record<string, string>, headers: Record<string, string> = {}) =>
    app.inject({
      method: "POST",
      url: `/decide/${state.id}`,
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      payload: new URLSearchParams(body).toString(),
    });
  const phase = async () => (await readCase(database.sql, state.id))?.state;
  return { app, id: state.id, link, look, send, phase };
}

onEachDatabase((databases) => {
  test("an executive answers from the link of a mail: looking decides nothing, sending decides once", async () => {
    const { link, look, send, phase } = await asked(await databases.fresh());
    const token = await link();
    const page = await look(token);
    expect([page.statusCode, page.body.includes("Carry the risk of &lt;b&gt;Keycloak&lt;/b&gt;?"), page.headers["cache-control"]]).toEqual([
      200,
      true,
      "no-store",
    ]);
    await look(token);
    expect((await phase())?.phase).toBe("review");
    const without = await send({ token, answer: "no" });
    expect([without.statusCode, without.body.includes("A no needs its reason")]).toEqual([200, true]);
    expect((await send({ token, answer: "yes" }, { origin: "https://evil.example" })).statusCode).toBe(403);
    expect((await phase())?.phase).toBe("review");
    expect((await send({ token, answer: "no", text: "Too dear" })).body).toContain("You said no");
    expect(await phase()).toMatchObject({ phase: "rejected", outcome: { by: ["rf"], because: ["Too dear"] } });
    expect([(await look(token)).statusCode, (await send({ token, answer: "yes" })).statusCode]).toEqual([410, 410]);
  });

  test("a question goes back to whoever asks; the link holds for its case alone, and a newer one takes its place", async () => {
    const database = await databases.fresh();
    const { link, look, send, phase } = await asked(database);
    const old = await link();
    const token = await link();
    expect((await look(old)).statusCode).toBe(410);
    expect((await look(token, "resolve-99")).statusCode).toBe(410);
    expect((await send({ token, answer: "ask", text: "For how long?" })).body).toContain("Your question is sent");
    expect(await phase()).toMatchObject({ phase: "waiting", question: { text: "For how long?", by: "rf" } });
    expect((await listCases(database.sql, { waitsFor: "mk", order: "changed", limit: 5 })).cases).toHaveLength(1);
  });

  test("a link of one kind does nothing of another: it lets nobody in", async () => {
    const { app, link } = await asked(await databases.fresh());
    const answer = await app.inject({ method: "POST", url: "/api/sign-in/link", payload: { link: await link() } });
    expect([answer.statusCode, answer.headers["set-cookie"]]).toEqual([401, undefined]);
  });
});
