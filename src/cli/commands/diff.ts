// allmend diff [DIR] --pack: where a program departs from the pack that it extends.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { AllmendError, printable } from "#kit";
import { fill, type Language } from "#look";
import { measureIds } from "#measures";
import { type Departure, diffAgainstPack } from "#program";
import { language, packsFolder, print, say, userPath } from "../environment.ts";
import { findProgram, sayFallback } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import { cliWords } from "../words.ts";
import { problemLine } from "../tell-problem.ts";

interface Flags extends CommonOptions {
  readonly pack?: string | true;
  readonly format: "text" | "markdown" | "json";
}

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(command.argument("[dir]", "folder of the program, or one that holds allmend/"))
    .option("--pack [name]", "the pack to compare with (default: what the program extends)")
    .addOption(new Option("--format <format>", "form of the answer").choices(["text", "markdown", "json"]).default("text"))
    .action(async (dir: string | undefined, flags: Flags) => {
      const { folder, pack } = meant(dir, flags.pack);
      const found = findProgram(folder ?? flags.program, []);
      const against = pack === undefined ? {} : { against: pack };
      const { diff, problems } = await diffAgainstPack(found.location, { packsFolder, measures: measureIds(), ...against });
      for (const problem of problems) say(problemLine(problem, language(flags.lang)));
      if (!diff)
        throw new AllmendError("program-invalid", "input", `the program in ${found.location} cannot be compared`, {
          hint: "Mend its errors first.",
        });
      const spoken = language(flags.lang);
      sayFallback(found, spoken);
      if (flags.json || flags.format === "json") await print(`${JSON.stringify(diff, undefined, 2)}\n`);
      else await print((flags.format === "markdown" ? asMarkdown : asText)(diff.packs, diff.departures, spoken));
      exit(0);
    });
}

/** `diff --pack DIR`: what follows the option is the program's folder where it is one, as the plan of the commands writes it, and no pack is called so. */
function meant(dir: string | undefined, pack: string | true | undefined): { readonly folder?: string; readonly pack?: string } {
  const given = dir === undefined ? {} : { folder: dir };
  if (typeof pack !== "string") return given;
  return dir === undefined && isFolder(userPath(pack)) && !existsSync(join(packsFolder, pack)) ? { folder: pack } : { ...given, pack };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function heading(packs: readonly string[], departures: readonly Departure[], language: Language): string {
  const words = cliWords(language);
  return fill(
    departures.length === 0 ? words.noDeparture : words.departures,
    { packs: packs.join(", "), count: departures.length },
    language,
  );
}

function asText(packs: readonly string[], departures: readonly Departure[], language: Language): string {
  const kinds = cliWords(language).departure;
  const lines = departures.flatMap((departure) => [
    `${kinds[departure.kind].padEnd(12)} ${departure.what} ${departure.id}${where(departure)}${departure.because ? `: ${departure.because}` : ""}`,
    ...(departure.fields ?? []).map((field) => `    ${field.name}: ${shown(field.pack)} → ${shown(field.ours)}`),
  ]);
  return `${heading(packs, departures, language)}\n${lines.map((line) => `  ${printable(line)}\n`).join("")}`;
}

function asMarkdown(packs: readonly string[], departures: readonly Departure[], language: Language): string {
  const kinds = cliWords(language).departure;
  const title = `## ${heading(packs, departures, language)}\n`;
  if (departures.length === 0) return title;
  const rows = departures.map((departure) => {
    const fields = (departure.fields ?? []).map((field) => `${field.name}: ${shown(field.pack)} → ${shown(field.ours)}`);
    const detail = [departure.because, ...fields].filter((part) => part !== undefined).join("; ");
    return `| ${kinds[departure.kind]} | ${departure.what} | \`${departure.id}\` | ${detail.replaceAll("|", "\\|")} |`;
  });
  return `${title}\n| | | | |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

function where(departure: Departure): string {
  return departure.position ? `  (${departure.position.file}:${departure.position.line})` : "";
}

function shown(value: unknown): string {
  if (value === undefined) return "–";
  const text = (typeof value === "string" ? value : JSON.stringify(value)).replaceAll(/\s+/g, " ").trim();
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
