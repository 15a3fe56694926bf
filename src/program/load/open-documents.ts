// registers/*.yaml that have no form of their own: read so that their faults are seen.
import { checkDocument } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import { readYaml } from "../read/yaml.ts";
import { registerDocument } from "../schema/other.ts";
import type { Context } from "./context.ts";
import { procurementFiles } from "./procurement.ts";

export function readOpenDocuments(files: Files, context: Context): void {
  for (const [path, content] of files) {
    if (!path.startsWith("registers/") || procurementFiles.has(path)) continue;
    const page = readYaml({ file: context.prefix + path, text: content, place: (line, column) => ({ line, column }) }, context.problems);
    if (page.value !== undefined && page.value !== null) checkDocument(registerDocument, page, context.problems);
  }
}
