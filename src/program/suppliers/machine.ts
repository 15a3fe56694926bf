// The way of a delivery as a pure transition: what was asked for comes in, is validated, and ends accepted or refused; gaps go back and are mended.
// requested → received → validated → accepted | gaps → remediation → received … | accepted | refused; an accepted one is asked for anew each year.
import {
  type DeliveryRefusal,
  type DeliveryRefusalReason,
  type DeliveryState,
  type DeliveryStep,
  deliveryStates,
  type SupplierDelivery,
} from "./types.ts";

const nextStates: Readonly<Record<DeliveryState | "new", readonly DeliveryState[]>> = {
  new: ["requested", "received"],
  requested: ["received", "refused"],
  received: ["validated", "received"],
  validated: ["accepted", "gaps", "refused", "received"],
  gaps: ["remediation", "received", "refused"],
  remediation: ["received", "accepted", "refused"],
  accepted: ["requested", "received", "refused"],
  refused: ["requested"],
};

/** The delivery after the step, or why it is not taken. Undefined for one that has taken none. Never changes what it is given. */
export function advanceDelivery(
  item: string,
  version: string,
  before: SupplierDelivery | undefined,
  step: DeliveryStep,
): SupplierDelivery | DeliveryRefusal {
  const from = before?.state ?? "new";
  const allowed = nextStates[from];
  if (!allowed.includes(step.to)) {
    return refuse("order", `from ${from} it goes to ${allowed.join(", ")}, not to ${step.to}`, {
      from: from === "new" ? "none" : from,
      allowed: allowed.join(", "),
      to: step.to,
    });
  }
  return guard(before, step) ?? taken({ item, version }, before, step);
}

export function isDeliveryRefusal<Taken extends object>(result: Taken | DeliveryRefusal): result is DeliveryRefusal {
  return "refused" in result;
}

function guard(before: SupplierDelivery | undefined, step: DeliveryStep): DeliveryRefusal | undefined {
  switch (step.to) {
    case "received":
      return step.digest === undefined ? refuse("no-file", "nothing came: a received delivery names the digest of its file") : undefined;
    case "validated":
      return step.gaps === undefined ? refuse("not-validated", "a validation says what is missing, be it nothing") : undefined;
    case "gaps":
      return openGaps(before) === 0 ? refuse("no-gaps", "validation found nothing missing") : undefined;
    case "accepted":
      // With gaps it is accepted only knowingly, after the supplier was asked, with the reason on record.
      if (openGaps(before) === 0) return undefined;
      if (before?.state !== "remediation")
        return refuse("gaps-open", `${openGaps(before)} gaps are open: send them back first`, { open: openGaps(before) });
      return step.because === undefined ? refuse("no-reason", "accepting what has gaps needs a reason") : undefined;
    case "refused":
      return step.because === undefined ? refuse("no-reason", "refusing needs a reason") : undefined;
    default:
      return undefined;
  }
}

function openGaps(delivery: SupplierDelivery | undefined): number {
  return delivery?.gaps?.length ?? 0;
}

function taken(
  { item, version }: { readonly item: string; readonly version: string },
  before: SupplierDelivery | undefined,
  step: DeliveryStep,
): SupplierDelivery {
  const steps = [...(before?.steps ?? []), step];
  if (step.to === "received" && step.digest !== undefined) {
    // What was found about an earlier file says nothing about this one.
    return { item, version, state: "received", digest: step.digest, ...(step.format === undefined ? {} : { format: step.format }), steps };
  }
  const { digest, format, gaps } = before ?? {};
  const now = step.to === "validated" ? step.gaps : gaps;
  return {
    item,
    version,
    state: step.to,
    ...(digest === undefined ? {} : { digest }),
    ...(format === undefined ? {} : { format }),
    ...(now === undefined ? {} : { gaps: now }),
    steps,
  };
}

function refuse(refused: DeliveryRefusalReason, message: string, values?: DeliveryRefusal["values"]): DeliveryRefusal {
  return { refused, message, ...(values ? { values } : {}) };
}

/** States that wait for us, and those that wait for the supplier. */
export function waitsFor(state: DeliveryState): "supplier" | "us" | "nobody" {
  if (state === "requested" || state === "remediation") return "supplier";
  return state === "accepted" || state === "refused" ? "nobody" : "us";
}

export function isDeliveryState(text: string): text is DeliveryState {
  return (deliveryStates as readonly string[]).includes(text);
}
