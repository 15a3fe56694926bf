// A file that a supplier sent: a declaration in its own words, or a bill of materials.
import { readFile, stat } from "node:fs/promises";
import { fileBytes } from "../sboms/source.ts";
import { type CheckedDelivery, checkDelivery } from "./check.ts";
import { readDeclaration } from "./declaration.ts";

const MOST_DECLARED = 16_000_000;

/** `name` decides how it is read; `path` is where it lies. Throws `Unreadable` where it is neither. */
export async function readDelivery(path: string, name: string): Promise<CheckedDelivery> {
  return (await declarationIn(path, name)) ?? (await checkDelivery(fileBytes(path), name));
}

/** Declarations are small and begin with what they are; a bill of materials may be large and is read piece by piece. */
async function declarationIn(path: string, name: string): Promise<CheckedDelivery | undefined> {
  if (!/\.(?:csv|tsv|json|ya?ml)$/i.test(name) || (await stat(path)).size > MOST_DECLARED) return undefined;
  return readDeclaration(await readFile(path), name);
}
