// One folder of documents, read: the organisation's own, or a pack's.
import type { Affiliations } from "../affiliations.ts";
import type { Language, Licenses, PolicyArea } from "../model.ts";
import type { Procurement } from "../suppliers/model.ts";
import type { Files } from "../read/folder.ts";
import type { ProblemList } from "../read/problems.ts";
import type { Context } from "./context.ts";
import { readAffiliations } from "./affiliations.ts";
import { readCases, type WrittenKind } from "./cases.ts";
import type { Framework } from "../frameworks/types.ts";
import { readFrameworks } from "./frameworks.ts";
import { readLicenses } from "./licenses.ts";
import type { ParameterValue } from "./parameters.ts";
import { Placeholders } from "./parameters.ts";
import { readProcurement } from "./procurement.ts";
import { type PolicyPage, readPolicies } from "./policy.ts";
import { type Records, readRecords } from "./records.ts";
import type { Registers } from "../schema/registers.ts";
import { readRegisters } from "./registers.ts";
import { References } from "./references.ts";
import { readStrategy, type StrategyPage } from "./strategy.ts";

export interface Layer {
  readonly context: Context;
  readonly files: Files;
  readonly strategy?: StrategyPage;
  readonly policies: ReadonlyMap<PolicyArea, PolicyPage>;
  readonly licenses: Licenses;
  readonly affiliations?: Affiliations;
  readonly records: Records;
  readonly procurement: Procurement;
  readonly cases: readonly WrittenKind[];
  readonly registers: Registers;
  readonly frameworks: readonly Framework[];
}

export interface LayerOptions {
  readonly prefix: string;
  readonly pack?: string;
  readonly languages: readonly Language[];
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  readonly problems: ProblemList;
}

export function contextOf({ prefix, pack, languages, parameters, problems }: LayerOptions): Context {
  const references = new References(problems);
  const placeholders = new Placeholders(parameters, problems);
  return { problems, references, placeholders, languages, prefix, ...(pack === undefined ? {} : { pack }) };
}

/** Reads everything but organization.yaml and pack.yaml. */
export function readLayer(files: Files, context: Context): Layer {
  const strategy = readStrategy(files, context);
  const policies = readPolicies(files, context);
  const licenses = readLicenses(files, context);
  const records = context.pack === undefined ? readRecords(files, context) : { entries: [], waivers: [] };
  const affiliations = readAffiliations(files, context);
  const procurement = readProcurement(files, context);
  const cases = readCases(files, context);
  const registers = readRegisters(files, context);
  return {
    context,
    files,
    policies,
    licenses,
    records,
    procurement,
    cases,
    registers,
    frameworks: readFrameworks(files, context),
    ...(affiliations ? { affiliations } : {}),
    ...(strategy ? { strategy } : {}),
  };
}
