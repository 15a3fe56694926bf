import { expect, it } from "vitest";
import { refusalsDe } from "#look";
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
