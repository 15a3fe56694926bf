// Programs for tests: written to a folder that goes away with the test.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatProblem, type Problem } from "#kit";
import { type LoadedProgram, type LoadOptions, loadProgram } from "../load/program.ts";

export type Documents = Readonly<Record<string, string | Uint8Array>>;

export const someMeasures: ReadonlySet<string> = new Set(["delivery.lead-time", "compliance.open-findings", "K-41"]);

/** Runs something with documents in a folder. */
export async function withFolder<T>(documents: Documents, use: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "allmend-program-"));
  try {
    writeDocuments(folder, documents);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function writeDocuments(folder: string, documents: Documents): void {
  for (const [path, content] of Object.entries(documents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Loads documents; packs stand under `packs/`. */
export function load(documents: Documents, more: Partial<LoadOptions> = {}): Promise<LoadedProgram> {
  return withFolder(documents, (folder) => loadIn(folder, more));
}

export async function loadIn(folder: string, more: Partial<LoadOptions> = {}): Promise<LoadedProgram> {
  const loaded = await loadProgram(folder, { packsFolder: join(folder, "shipped-packs"), measures: someMeasures, ...more });
  return { ...loaded, problems: loaded.problems.map((problem) => ({ ...problem, file: problem.file.replace(`${folder}/`, "") })) };
}

/** Problems as they are printed, without those about areas that a small program leaves out. */
export function printed(problems: readonly Problem[]): string[] {
  return problems.filter(({ code }) => code !== "area-missing" && code !== "strategy-missing").map(formatProblem);
}

/** Problems of a program whose other documents are right. */
export async function problemsOf(documents: Documents): Promise<string[]> {
  return printed((await load({ ...smallProgram, ...documents })).problems);
}

const fence = "```";

/** A rule block, with lines of its own. */
export function rule(...lines: readonly string[]): string {
  return `${fence}yaml rule\n${lines.join("\n")}\n${fence}`;
}

export function policy(area: string, body: string, frontMatter = "serves: [inventory]"): string {
  return `---\npolicy: ${area}\ntitle: Title\nstate: in-force\n${frontMatter}\n---\n\n# Title\n\n${body}\n`;
}

export const smallProgram: Documents = {
  "organization.yaml": `organization: Small
languages: [en, de]
teams:
  ospo: { lead: mk, members: [mk] }
  legal: { lead: none }
executives: [rf]
products:
  - id: portal
    owner: ospo
    deliverables:
      - { id: web, distribution: browser, repositories: [portal-*] }
`,
  "strategy.md": `---
strategy: Open source at Small
version: 2026.10
state: in-force
owner: ospo
sponsor: rf
in-force: 2026-01-01
review: 2026-12-31
objectives:
  - id: no-surprises
    statement: Nothing surprises us
    key-results:
      - { measure: compliance.open-findings, of: "*", target: 0, age: 30d }
activities:
  - { id: inventory, title: Keep an inventory, kind: govern, owner: ospo, phase: 2027, serves: { no-surprises: 3 } }
---

# Why

Because.
`,
  "policies/compliance.md": policy(
    "compliance",
    `Network copyleft is not used.\n\n${rule("id: no-network", "about: usage", 'when: license.strength == "network"', "decide: deny", "remedy: Choose another.")}`,
  ),
};
