// Calls: the functions of functions.ts, and those that need more than values (has, attested, measure, matches, covers).
import { didYouMean, type Phrase, phrase, phraseList, phraseRow } from "#kit";
import type { ASTNode } from "@marcbachmann/cel-js";
import { ANY, BOOL, type CelType, DOUBLE, fits, listOf, typeName } from "./cel-type.ts";
import type { Compiler } from "./compiler.ts";
import { type CelFunction, FAILED, functions } from "./functions.ts";
import { groupAsValue } from "./logic.ts";
import { compileMacro, isMacro } from "./macros.ts";
import { type Agreements, BROKEN, failure, type Part, pays } from "./part.ts";
import { compilePattern, longestText } from "./patterns.ts";
import { isUnknown, Unknown } from "./three-valued.ts";

export function compileCall(node: ASTNode & { op: "call" }, compiler: Compiler): Part {
  const [name, args] = node.args;
  if (name === "has") return compileHas(node, args, compiler);
  if (name === "attested" || name === "measure") return compileAsked(node, name, args, compiler);
  if (name === "matches") return compileMatches(node, args, compiler);
  return compileFunction(node, name, args, false, compiler);
}

export function compileMethod(node: ASTNode & { op: "rcall" }, compiler: Compiler): Part {
  const [name, receiver, args] = node.args;
  if (isMacro(name) && args[0]?.op === "id") return compileMacro(node, compiler);
  if (name === "matches") return compileMatches(node, [receiver, ...args], compiler);
  if (name === "covers") return compileCovers(node, compiler);
  return compileFunction(node, name, [receiver, ...args], true, compiler);
}

function compileFunction(node: ASTNode, name: string, args: readonly ASTNode[], method: boolean, compiler: Compiler): Part {
  const parts = args.map((arg) => compiler.part(arg));
  const group = parts.findIndex((part) => part.type.is === "group");
  if (group >= 0) return groupAsValue(args[group] as ASTNode, parts[group]?.type as CelType & { is: "group" }, compiler);
  const named = functions.filter((candidate) => candidate.name === name && (candidate.method === true) === method);
  if (named.length === 0) return unknownFunction(node, name, method, compiler);
  const found = named.find(
    (candidate) => candidate.takes.length === parts.length && candidate.takes.every((wanted, at) => fits(parts[at]?.type ?? BOOL, wanted)),
  );
  if (!found) return wrongArguments(node, name, named, parts, compiler);
  return callOf(node, found, parts, compiler);
}

function callOf(node: ASTNode, found: CelFunction, parts: readonly Part[], compiler: Compiler): Part {
  const fault = failure(compiler.sourceOf(node));
  const compute = found.compute as (args: readonly unknown[], now: number) => unknown;
  const cost = (found.cost ?? charactersOf) as (args: readonly unknown[]) => number;
  if (parts.length > 0 && parts.every((part) => part.literal !== undefined)) {
    const literals = parts.map((part) => part.literal);
    if (compute(literals, 0) === FAILED) {
      return compiler.fault(node, "rule-type", phrase`${compiler.sourceOf(node)} has no value.`, { hint: exampleOf(found.name) });
    }
  }
  return {
    type: found.gives,
    run(frame) {
      let missing: Unknown | undefined;
      const values: unknown[] = [];
      for (const part of parts) {
        const value = part.run(frame);
        if (isUnknown(value)) missing = missing ? missing.and(value) : value;
        values.push(value);
      }
      if (missing) return missing;
      if (!pays(frame, cost(values))) return fault;
      const result = compute(values, frame.now);
      return result === FAILED ? fault : result;
    },
  };
}

function charactersOf(values: readonly unknown[]): number {
  let sum = 0;
  for (const value of values) if (typeof value === "string" || Array.isArray(value)) sum += value.length;
  return sum;
}

function exampleOf(name: string): Phrase | undefined {
  if (name === "timestamp" || name === "daysSince") return phrase`A date is written "2026-07-01", a moment "2026-07-01T12:00:00Z".`;
  return name === "duration" ? phrase`A span of time is written "36h" or "30d".` : undefined;
}

function unknownFunction(node: ASTNode, name: string, method: boolean, compiler: Compiler): Part {
  const own = method ? ["exists", "all", "exists_one", "filter", "map", "matches", "covers"] : ["has", "attested", "measure", "matches"];
  const names = [...new Set([...functions.filter((one) => (one.method === true) === method).map((one) => one.name), ...own])];
  const other = functions.some((one) => one.name === name && (one.method === true) !== method);
  const hint = other ? (method ? phrase`Write ${name}(…).` : phrase`Write ….${name}(…).`) : didYouMean(name, names);
  return compiler.fault(
    nameOf(node, name, compiler),
    "rule-function",
    method ? phrase`There is no function "${name}" to call after a dot.` : phrase`There is no function "${name}".`,
    {
      expected: phraseList(names),
      hint,
    },
  );
}

function wrongArguments(node: ASTNode, name: string, named: readonly CelFunction[], parts: readonly Part[], compiler: Compiler): Part {
  const wanted = named.map(
    (one) => phrase`(${phraseRow(one.takes.map((is) => typeName(is === "list" ? listOf(ANY) : ({ is } as CelType))))})`,
  );
  const given = phraseRow(parts.map((part) => typeName(part.type)));
  return compiler.fault(node, "rule-type", phrase`"${name}" cannot take (${given}).`, { expected: phraseList(wanted) });
}

