// npm start [-- PATH]: the first thing that anybody does. Scan, summary, result.json, report, and the report served on loopback until Ctrl-C.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { fill, wordsOf } from "#look";
import { render } from "#publish";
import type { Target } from "#scan";
import { type DeliveryFiles, withDeliveryFiles } from "../deliveries-told.ts";
import { language, ownCache, packageRoot, print, say, userPath } from "../environment.ts";
import { exampleOrganization } from "../example-organization.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type ScanFlags, withScanning } from "../options.ts";
import { lastFolder, rememberResult, runScan } from "../run-scan.ts";

interface Flags extends ScanFlags, DeliveryFiles {
  readonly port: string;
  readonly serve: boolean;
  readonly output?: string;
}

export function define(command: Command, exit: (code: number) => void): void {
  withDeliveryFiles(
    withScanning(
      command.argument(
        "[paths...]",
        "folders that hold an organisation's repositories; none: the example organisation and this repository",
      ),
    ),
  )
    .option("--output <dir>", "folder for result.json and report.html (default: last/ in ALLMEND_HOME)")
    .option("--port <n>", "port of the report", "4040")
    .option("--no-serve", "do not serve the report, end after writing it")
    .action(async (paths: string[], flags: Flags) => {
      const spoken = language(flags.lang);
      const words = wordsOf(spoken).report;
      const { targets, programFolder } = paths.length > 0 ? { targets: paths.map((path) => ({ path: userPath(path) })) } : await examples();
      const folders = targets.map((target) => target.path);
      const found = findProgram(flags.program ?? programFolder, folders);
      const { program, problems } = await requireProgram(found, folders, await ownCache(flags));
      const result = await runScan({ targets, program, problems, flags, failOn: "deny" });
      await print(await render(result, "text", spoken));
      if (found.fallback) say(`\n${fill(words.noProgram, { path: paths[0] ?? "." }, spoken)}`);
      const document = await rememberResult(result);
      const folder = flags.output === undefined ? lastFolder() : userPath(flags.output);
      await mkdir(folder, { recursive: true });
      if (flags.output !== undefined) await copyFile(document, join(folder, "result.json"));
      const report = [...(await render(result, "html", spoken))].join("");
      await writeFile(join(folder, "report.html"), report);
      for (const name of ["result.json", "report.html"]) say(fill(words.written, { path: join(folder, name) }, spoken));
      if (flags.serve) {
        // Node takes long to load what it has of HTTP.
        const { serveReport } = await import("../serve-report.ts");
        await serveReport(report, Number(flags.port), (address) => say(fill(words.serving, { address }, spoken)));
      }
      exit(0);
    });
}

async function examples(): Promise<{ targets: Target[]; programFolder: string }> {
  const example = await exampleOrganization();
  return { targets: [{ path: example.repositories }, { path: packageRoot, id: "allmend" }], programFolder: example.program };
}
