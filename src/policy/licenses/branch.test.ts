import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Expression, formatAtom, formatExpression, parseExpression } from "#kit";
import { branchText, choiceTable, settle, type Standing } from "./branch.ts";
import { cpuTime } from "../../../test/cpu-time.ts";

const order: readonly Standing[] = ["allow", "none", "warn", "review", "deny"];
const rank = (standing: Standing) => order.indexOf(standing);
const here = { file: "licenses.yaml", line: 1, column: 1 };

const ids = ["MIT", "ISC", "Apache-2.0", "GPL-3.0-only", "GPL-2.0-only WITH Classpath-exception-2.0", "AGPL-3.0-only"];
const atom = fc.constantFrom(...ids).map((id) => parseExpression(id) as Expression);
function compound(kind: "and" | "or", parts: readonly Expression[]): Expression {
  return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
}
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small" },
    atom,
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(tie("expression"), { minLength: 2, maxLength: 4 }))
      .map(([kind, parts]) => compound(kind, parts)),
  ),
}));
const standings = fc.tuple(...ids.map(() => fc.constantFrom(...order))).map((all) => new Map(ids.map((id, i) => [id, all[i] as Standing])));

/** All ways to take an expression: sets of atoms, by brute force. */
function ways(given: Expression): string[][] {
  if (given.kind === "license") return [[formatAtom(given)]];
  if (given.kind === "or") return given.parts.flatMap(ways);
  return given.parts.map(ways).reduce((all, part) => all.flatMap((one) => part.map((other) => [...one, ...other])), [[]] as string[][]);
}

const sorted = (atoms: readonly string[]) => [...new Set(atoms)].sort().join(" ");

describe("settling", () => {
  it.each([
    ["MIT OR GPL-3.0-only", "allow", "MIT"],
    ["GPL-3.0-only OR MIT", "allow", "MIT"],
    ["MIT AND GPL-3.0-only", "review", undefined],
    ["(MIT OR GPL-3.0-only) AND Apache-2.0", "allow", "MIT AND Apache-2.0"],
    ["(MIT AND AGPL-3.0-only) OR GPL-3.0-only", "review", "GPL-3.0-only"],
    ["gpl-2.0-with-classpath-exception", "warn", undefined],
    ["Apache-2.0 OR MIT", "allow", "Apache-2.0"],
  ] as const)("%s", (text, standing, chosen) => {
    const of: Readonly<Record<string, Standing>> = {
      "GPL-3.0-only": "review",
      "AGPL-3.0-only": "deny",
      "GPL-2.0-only WITH Classpath-exception-2.0": "warn",
    };
    const branch = settle(parseExpression(text) as Expression, (id) => of[id] ?? "allow");
    expect(branch.standing).toBe(standing);
    if (chosen === undefined) expect(branch.because).toBeUndefined();
    else expect([branchText(branch), branch.because]).toEqual([chosen, "best"]);
  });

  it("choices of licenses.yaml win, for their product first, whatever the order of the text", () => {
    const choices = choiceTable([
      { expression: "Apache-2.0 OR MIT", choose: "Apache-2.0", position: here },
      { expression: "MIT OR Apache-2.0", choose: "MIT", product: "kit", position: here },
      { expression: "GPL-3.0-only OR (MIT AND ISC)", choose: "GPL-3.0-only", position: here },
    ]);
    const take = (text: string, product?: string) => settle(parseExpression(text) as Expression, () => "allow", choices, product);
    expect(branchText(take("MIT OR Apache-2.0"))).toBe("Apache-2.0");
    expect(take("mit or apache-2.0").because).toBe("choice");
    expect(branchText(take("Apache-2.0 OR MIT", "kit"))).toBe("MIT");
    expect(branchText(take("(MIT AND ISC) OR GPL-3.0-only"))).toBe("GPL-3.0-only");
    expect(branchText(take("ISC AND (MIT OR Apache-2.0)"))).toBe("ISC AND Apache-2.0");
    expect(take("MIT OR ISC").because).toBe("best");
  });

  it("is the best of all ways to take the expression, each as bad as its worst atom", () => {
    fc.assert(
      fc.property(expression, standings, (given, of) => {
        const branch = settle(given, (id) => of.get(id) as Standing);
        const best = Math.min(...ways(given).map((way) => Math.max(...way.map((id) => rank(of.get(id) as Standing)))));
        expect(rank(branch.standing)).toBe(best);
        expect(Math.max(...branch.atoms.map((id) => rank(of.get(id) as Standing)))).toBe(best);
        expect(ways(given).some((way) => sorted(way) === sorted(branch.atoms))).toBe(true);
        expect(formatExpression(branch.whole)).toBe(formatExpression(given));
      }),
    );
  });

  it("an atom that becomes worse never makes the whole better", () => {
    fc.assert(
      fc.property(expression, standings, fc.constantFrom(...ids), (given, of, id) => {
        const worse = new Map([...of, [id, "deny" as const]]);
        const before = settle(given, (one) => of.get(one) as Standing);
        const after = settle(given, (one) => worse.get(one) as Standing);
        expect(rank(after.standing)).toBeGreaterThanOrEqual(rank(before.standing));
      }),
    );
  });

  it("takes linear time on long and deep expressions", () => {
    const text = `${"(MIT AND (GPL-3.0-only OR ".repeat(40)}ISC${"))".repeat(40)} OR ${Array(1500).fill("GPL-3.0-only AND MIT").join(" OR ")}`;
    const start = cpuTime();
    expect(settle(parseExpression(text) as Expression, (id) => (id === "MIT" ? "allow" : "review")).standing).toBe("review");
    expect(cpuTime() - start).toBeLessThan(1000);
  });
});
