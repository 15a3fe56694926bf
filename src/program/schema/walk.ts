// Looking into a schema: what stands at a path, which keys it has, what it expects.
import { type Phrase, phrase, phraseList } from "#kit";
import type { z } from "zod";
import { expectations } from "./text.ts";

type Schema = z.core.$ZodType;

interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly keyType?: Schema;
  readonly format?: string;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

function definitionOf(schema: Schema): Definition {
  return schema._zod.def as unknown as Definition;
}

const wrappers = new Set(["optional", "nullable", "default", "prefault", "readonly", "catch", "nonoptional"]);

/** The schema inside optional, default, transform and the like. */
function unwrapped(schema: Schema): Schema {
  const definition = definitionOf(schema);
  const inner = wrappers.has(definition.type) ? definition.innerType : definition.type === "pipe" ? definition.in : undefined;
  return inner ? unwrapped(inner) : schema;
}

/** The schema of what stands at a path; undefined where nothing may stand. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const definition = definitionOf(unwrapped(schema));
  if (definition.type === "union") {
    for (const option of definition.options ?? []) {
      const found = schemaAt(option, path);
      if (found) return found;
    }
    return undefined;
  }
  const next =
    definition.type === "object"
      ? Object.hasOwn(definition.shape ?? {}, step)
        ? definition.shape?.[String(step)]
        : undefined
      : definition.type === "array"
        ? definition.element
        : definition.type === "record"
          ? definition.valueType
          : undefined;
  return next && schemaAt(next, rest);
}

/** Keys that may stand in the map at a path. */
export function keysAt(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  const found = schemaAt(schema, path);
  if (!found) return [];
  const definition = definitionOf(unwrapped(found));
  if (definition.type === "union") return [...new Set((definition.options ?? []).flatMap((option) => keysAt(option, [])))];
  if (definition.type === "record" && definition.keyType) return Object.values(definitionOf(unwrapped(definition.keyType)).entries ?? {});
  return definition.type === "object" ? Object.keys(definition.shape ?? {}) : [];
}

/** Whether nothing need stand at a path. */
export function isOptionalAt(schema: Schema, path: readonly PropertyKey[]): boolean {
  return schemaAt(schema, path)?._zod.optin === "optional";
}

/** What is expected at a path, in a few words. */
export function expectedAt(schema: Schema, path: readonly PropertyKey[]): Phrase | undefined {
  const found = schemaAt(schema, path);
  return found && expectedOf(found);
}

function expectedOf(schema: Schema): Phrase | undefined {
  for (let current: Schema | undefined = schema; current; ) {
    const words = expectations.get(current as z.ZodType)?.expected;
    if (words) return words;
    const next: Schema = innerOf(current);
    current = next === current ? undefined : next;
  }
  return wordFor(definitionOf(unwrapped(schema)));
}

function innerOf(schema: Schema): Schema {
  const { type, innerType, in: input } = definitionOf(schema);
  return (wrappers.has(type) ? innerType : type === "pipe" ? input : undefined) ?? schema;
}

function wordFor(definition: Definition): Phrase | undefined {
  switch (definition.type) {
    case "enum":
      return phraseList(Object.values(definition.entries ?? {}), Infinity);
    case "literal":
      return phraseList((definition.values ?? []).map(String), Infinity);
    case "string":
      return phrase`a text`;
    case "number":
      return definition.format === "safeint" ? phrase`a whole number` : phrase`a number`;
    case "boolean":
      return phrase`true or false`;
    case "array": {
      const each = definition.element && expectedOf(definition.element);
      if (each?.text.startsWith("a map")) return phrase`a list of maps`;
      return each ? phrase`a list, each item ${each}` : phrase`a list`;
    }
    case "object":
    case "record":
      return phrase`a map of keys and values`;
    default:
      return undefined;
  }
}
