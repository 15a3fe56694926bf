// record vex CVE-… --about product:ID --status not-affected: our own answer whether a vulnerability counts; rules hear it, and report vex hands it on.
import { vexStatuses } from "#facts";
import { AllmendError, formatPurl, parsePurl, parsePurlRange } from "#kit";
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
    const meant = component === undefined ? {} : meantBy(component);
    if (component === undefined && about === undefined) {
      throw new AllmendError("record-without-subject", "input", "an answer is about a product, a component, or a component in a product", {
        hint: "Add --about product:ID, --component pkg:…, or both.",
      });
    }
    const product = about === undefined ? undefined : productSubject(about, "vex", program).slice("product:".length);
    const subject = { ...meant, ...(product === undefined ? {} : { product }) };
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

/** A package or one version of it as it stands; a range beside the package that it is of. */
function meantBy(text: string): { readonly component: string; readonly range?: string } {
  const range = parsePurlRange(text);
  if ("error" in range) {
    throw new AllmendError("bad-purl", "input", `"${text}" names no package: ${range.error}`, {
      hint: "Write it as pkg:npm/name@1.2.3, as a range (pkg:npm/name@<2), or without a version for all.",
    });
  }
  const { type, namespace, name } = range;
  const bare = formatPurl({ type, name, ...(namespace === undefined ? {} : { namespace }) });
  const only = range.alternatives.length === 1 && range.alternatives[0]?.length === 1 ? range.alternatives[0][0] : undefined;
  const isPlain = text === bare || (only?.operator === "=" && parsePurl(text)?.version !== undefined);
  return isPlain ? { component: text } : { component: bare, range: text };
}
