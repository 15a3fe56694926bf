// allmend scan PATH...: read repositories, judge them by the program, print the result in one form, answer the gate.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type Command, Option } from "commander";
import { fill, type Language } from "#look";
import { type Outcome, readBaseline } from "#program";
import { type ResultFormat, render, resultFormats } from "#publish";
import { type DeliveryFiles, withDeliveryFiles } from "../deliveries-told.ts";
import { language, ownCache, print, say, userPath } from "../environment.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type ScanFlags, withScanning } from "../options.ts";
import { rememberResult, runScan } from "../run-scan.ts";
import type { ScanResult } from "#scan";
import { type OfficeServer, requireServer } from "../server.ts";
import { cliWords } from "../words.ts";

interface Flags extends ScanFlags, DeliveryFiles {
  readonly format: ResultFormat;
  readonly failOn?: Outcome;
  readonly baseline?: string;
  readonly output?: string;
  readonly upload?: boolean;
  readonly covers?: "everything" | "repositories";
  readonly upstream?: readonly string[];
}

function repeated(path: string, before: readonly string[] = []): readonly string[] {
  return [...before, path];
}

export function define(command: Command, exit: (code: number) => void): void {
  withDeliveryFiles(withScanning(command.argument("<paths...>", "folders that hold repositories, or repositories")))
    .addOption(new Option("--format <format>", "form of the result").choices(resultFormats).default("text"))
    .addOption(new Option("--fail-on <outcome>", "end with 1 when a finding is this or worse").choices(["deny", "review"]))
    .option("--baseline <file>", "only findings that are new or overdue against it fail the gate")
    .option("--upstream <path>", "clones of projects that we depend on: a folder of them, or one; may be repeated", repeated)
    .option("--output <file>", "write there instead of to standard output")
    .option("--upload", "send the result to the office on the server (ALLMEND_SERVER, ALLMEND_TOKEN)")
    .addOption(
      new Option(
        "--covers <what>",
        "of an upload: everything (what it does not name is gone) or repositories (default: everything where it names all that are known)",
      ).choices(["everything", "repositories"]),
    )
    .action(async (paths: string[], flags: Flags) => {
      const server = flags.upload ? requireServer(process.env) : undefined;
      const targets = paths.map((path) => ({ path: userPath(path) }));
      const folders = targets.map((target) => target.path);
      const { program, problems } = await requireProgram(
        findProgram(flags.program, folders),
        folders,
        await ownCache(flags),
        language(flags.lang),
      );
      const baseline = flags.baseline === undefined ? undefined : await readBaseline(userPath(flags.baseline));
      const failOn = flags.failOn ?? "deny";
      const result = await runScan({
        targets,
        upstreams: (flags.upstream ?? []).map((path) => ({ path: userPath(path) })),
        program,
        problems,
        flags,
        failOn,
        ...(baseline ? { baseline } : {}),
      });
      const kept = await rememberResult(result);
      if (server) await upload(server, kept, flags);
      const text = await render(result, flags.json ? "json" : flags.format, language(flags.lang));
      if (flags.output === undefined) {
        await print(text);
      } else {
        const file = userPath(flags.output);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
        say(file);
      }
      if (flags.failOn !== undefined) say(gateSentence(result, language(flags.lang)));
      exit(flags.failOn !== undefined && result.summary.gate.failing > 0 ? 1 : 0);
    });
}

interface Uploaded {
  readonly components: number;
  readonly uses: number;
  readonly judgement?: string;
}

async function upload(server: OfficeServer, file: string, { covers, lang }: Flags): Promise<void> {
  const query = covers === undefined ? "" : `?covers=${covers}`;
  const { components, uses, judgement } = await server.send<Uploaded>(`/api/results${query}`, file, "application/json");
  const words = cliWords(language(lang));
  say(
    fill(judgement === undefined ? words.uploaded : words.uploadedJudging, { address: server.address, components, uses }, language(lang)),
  );
}

/** For the log of a pipeline, whatever form went to standard output. */
function gateSentence(result: ScanResult, spoken: Language): string {
  const { failOn, failing } = result.summary.gate;
  const words = cliWords(spoken);
  const against = result.findings.some((finding) => finding.age !== undefined) ? words.gateFailsNew : words.gateFails;
  return fill(failing === 0 ? words.gatePasses : against, { failOn, count: failing }, spoken);
}
