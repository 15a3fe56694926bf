// The documents of the program in force as somebody finds them: their own, and the policies that a pack brings.
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { policyAreas, type Program } from "#program";
import { filesOf, inForce, type ProgramFiles } from "#store";
import { notThere } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { loadOptions } from "../judging/load-options.ts";
import { newPolicy } from "./new-policy.ts";

export interface DocumentLine {
  readonly path: string;
  readonly what: "organization" | "strategy" | "policy" | "licenses" | "cases" | "register" | "other";
  /** Of a policy: its area. */
  readonly area?: string;
  /** The pack that it comes from, where the organisation has none of its own. */
  readonly pack?: string;
}

export interface DocumentText {
  readonly path: string;
  readonly text: string;
  /** `own`: as it is in force; `new`: a beginning for one that is not there yet. */
  readonly from: "own" | "new";
  /** The version in force. */
  readonly version: string;
}

/** Records and addresses of people are no documents to read here. */
export function isDocument(path: string): boolean {
  return !path.startsWith("records/") && path !== "affiliations.yaml";
}

export async function documentLines(deps: Pick<Deps, "database" | "program">): Promise<{ version: string; documents: DocumentLine[] }> {
  const { version, files } = await filesInForce(deps);
  const own = Object.keys(files)
    .filter(isDocument)
    .map((path): DocumentLine => ({ path, ...kindOf(path) }));
  const { program } = await deps.program();
  const packs = policyAreas
    .filter((area) => !own.some((line) => line.path === `policies/${area}.md`))
    .map((area): DocumentLine => {
      const pack = program.policies.find((policy) => policy.area === area)?.pack;
      return { path: `policies/${area}.md`, what: "policy", area, ...(pack === undefined ? {} : { pack }) };
    });
  return { version, documents: [...own, ...packs].sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** The text of a document, or a beginning for a policy that the organisation has not written itself; `rule` is what it should change. */
export async function documentText(deps: Pick<Deps, "database" | "program">, path: string, rule?: string): Promise<DocumentText> {
  const { version, files } = await filesInForce(deps);
  const text = textAt(files, path);
  if (text !== undefined && isDocument(path)) return { path, text, from: "own", version };
  const area = policyAreas.find((one) => path === `policies/${one}.md`);
  if (area === undefined) throw notThere("such document");
  const { program } = await deps.program();
  return { path, text: newPolicy(area, program, rule, await sourceOf(program, rule)), from: "new", version };
}

/** Paths are somebody's words: `constructor` is none of the files, though every object has one. */
export function textAt(files: ProgramFiles, path: string): string | undefined {
  return Object.hasOwn(files, path) ? files[path] : undefined;
}

/** Throws a problem where no program is in force. */
export async function filesInForce({
  database,
}: Pick<Deps, "database">): Promise<{ readonly version: string; readonly files: ProgramFiles }> {
  const current = await inForce(database.sql);
  const files = current && (await filesOf(database.sql, current.id));
  if (!current || !files) throw notThere("program in force");
  return { version: current.id, files };
}

function kindOf(path: string): Omit<DocumentLine, "path"> {
  const [folder = "", name = ""] = path.includes("/") ? path.split("/") : ["", path];
  if (path === "organization.yaml") return { what: "organization" };
  if (path === "licenses.yaml") return { what: "licenses" };
  if (/^strategy(\.\w\w)?\.md$/.test(path)) return { what: "strategy" };
  if (folder === "policies") return { what: "policy", area: name.replace(/(\.\w\w)?\.md$/, "") };
  if (folder === "cases") return { what: "cases" };
  return { what: folder === "registers" ? "register" : "other" };
}

/** The page of the pack on which a rule stands; `pack:NAME/…` in its position. */
async function sourceOf(program: Program, id: string | undefined): Promise<string | undefined> {
  const found = program.policies.flatMap(({ rules }) => rules).find((rule) => rule.id === id);
  const [, pack, file] = /^pack:([\w.-]+?)(?:@[\w.]+)?\/(policies\/[\w.-]+)$/.exec(found?.position.file ?? "") ?? [];
  if (pack === undefined || file === undefined) return undefined;
  return readFile(join(loadOptions().packsFolder, basename(pack), "policies", basename(file)), "utf8").catch(() => undefined);
}
