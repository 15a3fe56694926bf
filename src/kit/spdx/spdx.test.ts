import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  atomsOf,
  type Expression,
  exceptionIdList,
  expressionKey,
  findLicenseId,
  foldExpression,
  formatAtom,
  formatExpression,
  joinExpressions,
  licenseIds,
  parseExpression,
  readExpression,
  simplifyExpression,
} from "./index.ts";

function normal(text: string): string | undefined {
  const expression = parseExpression(text);
  return expression && formatExpression(expression);
}

describe("reading", () => {
  it.each([
    ["mit", "MIT"],
    ["  (MIT) ", "MIT"],
    ["mit AND apache-2.0 or isc", "MIT AND Apache-2.0 OR ISC"],
    ["MIT and (isc OR bsd-3-clause)", "MIT AND (ISC OR BSD-3-Clause)"],
    ["MIT AND (ISC AND (0BSD))", "MIT AND ISC AND 0BSD"],
    ["GPL-2.0", "GPL-2.0-only"],
    ["GPL-2.0+", "GPL-2.0-or-later"],
    ["GPL-2.0-only+", "GPL-2.0-or-later"],
    ["GFDL-1.1-no-invariants-only+", "GFDL-1.1-no-invariants-or-later"],
    ["GPL-2.0-with-classpath-exception", "GPL-2.0-only WITH Classpath-exception-2.0"],
    ["gpl-3.0-with-gcc-exception+", "GPL-3.0-or-later WITH GCC-exception-3.1"],
    ["lgpl-2.1+ with nokia-qt-exception-1.1", "LGPL-2.1-or-later WITH Qt-LGPL-exception-1.1"],
    ["eCos-2.0", "GPL-2.0-or-later WITH eCos-exception-2.0"],
    ["Apache-2.0+", "Apache-2.0+"],
    ["Apache-2.0+ WITH LLVM-exception", "Apache-2.0+ WITH LLVM-exception"],
    ["MIT WITH additionref-Mine", "MIT WITH AdditionRef-Mine"],
    ["documentref-x:licenseref-Mine_1 OR none", "DocumentRef-x:LicenseRef-Mine_1 OR NONE"],
    ["NoAssertion", "NOASSERTION"],
  ])("%s is %s", (text, expected) => expect(normal(text)).toBe(expected));

  it.each([
    ["", 0, "missing"],
    ["MIT AND", 7, "missing at the end"],
    ["(MIT", 4, "closing bracket"],
    ["MIT)", 3, "not expected"],
    ["MIT ISC", 4, "not expected"],
    ["MIT/X11", 3, "cannot stand"],
    ["MIT WITH MIT", 9, "no exception"],
    ["GPL-2.0-with-classpath-exception WITH LLVM-exception", 38, "already"],
    ["NONE WITH LLVM-exception", 10, "no exception"],
    ["LicenseRef-a+", 0, "no licence"],
    ["LicenseRef-", 0, "no licence"],
    ["OR MIT", 0, "expected before"],
  ])("%j is refused at %i", (text, offset, message) => {
    const { error } = readExpression(text);
    expect(error?.offset).toBe(offset);
    expect(error?.message).toContain(message);
  });

  it("names the id that was meant", () => {
    expect(readExpression("MIT OR Apache-2").error).toMatchObject({ offset: 7, suggestion: "Apache-2.0" });
    expect(readExpression("GPL-2.0-only WITH Classpath-exception").error?.suggestion).toBe("Classpath-exception-2.0");
  });

  it("knows every id of the list, and every deprecated one as something else or itself", () => {
    for (const id of licenseIds("active")) expect(normal(id.toUpperCase()), id).toBe(id);
    for (const id of licenseIds("deprecated")) expect(findLicenseId((normal(id) ?? "").replace(/ WITH .*/, "")), id).toBeDefined();
    for (const id of exceptionIdList()) expect(normal(`MIT WITH ${id}`)).toBe(`MIT WITH ${id}`);
  });

  it("is bounded against hostile text", () => {
    expect(readExpression("(".repeat(30_000)).error?.message).toContain("nested");
    expect(readExpression("MIT OR ".repeat(20_000)).error?.message).toContain("longer");
    const many = Array(8_000).fill("MIT").join(" OR ");
    expect(normal(many)).toBe(many);
    expect(parseExpression("__proto__")).toBeUndefined();
    expect(parseExpression("constructor")).toBeUndefined();
  });
});

