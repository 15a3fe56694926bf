import { expect, it } from "vitest";
import type { Refusal } from "#decisions";
import { caseReasonsDe, refusalsDe, wrongInputDe } from "#look";
import { serverProblems } from "../problem-codes.ts";
import { bodyOf, problem } from "./problem.ts";

/** Its title says which rule of HTTP it is; a sentence for all of them would say less. */
const PARTICULAR = "request-refused";

it("every refusal over HTTP has its sentence in German", () => {
  const overHttp = Object.entries(serverProblems).filter(([, { means }]) => /HTTP [45]/.test(means));
  expect(overHttp.map(([code]) => code).filter((code) => code !== PARTICULAR && !(code in refusalsDe))).toEqual([]);
  for (const sentence of Object.values(refusalsDe)) expect(sentence).not.toMatch(/ß|"|\.$/);
});

it("the title is in the language of whoever asked; code and what is particular stay", () => {
  const refused = problem(409, "case-conflict", "The case stands otherwise by now", "decided by dr");
  expect(bodyOf(refused, "r1", "de")).toMatchObject({
    code: "case-conflict",
    title: "Der Fall steht inzwischen anders",
    detail: "decided by dr",
  });
  expect(bodyOf(refused, "r1").title).toBe("The case stands otherwise by now");
});

it("what the place that refused said itself is never lost", () => {
  const refused = problem(422, "input-invalid", "Nobody stands in for themselves");
  expect(bodyOf(refused, "r1", "de")).toMatchObject({ title: refusalsDe["input-invalid"], detail: "Nobody stands in for themselves" });
  expect(bodyOf(refused, "r1").detail).toBeUndefined();
});

it("what a case does not take is told in German by its reason, with the fields that are meant", () => {
  const reasons: readonly Refusal["refused"][] = ["own-case", "no-seat", "phase", "not-attested", "no-reason", "quorum-impossible"];
  for (const reason of reasons) {
    const refused = problem(422, "case-refused", "The case does not take that", "in English", { reason });
    expect(bodyOf(refused, "r1", "de").detail, reason).toBe(caseReasonsDe[reason]);
    expect(bodyOf(refused, "r1").detail).toBe("in English");
  }
  const missing = problem(422, "case-refused", "The case does not take that", "not answered", {
    reason: "field-missing",
    fields: ["owner", "cost"],
  });
  expect(bodyOf(missing, "r1", "de").detail).toBe("Nicht beantwortet: owner, cost");
  for (const sentence of Object.values(caseReasonsDe)) expect(sentence).not.toMatch(/ß|"|\.$/);
});

it.each([
  [{ keyword: "too_big", params: { origin: "string", maximum: 100 } }, "höchstens 100 Zeichen"],
  [{ keyword: "too_small", params: { origin: "string", minimum: 1 } }, "fehlt"],
  [{ keyword: "too_small", params: { origin: "number", minimum: 2 } }, "mindestens 2"],
  [{ keyword: "invalid_value", params: { values: ["en", "de"] } }, "erwartet wird eines von en, de"],
  [{ keyword: "unrecognized_keys", params: { keys: ["x"] } }, "unbekannt: x"],
  [{ keyword: "invalid_type", params: { expected: "number" } }, "erwartet wird eine Zahl"],
  [{ keyword: "invalid_format", params: { format: "date" } }, "erwartet wird ein Tag wie 2026-11-30"],
  [{ keyword: "custom" }, undefined],
])("what is wrong with an input: %o", (wrong, german) => expect(wrongInputDe(wrong)).toBe(german));
