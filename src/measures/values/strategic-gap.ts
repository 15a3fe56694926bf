// K-02: how far a product is from the reference share (80 % unless the organisation says otherwise).
import { openSourceShare } from "./open-source-share.ts";
import type { Formula } from "./types.ts";

const REFERENCE = 0.8;

export const strategicGap: Formula = {
  measure: "consumption.strategic-gap",
  compute: (input) =>
    openSourceShare.compute(input, []).map(({ subject, value, of, reason }) => ({
      subject,
      value: value === null ? null : REFERENCE - value,
      ...(of === undefined ? {} : { of }),
      ...(reason === undefined ? {} : { reason }),
      detail: { reference: REFERENCE },
    })),
};
