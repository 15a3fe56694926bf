// Names for our own code: what older code remembered is not taken for what this code would say.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "#kit";
import { packageRoot, version } from "./environment.ts";

/** Of the code that reads repositories. */
export function readersStamp(): string {
  return stampOf(["src/facts", "src/kit"]);
}

/** Of the code that reads programs and checks their rules, and of the packs that come with it. */
export function programStamp(): string {
  return stampOf(["packs", "src/facts", "src/kit", "src/measures", "src/policy", "src/program"]);
}

function stampOf(folders: readonly string[]): string {
  return sha256([version(), ...folders.flatMap((folder) => [...filesIn(join(packageRoot, folder))].sort())].join("\n"));
}

/** By hand: `readdirSync` with `recursive` takes ten times as long. */
function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (!entry.name.includes(".test.")) {
      const { size, mtimeMs } = statSync(path);
      yield `${path} ${size} ${mtimeMs}`;
    }
  }
}
