// What makes people who use a work over a network be owed its source, or makes that use a distribution.

/**
 * `modified-version`: only who changed the work owes it (AGPL-3.0 section 13). `any-deployment`: who lets others outside use it, changed or not
 * (external deployment, online access). `service`: who offers its functions as a service, and then for the service's own programs, too.
 */
export type NetworkTrigger = "modified-version" | "any-deployment" | "service";

/** By the beginning of the id; everything else with a network property is triggered by any deployment. */
const triggers: readonly (readonly [NetworkTrigger, RegExp])[] = [
  // AGPL-1.0 2(d), AGPL-3.0 13; APSL-2.0 2.2 (External Deployment of Your Modifications); Watcom 2.2; ODbL 4.4 and 4.6 (derivative databases).
  ["modified-version", /^(?:AGPL-|APSL-2|Watcom-1|ODbL-1)/],
  // Section 13, "Offering the Program as a Service".
  ["service", /^SSPL-1/],
];

/** Undefined for licences that ask nothing of use over a network. */
export function networkTriggerOf(id: string, properties: readonly string[]): NetworkTrigger | undefined {
  if (!properties.includes("network-clause") && !properties.includes("network-is-distribution")) return undefined;
  return triggers.find(([, ids]) => ids.test(id))?.[0] ?? "any-deployment";
}
