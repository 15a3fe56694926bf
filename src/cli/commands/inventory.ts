// allmend inventory PATH...: the components of repositories, folders or single files, as CycloneDX 1.6, SPDX 2.3 or JSON.
import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { type Command, Option } from "commander";
import { collectInventory, fileTree, type Inventory, knowledgeVersion } from "#facts";
import { AllmendError, type Problem } from "#kit";
import { cycloneDxPieces, sbomInput, spdxPieces } from "#publish";
import { collect } from "#scan/collect";
import { disclaimer } from "../disclaimer.ts";
import { homeFolder, language, moment, ownCache, mavenCaches, print, say, userPath, version } from "../environment.ts";
import { readersStamp } from "../stamp.ts";
import { type ScanFlags, withReading } from "../options.ts";
import { progress } from "../progress.ts";
import { problemLine } from "../tell-problem.ts";

/** It reads what lies in the repositories; licences of packages from elsewhere come with `report sbom`. */
interface Flags extends ScanFlags {
  readonly format: "cyclonedx" | "spdx" | "json";
}

export function define(command: Command, exit: (code: number) => void): void {
  withReading(command.argument("<paths...>", "folders, repositories, lockfiles or SBOMs"))
    .addOption(new Option("--format <format>", "form of the inventory").choices(["cyclonedx", "spdx", "json"]).default("cyclonedx"))
    .action(async (paths: string[], flags: Flags) => {
      const { inventories, problems } = await inventoriesOf(paths.map(userPath), flags);
      for (const problem of problems) say(problemLine(problem, language(flags.lang)));
      const now = moment(flags.now);
      const name = basename(userPath(paths[0] ?? "."));
      await print(write(inventories, flags.json ? "json" : flags.format, name, now));
      exit(nothingRead(inventories, problems) ? 2 : 0);
    });
}

function write(inventories: readonly Inventory[], format: Flags["format"], name: string, now: string): string | Iterable<string> {
  const said = disclaimer("en");
  if (format === "json")
    return `${JSON.stringify({ schema: "allmend.inventory/1", now, knowledge: knowledgeVersion, disclaimer: said, inventories }, undefined, 1)}\n`;
  const input = { ...sbomInput(inventories, { name, now, toolVersion: version() }), remarks: [said] };
  return format === "spdx" ? spdxPieces(input) : cycloneDxPieces(input);
}

/** Everything that was to be read failed: the answer would be an empty list that looks like an answer. */
function nothingRead(inventories: readonly Inventory[], problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error") && inventories.every((inventory) => inventory.components.length === 0);
}

async function inventoriesOf(paths: readonly string[], flags: Flags): Promise<{ inventories: Inventory[]; problems: Problem[] }> {
  const inventories: Inventory[] = [];
  const problems: Problem[] = [];
  const folders: string[] = [];
  for (const path of paths) {
    const found = await stat(path);
    if (found.isDirectory()) {
      folders.push(path);
    } else if (found.isFile()) {
      const inventory = await collectInventory(fileTree(path));
      if (inventory.manifests.length === 0 && inventory.problems.length === 0) throw unknownFile(path);
      inventories.push(inventory);
      problems.push(...inventory.problems);
    } else {
      throw unknownFile(path);
    }
  }
  if (folders.length > 0) {
    const collection = await collectFolders(folders, flags);
    inventories.push(...collection.repositories.map((repository) => repository.inventory));
    problems.push(...collection.problems);
  }
  return { inventories, problems };
}

function unknownFile(path: string): AllmendError {
  return new AllmendError(
    "unknown-format",
    "input",
    `${basename(path)} in ${dirname(path)} is no lockfile, manifest or SBOM that is known`,
    {
      hint: "docs/reference/formats.md lists what is read.",
    },
  );
}

async function collectFolders(folders: readonly string[], flags: Flags) {
  const shown = progress(flags.quiet === true || !process.stderr.isTTY, language(flags.lang));
  const cache = await ownCache(flags);
  try {
    return await collect(
      folders.map((path) => ({ path })),
      {
        jobs: flags.jobs,
        scratch: homeFolder("shadow"),
        readers: readersStamp(),
        only: "inventory",
        mavenFolders: mavenCaches(flags.caches),
        ...(cache ? { cache } : {}),
        onProgress: (done, total, repository) => shown.step(done, total, repository),
      },
    );
  } finally {
    shown.end();
  }
}
