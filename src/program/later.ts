// What only a few commands need is loaded when they ask for it: starting stays quick for the others.
import type { Baseline } from "./baseline/baseline.ts";
import type { Framework } from "./frameworks/types.ts";
import type { InitOptions, WrittenFile } from "./init/init.ts";
import type { Proposed, ProposeInput } from "./init/propose.ts";
import type { LoadedProgram, LoadOptions } from "./load/program.ts";
import type { Program } from "./model.ts";
import type { DiffOptions, LoadedDiff } from "./packs/against-pack.ts";
import type { Departure } from "./packs/diff.ts";

/** The frameworks that come with Allmend. */
export async function shippedFrameworks(packsFolder: string): Promise<readonly Framework[]> {
  return (await import("./frameworks/shipped.ts")).shippedFrameworks(packsFolder);
}

/** Reads the program in a folder; what is wrong with it is in its problems. */
export async function loadProgram(folder: string, options: LoadOptions): Promise<LoadedProgram> {
  return (await import("./load/program.ts")).loadProgram(folder, options);
}

/** A name for all that loading a program from this folder reads, the packs of others left out. */
export async function documentsDigest(folder: string): Promise<string> {
  return (await import("./read/digest.ts")).documentsDigest(folder);
}

/** Throws AllmendError for a file that is no baseline. */
export async function readBaseline(path: string): Promise<Baseline> {
  return (await import("./baseline/file.ts")).readBaseline(path);
}

export async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  return (await import("./baseline/file.ts")).writeBaseline(path, baseline);
}

/** What generated pages tell of the documents: their JSON Schemas, and the page about them. */
export async function schemaPages() {
  const [schemas, reference] = await Promise.all([import("./schema/index.ts"), import("./schema/reference.ts")]);
  return { jsonSchemas: schemas.jsonSchemas, documentsReference: reference.documentsReference };
}

/** Writes a program that validates; files that are there stay unless `overwrite`. Throws AllmendError where the pack is not there or has errors. */
export async function initProgram(folder: string, options: InitOptions): Promise<readonly WrittenFile[]> {
  return (await import("./init/init.ts")).initProgram(folder, options);
}

/** The documents that `initProgram` would write, by path. */
export async function programFiles(options: InitOptions): Promise<ReadonlyMap<string, string>> {
  return (await import("./init/init.ts")).programFiles(options);
}

/** Products, deliverables and owners as they look from repositories and a table. */
export async function propose(input: ProposeInput): Promise<Proposed> {
  return (await import("./init/propose.ts")).propose(input);
}

/** Departures of the program in a folder from its packs. Throws AllmendError where there is nothing to compare with. */
export async function diffAgainstPack(folder: string, options: DiffOptions): Promise<LoadedDiff> {
  return (await import("./packs/against-pack.ts")).diffAgainstPack(folder, options);
}

/** How the second program departs from the first, in the order of areas, kinds and ids. */
export async function departuresBetween(before: Program, after: Program): Promise<readonly Departure[]> {
  return (await import("./packs/diff.ts")).diffPrograms(before, after);
}
