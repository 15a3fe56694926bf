// Our evaluation beside two independent ones: the same conditions over the same facts must come out the same.
import { isCelError, run } from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";
import { Environment } from "@marcbachmann/cel-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileExpression } from "./compile.ts";
import { isUnknown, type Truth, Unknown } from "./three-valued.ts";

/** Facts of a repository by type; none of their closed sets holds "unknown". */
const bools = ["published", "hasLicense", "hasReadme"];
const ints = ["files", "maintainers", "codeowners"];
const doubles = ["actionsPinnedShare", "externalShare"];
const texts = ["name", "license", "origin"];
const sets = { workflowPermissions: ["restricted", "jobs-only", "missing", "write"], visibility: ["public", "internal", "private"] };
const lists = ["products", "namespaces"];

const word = fc.constantFrom("", "a", "ab", "b", "a😀", "Ab", "aaa", "é");
const whole = fc.integer({ min: -4, max: 4 });
const fraction = fc.constantFrom(0, 0.5, 1, -1.5, 2);

const facts = fc.record({
  ...Object.fromEntries(bools.map((name) => [name, fc.boolean()])),
  ...Object.fromEntries(ints.map((name) => [name, whole])),
  ...Object.fromEntries(doubles.map((name) => [name, fraction])),
  ...Object.fromEntries(texts.map((name) => [name, word])),
  ...Object.fromEntries(Object.entries(sets).map(([name, members]) => [name, fc.constantFrom(...members)])),
  ...Object.fromEntries(lists.map((name) => [name, fc.array(word, { maxLength: 3 })])),
}) as fc.Arbitrary<Record<string, unknown>>;

const at = (names: readonly string[]) => fc.constantFrom(...names).map((name) => `repository.${name}`);
const quoted = (value: string) => JSON.stringify(value);
const literalDouble = fraction.map((value) => (Number.isInteger(value) ? `${value}.0` : String(value)));

interface Grammar {
  bool: string;
  int: string;
  text: string;
  list: string;
}

const { bool: condition } = fc.letrec<Grammar>((tie) => {
  const joined = (parts: readonly fc.Arbitrary<unknown>[], write: (...parts: string[]) => string) =>
    fc.tuple(...parts).map((all) => write(...(all as string[])));
  const relation = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
  const setTest = fc.constantFrom(...Object.entries(sets)).chain(([name, members]) =>
    fc.oneof(
      fc
        .tuple(fc.constantFrom("==", "!="), fc.constantFrom(...members))
        .map(([op, member]) => `repository.${name} ${op} ${quoted(member)}`),
      fc.subarray([...members], { minLength: 1 }).map((some) => `repository.${name} in [${some.map(quoted).join(", ")}]`),
    ),
  );
  return {
    bool: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      at(bools),
      setTest,
      joined([tie("int"), relation, tie("int")], (a, op, b) => `(${a} ${op} ${b})`),
      joined([at(doubles), relation, fc.oneof(literalDouble, at(doubles))], (a, op, b) => `(${a} ${op} ${b})`),
      joined([at(doubles), fc.constantFrom("<", ">="), tie("int")], (a, op, b) => `(${a} ${op} ${b})`),
      joined([tie("text"), relation, tie("text")], (a, op, b) => `(${a} ${op} ${b})`),
      joined([tie("text"), fc.constantFrom("startsWith", "endsWith", "contains"), tie("text")], (a, op, b) => `${a}.${op}(${b})`),
      joined([tie("text"), fc.constantFrom("^a+$", "b", "(a|b)*", "[A-Z]")], (a, pattern) => `${a}.matches(${quoted(pattern)})`),
      joined([tie("text"), tie("list")], (a, list) => `(${a} in ${list})`),
      joined([tie("list"), tie("list")], (a, b) => `(${a} == ${b})`),
      joined(
        [tie("list"), fc.constantFrom("exists", "all", "exists_one"), tie("text")],
        (list, macro, t) => `${list}.${macro}(x, x == ${t} || x.size() > 1)`,
      ),
      joined([tie("bool"), tie("bool")], (a, b) => `(${a} && ${b})`),
      joined([tie("bool"), tie("bool")], (a, b) => `(${a} || ${b})`),
      joined([tie("bool"), tie("bool"), tie("bool")], (a, b, c) => `(${a} ? ${b} : ${c})`),
      joined([tie("bool")], (a) => `!(${a})`),
    ),
    int: fc.oneof(
      { depthSize: "small" },
      at(ints),
      whole.map(String),
      joined([tie("text")], (t) => `size(${t})`),
      joined([tie("list")], (l) => `${l}.size()`),
      joined([tie("int"), fc.constantFrom("+", "-", "*", "/", "%"), tie("int")], (a, op, b) => `(${a} ${op} ${b})`),
    ),
    text: fc.oneof(
      { depthSize: "small" },
      at(texts),
      word.map(quoted),
      joined([tie("text"), tie("text")], (a, b) => `(${a} + ${b})`),
    ),
    list: fc.oneof(
      { depthSize: "small" },
      at(lists),
      fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `[${words.map(quoted).join(", ")}]`),
      joined([at(lists), tie("text")], (list, t) => `${list}.filter(y, y != ${t})`),
    ),
  };
});

