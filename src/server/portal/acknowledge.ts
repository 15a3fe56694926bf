// Somebody has read a policy and keeps to it: a record, once for each version of it.
import { type PolicyArea, policyVersion } from "#program";
import { appendStored, transact } from "#store";
import { notThere } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { judgedProgram } from "../judging/judged-program.ts";

export async function acknowledge(deps: Deps, area: PolicyArea, by: string): Promise<void> {
  const program = await judgedProgram(deps);
  const policy = program.policies.find((one) => one.area === area);
  if (!policy) throw notThere("policy for this area");
  const subject = `policy:${area}`;
  const text = policyVersion(policy);
  const before = program.records.filter((one) => one.kind === "acknowledgement" && one.subject === subject && one.by === by);
  if (before.some(({ data }) => data.text === text)) return;
  const at = deps.clock().toISOString();
  const { state, inForce } = policy;
  const data = { policy: program.digest, state, ...(inForce === undefined ? {} : { version: inForce }), text };
  await transact(deps.database, (tx) =>
    appendStored(tx, [{ kind: "acknowledgement", at, by, subject, data }], { at, by, policy: program.digest }),
  );
}
