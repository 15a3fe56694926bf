// docs/reference/schema/*.json: JSON Schemas of the documents, for editors.
import { jsonSchemas } from "#program";

export function schemaReference(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(jsonSchemas()).map(([name, schema]) => [`schema/${name}`, `${JSON.stringify(schema, undefined, 2)}\n`]),
  );
}
