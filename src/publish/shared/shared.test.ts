import { describe, expect, it } from "vitest";
import { documentStates, outcomes, policyAreas, assurances } from "#program";
import { strengths, subjectKinds } from "#kit";
import { languages, wordsOf } from "#look";
import { type Finding, unknownReasons } from "#policy";
import type { ScanResult } from "#scan";
import { emptyResult, sampleFindings, sampleResult } from "../testing/sample-result.ts";
import { licenseSentences } from "./license-coverage.ts";
import { licenseKinds, licenseNames } from "./licenses.ts";
import { plain, ruleSentence, rulesOf } from "./rules.ts";
import { answerSentence, baselineSentence, coverageLines, gateSentence, usesSentence } from "./sentences.ts";
import { countStates, freshFindings, openFindings, stateOf, worstFirst } from "./states.ts";

describe("words cover every closed set", () => {
  for (const language of languages) {
    const words = wordsOf(language);
    const sets = {
      outcome: outcomes,
      reason: unknownReasons,
      area: policyAreas,
      state: documentStates,
      strength: strengths,
      subject: subjectKinds,
      assurance: assurances,
    } as const;
    for (const [name, keys] of Object.entries(sets)) {
      it(`${name} in ${language}`, () => {
        const known = words[name as keyof typeof sets] as Readonly<Record<string, string>>;
        expect(keys.filter((key) => !Object.hasOwn(known, key))).toEqual([]);
      });
    }
  }
});

function withFindings(findings: readonly Finding[]): ScanResult {
  return { ...sampleResult, findings };
}

const byNumber = (number: number) => sampleFindings[number - 1] as Finding;

describe("states", () => {
  it("tell what is unknown, excepted and tried out from what is not", () => {
    expect(sampleFindings.map(stateOf)).toEqual(["deny", "unknown", "review", "waived", "warn", "shadow", "review"]);
    expect(stateOf({ ...byNumber(1), because: "unknown" })).toBe("deny");
    expect(stateOf({ ...byNumber(1), age: "known" })).toBe("known");
    expect(stateOf({ ...byNumber(4), waiver: { because: "", owner: "", expires: "2020-01-01", expired: true } })).toBe("review");
  });

  it("stand worst first, what does not count last", () => {
    expect(worstFirst(sampleFindings).map((finding) => Number(finding.id.slice(8)))).toEqual([1, 3, 7, 2, 5, 4, 6]);
  });

  it("count what counts", () => {
    expect(countStates(openFindings(sampleResult))).toEqual({ deny: 1, review: 2, unknown: 1, warn: 1 });
    expect(freshFindings(withFindings([{ ...byNumber(1), age: "known" }]))).toEqual([]);
  });
});

