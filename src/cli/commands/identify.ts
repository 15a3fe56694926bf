// allmend identify PATH...: a line per file, the path as it was given.
import { stat } from "node:fs/promises";
import { type Command, Option } from "commander";
import { type Identification, identifyPaths, type LicenseMatch, type TextDifference } from "#facts";
import { printable } from "#kit";
import { fill, type Language } from "#look";
import { disclaimer } from "../disclaimer.ts";
import { language, print, say, userPath } from "../environment.ts";
import { cliWords } from "../words.ts";

export function define(command: Command, exit: (code: number) => void): void {
  command
    .argument("<paths...>", "files or folders")
    .addOption(new Option("--format <format>", "jsonl for machines, text for people").choices(["jsonl", "text"]).default("jsonl"))
    .option("--json", "the same as --format jsonl")
    .addOption(new Option("--lang <language>").choices(["en", "de"]).hideHelp())
    .action(async (paths: string[], options: { format: "jsonl" | "text"; lang?: string }) => {
      for (const path of paths) await stat(userPath(path));
      const spoken = language(options.lang);
      const line = (found: Identification): string => (options.format === "text" ? textLine(found, spoken) : JSON.stringify(found));
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
      say(disclaimer(spoken));
      exit(0);
    });
}

/** Paths and words of files are printed so that they command no terminal. */
function textLine({ path, expression, licenses, remark }: Identification, spoken: Language): string {
  const words = cliWords(spoken).identified;
  const how = licenses.map((match) => `${match.spdx} ${Math.round(match.confidence * 100)} % (${words.kind[match.kind]})`).join(", ");
  const why = remark === undefined ? "" : `${how === "" ? "" : "; "}${words[remark]}`;
  const first = `${printable(path)}\t${expression ?? "-"}\t${how}${why}`;
  return [first, ...licenses.flatMap((match) => differenceLines(match, spoken))].join("\n");
}

/** Below a text of its own: what it is nearest to, and each place that says something else. */
function differenceLines({ nearest }: LicenseMatch, spoken: Language): string[] {
  if (!nearest) return [];
  const words = cliWords(spoken).identified;
  const count = nearest.moreDifferences;
  const percent = Math.round(nearest.similarity * 100);
  return [
    `  ${fill(words.ownText, { nearest: nearest.spdx, percent }, spoken)}`,
    ...nearest.differences.map((one) => `    ${fill(words.line, { line: one.line, change: changed(one, spoken) }, spoken)}`),
    ...(count === undefined ? [] : [`    ${fill(words.more, { count }, spoken)}`]),
  ];
}

function changed({ text, instead }: TextDifference, spoken: Language): string {
  const words = cliWords(spoken).identified;
  if (text === "") return fill(words.leftOut, { words: printable(instead) }, spoken);
  return fill(instead === "" ? words.added : words.other, { words: printable(text), instead: printable(instead) }, spoken);
}
