// The matrix of licence pairs that a run takes in: --matrix, else the one that licenses.yaml names. None comes with Allmend.
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { type ReadMatrix, readMatrix } from "#facts";
import { AllmendError, sha256 } from "#kit";
import type { Program } from "#program";
import { userPath } from "./environment.ts";

const LARGEST = 64_000_000;

export async function matrixFor(
  given: string | undefined,
  program: Program,
): Promise<{ matrix?: ReadMatrix & { readonly digest: string } }> {
  const named = program.licenses.matrix;
  const path = given === undefined ? (named === undefined ? undefined : await inside(program.location, named)) : userPath(given);
  if (path === undefined) return {};
  if ((await stat(path)).size > LARGEST) throw bad(path, "it is larger than any matrix");
  const text = await readFile(path, "utf8");
  const matrix = readMatrix(text);
  if (!matrix) throw bad(path, "it holds no pairs of licences");
  return { matrix: { ...matrix, digest: sha256(text) } };
}

/** What a program names lies in its folder; no link leads out. */
async function inside(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  if ((await realpath(path)).startsWith(`${await realpath(folder)}${sep}`)) return path;
  throw bad(path, "it leads out of the program's folder");
}

function bad(path: string, why: string): AllmendError {
  return new AllmendError("bad-matrix", "input", `${basename(path)} cannot be read as a matrix of licence pairs: ${why}`, {
    hint: "Give OSADL's matrixseqexpl.json, its matrix.json, or its CSV.",
  });
}
