// The frameworks that come with Allmend, read when somebody asks for them: no run needs them.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { AllmendError, formatProblem } from "#kit";
import { readFrameworks } from "../load/frameworks.ts";
import { contextOf } from "../load/layer.ts";
import { ProblemList } from "../read/problems.ts";
import type { Framework } from "./types.ts";

/** `topics` holds what they share. Throws AllmendError where what came with Allmend is broken. */
export async function shippedFrameworks(packsFolder: string): Promise<readonly Framework[]> {
  const folder = join(packsFolder, "frameworks");
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith(".yaml")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const problems = new ProblemList();
  const files = new Map(names.map((name, index) => [`frameworks/${name}`, texts[index] ?? ""]));
  const context = contextOf({ prefix: "pack:", languages: ["en", "de"], parameters: new Map(), problems });
  const frameworks = readFrameworks(files, context);
  const found = problems.sorted();
  if (found.length > 0) throw new AllmendError("frameworks-broken", "bug", found.map(formatProblem).join("\n"));
  return frameworks;
}
