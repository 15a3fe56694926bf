// Somebody has read a policy and keeps to it: a record, once.
import type { PolicyArea } from "#program";
import { appendStored, transact } from "#store";
import { notThere } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { judgedProgram } from "../judging/judged-program.ts";

export async function acknowledge(deps: Deps, area: PolicyArea, by: string): Promise<void> {
  const program = await judgedProgram(deps);
  if (!program.policies.some((policy) => policy.area === area)) throw notThere("policy for this area");
  const subject = `policy:${area}`;
  if (program.records.some((one) => one.kind === "acknowledgement" && one.subject === subject && one.by === by)) return;
  const at = deps.clock().toISOString();
  await transact(deps.database, (tx) =>
    appendStored(tx, [{ kind: "acknowledgement", at, by, subject, data: { policy: program.digest } }], { at, by, policy: program.digest }),
  );
}