/** As the other evaluators want them: whole numbers as bigints. */
function forCel(given: Readonly<Record<string, unknown>>): { repository: Record<string, unknown> } {
  return {
    repository: Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, ints.includes(name) ? BigInt(value as number) : value]),
    ),
  };
}

function ours(when: string, given: Readonly<Record<string, unknown>>): Truth {
  const { compiled, faults } = compileExpression(when, { kind: "repository" });
  if (!compiled) throw new Error(`${when}: ${faults[0]?.message}`);
  const values = compiled.reads.map(
    ({ name }) => given[name.slice("repository.".length)] ?? new Unknown([{ fact: name, reason: "missing" }]),
  );
  return compiled.evaluate(values, 0);
}

describe("evaluation", () => {
  it("agrees with the reference evaluator where everything is known", () => {
    fc.assert(
      fc.property(condition, facts, (when, given) => {
        const expected = run(when, forCel(given) as never, { funcs: strings });
        const answer = ours(when, given);
        if (isCelError(expected)) expect(isUnknown(answer), `${when}: ${expected}`).toBe(true);
        else expect(answer, when).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it("agrees with cel-js, whose parser is ours", () => {
    const environment = new Environment({ unlistedVariablesAreDyn: true });
    fc.assert(
      fc.property(condition, facts, (when, given) => {
        let expected: unknown;
        try {
          expected = environment.evaluate(when, forCel(given));
        } catch {
          return; // it is stricter with numbers of two kinds, and looser with errors
        }
        const answer = ours(when, given);
        // it compares texts by UTF-16 unit; the language says by code point, and the reference evaluator settles those above
        if (!/[<>]/.test(when)) expect(answer, when).toBe(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it("what is known in spite of missing facts stays so whatever they turn out to be", () => {
    fc.assert(
      fc.property(
        condition,
        facts,
        fc.array(facts, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.boolean()),
        (when, given, others, coin) => {
          const known = Object.fromEntries(Object.entries(given).filter(() => coin.next().value));
          const answer = ours(when, known);
          for (const other of others) {
            const complete = ours(when, { ...other, ...known });
            if (!isUnknown(answer) && !isUnknown(complete)) expect(complete, when).toBe(answer);
          }
          if (isUnknown(answer))
            for (const { fact } of answer.facts) expect(Object.hasOwn(known, fact.slice("repository.".length)), fact).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("guards are necessary: where one fails on a known value, the condition does not hold", () => {
    fc.assert(
      fc.property(condition, facts, (when, given) => {
        const { compiled } = compileExpression(when, { kind: "repository" });
        const fails = compiled?.guards.some(({ slot, values }) => {
          const value = given[(compiled.reads[slot]?.name ?? "").slice("repository.".length)];
          return value !== undefined && !values.has(value);
        });
        if (fails) expect(ours(when, given), when).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("compiling", () => {
  it("never throws and always says where, whatever the text", () => {
    const bits = fc.constantFrom(
      "license",
      ".strength",
      "==",
      '"weak"',
      "in",
      "[",
      "]",
      "(",
      ")",
      "&&",
      "!",
      "exists",
      ".exists(x, ",
      "now",
      "1",
      "-",
      "?",
      ":",
      "{",
      "\\",
      "'",
      "\u0000",
      "\n",
      "__proto__",
      "constructor",
      "has(",
      "matches",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(bits, { maxLength: 20 }).map((parts) => parts.join(" ")),
      condition,
    );
    fc.assert(
      fc.property(text, (when) => {
        const { compiled, faults } = compileExpression(when, { kind: "usage" });
        if (!compiled) expect(faults.length).toBeGreaterThan(0);
        for (const { offset } of faults) expect(offset >= 0 && offset <= when.length).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
