// `allmend diff --pack`: the program beside what its packs alone would be.
import { AllmendError, type Problem } from "#kit";
import { assemble, type LoadOptions, readSources, type Sources } from "../load/program.ts";
import { locateProblem } from "../read/locate.ts";
import { collectParameters } from "../load/parameter-values.ts";
import type { Parameters } from "../load/parameters.ts";
import { ProblemList } from "../read/problems.ts";
import { type Departure, diffPrograms } from "./diff.ts";

export interface PackDiff {
  readonly schema: "allmend.departures/1";
  /** Packs that were compared with, `name@version`, nearest first. */
  readonly packs: readonly string[];
  readonly departures: readonly Departure[];
}

export interface DiffOptions extends LoadOptions {
  /** Pack to compare with instead of those that the program extends: `starter`, `starter@1`. */
  readonly against?: string;
}

export interface LoadedDiff {
  /** Absent where the program or a pack has an error. */
  readonly diff?: PackDiff;
  readonly problems: readonly Problem[];
}

/**
 * Departures of the program in a folder from the packs that it extends; or from `against`, for a program that was copied from a pack; or from what its
 * policies say that they are based on. Throws AllmendError where there is nothing to compare with.
 */
export async function diffAgainstPack(folder: string, options: DiffOptions): Promise<LoadedDiff> {
  const problems = new ProblemList();
  const sources = await readSources(folder, options, problems);
  if (!sources) return { problems: located(folder, problems) };
  const ours = assemble(sources, options, problems);
  const basedOn = [...new Set(ours.policies.flatMap((policy) => policy.basedOn ?? []))];
  const named = options.against === undefined ? (sources.packs.length > 0 ? undefined : basedOn) : [options.against];
  if (named?.length === 0) {
    throw new AllmendError("no-pack", "input", `the program in ${folder} extends no pack`, {
      hint: "Name one: allmend diff --pack NAME, or set extends in organization.yaml.",
    });
  }
  const base = named === undefined ? sources : await readSources(folder, options, problems, named);
  if (!base || problems.hasErrors || base.packs.length === 0) return { problems: located(folder, problems) };
  // Faults that only the pack alone has (its references to what the organisation declares) are no faults of the program.
  const pack = assemble(packAlone(base), options, new ProblemList());
  const departures = diffPrograms(pack, ours, defaultsOf(base));
  return { diff: { schema: "allmend.departures/1", packs: pack.packs, departures }, problems: located(folder, problems) };
}

function located(folder: string, problems: ProblemList): Problem[] {
  return problems.sorted().map((problem) => locateProblem(folder, problem));
}

/** The same organisation with no document of its own. Its parameters stay, so that a text that holds one is no departure. */
function packAlone(sources: Sources): Sources {
  return { ...sources, files: new Map() };
}

function defaultsOf({ own, packs }: Sources): Parameters {
  const name = own.kind === "organization" ? own.document.value.organization : own.document.value.pack;
  const declarations = packs.map(({ document }) => document);
  return collectParameters(name, undefined, declarations, new ProblemList()).all;
}
