// allmend identify PATH...: a line per file, the path as it was given.
import { stat } from "node:fs/promises";
import { type Command, Option } from "commander";
import { identifyPaths } from "#facts";
import { print, userPath } from "../environment.ts";

export function define(command: Command, exit: (code: number) => void): void {
  command
    .argument("<paths...>", "files or folders")
    .addOption(new Option("--format <format>", "jsonl for machines, text for people").choices(["jsonl", "text"]).default("jsonl"))
    .option("--json", "the same as --format jsonl")
    .addOption(new Option("--lang <language>").choices(["en", "de"]).hideHelp())
    .action(async (paths: string[], options: { format: "jsonl" | "text" }) => {
      for (const path of paths) await stat(userPath(path));
      const line = options.format === "text" ? textLine : JSON.stringify;
      let chunk = "";
      for await (const found of identifyPaths(paths, { resolve: userPath })) {
        chunk += `${line(found)}\n`;
        if (chunk.length > 65_536) {
          await print(chunk);
          chunk = "";
        }
      }
      await print(chunk);
      exit(0);
    });
}

function textLine(found: {
  path: string;
  expression: string | null;
  licenses: readonly { spdx: string; confidence: number; kind: string }[];
}): string {
  const how = found.licenses.map((match) => `${match.spdx} ${Math.round(match.confidence * 100)} % (${match.kind})`).join(", ");
  return `${found.path}\t${found.expression ?? "-"}\t${how}`;
}
