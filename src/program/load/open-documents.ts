// cases/*.yaml and registers/*.yaml: read so that their faults are seen; what they mean comes with the rooms that use them.
import { checkDocument } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import { readYaml } from "../read/yaml.ts";
import { caseDocument, registerDocument } from "../schema/other.ts";
import type { Context } from "./context.ts";
import { procurementFiles } from "./procurement.ts";

export function readOpenDocuments(files: Files, context: Context): void {
  for (const [path, content] of files) {
    const isCase = path.startsWith("cases/");
    if (!isCase && (!path.startsWith("registers/") || procurementFiles.has(path))) continue;
    const page = readYaml({ file: context.prefix + path, text: content, place: (line, column) => ({ line, column }) }, context.problems);
    if (page.value === undefined || page.value === null) continue;
    if (!isCase) {
      checkDocument(registerDocument, page, context.problems);
      continue;
    }
    const document = checkDocument(caseDocument, page, context.problems);
    if (!document) continue;
    const kind = document.value.case;
    context.references.declare("case kind", kind, document.position(["case"]));
    if (path !== `cases/${kind}.yaml`) {
      context.problems.warn(
        "contradiction",
        document.position(["case"]),
        `the file is named ${path.slice("cases/".length)} and holds the case "${kind}"`,
        {
          expected: `cases/${kind}.yaml`,
        },
      );
    }
  }
}
