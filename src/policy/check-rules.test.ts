import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { loadProgram } from "#program";
import { checkRules } from "./check-rules.ts";
import { runExamples } from "./examples/examples.ts";
import { here, programWith, ruleWith } from "./testing/build.ts";

describe("checking rules", () => {
  it("finds everything at once, where it stands", () => {
    const program = programWith([
      ruleWith("a", 'license.strenght == "weak"', "deny", { whenPosition: { file: "policies/compliance.md", line: 20, column: 7 } }),
      ruleWith("b", "use.modified", "deny", {
        examples: [
          {
            given: { license: "MITT", use: { modifed: true, scope: "prod" }, components: {}, attested: 3 },
            expect: "deny",
            position: { ...here, line: 30 },
          },
        ],
      }),
      ruleWith("c", 'measure("x") > 1', "deny"),
    ]);
    const problems = checkRules(program, { measures: new Set(["y"]) });
    expect(problems.map(({ code, line, column, message, hint }) => [code, line, column, message, hint])).toEqual([
      ["rule-unknown-fact", 20, 15, 'There is no fact "license.strenght".', 'Did you mean "strength"?'],
      ["example-facts", 30, 7, expect.stringContaining('"MITT" is no licence expression'), 'Did you mean "MIT"?'],
      ["example-facts", 30, 7, 'There is no fact "use.modifed".', 'Did you mean "modified"?'],
      ["example-facts", 30, 7, '"prod" cannot be use.scope.', 'Did you mean "production"?'],
      ["example-facts", 30, 7, 'There is no "components" about a usage.', 'Did you mean "component"?'],
      ["example-facts", 30, 7, "What is attested is a list of ids, or ids with true or false.", undefined],
      ["rule-unknown-measure", 10, 15, 'There is no measure "x".', 'Did you mean "y"?'],
    ]);
  });
});

const shared = resolve(import.meta.dirname, "../../../shared/design/example-program");
const packs = resolve(import.meta.dirname, "../../packs");
const measures = new Set(["delivery.lead-time", "consumption.open-source-share", "contribution.active-share", "compliance.open-findings"]);

describe("programs that people wrote", () => {
  it.skipIf(!existsSync(shared))("the example program compiles and its examples pass (skipped without ../shared/design)", async () => {
    const { program } = await loadProgram(shared, { packsFolder: packs, measures });
    expect(program && checkRules(program)).toEqual([]);
    const results = program ? runExamples(program) : [];
    expect(results.map(({ message }) => message)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each(["starter", "baloise"])("the pack %s compiles and its examples pass", async (pack) => {
    const { partial } = await loadProgram(resolve(packs, pack), { packsFolder: packs, measures });
    expect(partial?.policies.flatMap((policy) => policy.rules).length).toBeGreaterThan(20);
    expect(partial && checkRules(partial).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(partial && runExamples(partial).filter(({ passed }) => !passed)).toEqual([]);
  });
});
