// An office with the example's program, for tests of cases: a clock that one sets, people with roles.
import { loadProgram, type Program } from "#program";
import type { Database } from "#store";
import type { Actor } from "../office/actions.ts";
import { type Office, officeOf } from "../office/office.ts";

export interface CasesOffice {
  readonly office: Office;
  readonly program: Program;
  /** Sets the clock. */
  at(moment: string): void;
}

let loaded: Promise<Program> | undefined;

export async function exampleProgram(): Promise<Program> {
  loaded ??= loadProgram("examples/allmend", { packsFolder: "packs", measures: new Set() }).then(({ program, partial }) => {
    const found = program ?? partial;
    if (!found) throw new Error("the example does not load");
    return found;
  });
  return loaded;
}

export async function casesOffice(database: Database, change: (program: Program) => Program = (program) => program): Promise<CasesOffice> {
  const program = change(await exampleProgram());
  let now = new Date("2026-12-01T09:00:00.000Z");
  return {
    program,
    office: officeOf({ database, clock: () => now, program: async () => ({ program, digest: program.digest }) }),
    at: (moment) => {
      now = new Date(moment);
    },
  };
}

export function actor(id: string, ...roles: Actor["roles"]): Actor {
  return { id, roles: roles.length > 0 ? roles : ["requester"] };
}

/** What a case of kind use asks, for a package that no run has seen. */
export const useFields = {
  component: "pkg:npm/left@1.2.3",
  product: "claims-portal",
  license: "MIT",
  modified: false,
  linkage: "static",
  distribution: "browser",
  purpose: "padding",
} as const;