/** Where a call's own name stands: after what it is called on. */
function nameOf(node: ASTNode, name: string, compiler: Compiler): { start: number } {
  const from = node.op === "rcall" ? node.args[1].end : node.start;
  const at = compiler.text.indexOf(name, from);
  return { start: at < 0 || at >= node.end ? node.start : at };
}

/** Whether a fact is known. */
function compileHas(node: ASTNode, args: readonly ASTNode[], compiler: Compiler): Part {
  const [arg] = args;
  if (args.length !== 1 || arg?.op !== ".") return compiler.fault(node, "rule-function", phrase`has(…) takes the name of one fact.`);
  const part = compiler.part(arg);
  if (part.type.is === "group") return groupAsValue(arg, part.type, compiler);
  return { type: BOOL, run: (frame) => !isUnknown(part.run(frame)) };
}

/** `attested("id")`, `measure("id")`: inputs that are asked for by id. */
function compileAsked(node: ASTNode, name: "attested" | "measure", args: readonly ASTNode[], compiler: Compiler): Part {
  const [arg] = args;
  const id = arg?.op === "value" ? arg.args : undefined;
  if (args.length !== 1 || typeof id !== "string" || !/^[\w.-]{1,100}$/.test(id)) {
    return compiler.fault(arg ?? node, "rule-function", phrase`${name}("…") takes one id in quotes.`, {
      expected: phrase`letters, digits, -, _ and .`,
    });
  }
  if (name === "measure" && compiler.measures && !compiler.measures.has(id)) {
    return compiler.fault(arg ?? node, "rule-unknown-measure", phrase`There is no measure "${id}".`, {
      hint: didYouMean(id, compiler.measures),
    });
  }
  const slot = compiler.slotOf({ is: name, name: `${name}:${id}`, id });
  const type = name === "attested" ? BOOL : DOUBLE;
  const guards = name === "attested" ? { guards: [{ slot, values: new Set([true]) }] } : {};
  return { type, slot, run: (frame) => frame.values[slot], ...guards };
}

function compileMatches(node: ASTNode, args: readonly ASTNode[], compiler: Compiler): Part {
  const [textNode, patternNode] = args;
  if (!textNode || !patternNode || args.length !== 2)
    return compiler.fault(node, "rule-function", phrase`matches takes a text and a pattern.`);
  const text = compiler.part(textNode);
  if (!fits(text.type, "string"))
    return compiler.fault(textNode, "rule-type", phrase`Only texts match patterns, and this is ${typeName(text.type)}.`);
  const source = patternNode.op === "value" ? patternNode.args : undefined;
  if (typeof source !== "string")
    return compiler.fault(patternNode, "rule-function", phrase`The pattern is written out in quotes, so that it can be checked here.`);
  const pattern = compilePattern(source);
  if (!("test" in pattern)) return compiler.fault(patternNode, "rule-pattern", pattern, { hint: phrase`Patterns are those of RE2.` });
  const fault = failure(compiler.sourceOf(node));
  return {
    type: BOOL,
    run(frame) {
      const value = text.run(frame);
      if (isUnknown(value)) return value;
      const { length } = value as string;
      return length <= longestText && pays(frame, length * pattern.size) ? pattern.test(value as string) : fault;
    },
  };
}

/** `registers.agreements.covers(person, upstream)`: whether an agreement with this project covers this person. */
function compileCovers(node: ASTNode & { op: "rcall" }, compiler: Compiler): Part {
  const [, receiver, args] = node.args;
  const register = compiler.part(receiver);
  const [personNode, projectNode] = args;
  if (register === BROKEN) return BROKEN;
  if (register.type.is !== "agreements")
    return compiler.fault(node, "rule-function", phrase`Only registers.agreements knows what it covers.`);
  const upstream = compiler.names.members.get("upstream");
  if (!personNode || args.length !== 2 || projectNode?.op !== "id" || projectNode.args !== "upstream" || upstream?.is !== "group") {
    return compiler.fault(node, "rule-function", phrase`covers takes a person and the project.`, {
      expected: phrase`covers(contribution.person, upstream)`,
    });
  }
  const person = compiler.part(personNode);
  if (!fits(person.type, "string"))
    return compiler.fault(personNode, "rule-type", phrase`A person's id is expected, and this is ${typeName(person.type)}.`);
  const project = upstream.members.get("project");
  const slot = compiler.slotOf({
    is: "fact",
    name: "upstream.project",
    definition: project?.is === "fact" ? project.definition : undefined,
  });
  const silent = new Unknown([{ fact: "registers.agreements", reason: "needs-registers" }]);
  return {
    type: BOOL,
    run(frame) {
      const inputs = [register.run(frame), person.run(frame), frame.values[slot]];
      const missing = inputs.filter(isUnknown).reduce<Unknown | undefined>((all, one) => all?.and(one) ?? one, undefined);
      return missing ?? (inputs[0] as Agreements).covers(inputs[1] as string, inputs[2] as string) ?? silent;
    },
  };
}
