// K-19: waivers that hold, and those that ran out while what they covered is still found.
import type { Formula } from "./types.ts";

export const waivers: Formula = {
  measure: "flow.waivers",
  compute(input) {
    if (!input.judged) return [];
    const waived = input.judged.findings.flatMap(({ waiver }) => waiver ?? []);
    const expired = waived.filter((waiver) => waiver.expired).length;
    return [{ subject: "organization", value: waived.length - expired, detail: { expired } }];
  },
};
