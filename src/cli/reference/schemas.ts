// docs/reference/schema/*.json: JSON Schemas of the documents, for editors; schema/output/*.json: of what commands print for machines.
import { z } from "zod";
import { schemaPages } from "#program";
import { outputSchemas } from "../outputs/index.ts";

export async function schemaReference(): Promise<Record<string, string>> {
  const { jsonSchemas } = await schemaPages();
  const outputs = Object.entries(outputSchemas).map(([name, schema]) => [
    `output/${name}.json`,
    { $id: `urn:allmend:output:${name}:1`, ...z.toJSONSchema(schema, { io: "output", target: "draft-2020-12" }) },
  ]);
  return Object.fromEntries(
    [...Object.entries(jsonSchemas()), ...outputs].map(([name, schema]) => [
      `schema/${String(name)}`,
      `${JSON.stringify(schema, undefined, 2)}\n`,
    ]),
  );
}
