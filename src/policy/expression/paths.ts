// Names: facts by their path, groups of facts, variables of list macros, fields of records.
import { didYouMean, nearest, type Phrase, phrase, phraseList } from "#kit";
import type { ASTNode } from "@marcbachmann/cel-js";
import { type CelType, TIMESTAMP, typeName, typeOfFact, ANY } from "./cel-type.ts";
import type { Compiler } from "./compiler.ts";
import { BROKEN, failure, type Frame, type Part } from "./part.ts";
import { isUnknown, Unknown } from "./three-valued.ts";
import { type FactName, type Group, isParameters } from "./vocabulary.ts";

/** Words that people write for the names we have. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ["licence", "license"],
  ["project", "repository"],
  ["repo", "repository"],
  ["package", "component"],
  ["dependency", "component"],
  ["usage", "use"],
]);

export function compileName(node: ASTNode & { op: "id" }, compiler: Compiler): Part {
  const name = node.args;
  const variable = compiler.variable(name);
  if (variable) {
    const { depth, type } = variable;
    return type.is === "string" && type.oneOf?.includes("unknown")
      ? unknowable(type, (frame) => frame.locals[depth], name)
      : { type, run: (frame) => frame.locals[depth] };
  }
  if (name === "now") return { type: TIMESTAMP, run: (frame) => frame.now };
  const known = compiler.names.members.get(name);
  if (known) return partOf(known, compiler);
  return unknownName(node, name, compiler);
}

export function compileMember(node: ASTNode & { op: "." }, compiler: Compiler): Part {
  const [object, member] = node.args;
  const owner = compiler.part(object);
  // the parser's `pos` is the member's own place where the name follows a dot
  const place = { start: Math.max(node.pos, object.end) };
  while (place.start < node.end && !/\w/.test(compiler.text[place.start] ?? "x")) place.start++;
  if (owner.type.is === "group") return memberOfGroup(owner.type.name, member, place, compiler);
  if (owner.type.is === "record") return field(owner, owner.type, member, place, compiler);
  if (owner === BROKEN || owner.type.is === "any") return owner;
  return compiler.fault(place, "rule-type", phrase`${typeName(owner.type)} has no part "${member}".`, {
    hint: owner.type.is === "list" ? phrase`For each of a list: ${compiler.sourceOf(object)}.exists(x, …).` : undefined,
  });
}

/** `license["strength"]` is `license.strength`. */
export function memberOfGroup(group: string, member: string, place: { start: number }, compiler: Compiler): Part {
  const found = groupNamed(group, compiler);
  const known = found?.members.get(member);
  if (known) return partOf(known, compiler);
  if (!found) return BROKEN;
  if (isParameters(found)) return unsetParameter(found, member, place, compiler);
  return compiler.fault(place, "rule-unknown-fact", phrase`There is no fact "${group}.${member}".`, {
    expected: phraseList([...found.members.keys()]),
    hint: samePath(found, member) ?? didYouMean(member, found.members.keys()) ?? elsewhere(member, compiler),
  });
}

/** `licenseStrength` for what is called `license.strength` here. */
function samePath(group: Group, member: string): Phrase | undefined {
  const wanted = member.toLowerCase();
  const path = pathsIn(group).find((candidate) => candidate.includes(".") && candidate.replaceAll(".", "").toLowerCase() === wanted);
  return path === undefined ? undefined : phrase`Did you mean "${path}"?`;
}

function pathsIn(group: Group): string[] {
  return [...group.members].flatMap(([name, inner]) => (inner.is === "fact" ? [name] : pathsIn(inner).map((path) => `${name}.${path}`)));
}

function groupNamed(path: string, compiler: Compiler): Group | undefined {
  let current: FactName | Group | undefined = compiler.names;
  for (const step of path.split(".")) current = current?.is === "group" ? current.members.get(step) : undefined;
  return current?.is === "group" ? current : undefined;
}

function partOf(name: FactName | Group, compiler: Compiler): Part {
  if (name.is === "group") {
    const type: CelType = { is: "group", name: name.name, members: [...name.members.keys()] };
    return { type, run: () => new Unknown([]) };
  }
  const type = name.definition ? typeOfFact(name.definition.type, name.name) : ANY;
  const slot = compiler.slotOf({ is: "fact", name: name.name, definition: name.definition });
  const read = (frame: Frame): unknown => frame.values[slot];
  if (type.is === "string" && type.oneOf?.includes("unknown")) return { ...unknowable(type, read, name.name), slot };
  if (type.is === "bool") return { type, run: read, slot, guards: [{ slot, values: new Set([true]) }] };
  return { type, run: read, slot };
}

