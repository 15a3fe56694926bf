import { glob, readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { refusalReasons } from "#decisions";
import { AllmendError } from "#kit";
import {
  advicesDe,
  caseReasonsDe,
  deliveryReasonDe,
  deliveryReasonsDe,
  refusalsDe,
  refusalSentencesDe,
  releaseReasonDe,
  releaseReasonsDe,
  wrongInputDe,
  wrongPartsDe,
} from "#look";
import { advanceDelivery, deliveryRefusals, isRefusal, nextRelease, releaseOf, releaseRefusals } from "#program";
import { serverProblems } from "../problem-codes.ts";
import { bodyOf, filled, HttpProblem, problem, verbatim, wrongPart } from "./problem.ts";

const GERMAN = /ß|"|[a-z]\?\?/;
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

async function sources(...folders: readonly string[]): Promise<string> {
  const texts: string[] = [];
  for (const folder of folders) {
    for await (const path of glob(`src/${folder}/**/*.ts`)) if (!path.endsWith(".test.ts")) texts.push(await readFile(path, "utf8"));
  }
  return texts.join("\n");
}

it("every refusal over HTTP has its title in German", () => {
  const overHttp = Object.entries(serverProblems).filter(([, { means }]) => /HTTP [45]/.test(means));
  // Its title says which rule of HTTP it is; a sentence for all of them would say less.
  expect(overHttp.map(([code]) => code).filter((code) => code !== "request-refused" && !(code in refusalsDe))).toEqual([]);
  for (const sentence of [...Object.values(refusalsDe), ...Object.values(caseReasonsDe)]) expect(sentence).not.toMatch(/ß|"|\.$/);
});

it("every sentence of a refusal is said in German, names the same things, and is needed", async () => {
  const said = await sources("server");
  for (const [english, german] of Object.entries(refusalSentencesDe)) {
    expect(placesOf(german), english).toEqual(placesOf(english));
    expect(german).not.toMatch(GERMAN);
    expect(german, english).not.toBe(english === "{where}: {said}" ? "" : english);
    const missing = /^There is no ([^{]+), or it is not for you$/.exec(english)?.[1];
    const owner = /^“\{owner\}” (.+)\.$/.exec(english)?.[1];
    expect(said.includes(missing === undefined ? (owner ?? english) : `notThere("${missing}")`), `nobody says: ${english}`).toBe(true);
  }
});

it("what is wrong with a part of what was sent is said in German, whichever schema says it", async () => {
  const named = [...(await sources("server", "program/schema", "program/records")).matchAll(/\berror: (["`])(.*?)\1/g)].map(
    ([, , text = ""]) => text,
  );
  expect(named.length).toBeGreaterThan(20);
  const unsaid = named.filter(
    (text) => !Object.hasOwn(wrongPartsDe, text.replace("${MOST_FILES}", "5000")) && text !== "is no http(s) address",
  );
  expect(unsaid).toEqual([]);
  for (const german of Object.values(wrongPartsDe)) expect(german).not.toMatch(GERMAN);
});

/** Said to whoever starts a server or reads files on this machine, and never over HTTP. */
const NOT_OVER_HTTP = new Set(
  (
    "database-in-use database-newer database-not-empty dump-unreadable server-config-invalid checkpoint-refused git-commit-unreadable " +
    "git-head-unreadable git-not-found git-objects-refused folder-not-found two-repositories-one-name bad-baseline bad-caches " +
    "bad-registries record-not-written"
  ).split(" "),
);

it("what other rooms refuse has a title in German and says what to do", async () => {
  const thrown = await sources("server", "store", "scan", "publish", "facts", "policy", "decisions", "measures", "program", "kit");
  const codes = new Set(
    [...thrown.matchAll(/new AllmendError\(\s*"([a-z-]+)"/g)].map(([, code = ""]) => code).filter((code) => !NOT_OVER_HTTP.has(code)),
  );
  expect(codes.size).toBeGreaterThan(15);
  expect([...codes].filter((code) => !Object.hasOwn(refusalsDe, code))).toEqual([]);
  const withoutAdvice = ["call-failed", "input-invalid", "program-invalid", "rules-invalid"];
  expect([...codes].filter((code) => !Object.hasOwn(advicesDe, code) && !withoutAdvice.includes(code))).toEqual([]);
  const error = new AllmendError("no-result", "conflict", "there is no result yet", { hint: "Send one first." });
  const refused = new HttpProblem(409, error.code, error.message, error.hint);
  expect(bodyOf(refused, "r1", "de")).toMatchObject({ title: "Noch gibt es kein Ergebnis", detail: advicesDe["no-result"] });
  expect(bodyOf(refused, "r1")).toMatchObject({ title: "there is no result yet", detail: "Send one first." });
});

it("every reason of the machines of cases, releases and deliveries is told in German", () => {
  expect(refusalReasons.filter((reason) => !Object.hasOwn(caseReasonsDe, reason))).toEqual([]);
  expect(releaseRefusals.filter((reason) => !Object.hasOwn(releaseReasonsDe, reason))).toEqual([]);
  expect(deliveryRefusals.filter((reason) => !Object.hasOwn(deliveryReasonsDe, reason))).toEqual([]);
  const step = nextRelease(releaseOf([], "shop", "1.0.0", "2026-01-01"), { data: { to: "shipped" }, at: "2026-01-01T00:00:00Z" });
  expect(isRefusal(step) && releaseReasonDe(step)).toBe(
    "Sie steht auf «geplant»; als Nächstes kommt «Verzeichnis eingefroren», nicht «ausgeliefert»",
  );
  const delivery = advanceDelivery("a/b", "1", undefined, { to: "accepted", at: "2026-01-01T00:00:00Z" });
  expect("refused" in delivery && deliveryReasonDe(delivery)).toBe(
    "Sie steht auf «nichts angefragt»; von dort geht sie zu «angefragt» oder «eingegangen», nicht zu «angenommen»",
  );
});

it("the title is in the language of whoever asked; code and what others said stay", () => {
  const refused = problem(409, "case-conflict", "The case stands otherwise by now", verbatim("decided by dr"));
  expect(bodyOf(refused, "r1", "de")).toMatchObject({
    code: "case-conflict",
    title: "Der Fall steht inzwischen anders",
    detail: "decided by dr",
  });
  expect(bodyOf(refused, "r1").title).toBe("The case stands otherwise by now");
});

it("what the place that refused said itself is said in the language of whoever asked", () => {
  const deputy = problem(422, "input-invalid", "Nobody stands in for themselves");
  expect(bodyOf(deputy, "r1", "de")).toMatchObject({ title: "Niemand vertritt sich selbst" });
  expect(bodyOf(deputy, "r1", "de").detail).toBeUndefined();
  const unknown = problem(
    422,
    "input-invalid",
    filled("There is no {subject}", { subject: "product:{known}" }),
    filled("Products: {known}.", { known: "a" }),
  );
  expect(bodyOf(unknown, "r1", "de")).toMatchObject({ title: "product:{known} gibt es nicht", detail: "Produkte: a." });
  const part = { path: "body/day", message: "is no day of the calendar" };
  const wrong = problem(422, "input-invalid", "The result is not what is expected", wrongPart(part), { fields: [part] });
  expect(bodyOf(wrong, "r1", "de")).toMatchObject({
    detail: "body/day: ist kein Tag des Kalenders",
    fields: [{ path: "body/day", message: "ist kein Tag des Kalenders" }],
  });
  expect(bodyOf(wrong, "r1")).toMatchObject({ detail: "body/day: is no day of the calendar", fields: [part] });
});

it("what a case does not take is told in German by its reason, with the fields that are meant", () => {
  for (const reason of refusalReasons.filter((each) => !each.startsWith("field-"))) {
    const refused = problem(422, "case-refused", "The case does not take that", verbatim("in English"), { reason });
    expect(bodyOf(refused, "r1", "de").detail, reason).toBe(caseReasonsDe[reason]);
    expect(bodyOf(refused, "r1").detail).toBe("in English");
  }
  const missing = problem(422, "case-refused", "The case does not take that", verbatim("not answered"), {
    reason: "field-missing",
    fields: ["owner", "cost"],
  });
  expect(bodyOf(missing, "r1", "de").detail).toBe("Nicht beantwortet: owner, cost");
  expect(bodyOf(missing, "r1", "de").fields).toEqual(["owner", "cost"]);
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
