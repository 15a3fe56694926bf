// record obligation KIND: that what a licence asks of a product is done, with its evidence, or does not apply, with the reason.
import { AllmendError } from "#kit";
import { obligationKinds } from "#facts";
import { isWrong, saidObligation } from "#program";
import { defined, productSubject, type RecordFlags, type RecordKind, wrongSaid } from "./kind.ts";

export const obligation: RecordKind = {
  id: "obligation",
  say(id, flags, program) {
    const { evidence, because, license, component, owner, due, release } = flags;
    const data = defined({ state: stateOf(flags), evidence, because, license, component, owner, due, release });
    const said = saidObligation(id, data, Object.keys(obligationKinds));
    if (isWrong(said))
      throw wrongSaid(said, "Say what shows it with --evidence, or why it does not apply with --state not-applicable --because.");
    return { subject: productSubject(flags.about, "obligation", program), data: said.data };
  },
};

function stateOf({ state, evidence }: RecordFlags): string {
  if (state === "waived") {
    throw new AllmendError("waiver-of-obligation", "not-allowed", "what a licensor asks cannot be waived by us", {
      hint: "Do it and say --evidence, say why it does not apply with --state not-applicable --because, or ask the licensor for another licence.",
    });
  }
  return state ?? (evidence === undefined ? "open" : "fulfilled");
}
