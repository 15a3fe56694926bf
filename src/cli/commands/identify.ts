// allmend identify PATH...: a line per file, the path as it was given.
import { stat } from "node:fs/promises";
import { type Command, Option } from "commander";
import { type Identification, identifyPaths, type LicenseMatch } from "#facts";
import { disclaimer } from "../disclaimer.ts";
import { language, print, say, userPath } from "../environment.ts";

export function define(command: Command, exit: (code: number) => void): void {
  command
    .argument("<paths...>", "files or folders")
    .addOption(new Option("--format <format>", "jsonl for machines, text for people").choices(["jsonl", "text"]).default("jsonl"))
    .option("--json", "the same as --format jsonl")
    .addOption(new Option("--lang <language>").choices(["en", "de"]).hideHelp())
    .action(async (paths: string[], options: { format: "jsonl" | "text"; lang?: string }) => {
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
      // A line per file is what stands in the output: what holds for all of them is said beside it.
      say(disclaimer(language(options.lang)));
      exit(0);
    });
}

const remarks: Readonly<Record<NonNullable<Identification["remark"]>, string>> = {
  binary: "binary, no text in it",
  large: "large, only its two ends were read",
  unreadable: "no plain file, or it cannot be read",
  "left-out": "not read: beyond what is read of one repository",
};

function textLine({ path, expression, licenses, remark }: Identification): string {
  const how = licenses.map((match) => `${match.spdx} ${Math.round(match.confidence * 100)} % (${match.kind})`).join(", ");
  const why = remark === undefined ? "" : `${how === "" ? "" : "; "}${remarks[remark]}`;
  return [`${path}\t${expression ?? "-"}\t${how}${why}`, ...licenses.flatMap(differenceLines)].join("\n");
}

/** Below a text of its own: what it is nearest to, and each place that says something else. */
function differenceLines({ nearest }: LicenseMatch): string[] {
  if (!nearest) return [];
  const more = nearest.moreDifferences === undefined ? [] : [`    and ${nearest.moreDifferences} more places`];
  return [
    `  a text of its own, nearest to ${nearest.spdx} (${Math.round(nearest.similarity * 100)} %), with other words at`,
    ...nearest.differences.map(({ line, text, instead }) => `    line ${line}: ${changed(text, instead)}`),
    ...more,
  ];
}

function changed(text: string, instead: string): string {
  if (text === "") return `left out: ${instead}`;
  return instead === "" ? `added: ${text}` : `${text} | instead of: ${instead}`;
}
