// How findings stand, as a shape and in words.
import type { State } from "@allmend/look";
import type { components } from "../../api/schema.generated.ts";

export type Finding = components["schemas"]["Finding"];

export const openStates = ["deny", "review", "unknown", "warn"] as const;
export type OpenState = (typeof openStates)[number];
export type Counts = Readonly<Record<OpenState, number>>;

export function openState({ outcome, because }: Pick<Finding, "outcome" | "because">): OpenState | "allow" {
  if (outcome === "deny" || outcome === "allow") return outcome;
  if (because === "unknown" || because === "attestation") return "unknown";
  return outcome;
}

/** What does not count has the shape of what nobody judges. */
export function markOf(finding: Finding): State {
  return finding.state === "open" ? openState(finding) : "none";
}

export function worst(counts: Counts): OpenState | undefined {
  return openStates.find((state) => counts[state] > 0);
}

/** A heading stays one, whatever a package calls itself; what is longer stands below in full. */
export const SHORT_LABEL = 160;
