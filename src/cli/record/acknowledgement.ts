// record acknowledgement AREA: somebody read a policy, in the version that holds. A new version begins anew.
import { AllmendError, didYouMean, sha256 } from "#kit";
import { policyAreas } from "#program";
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
    const { state, inForce, prose } = policy;
    // What was read can be told apart from what came after, even where nobody changed the date.
    const text = sha256(Object.values(prose).join("\n"));
    return { subject: `policy:${area}`, data: { state, ...(inForce === undefined ? {} : { version: inForce }), text: text.slice(0, 16) } };
  },
};
