// The baseline as a file: read with errors that say where, written whole or not at all, one line a finding.
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { AllmendError } from "#kit";
import { baselineDocument } from "../schema/baseline.ts";
import type { Baseline } from "./baseline.ts";

const LARGEST = 200_000_000;

/** Reads a baseline. Throws AllmendError for one that cannot be understood, the system's error where there is none. */
export async function readBaseline(path: string): Promise<Baseline> {
  if ((await stat(path)).size > LARGEST) throw bad(path, "it is larger than any baseline");
  const text = await readFile(path, "utf8");
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw bad(path, error instanceof Error ? error.message : String(error));
  }
  const parsed = baselineDocument.safeParse(document);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw bad(path, `${issue?.path.join(".") || "the document"}: ${issue?.message ?? "not a baseline"}`);
}

function bad(path: string, reason: string): AllmendError {
  return new AllmendError("bad-baseline", "input", `${path} is no baseline: ${reason}`, { hint: 'Make it again with "allmend adopt".' });
}

export async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  const lines = baseline.findings.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n");
  const text = `{\n  "schema": ${JSON.stringify(baseline.schema)},\n  "recorded": ${JSON.stringify(baseline.recorded)},\n  "findings": [${lines === "" ? "" : `\n${lines}\n  `}]\n}\n`;
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, text);
  await rename(draft, path);
}
