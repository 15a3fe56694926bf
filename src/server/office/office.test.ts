import { expect, test } from "vitest";
import { addPerson, type Database, markLeft, noticesOf, readCase, readRecords, verifyRecord } from "#store";
import { onEachDatabase } from "#store/testing";
import { actor, casesOffice, useFields } from "../testing/cases-office.ts";
import { actOnCase, CaseRefused, openCase } from "./actions.ts";
import { handleDue } from "./on-time.ts";
import { readPatch } from "./patch.ts";

const none = { checkpoints: [], bad: [] };

async function sound(database: Database): Promise<void> {
  expect((await verifyRecord(database.sql, none)).flaws).toEqual([]);
}

const copyleft = { ...useFields, component: "pkg:npm/net@1.0.0", license: "GPL-3.0-only" };

onEachDatabase((databases) => {
  test("what rules allow is approved at once, on record, and known the next time", async () => {
    const database = await databases.fresh();
    const { office } = await casesOffice(database);
    const first = await openCase(office, actor("ts"), { kind: "use", fields: useFields, submit: true });
    expect(first.state.phase).toBe("approved");
    expect(first.state.outcome?.by).toEqual(["rules"]);
    const [approval] = await readRecords(database.sql, { kinds: ["approval"] });
    expect(approval).toMatchObject({
      subject: useFields.component,
      id: first.state.id,
      data: { license: "MIT", product: "claims-portal" },
    });
    const patch = await openCase(office, actor("ts"), {
      kind: "use",
      fields: { ...useFields, component: "pkg:npm/left@1.2.4" },
      submit: true,
    });
    expect(patch.state.judged?.approval).toEqual({ id: first.state.id, is: "carried" });
    expect(await readRecords(database.sql, { kinds: ["approval"] })).toHaveLength(2);
    await sound(database);
  });

  test("a request that is sent twice opens one case", async () => {
    const database = await databases.fresh();
    const { office } = await casesOffice(database);
    const wanted = { kind: "use", fields: useFields, submit: true, key: "ts:1" };
    const [one, two] = [await openCase(office, actor("ts"), wanted), await openCase(office, actor("ts"), wanted)];
    expect([one.again, two.again, two.state.id]).toEqual([false, true, one.state.id]);
  });

  test("of 32 who decide at once one decides, and the others are told who was first", async () => {
    const database = await databases.fresh();
    const { office } = await casesOffice(database);
    const { state } = await openCase(office, actor("ts"), { kind: "use", fields: copyleft, submit: true });
    expect([state.phase, state.lanes.map(({ id, members }) => [id, members])]).toEqual(["review", [["legal", ["dr"]]]]);
    const answers = await Promise.allSettled(
      Array.from({ length: 32 }, (_, n) =>
        actOnCase(office, actor("dr", "reviewer"), state.id, {
          is: "decided",
          lane: "legal",
          vote: n % 2 === 0 ? "approve" : "reject",
          because: `client ${n}`,
          attested: ["terms-read"],
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as CaseRefused] : []));
    for (const each of refused) {
      expect(each).toBeInstanceOf(CaseRefused);
      expect(each.first).toMatchObject({ by: "dr", what: "decided", lane: "legal" });
    }
    const kept = await readCase(database.sql, state.id);
    expect(kept?.events.filter(({ event }) => event.is === "decided")).toHaveLength(1);
    expect(await readRecords(database.sql, { kinds: ["approval"] })).toHaveLength(kept?.state.phase === "approved" ? 1 : 0);
    await sound(database);
  });

  test("nobody decides their own, and what is not theirs", async () => {
    const database = await databases.fresh();
    const { office } = await casesOffice(database);
    const { state } = await openCase(office, actor("dr"), { kind: "use", fields: copyleft, submit: true });
    const decide = (who: string) =>
      actOnCase(office, actor(who, "reviewer"), state.id, { is: "decided", lane: "legal", vote: "approve", attested: ["terms-read"] });
    await expect(decide("dr")).rejects.toMatchObject({ refusal: { refused: "own-case" } });
    await expect(decide("vm")).rejects.toMatchObject({ refusal: { refused: "no-seat" } });
    await sound(database);
  });

  test("what names something that is not there is refused, and nothing is left of it", async () => {
    const database = await databases.fresh();
    const { office } = await casesOffice(database);
    const open = openCase(office, actor("ts"), { kind: "use", fields: { ...useFields, product: "claims-protal" }, submit: true });
    await expect(open).rejects.toThrow('names "claims-protal", which is not there; there are: claims-portal');
    await expect(openCase(office, actor("ts"), { kind: "nothing", fields: {}, submit: false })).rejects.toThrow(
      "there are: ask, contribute",
    );
    expect((await verifyRecord(database.sql, none)).lines).toBe(0);
  });

  test("a question stops the clock, an answer that changes what was asked is judged anew", async () => {
    const database = await databases.fresh();
    const { office, at } = await casesOffice(database);
    const { state } = await openCase(office, actor("ts"), { kind: "use", fields: copyleft, submit: true });
    await actOnCase(office, actor("dr", "reviewer"), state.id, { is: "asked", lane: "legal", question: "Really GPL?" });
    expect((await noticesOf(database.sql, "ts", 9)).map(({ what }) => what)).toContain("question");
    at("2026-12-08T09:00:00.000Z");
    const answered = await actOnCase(office, actor("ts"), state.id, { is: "answered", answer: "No, MIT.", fields: { license: "MIT" } });
    expect(answered.state.phase).toBe("approved");
    await sound(database);
  });

  test("a waiver that was granted changes what rules say, until it lapses", async () => {
    const database = await databases.fresh();
    const { office } = await casesOffice(database);
    const denied = { ...useFields, component: "pkg:npm/net@1.0.0", license: "AGPL-3.0-only" };
    const before = await openCase(office, actor("ts"), { kind: "use", fields: denied, submit: true });
    expect(before.state.phase).toBe("rejected");
    const rule = "no-network-copyleft";
    expect(before.state.judged?.because).toContain(rule);
    const fields = {
      rule,
      about: "component",
      subject: "pkg:npm/net@1.0.0",
      because: "Only in a tool.",
      control: "Nobody reaches it.",
      owner: "claims-engineering",
      expires: "2027-06-30",
      risk: "low",
    };
    const asked = await openCase(office, actor("vm"), { kind: "waive", fields, submit: true });
    expect(asked.state.phase).toBe("review");
    for (const { id, members } of asked.state.lanes) {
      const attested = id === "owner" ? ["risk-known"] : [];
      await actOnCase(office, actor(members[0] ?? "", "reviewer"), asked.state.id, { is: "decided", lane: id, vote: "approve", attested });
    }
    const [waiver] = await readRecords(database.sql, { kinds: ["waiver"] });
    expect(waiver?.data).toEqual({
      rule,
      about: { component: "pkg:npm/net@1.0.0" },
      because: "Only in a tool.",
      control: "Nobody reaches it.",
      owner: "claims-engineering",
      expires: "2027-06-30",
    });
    const after = await openCase(office, actor("ts"), { kind: "use", fields: denied, submit: true });
    expect(after.state.judged?.because).not.toContain(rule);
    expect(after.state.phase).not.toBe("rejected");
    await actOnCase(office, actor("office", "system"), asked.state.id, { is: "facts-changed", because: ["it is reachable now"] });
    const lapsed = await openCase(office, actor("ts"), { kind: "use", fields: denied, submit: true });
    expect(lapsed.state.phase).toBe("rejected");
    await sound(database);
  });

  test("a decision of the executives gives a policy its state", async () => {
    const database = await databases.fresh();
    const { office, program } = await casesOffice(database);
    const policy = program.policies.find(({ area }) => area === "compliance");
    const fields = {
      what: "document",
      subject: "policy:compliance",
      question: "Does it come into force?",
      recommendation: "Yes.",
      reasons: "It was tried for a year.",
      owner: "ospo",
      state: "in-force",
    };
    const { state } = await openCase(office, actor("mk", "admin"), { kind: "resolve", fields, submit: true });
    await actOnCase(office, actor("rf", "executive"), state.id, { is: "decided", lane: "executive", vote: "approve" });
    const now = await office.stored(database.sql, program);
    expect(policy?.inForce).toBeUndefined();
    expect(now.policies.find(({ area }) => area === "compliance")).toMatchObject({
      state: "in-force",
      inForce: "2026-12-01",
      approvedBy: "rf",
    });
  });

  test("what nobody decides goes up, is reminded of before, and told once", async () => {
    const database = await databases.fresh();
    const { office, at } = await casesOffice(database);
    const { state } = await openCase(office, actor("ts"), { kind: "use", fields: copyleft, submit: true });
    expect((await handleDue(office)).handled).toBe(0);
    at("2026-12-04T08:00:00.000Z");
    await handleDue(office);
    await handleDue(office);
    expect((await noticesOf(database.sql, "dr", 9)).map(({ what }) => what)).toEqual(["due-soon", "lanes-opened"]);
    at("2026-12-07T09:00:00.000Z");
    await handleDue(office);
    const late = await readCase(database.sql, state.id);
    expect([late?.state.phase, late?.state.escalation?.members]).toEqual(["escalated", ["rf"]]);
    const told = (await noticesOf(database.sql, "rf", 9)).map(({ what }) => what);
    expect(told).toEqual(["escalated"]);
    await sound(database);
  });

  test("a draft that nobody finished expires, once, also when the clock jumps to and fro", async () => {
    const database = await databases.fresh();
    const { office, at } = await casesOffice(database);
    const { state } = await openCase(office, actor("ts"), { kind: "use", fields: useFields, submit: false });
    at("2037-01-01T00:00:00.000Z");
    await handleDue(office);
    at("2026-12-01T10:00:00.000Z");
    await handleDue(office);
    const kept = await readCase(database.sql, state.id);
    expect(kept?.events.map(({ event }) => event.is)).toEqual(["opened", "expired"]);
    await expect(actOnCase(office, actor("ts"), state.id, { is: "submitted" })).rejects.toThrow("it is expired");
    await sound(database);
  });

  test("a waiver whose day has passed comes back by itself", async () => {
    const database = await databases.fresh();
    const { office, at } = await casesOffice(database, (program) => ({
      ...program,
      cases: (program.cases ?? []).map((kind) =>
        kind.kind === "waive" ? { ...kind, automatic: { ...kind.automatic, approveWhen: [{ risk: "low" }] } } : kind,
      ),
    }));
    const rule = (await casesOffice(database)).program.policies.flatMap(({ rules }) => rules)[0]?.id ?? "";
    const fields = {
      rule,
      about: "product",
      subject: "tariff-kit",
      because: "…",
      control: "…",
      owner: "ospo",
      expires: "2026-12-24",
      risk: "low",
    };
    const { state } = await openCase(office, actor("ts"), { kind: "waive", fields, submit: true });
    expect(state.phase).toBe("approved");
    at("2026-12-25T00:00:01.000Z");
    await handleDue(office);
    expect((await readCase(database.sql, state.id))?.state.phase).toBe("expired");
    const told = await noticesOf(database.sql, "ts", 9);
    const next = told.find(({ what }) => what === "to-renew")?.subject.slice("case:".length) ?? "";
    expect((await readCase(database.sql, next))?.state).toMatchObject({ phase: "draft", kind: "waive", requester: "ts" });
    await sound(database);
  });

  test("a case that cannot be handled keeps no other from its turn, and waits longer each time", async () => {
    const database = await databases.fresh();
    const { office, at } = await casesOffice(database);
    const poison = await openCase(office, actor("ts"), { kind: "use", fields: useFields, submit: false });
    const other = await openCase(office, actor("ts"), { kind: "use", fields: useFields, submit: false });
    await database.sql.updateTable("cases").set({ kind: "gone" }).where("id", "=", poison.state.id).execute();
    at("2027-02-01T00:00:00.000Z");
    const first = await handleDue(office);
    expect(first.setAside.map(({ id }) => id)).toEqual([poison.state.id]);
    expect((await readCase(database.sql, other.state.id))?.state.phase).toBe("expired");
    expect((await handleDue(office)).setAside).toEqual([]);
    at("2027-02-01T00:03:00.000Z");
    expect((await handleDue(office)).setAside).toHaveLength(1);
  });

  test("a contribution is judged by what its patch and the registers show, not by what was filled in", async () => {
    const database = await databases.fresh();
    const { office } = await casesOffice(database);
    const fields = {
      project: "https://github.com/other/tool",
      kind: "code",
      license: "MIT",
      reason: "fix",
      lines: 3,
      "signed-off": true,
      identity: "ours",
      agreement: "none",
      secrets: 0,
      "own-property": false,
    };
    const asked = { kind: "contribute", fields, submit: true };
    const honest = await openCase(office, actor("lb"), {
      ...asked,
      patch: await readPatch(patchBy("lb@seeland.example", "lb@seeland.example")),
    });
    expect(honest.state.phase).toBe("approved");
    const leaky = patchBy("lb@home.example", "somebody@else.example").replace(
      "+two",
      `+const key = "${["AK", "IAZ2QW7LM5PRX4TNVB"].join("")}";`,
    );
    const corrected = await openCase(office, actor("lb"), { ...asked, patch: await readPatch(leaky) });
    expect(corrected.state.fields).toMatchObject({ identity: "private", "signed-off": false, lines: 3, secrets: 1 });
    expect(corrected.state.phase).not.toBe("approved");
    const events = (await readCase(database.sql, corrected.state.id))?.events.map(({ event }) => event) ?? [];
    expect(events[1]).toMatchObject({ is: "facts-changed", by: "office" });
    // Our domain is covered at Apache; the address of somebody who left is not any more.
    const apache = { ...asked, fields: { ...fields, project: "https://github.com/apache/arrow", agreement: "needed" } };
    const signed = async () => readPatch(patchBy("former@seeland.example", "former@seeland.example"));
    const agreementOf = async () => (await openCase(office, actor("lb"), { ...apache, patch: await signed() })).state.fields["agreement"];
    expect(await agreementOf()).toBe("covered");
    const moment = new Date("2026-12-01T09:00:00Z");
    await addPerson(database.sql, { id: "former", name: "Former", email: "Former@seeland.example" }, moment);
    await markLeft(database.sql, "former", moment);
    expect(await agreementOf()).toBe("needed");
    await sound(database);
  });
});

function patchBy(author: string, signer: string): string {
  return `From ${"a".repeat(40)} Mon Sep 17 00:00:00 2001
From: L B <${author}>
Subject: [PATCH] Mend it

Signed-off-by: L B <${signer}>
---
diff --git a/x.js b/x.js
--- a/x.js
+++ b/x.js
@@ -1,1 +1,2 @@
-one
+one
+two
--${" "}
2.40.0
`;
}
