// How the office stands, as far as it is small: the newest result without its long lists, by the program in force. Read once for each change.
import type { Program } from "#program";
import type { ScanResult } from "#scan";
import { currentHead, currentRepositories, type Database, generation } from "#store";
import type { Deps } from "../deps.ts";
import { judgedProgram } from "../judging/judged-program.ts";

export interface Standing {
  /** Its long lists are empty: what is open stands in tables. */
  readonly result: ScanResult;
  /** The moment for which it answers; absent before the first result. */
  readonly asOf?: string;
  /** Its figures were worked out by another program than the one in force. */
  readonly otherProgram: boolean;
}

type Found = Pick<ScanResult, "repositories"> & { readonly head?: Awaited<ReturnType<typeof currentHead>> };

const kept = new WeakMap<Database, { readonly generation: number; readonly found: Promise<Found> }>();

export async function standingOf(deps: Deps): Promise<Standing> {
  const { database, clock } = deps;
  const [program, found] = await Promise.all([judgedProgram(deps), newest(database)]);
  const { head, repositories } = found;
  if (!head) return { result: { ...nothing(program, clock().toISOString()), repositories }, otherProgram: false };
  return {
    result: { ...head, ...LISTS, repositories, program },
    asOf: head.now,
    otherProgram: head.inputs.program.digest !== program.digest,
  };
}

/** Whether anybody looked for known vulnerabilities: none found says nothing where nobody looked. */
export function lookedAt({ inputs }: Pick<ScanResult, "inputs">, found: number): boolean {
  return inputs.imports.length > 0 || found > 0;
}

async function newest(database: Database): Promise<Found> {
  const now = await generation(database.sql);
  const known = kept.get(database);
  if (known?.generation === now) return known.found;
  const found = readNewest(database);
  kept.set(database, { generation: now, found });
  found.catch(() => kept.delete(database));
  return found;
}

async function readNewest({ sql }: Database): Promise<Found> {
  const [head, repositories] = await Promise.all([currentHead(sql), currentRepositories(sql)]);
  return head ? { head, repositories } : { repositories };
}

const LISTS = { components: [], uses: [], obligations: [], vulnerabilities: [], findings: [], verdicts: [] };

/** Before the first result: the program alone. */
function nothing(program: Program, now: string): ScanResult {
  const none = { allow: 0, warn: 0, review: 0, deny: 0 };
  return {
    ...LISTS,
    schema: "allmend.result/1",
    tool: { name: "allmend", version: "", knowledge: "" },
    now,
    inputs: { program: { location: "", digest: program.digest, packs: program.packs }, repositories: [], imports: [] },
    program,
    repositories: [],
    compatibility: [],
    suppliers: [],
    rules: [],
    measures: [],
    communities: [],
    upstreams: { projects: [], cloneFirst: [] },
    deliveries: [],
    coverage: {
      repositories: 0,
      repositoriesUnreadable: 0,
      manifests: 0,
      manifestsUnreadable: 0,
      components: 0,
      componentsWithLicense: 0,
      licenses: { known: [], unknown: [], texts: 0, differing: 0, online: false },
      rulesAnswered: 0,
      rulesWithoutSubject: 0,
      rulesUnknown: [],
    },
    summary: {
      uses: { ...none, waived: 0, unknown: 0 },
      findings: none,
      licenses: [],
      ecosystems: [],
      areas: [],
      toDo: [],
      gate: { failOn: "deny", failing: 0 },
    },
    problems: [],
  };
}
