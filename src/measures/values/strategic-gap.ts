// K-02: how far a product is from the reference share: the highest line that the organisation set, else 80 %.
import { openSourceShare } from "./open-source-share.ts";
import type { Formula, MeasureInput } from "./types.ts";

const REFERENCE = 0.8;

export const strategicGap: Formula = {
  measure: "consumption.strategic-gap",
  compute: (input) =>
    openSourceShare.compute(input, []).map(({ subject, value, of, reason }) => ({
      subject,
      value: value === null ? null : referenceOf(input) - value,
      ...(of === undefined ? {} : { of }),
      ...(reason === undefined ? {} : { reason }),
      detail: { reference: referenceOf(input) },
    })),
};

function referenceOf({ references }: MeasureInput): number {
  const lines = references?.["consumption.open-source-share"] ?? [];
  return lines.length === 0 ? REFERENCE : Math.max(...lines.map(({ value }) => value));
}
