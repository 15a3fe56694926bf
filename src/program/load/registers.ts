// registers/*.yaml that have a form of their own; a file by another name is read so that its faults are seen, and says nothing.
import type { z } from "zod";
import { type Checked, checkDocument } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import { type Path, readYaml } from "../read/yaml.ts";
import { registerDocument } from "../schema/other.ts";
import { type Registers, registerSchemas } from "../schema/registers.ts";
import type { Context } from "./context.ts";
import { procurementFiles } from "./procurement.ts";
import { didYouMean, phrase } from "#kit";

type Name = keyof typeof registerSchemas;

export function readRegisters(files: Files, context: Context): Registers {
  const found: { [Key in Name]?: unknown } = {};
  for (const [path, content] of files) {
    if (!path.startsWith("registers/") || procurementFiles.has(path)) continue;
    const name = path.slice("registers/".length, -".yaml".length);
    const page = readYaml({ file: context.prefix + path, text: content, place: (line, column) => ({ line, column }) }, context.problems);
    if (page.value === undefined || page.value === null) continue;
    if (!Object.hasOwn(registerSchemas, name)) {
      checkDocument(registerDocument, page, context.problems);
      const hint = didYouMean(name, Object.keys(registerSchemas));
      if (hint) context.problems.warn("document-unknown", page.position([]), phrase`nothing is known of a register "${name}"`, { hint });
      continue;
    }
    const document = checkDocument(registerSchemas[name as Name] as z.ZodType, page, context.problems);
    if (!document) continue;
    refer(document, context);
    found[name as Name] = document.value;
  }
  return found as Registers;
}

/** Keys that name something of organization.yaml or the strategy, wherever they stand. */
const referring = {
  owner: ["team", "person", "executive"],
  deputy: ["team", "person", "executive"],
  by: ["team", "person", "executive"],
  product: ["product"],
  products: ["product"],
  replaces: ["product"],
  objective: ["objective"],
} as const;

function refer(document: Checked<unknown>, context: Context, value: unknown = document.value, path: Path = []): void {
  if (Array.isArray(value)) return value.forEach((item, index) => refer(document, context, item, [...path, index]));
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const kinds = Object.hasOwn(referring, key) ? referring[key as keyof typeof referring] : undefined;
    const names = Array.isArray(inner) ? inner : [inner];
    if (kinds && names.every((name) => typeof name === "string")) {
      for (const [index, name] of names.entries())
        context.references.need(kinds, name as string, document.position(Array.isArray(inner) ? [...path, key, index] : [...path, key]));
    } else {
      refer(document, context, inner, [...path, key]);
    }
  }
}
