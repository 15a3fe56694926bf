// record acknowledgement AREA: somebody read a policy, in the version that holds. A new version begins anew.
import { isWrong, saidAcknowledgement } from "#program";
import { type RecordKind, wrongSaid } from "./kind.ts";

export const acknowledgement: RecordKind = {
  id: "acknowledgement",
  say(id, _flags, { policies }) {
    const said = saidAcknowledgement(id, policies);
    if (isWrong(said)) throw wrongSaid(said);
    return said;
  },
};
