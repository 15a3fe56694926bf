// record vex CVE-… --about product:ID --status not-affected: our own answer whether a vulnerability counts; rules hear it, and report vex hands it on.
import { vexStatuses } from "#facts";
import { AllmendError, parsePurl } from "#kit";
import { productSubject, type RecordKind } from "./kind.ts";

export const vex: RecordKind = {
  id: "vex",
  file: "vex",
  say(_id, { status, justification, because, component, about }, program) {
    if (!vexStatuses.some((one) => one === status)) {
      throw new AllmendError(
        "unknown-vex-status",
        "input",
        status === undefined ? "nobody says how it stands" : `there is no status "${status}"`,
        {
          hint: `Add --status with one of: ${vexStatuses.join(", ")}.`,
        },
      );
    }
    if (status === "not-affected" && justification === undefined && because === undefined) {
      throw new AllmendError("vex-without-reason", "input", "that something is not affected needs a reason", {
        hint: "Add --justification vulnerable-code-not-in-execute-path (or another of OpenVEX), or --because TEXT.",
      });
    }
    if (component !== undefined && !parsePurl(component)) {
      throw new AllmendError("bad-purl", "input", `"${component}" is no package URL`, {
        hint: "Write it as pkg:npm/name@1.2.3, or without a version for all.",
      });
    }
    if (component === undefined && about === undefined) {
      throw new AllmendError("record-without-subject", "input", "an answer is about a product, a component, or a component in a product", {
        hint: "Add --about product:ID, --component pkg:…, or both.",
      });
    }
    const product = about === undefined ? undefined : productSubject(about, "vex", program).slice("product:".length);
    const subject = { ...(component === undefined ? {} : { component }), ...(product === undefined ? {} : { product }) };
    return {
      ...(product === undefined ? {} : { subject: `product:${product}` }),
      data: {
        aliases: [],
        status,
        ...(justification === undefined ? {} : { justification }),
        ...(because === undefined ? {} : { because }),
        subjects: [subject],
        source: "record",
      },
    };
  },
};
