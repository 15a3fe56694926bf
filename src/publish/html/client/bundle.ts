// The report's script as one piece of text: the modules of this folder in the order in which they need each other. Their names are unique, so imports and
// exports can simply go.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const MODULES = ["basics", "uses", "explain", "list", "findings", "components", "main"];

export function clientScript(): string {
  const parts = MODULES.map((name) => bare(readFileSync(join(import.meta.dirname, `${name}.mjs`), "utf8")));
  return `(() => {\n"use strict";\n${parts.join("\n")}\n})();`;
}

/** Without comments of their own line, imports and the word export. */
function bare(source: string): string {
  return source
    .replaceAll(/^import [^;]*;\n/gm, "")
    .split("\n")
    .filter((line) => line !== "" && !/^\s*(?:\/\/|\/\*\*|\*)/.test(line))
    .map((line) => line.replace(/^export /, ""))
    .join("\n");
}
