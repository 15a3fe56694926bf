// Somebody has read a policy and keeps to it: a record, once for each version of it.
import { acknowledgementOf, type PolicyArea } from "#program";
import { appendStored, holdRecords, readRecords, transact } from "#store";
import { notThere } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { judgedProgram } from "../judging/judged-program.ts";

export async function acknowledge(deps: Deps, area: PolicyArea, by: string): Promise<void> {
  const [program, { program: inForce }] = await Promise.all([judgedProgram(deps), deps.program()]);
  const policy = program.policies.find((one) => one.area === area);
  if (!policy) throw notThere("policy for this area");
  const { subject, data } = acknowledgementOf(policy);
  const at = deps.clock().toISOString();
  const record = { kind: "acknowledgement", at, by, subject, data: { policy: program.digest, ...data } };
  await transact(deps.database, async (tx) => {
    await holdRecords(tx, record);
    const stored = await readRecords(tx, { kinds: [record.kind], subject });
    const before = [...inForce.records, ...stored].filter((one) => one.kind === record.kind && one.subject === subject && one.by === by);
    if (before.some((one) => one.data["text"] === data["text"])) return;
    await appendStored(tx, [record], { at, by, policy: program.digest });
  });
}
