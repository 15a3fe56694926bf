// record obligation KIND: that what a licence asks of a product is done, with its evidence, or does not apply, with the reason.
import { AllmendError, didYouMean } from "#kit";
import { obligationKinds } from "#facts";
import { obligationData } from "#program";
import { productSubject, type RecordFlags, type RecordKind } from "./kind.ts";

export const obligation: RecordKind = {
  id: "obligation",
  say(id, flags, program) {
    if (!Object.hasOwn(obligationKinds, id)) throw unknownObligation(id);
    const { evidence, because, license, component, owner, due, release } = flags;
    const data = { state: stateOf(flags), evidence, because, license, component, owner, due, release };
    const parsed = obligationData.safeParse(Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)));
    if (!parsed.success) throw incomplete(parsed.error.issues[0]?.message ?? "is incomplete");
    return { subject: productSubject(flags.about, "obligation", program), data: parsed.data };
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

function incomplete(message: string): AllmendError {
  return new AllmendError("record-incomplete", "input", `the record ${message}`, {
    hint: "Say what shows it with --evidence, or why it does not apply with --state not-applicable --because.",
  });
}

function unknownObligation(id: string): AllmendError {
  const kinds = Object.keys(obligationKinds);
  return new AllmendError("unknown-obligation", "not-found", `no licence asks for "${id}"`, {
    hint: didYouMean(id, kinds) ?? `They ask for: ${kinds.join(", ")}.`,
  });
}
