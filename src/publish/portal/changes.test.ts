import fc from "fast-check";
import { expect, test } from "vitest";
import { localText } from "#look";
import type { Departure, Program } from "#program";
import { changesIn, headChanges, sentenceSteps } from "./changes.ts";
import { sampleProgram } from "../testing/sample-program.ts";

const program: Program = sampleProgram;

test("a text is compared sentence by sentence", () => {
  const before = "We look first. Permissive licences may be used.\n\n## What else\n\nAsk us.";
  const after = "We look first. Permissive licences may be used everywhere.\n\n## What else\n\nAsk us.";
  expect(sentenceSteps(before, after)).toEqual([
    { is: "same", text: "We look first." },
    { is: "gone", text: "Permissive licences may be used." },
    { is: "new", text: "Permissive licences may be used everywhere." },
    { is: "same", text: "## What else" },
    { is: "same", text: "Ask us." },
  ]);
});

test("no text breaks it, and the words of both stay", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const plain = (text: string) => text.replaceAll(/\s+/g, "");
      const steps = sentenceSteps(before, after);
      const read = (skip: string) => plain(steps.flatMap(({ is, text }) => (is === skip ? [] : [text])).join(""));
      expect(read("new")).toBe(plain(before));
      expect(read("gone")).toBe(plain(after));
    }),
  );
});

test("a rule's change is told in words of the reader, what is about other documents is left out", () => {
  const departures: Departure[] = [
    {
      kind: "changed",
      what: "rule",
      id: "no-network-copyleft",
      area: "compliance",
      fields: [
        { name: "decide", pack: "review", ours: "deny" },
        { name: "remedy", pack: '{"de":"Fragen.","en":"Ask."}', ours: '{"de":"Anderes suchen.","en":"Look for another."}' },
      ],
    },
    { kind: "added", what: "objective", id: "faster" },
  ];
  const [change, ...rest] = changesIn(departures, "compliance", { after: program }, "de");
  expect(rest).toEqual([]);
  expect(change).toMatchObject({
    is: "part",
    id: "no-network-copyleft",
    fields: [
      { name: "decide", before: "zu prüfen", after: "untersagt" },
      { name: "remedy", before: "Fragen.", after: "Anderes suchen." },
    ],
  });
  expect(changesIn(departures, "strategy", { after: program }, "en")).toMatchObject([{ what: "objective", id: "faster" }]);
});

test("what is gone is called as it was called before", () => {
  const [objective] = program.strategy?.objectives ?? [];
  if (!objective || !program.strategy) throw new Error("the sample has an objective");
  const after = { ...program, strategy: { ...program.strategy, objectives: [] } };
  const departures: Departure[] = [
    { kind: "removed", what: "objective", id: objective.id },
    { kind: "changed", what: "activity", id: "x", fields: [{ name: "serves", pack: JSON.stringify({ [objective.id]: 3 }), ours: "{}" }] },
  ];
  const statement = localText(objective.statement, "en");
  expect(changesIn(departures, "strategy", { after, before: program }, "en")).toMatchObject([
    { says: statement },
    { fields: [{ before: `${statement} (3)` }] },
  ]);
});

test("who approved it stands at its head", () => {
  const [policy] = program.policies;
  if (!policy) throw new Error("the sample has a policy");
  const before = { ...program, policies: [{ ...policy, state: "draft" as const }] };
  const after = { ...program, policies: [{ ...policy, state: "in-force" as const, approvedBy: "review-board" }] };
  expect(headChanges(before, after, policy.area, "en")).toContainEqual({ is: "head", name: "state", before: "draft", after: "in force" });
  expect(headChanges(before, after, policy.area, "en")).toContainEqual({ is: "head", name: "approvedBy", after: "review-board" });
  expect(headChanges(after, after, policy.area, "en")).toEqual([]);
});
