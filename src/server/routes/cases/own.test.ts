// Nobody decides their own: every kind of case that is shipped, over HTTP, by somebody who holds every role and every seat.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import type { CaseField, CaseKind, Program } from "#program";
import { readCase } from "#store";
import { freshInMemory } from "#store/testing";
import { exampleProgram } from "../../testing/cases-office.ts";
import { someone, testOffice } from "../../testing/office.ts";

let program: Program;
beforeAll(async () => {
  program = await exampleProgram();
});

/** Something that fits, so that the request is complete. */
function answer({ id, type, options }: CaseField): unknown {
  if (type === "choice") return Object.keys(options)[0];
  const values: Readonly<Record<string, unknown>> = {
    boolean: id === "modified",
    number: 1,
    date: "2027-03-01",
    moment: "2026-12-01T08:00:00Z",
    purl: "pkg:npm/net@1.0.0",
    product: "claims-portal",
    license: "GPL-3.0-only",
    team: "ospo",
    person: "ts",
    url: "https://example.org/x",
    text: id === "subject" ? "claims-portal" : id === "rule" ? "no-network-copyleft" : "something",
  };
  return values[type];
}

function fieldsOf({ fields }: CaseKind): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.id, answer(field)]).filter(([, value]) => value !== undefined));
}

/** Whoever sits in a lane by the example's teams. */
const seated: Readonly<Record<string, string>> = {
  legal: "dr",
  ospo: "mk",
  executive: "rf",
  engineering: "lb",
  business: "vm",
  owner: "mk",
  security: "lb",
};

test.each(["use", "contribute", "publish", "procure", "waive", "resolve", "ask", "report"])(
  "%s: nobody decides their own",
  async (name) => {
    const home = mkdtempSync(join(tmpdir(), "allmend-own-"));
    const database = await freshInMemory();
    onTestFinished(async () => {
      await database.close();
      rmSync(home, { recursive: true, force: true });
    });
    const { ask } = await testOffice({
      database,
      home,
      program: { program, digest: program.digest },
      clock: () => new Date("2026-12-01T09:00:00.000Z"),
    });
    const kind = program.cases?.find((each) => each.kind === name);
    if (!kind) throw new Error(`no kind ${name}`);
    const everything = (id: string) =>
      someone(id, [
        { role: "requester" },
        { role: "reviewer" },
        ...kind.lanes.map((lane) => ({ role: "reviewer" as const, lane: lane.id })),
        { role: "approver" },
        { role: "owner" },
        { role: "executive" },
        { role: "admin" },
      ]);
    let tried = 0;
    for (const lane of kind.lanes) {
      const me = everything(seated[lane.id] ?? "dr");
      const fields = fieldsOf(kind);
      const opened = await ask<{ case: { id: string; phase: string } }>("POST", "/api/cases", { as: me, body: { kind: name, fields } });
      expect(opened.status, JSON.stringify(opened.body)).toBe(201);
      const { id } = opened.body.case;
      for (const vote of ["approve", "reject", "abstain"]) {
        const body = { lane: lane.id, vote, because: "it is mine", attested: Object.keys(lane.attests ?? {}) };
        const decided = await ask("POST", `/api/cases/${id}/decisions`, { as: me, body });
        expect([403, 409, 422], `${lane.id} ${vote}: ${JSON.stringify(decided.body)}`).toContain(decided.status);
        expect(decided.body["code"]).not.toBe("input-invalid");
        tried++;
      }
      const kept = await readCase(database.sql, id);
      expect(kept?.events.filter(({ event }) => event.is === "decided")).toEqual([]);
      expect(kept?.state.outcome?.by ?? []).not.toContain(me.id);
    }
    expect(tried).toBeGreaterThan(0);
  },
);
