// npm start [-- PATH]: the first thing that anybody does. Scan, summary, result.json, report, and the portal with the scan in it on loopback until Ctrl-C.
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
import type { PortalStart } from "../start-portal.ts";
import { cliWords } from "../words.ts";

interface Flags extends ScanFlags, DeliveryFiles {
  readonly port: string;
  readonly serve: boolean;
  readonly report?: boolean;
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
    .option("--port <n>", "port of the portal, or the next free one", "4040")
    .option("--report", "serve the report alone instead of the portal")
    .option("--no-serve", "serve nothing, end after writing result and report")
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
      if (flags.serve) await serve({ flags, folders, found, document, report, language: spoken });
      exit(0);
    });
}

interface Serving extends Pick<PortalStart, "folders" | "found" | "document" | "language"> {
  readonly flags: Flags;
  readonly report: string;
}

/** Node takes long to load what it has of HTTP: only here. */
async function serve({ flags, report, ...rest }: Serving): Promise<void> {
  const port = Number(flags.port);
  const { hasPortal, startPortal } = await import("../start-portal.ts");
  if (flags.report !== true && hasPortal()) return startPortal({ ...rest, port });
  if (flags.report !== true) say(cliWords(rest.language).noPortal);
  const { serveReport } = await import("../serve-report.ts");
  const words = wordsOf(rest.language).report;
  await serveReport(report, port, (address) => say(fill(words.serving, { address }, rest.language)));
}

async function examples(): Promise<{ targets: Target[]; programFolder: string }> {
  const example = await exampleOrganization();
  return { targets: [{ path: example.repositories }, { path: packageRoot, id: "allmend" }], programFolder: example.program };
}
