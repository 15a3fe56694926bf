// The names that a rule about one kind of subject may use: a tree made from the fact registry and the program's parameters.
import { type FactDefinition, type FactType, namespacesFor } from "#facts";
import type { SubjectKind } from "#kit";
import type { Organization } from "#program";

export type Parameters = Organization["parameters"];

export interface FactName {
  readonly is: "fact";
  /** Full name: `license.strength`. */
  readonly name: string;
  /** Absent for a parameter that nobody set. */
  readonly definition?: FactDefinition;
}
export interface Group {
  readonly is: "group";
  readonly name: string;
  readonly members: ReadonlyMap<string, FactName | Group>;
}

const PARAMETERS = "parameters";
const perKind = new Map<SubjectKind, Group>();

/** The root of all names for one kind of subject. */
export function vocabularyFor(kind: SubjectKind, parameters: Parameters): Group {
  const base = perKind.get(kind) ?? buildVocabulary(kind);
  perKind.set(kind, base);
  const organization = base.members.get("organization");
  if (organization?.is !== "group") return base;
  const own = new Map(Object.entries(parameters).map(([name, value]) => [name, parameterFact(name, value)] as const));
  const group: Group = { is: "group", name: `organization.${PARAMETERS}`, members: own };
  const extended: Group = { ...organization, members: new Map([...organization.members, [PARAMETERS, group]]) };
  return { ...base, members: new Map([...base.members, ["organization", extended]]) };
}

/** Whether a group holds what the organisation may leave open. */
export function isParameters(group: Group): boolean {
  return group.name === `organization.${PARAMETERS}`;
}

function buildVocabulary(kind: SubjectKind): Group {
  const members = new Map<string, Group>();
  for (const namespace of namespacesFor(kind)) {
    const group: MutableGroup = { is: "group", name: namespace.name, members: new Map() };
    for (const [name, definition] of Object.entries(namespace.facts)) place(group, name.split("."), definition);
    members.set(namespace.name, group);
  }
  return { is: "group", name: "", members };
}

interface MutableGroup extends Group {
  readonly members: Map<string, FactName | MutableGroup>;
}

function place(group: MutableGroup, [first = "", ...rest]: readonly string[], definition: FactDefinition): void {
  const name = `${group.name}.${first}`;
  if (rest.length === 0) {
    group.members.set(first, { is: "fact", name, definition });
    return;
  }
  const existing = group.members.get(first);
  const inner: MutableGroup = existing?.is === "group" ? existing : { is: "group", name, members: new Map() };
  group.members.set(first, inner);
  place(inner, rest, definition);
}

function parameterFact(name: string, value: Parameters[string]): FactName {
  const definition: FactDefinition = {
    type: parameterType(value),
    means: "A parameter of the program.",
    source: "organization.yaml",
    assurance: "deterministic",
  };
  return { is: "fact", name: `organization.${PARAMETERS}.${name}`, definition };
}

function parameterType(value: Parameters[string]): FactType {
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "double";
  return "strings";
}
