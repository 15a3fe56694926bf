// One input of rules over all subjects: every distinct value gets a number, checked once against the fact's type.
import type { FactDefinition, FactType, FactValue } from "#facts";
import { Unknown } from "../expression/three-valued.ts";
import { parseMoment } from "../expression/moments.ts";

/** Numbers that every column gives to what is no value. */
export const MISSING = 0;
export const NOT_APPLICABLE = 1;
const MISTYPED = 2;

export class Column {
  readonly name: string;
  readonly definition: FactDefinition | undefined;
  /** By number: what conditions see (a value or an Unknown). */
  readonly values: unknown[];
  /** By number: what findings show. */
  readonly shown: (FactValue | undefined)[] = [undefined, undefined, undefined];
  private readonly numbers = new Map<unknown, number>();

  constructor(name: string, definition: FactDefinition | undefined, missingReason?: string) {
    this.name = name;
    this.definition = definition;
    const reason = missingReason ?? (definition?.needs ? `needs-${definition.needs}` : "missing");
    this.values = [
      new Unknown([{ fact: name, reason }]),
      new Unknown([{ fact: name, reason: "not-applicable" }], false),
      new Unknown([{ fact: name, reason: "error" }]),
    ];
  }

  /** The number of a value. What does not have the fact's type is not known, and says so. */
  numberOf(value: FactValue | undefined): number {
    if (value === undefined) return MISSING;
    const key = typeof value === "object" ? JSON.stringify(value) : value;
    return this.numbers.get(key) ?? this.add(key, value);
  }

  /** Takes a value that is no fact: what conditions see, and what findings show of it. */
  define(value: unknown, shown: FactValue): number {
    this.shown.push(shown);
    return this.values.push(value) - 1;
  }

  private add(key: unknown, value: FactValue): number {
    const converted = this.definition ? convert(this.definition.type, value) : value;
    const number = converted === undefined ? MISTYPED : this.define(converted, value);
    this.numbers.set(key, number);
    return number;
  }
}

/** The value as conditions compute with it; undefined where it does not have the type. */
export function convert(type: FactType, value: FactValue): unknown {
  switch (type) {
    case "string":
      return typeof value === "string" ? value : undefined;
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    case "int":
      return typeof value === "number" && Number.isSafeInteger(value) ? value + 0 : undefined;
    case "double":
      return typeof value === "number" && Number.isFinite(value) ? value + 0 : undefined;
    case "timestamp":
      return typeof value === "string" ? parseMoment(value) : undefined;
    case "strings":
      return isTextList(value) ? value : undefined;
    case "agreements":
      return undefined;
  }
  if ("oneOf" in type) return typeof value === "string" && type.oneOf.includes(value) ? value : undefined;
  if ("listOf" in type) return isTextList(value) && value.every((item) => type.listOf.includes(item)) ? value : undefined;
  return Array.isArray(value) && value.every((record) => typeof record === "object" && record !== null && !Array.isArray(record))
    ? value
    : undefined;
}

function isTextList(value: FactValue): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
