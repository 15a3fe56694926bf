// npm run generate: docs/reference, from the code's own registries. With --check nothing is written and a difference is a failure.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { schemaPages } from "#program";
import { openApiDocument } from "#server";
import { say, version } from "./environment.ts";
import { accessPage } from "./reference/access.ts";
import { checkReference } from "./reference/checks.ts";
import { commandReference } from "./reference/commands.ts";
import { errorReference } from "./reference/errors.ts";
import { factReference } from "./reference/facts.ts";
import { formatReference } from "./reference/formats.ts";
import { licenseReference } from "./reference/licenses.ts";
import { measureReference } from "./reference/measures.ts";
import { schemaReference } from "./reference/schemas.ts";

/** Files by path below docs/reference. A new page is one file under reference/ and one line here. */
async function pages(): Promise<Record<string, string>> {
  return {
    "access.md": await accessPage(),
    "checks.md": checkReference(),
    "documents.md": (await schemaPages()).documentsReference(),
    "errors.md": errorReference(),
    "facts.md": factReference(),
    "formats.md": await formatReference(),
    "licenses.md": licenseReference(),
    "measures.md": measureReference(),
    "openapi.json": `${JSON.stringify(await openApiDocument(version()), undefined, 2)}\n`,
    "commands.md": await commandReference(),
    ...(await schemaReference()),
  };
}

export async function generate(root: string, options: { readonly check: boolean }): Promise<number> {
  const folder = join(root, "docs", "reference");
  const stale: string[] = [];
  for (const [name, content] of Object.entries(await pages())) {
    const path = join(folder, name);
    const before = await readFile(path, "utf8").catch(() => undefined);
    if (before === content) continue;
    stale.push(name);
    if (options.check) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  for (const name of stale) say(options.check ? `docs/reference/${name} is not current: run "npm run generate"` : `docs/reference/${name}`);
  return options.check && stale.length > 0 ? 1 : 0;
}
