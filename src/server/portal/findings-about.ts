// Findings that the chain of one id needs: the finding itself, those about a subject, or examples of a rule. Never a million of them.
import { findingsAbout, type FindingsOf, type SomeFindings } from "#store";
import type { Caller } from "../access/caller.ts";
import type { Deps } from "../deps.ts";

/** More than a chain shows of one link. */
const MOST = 20;
const WAIVER = "decision:waiver/";

export async function findingsFor({ database: { sql } }: Deps, id: string, caller: Caller): Promise<SomeFindings> {
  const of = caller.permissions.has("results:read") ? meant(id) : undefined;
  return of ? findingsAbout(sql, of, caller.units, MOST) : { findings: [], total: 0 };
}

function meant(id: string): FindingsOf | undefined {
  if (/^(?:objective|activity|policy|figure):/.test(id)) return undefined;
  if (id.startsWith("finding:")) return { id };
  if (id.startsWith(WAIVER)) return { id: `finding:${id.slice(WAIVER.length)}` };
  return id.startsWith("rule:") ? { rule: id.slice("rule:".length) } : { subject: id };
}
