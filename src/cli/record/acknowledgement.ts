// record acknowledgement AREA: somebody read a policy, in the version that holds. A new version begins anew.
import { AllmendError, didYouMean } from "#kit";
import { policyAreas, policyVersion } from "#program";
import type { RecordKind } from "./kind.ts";

export const acknowledgement: RecordKind = {
  id: "acknowledgement",
  say(id, _flags, { policies }) {
    const area = id.replace(/^policy:/, "");
    const policy = policies.find((one) => one.area === area);
    if (!policy)
      throw new AllmendError("unknown-policy", "not-found", `there is no policy "${id}"`, {
        hint: didYouMean(area, policyAreas) ?? `There are: ${policies.map((one) => one.area).join(", ")}.`,
      });
    const { state, inForce } = policy;
    // What was read can be told apart from what came after, even where nobody changed the date.
    const text = policyVersion(policy);
    return { subject: `policy:${area}`, data: { state, ...(inForce === undefined ? {} : { version: inForce }), text } };
  },
};