describe("the answer", () => {
  const sentence = (numbers: readonly number[], language: "en" | "de" = "en") =>
    answerSentence(withFindings(numbers.map(byNumber)), language);

  it("says what stands against our rules, with the right forms", () => {
    expect(sentence([1, 2, 3, 7])).toBe("1 finding stands against our own rules; 2 wait for a review; 1 cannot be judged yet.");
    expect(sentence([3])).toBe("Nothing is denied; 1 waits for a review.");
    expect(sentence([2])).toBe("Nothing is denied and nothing waits for a review; 1 cannot be judged yet.");
    expect(sentence([5])).toBe("Nothing is denied and nothing waits for a review.");
    expect(sentence([1, 2], "de")).toBe("1 Befund verstösst gegen unsere eigenen Regeln; 1 lässt sich noch nicht beurteilen.");
  });

  it("never calls an empty run fine", () => {
    expect(answerSentence(emptyResult, "en")).toBe("There was nothing to judge: no repository was found.");
    const unread = { ...emptyResult, coverage: { ...emptyResult.coverage, repositoriesUnreadable: 3 } };
    expect(answerSentence(unread, "en")).toBe("Nothing could be judged: not one repository could be read.");
    expect(usesSentence(unread, "en")).toContain("What could not be read");
    expect(usesSentence(emptyResult, "de")).toBe("«npm start -- ORDNER» liest jedes Repository, das im Ordner liegt.");
  });

  it("tells uses, the gate and the baseline", () => {
    expect(usesSentence(sampleResult, "en")).toBe(
      "Of 5 uses of components that our rules judge, 2 are fine. 1 of them has an exception of ours.",
    );
    expect(gateSentence(sampleResult, "en")).toBe("The gate fails: 1 new or overdue finding is denied.");
    expect(gateSentence({ ...emptyResult }, "de")).toBe("Die Schranke ist offen: kein Befund ist untersagt.");
    expect(baselineSentence(sampleResult, "en")).toBe("Against the baseline: 1 overdue.");
    expect(baselineSentence(emptyResult, "en")).toBe("");
  });

  it("tells what was covered, and leaves out what was not missed", () => {
    expect(coverageLines(sampleResult, "en")).toEqual([
      "2 repositories were read.",
      "2 files that name components were read, 1 could not be.",
      "6 of 7 rules gave an answer; 1 could not, 0 had nothing to judge.",
    ]);
  });

  it("opens with what is known of licences, from where, and what would make more known", () => {
    expect(licenseSentences(sampleResult, "en")).toEqual([
      "The licence of 4 of 5 components is known (80%); for the others no file says it. They come from: lockfiles 3, our own decisions 1.",
      "Not known: Cargo 1. To know more, fetch the packages here (cargo fetch), or scan with --online.",
    ]);
    expect(licenseSentences(emptyResult, "en")).toEqual([]);
    const known = Array.from({ length: 9 }, (_, index) => ({ from: "cache", type: `t${index}`, components: 1 }));
    const licenses = { known, unknown: [{ type: "docker", components: 2 }], texts: 3, differing: 1, online: true };
    const result = { ...sampleResult, coverage: { ...sampleResult.coverage, licenses } };
    expect(licenseSentences(result, "de").join(" ")).toMatch(/t5\) 1, und 3 weitere\.|t5\) 1 und 3 weitere\./);
    expect(licenseSentences(result, "en").slice(1)).toEqual([
      "The licence texts of 3 components were read; 1 says something else than what is declared.",
      "Not known: Docker 2.",
    ]);
  });
});

describe("rules in words", () => {
  it("say their first sentence without marks", () => {
    const rules = rulesOf(sampleResult.program);
    expect(ruleSentence(rules.get("no-network-copyleft"), "x", "en")).toBe(
      "Licences with a network clause, such as the AGPL, are not used.",
    );
    expect(ruleSentence(undefined, "default:compliance", "en")).toBe("No rule of this policy speaks of it, so a person has to look.");
    expect(ruleSentence(undefined, "curation-changed", "de")).toContain("licenses.yaml");
    expect(ruleSentence(undefined, "gone", "en")).toBe("gone");
  });

  it("keep names with underscores whole", () => {
    expect(plain("_Set_ `use_place` in **snake_case_names** [here](x)\nnow")).toBe("Set use_place in snake_case_names here now");
  });
});

describe("licences by what they ask", () => {
  it("stand in an order that can be read without knowing SPDX", () => {
    expect(licenseKinds(sampleResult).map((kind) => [kind.strength, kind.components])).toEqual([
      ["permissive", 2],
      ["network", 1],
      ["proprietary", 1],
      ["unknown", 1],
    ]);
  });

  it("are named, most used first, the rest counted", () => {
    const [kind] = licenseKinds(sampleResult);
    expect(kind && licenseNames(kind, 1, "en", (license, count) => `${license} ${count}`)).toBe("MIT 1 and 1 more");
    expect(kind && licenseNames(kind, 2, "en", (license) => license)).toBe("MIT, MIT OR GPL-3.0-only");
  });
});
