// record attestation ID: what only a person can say; rules that ask for it hear it from the next run on.
import { AllmendError, didYouMean, inEnglish } from "#kit";
import { type Program, type Rule, shippedFrameworks } from "#program";
import { moment, packsFolder } from "../environment.ts";
import type { RecordFlags, RecordKind } from "./kind.ts";

export const attestation: RecordKind = {
  id: "attestation",
  async say(id, flags, program) {
    const subject = (await isAskedByFrameworks(id, program)) ? undefined : subjectOf(id, flags.about, program);
    return { ...(subject === undefined ? {} : { subject }), data: dataOf(flags) };
  },
};

/** Topics of standards and models of maturity, and these themselves: who says so affirms the whole. */
async function isAskedByFrameworks(id: string, program: Program): Promise<boolean> {
  const asked = program.policies.some((policy) => policy.rules.some((rule) => asksFor(rule).includes(id)));
  if (asked) return false;
  const frameworks = [...(await shippedFrameworks(packsFolder)), ...(program.frameworks ?? [])];
  return frameworks.some(
    (framework) => (framework.id === id && framework.items.length > 0) || framework.topics.some((topic) => topic.id === id),
  );
}

function dataOf({ value, until, because }: RecordFlags): Record<string, unknown> {
  return { value, ...(until === undefined ? {} : { until: moment(until).slice(0, 10) }), ...(because === undefined ? {} : { because }) };
}

/** The subject's id as rules know it; absent for the organisation. What asks for this id says what kind of thing it is about. */
function subjectOf(id: string, about: string | undefined, program: Program): string | undefined {
  const asking = program.policies.flatMap((policy) => policy.rules).filter((rule) => asksFor(rule).includes(id));
  const [first] = asking;
  if (!first) throw unknownAttestation(id, program);
  if (first.about === "organization") return undefined;
  if (about === undefined) {
    throw new AllmendError("record-without-subject", "input", `${id} is about a ${first.about}, and none is named`, {
      hint: `Add --about ${first.about === "product" ? "product:ID" : `${first.about}:NAME`}.`,
    });
  }
  return about.startsWith(`${first.about}:`) ? about : `${first.about}:${about}`;
}

function asksFor(rule: Rule): string[] {
  return [...rule.when.matchAll(/\battested\(\s*["']([^"']+)["']\s*\)/g)].map((match) => match[1] ?? "");
}

function unknownAttestation(id: string, program: Program): AllmendError {
  const known = [...new Set(program.policies.flatMap((policy) => policy.rules.flatMap(asksFor)))].sort();
  const hint =
    inEnglish(didYouMean(id, known)) ??
    `${known.length === 0 ? "No rule of this program asks anybody." : `They ask for: ${known.join(", ")}.`} Topics of frameworks: allmend report conformance.`;
  return new AllmendError("unknown-attestation", "not-found", `no rule and no framework asks for "${id}"`, { hint });
}
