// The types that rules know: those of CEL that facts can have. Numbers of both kinds may be compared and mixed.
import type { FactType } from "#facts";
import { type Phrase, phrase } from "#kit";

export type CelType =
  | { readonly is: "bool" | "int" | "double" | "timestamp" | "duration" }
  /** `oneOf`: a closed set. */
  | { readonly is: "string"; readonly oneOf?: readonly string[] }
  | { readonly is: "list"; readonly of: CelType }
  /** `name`: the fact that holds such records. */
  | { readonly is: "record"; readonly name: string; readonly fields: ReadonlyMap<string, CelType> }
  | { readonly is: "agreements" }
  /** A group of facts, which is no value: `license` in `license.strength`. */
  | { readonly is: "group"; readonly name: string; readonly members: readonly string[] }
  /** Of what is never known (a parameter that nobody set): goes with everything. */
  | { readonly is: "any" };

export const BOOL: CelType = { is: "bool" };
export const INT: CelType = { is: "int" };
export const DOUBLE: CelType = { is: "double" };
export const STRING: CelType = { is: "string" };
export const TIMESTAMP: CelType = { is: "timestamp" };
export const DURATION: CelType = { is: "duration" };
export const ANY: CelType = { is: "any" };

export function listOf(of: CelType): CelType {
  return { is: "list", of };
}

/** `name` is the fact's own, for messages about its records. */
export function typeOfFact(type: FactType, name: string): CelType {
  if (typeof type === "string") {
    if (type === "strings") return listOf(STRING);
    return { is: type };
  }
  if ("oneOf" in type) return { is: "string", oneOf: type.oneOf };
  if ("listOf" in type) return listOf({ is: "string", oneOf: type.listOf });
  const fields = Object.entries(type.records).map(([field, is]): [string, CelType] => [field, { is }]);
  return listOf({ is: "record", name, fields: new Map(fields) });
}

export function isNumber(type: CelType): boolean {
  return type.is === "int" || type.is === "double" || type.is === "any";
}

/** Whether a value of this type can stand where `wanted` is asked for. */
export function fits(type: CelType, wanted: CelType["is"]): boolean {
  return type.is === wanted || type.is === "any" || (wanted === "double" && type.is === "int");
}

/** Whether two values can be equal at all. */
export function comparable(a: CelType, b: CelType): boolean {
  if (a.is === "any" || b.is === "any") return true;
  if (isNumber(a) && isNumber(b)) return true;
  if (a.is === "list" && b.is === "list") return comparable(a.of, b.of);
  if (a.is === "record" || a.is === "group" || a.is === "agreements") return false;
  return a.is === b.is;
}

/** What both branches of a choice have in common; undefined where nothing. */
export function unify(a: CelType, b: CelType): CelType | undefined {
  if (a.is === "any") return b;
  if (b.is === "any") return a;
  if (isNumber(a) && isNumber(b)) return a.is === b.is ? a : DOUBLE;
  if (a.is === "string" && b.is === "string") return a.oneOf && a.oneOf === b.oneOf ? a : STRING;
  if (a.is === "list" && b.is === "list") {
    const of = unify(a.of, b.of);
    return of && listOf(of);
  }
  return a.is === b.is && a.is !== "record" && a.is !== "group" ? a : undefined;
}

/** As messages call it. */
export function typeName(type: CelType): Phrase {
  if (type.is === "list") return type.of.is === "any" ? phrase`a list` : phrase`a list of ${many[type.of.is]}`;
  return one[type.is];
}

const one: Readonly<Record<Exclude<CelType["is"], "list">, Phrase>> = {
  record: phrase`a record`,
  group: phrase`a group of facts`,
  agreements: phrase`a register`,
  any: phrase`a value`,
  bool: phrase`true or false`,
  string: phrase`a text`,
  int: phrase`a number`,
  double: phrase`a number`,
  timestamp: phrase`a moment`,
  duration: phrase`a span of time`,
};

const many: Readonly<Record<CelType["is"], Phrase>> = {
  record: phrase`records`,
  group: phrase`groups of facts`,
  agreements: phrase`registers`,
  any: phrase`values`,
  list: phrase`lists`,
  bool: phrase`true or false`,
  string: phrase`texts`,
  int: phrase`numbers`,
  double: phrase`numbers`,
  timestamp: phrase`moments`,
  duration: phrase`spans of time`,
};
