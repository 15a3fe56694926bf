import type { FactValue } from "../subjects.ts";
import { memoryTree } from "./memory-tree.ts";
import { collectRepositoryFacts } from "../files/collect.ts";
import type { FactOptions } from "../files/types.ts";

export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function factsOf(files: Files, options: FactOptions = {}): Promise<Record<string, FactValue>> {
  return { ...(await collectRepositoryFacts(memoryTree(files), options)).facts };
}

export async function placesOf(files: Files, fact: string): Promise<string[]> {
  const { evidence } = await collectRepositoryFacts(memoryTree(files));
  return (evidence[fact] ?? []).map(({ path, line }) => `${path ?? ""}${line === undefined ? "" : `:${line}`}`);
}
