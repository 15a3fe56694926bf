// allmend diff [DIR] --pack: where a program departs from the pack that it extends.
import { type Command, Option } from "commander";
import { AllmendError, formatProblem } from "#kit";
import { measureIds } from "#measures";
import { type Departure, diffAgainstPack } from "#program";
import { packsFolder, print, say } from "../environment.ts";
import { findProgram } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";

interface Flags extends CommonOptions {
  readonly pack?: string | true;
  readonly format: "text" | "markdown" | "json";
}

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(command.argument("[dir]", "folder of the program, or one that holds allmend/"))
    .option("--pack [name]", "the pack to compare with (default: what the program extends)")
    .addOption(new Option("--format <format>", "form of the answer").choices(["text", "markdown", "json"]).default("text"))
    .action(async (dir: string | undefined, flags: Flags) => {
      const found = findProgram(dir ?? flags.program, []);
      const against = typeof flags.pack === "string" ? { against: flags.pack } : {};
      const { diff, problems } = await diffAgainstPack(found.location, { packsFolder, measures: measureIds(), ...against });
      for (const problem of problems) say(formatProblem(problem));
      if (!diff)
        throw new AllmendError("program-invalid", "input", `the program in ${found.location} cannot be compared`, {
          hint: "Mend its errors first.",
        });
      if (flags.json || flags.format === "json") await print(`${JSON.stringify(diff, undefined, 2)}\n`);
      else await print(flags.format === "markdown" ? asMarkdown(diff.packs, diff.departures) : asText(diff.packs, diff.departures));
      exit(0);
    });
}

function asText(packs: readonly string[], departures: readonly Departure[]): string {
  if (departures.length === 0) return `No departure from ${packs.join(", ")}.\n`;
  const lines = departures.flatMap((departure) => [
    `${departure.kind.padEnd(12)} ${departure.what} ${departure.id}${where(departure)}${departure.because ? `: ${departure.because}` : ""}`,
    ...(departure.fields ?? []).map((field) => `    ${field.name}: ${shown(field.pack)} → ${shown(field.ours)}`),
  ]);
  return `${departures.length} departures from ${packs.join(", ")}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function asMarkdown(packs: readonly string[], departures: readonly Departure[]): string {
  const rows = departures.map((departure) => {
    const fields = (departure.fields ?? []).map((field) => `${field.name}: ${shown(field.pack)} → ${shown(field.ours)}`);
    const detail = [departure.because, ...fields].filter((part) => part !== undefined).join("; ");
    return `| ${departure.kind} | ${departure.what} | \`${departure.id}\` | ${detail.replaceAll("|", "\\|").replaceAll("\n", " ")} |`;
  });
  return `## Departures from ${packs.join(", ")}\n\n| | | | |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

function where(departure: Departure): string {
  return departure.position ? `  (${departure.position.file}:${departure.position.line})` : "";
}

function shown(value: unknown): string {
  if (value === undefined) return "–";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