/** A value "unknown" says that somebody looked and could not tell: not known, unless the author asks for it by name. */
function unknowable(type: CelType, raw: (frame: Frame) => unknown, name: string): Part {
  const undetermined = new Unknown([{ fact: name, reason: "undetermined" }]);
  return {
    type,
    raw,
    run(frame) {
      const value = raw(frame);
      return value === "unknown" ? undetermined : value;
    },
  };
}

function unsetParameter(group: Group, member: string, place: { start: number }, compiler: Compiler): Part {
  const meant = nearest(member, group.members.keys());
  if (meant !== undefined) {
    return compiler.fault(place, "rule-unknown-fact", phrase`There is no parameter "${member}" in organization.yaml.`, {
      hint: phrase`Did you mean "${meant}"?`,
    });
  }
  const name = `${group.name}.${member}`;
  compiler.warn(
    place,
    "rule-parameter-unset",
    phrase`The parameter "${member}" is not set, so this rule cannot answer.`,
    phrase`Set parameters.${member} in organization.yaml.`,
  );
  return partOf({ is: "fact", name }, compiler);
}

function field(owner: Part, type: CelType & { is: "record" }, member: string, place: { start: number }, compiler: Compiler): Part {
  const known = type.fields.get(member);
  if (!known) {
    return compiler.fault(place, "rule-unknown-fact", phrase`The records of "${type.name}" have no field "${member}".`, {
      expected: phraseList([...type.fields.keys()]),
      hint: didYouMean(member, type.fields.keys()),
    });
  }
  const missing = new Unknown([{ fact: `${type.name}.${member}`, reason: "missing" }]);
  const { run } = owner;
  return {
    type: known,
    run(frame) {
      const record = run(frame);
      if (isUnknown(record)) return record;
      const value =
        typeof record === "object" && record !== null && Object.hasOwn(record, member)
          ? (record as Record<string, unknown>)[member]
          : undefined;
      return value ?? missing;
    },
  };
}

function unknownName(node: ASTNode, name: string, compiler: Compiler): Part {
  const names = [...compiler.names.members.keys()];
  const synonym = synonyms.get(name.toLowerCase());
  const hint =
    synonym && names.includes(synonym) ? phrase`Did you mean "${synonym}"?` : (didYouMean(name, names) ?? elsewhere(name, compiler));
  return compiler.fault(node, "rule-unknown-fact", phrase`There is no "${name}" here.`, { expected: phraseList([...names, "now"]), hint });
}

/** A fact's name without its group, or in the wrong one. */
function elsewhere(name: string, compiler: Compiler): Phrase | undefined {
  const homes = [...compiler.names.members.values()].filter((group) => group.is === "group" && group.members.has(name));
  return homes.length > 0 && homes.length < 4
    ? phrase`Did you mean ${phraseList(homes.map((group) => `"${group.name}.${name}"`))}?`
    : undefined;
}

/** `list[0]`; an index beyond the end is not known. */
export function compileIndex(node: ASTNode & { op: "[]" }, compiler: Compiler): Part {
  const [object, index] = node.args;
  const owner = compiler.part(object);
  if (owner.type.is === "group" && index.op === "value" && typeof index.args === "string") {
    return memberOfGroup(owner.type.name, index.args, index, compiler);
  }
  const at = compiler.part(index);
  if (owner.type.is === "any") return owner;
  if (owner.type.is !== "list") return compiler.fault(node, "rule-type", phrase`${typeName(owner.type)} has no parts by number.`);
  if (at.type.is !== "int" && at.type.is !== "any") return compiler.fault(index, "rule-type", phrase`A place in a list is a whole number.`);
  const outside = failure(compiler.sourceOf(node));
  return {
    type: owner.type.of,
    run(frame) {
      const list = owner.run(frame);
      if (isUnknown(list)) return list;
      const place = at.run(frame);
      if (isUnknown(place)) return place;
      return (list as readonly unknown[])[place as number] ?? outside;
    },
  };
}