const atom: fc.Arbitrary<Expression> = fc
  .record({
    id: fc.constantFrom(
      "MIT",
      "GPL-2.0-only",
      "LGPL-2.1-or-later",
      "AGPL-3.0-only",
      "Apache-2.0",
      "LicenseRef-own.1",
      "NONE",
      "DocumentRef-d:LicenseRef-x",
    ),
    orLater: fc.boolean(),
    exception: fc.option(fc.constantFrom("Classpath-exception-2.0", "LLVM-exception", "AdditionRef-mine"), { nil: undefined }),
  })
  .map(({ id, orLater, exception }) => ({
    kind: "license",
    id,
    ...(orLater && id === "Apache-2.0" ? { orLater: true as const } : {}),
    ...(exception !== undefined && id !== "NONE" ? { exception } : {}),
  }));

/** Flat and with duplicates kept: what the parser makes. */
function compound(kind: "and" | "or", parts: readonly Expression[]): Expression {
  return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
}

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    atom,
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(tie("expression"), { minLength: 2, maxLength: 4 }))
      .map(([kind, parts]) => compound(kind, parts)),
  ),
}));

const outcomes = ["allow", "warn", "review", "deny"] as const;
type Judge = (expression: Expression) => (typeof outcomes)[number];

/** A policy that answers for each atom by a number, joined as the house joins licences: AND the worst, OR the best. */
function judgeBy(seed: number): Judge {
  return (given) =>
    foldExpression(given, {
      atom: (one) =>
        outcomes[([...formatAtom(one)].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 997, seed) + seed) % 4] ?? "deny",
      and: (parts) => parts.reduce((a, b) => (outcomes.indexOf(a) >= outcomes.indexOf(b) ? a : b)),
      or: (parts) => parts.reduce((a, b) => (outcomes.indexOf(a) <= outcomes.indexOf(b) ? a : b)),
    });
}

describe("properties", () => {
  it("printing and reading are inverse", () => {
    fc.assert(
      fc.property(expression, (given) => {
        const text = formatExpression(given);
        expect(parseExpression(text)).toEqual(given);
        expect(normal(text.toLowerCase())?.toLowerCase()).toBe(text.toLowerCase());
      }),
    );
  });

  it("simplifying is idempotent, keeps the atoms and keeps every verdict", () => {
    fc.assert(
      fc.property(expression, fc.nat(1000), (given, seed) => {
        const simple = simplifyExpression(given);
        expect(simplifyExpression(simple)).toEqual(simple);
        expect(atomsOf(simple)).toEqual(atomsOf(given));
        expect(judgeBy(seed)(simple)).toBe(judgeBy(seed)(given));
        expect(expressionKey(simple)).toBe(expressionKey(given));
      }),
    );
  });

  it("verdicts obey the laws of a distributive lattice", () => {
    fc.assert(
      fc.property(expression, expression, expression, fc.nat(1000), (a, b, c, seed) => {
        const judge = judgeBy(seed);
        for (const [kind, other] of [["and", "or"] as const, ["or", "and"] as const]) {
          expect(judge(compound(kind, [a, b]))).toBe(judge(compound(kind, [b, a])));
          expect(judge(compound(kind, [a, a]))).toBe(judge(a));
          expect(judge(compound(kind, [compound(kind, [a, b]), c]))).toBe(judge(compound(kind, [a, compound(kind, [b, c])])));
          expect(judge(compound(kind, [a, compound(other, [a, b])]))).toBe(judge(a));
          expect(judge(compound(kind, [a, compound(other, [b, c])]))).toBe(
            judge(compound(other, [compound(kind, [a, b]), compound(kind, [a, c])])),
          );
        }
      }),
    );
  });

  it("order and repetition do not change the key; joining equals AND of what is joined", () => {
    fc.assert(
      fc.property(expression, expression, (a, b) => {
        expect(expressionKey(compound("and", [a, b]))).toBe(expressionKey(compound("and", [b, a, a])));
        expect(expressionKey(joinExpressions("or", [a, b, a]) as Expression)).toBe(expressionKey(compound("or", [a, b])));
      }),
    );
  });

  it("no text makes the reader throw, and every error points into the text", () => {
    const word = fc.constantFrom(
      "MIT",
      "AND",
      "OR",
      "WITH",
      "(",
      ")",
      "+",
      "GPL-2.0+",
      "LLVM-exception",
      "LicenseRef-",
      ":",
      "é",
      "\u0000",
      "__proto__",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(word).map((words) => words.join(" ")),
        ),
        (text) => {
          const { expression: parsed, error } = readExpression(text);
          if (parsed) expect(parseExpression(formatExpression(parsed))).toEqual(parsed);
          else expect(error.offset).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
