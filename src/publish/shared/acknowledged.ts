// Who acknowledged a policy in the version that holds: people, each once. Only how many is shown to others.
import { type Policy, policyVersion, type Program } from "#program";

export function acknowledgedBy(
  { records, policies }: Pick<Program, "records" | "policies">,
  area: string,
): ReadonlySet<string | undefined> {
  return new Set(acknowledgements({ records, policies }, area).map(({ by }) => by));
}

/** When the last did. */
export function lastAcknowledged(program: Pick<Program, "records" | "policies">, area: string): string | undefined {
  return acknowledgements(program, area)
    .map(({ at }) => at)
    .sort()
    .at(-1);
}

function acknowledgements({ records, policies }: Pick<Program, "records" | "policies">, area: string): Program["records"] {
  const names: readonly (string | undefined)[] = [area, `policy:${area}`];
  const policy = policies.find((one) => one.area === area);
  return records
    .filter(({ kind, subject, id }) => kind === "acknowledgement" && (names.includes(subject) || names.includes(id)))
    .filter((record) => policy !== undefined && isOfThisVersion(record, policy));
}

/** By what was read; a record that does not say it holds from the day on which the policy came into force. */
export function isOfThisVersion({ at, data }: Program["records"][number], policy: Pick<Policy, "prose" | "inForce">): boolean {
  const { text } = data;
  if (typeof text === "string") return text === policyVersion(policy);
  return policy.inForce === undefined || at >= policy.inForce;
}
