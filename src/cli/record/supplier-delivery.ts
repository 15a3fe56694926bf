// record supplier-delivery VERSION --about SUPPLIER/ITEM --to STATE: a step that a person takes. What came and what it lacks is put on record by import.
import { AllmendError } from "#kit";
import { advanceDelivery, DELIVERY_RECORD, deliveryOf, deliveryStates, isDeliveryRefusal, isDeliveryState, type Program } from "#program";
import type { RecordFlags, RecordKind } from "./kind.ts";

export const supplierDelivery: RecordKind = {
  id: DELIVERY_RECORD,
  file: "supplier-deliveries",
  async say(version, flags, program, now) {
    const item = itemOf(flags.about, program);
    const { to } = flags;
    if (to === undefined || !isDeliveryState(to) || to === "received" || to === "validated") throw badState(to);
    const data = dataOf(to, flags);
    const next = advanceDelivery(item, version, deliveryOf(program.records, item, version, now), { ...data, to, at: now, by: flags.by });
    if (isDeliveryRefusal(next)) {
      throw new AllmendError(
        "delivery-step-refused",
        "conflict",
        `the delivery ${item} ${version} does not take this step: ${next.message}`,
        {
          hint: "docs/handbook/imports.md shows the way of a delivery.",
        },
      );
    }
    if (to === "accepted" && flags.because === undefined) await refuseAgainstRules(item, version, flags);
    return { subject: `delivery:${item}`, data };
  },
};

/** What our rules deny, or our own look at the code found and nobody declared, is accepted knowingly or not at all. */
async function refuseAgainstRules(item: string, version: string, flags: RecordFlags): Promise<void> {
  const { suppliersNow } = await import("../suppliers/now.ts");
  const { suppliers } = await suppliersNow(flags);
  const supplied = suppliers
    .flatMap((supplier) => supplier.items.map((one) => ({ id: `${supplier.id}/${one.id}`, one })))
    .find(({ id, one }) => id === item && one.version === version)?.one;
  const denied = supplied?.worst === "deny" ? (supplied.worstOf ?? []) : [];
  const undeclared = supplied?.undeclared ?? [];
  const [why] = [
    ...(denied.length > 0 ? [`our rules do not allow ${some(denied)}`] : []),
    ...(undeclared.length > 0 ? [`it does not declare ${some(undeclared)}, found in its code`] : []),
  ];
  if (why === undefined) return;
  throw new AllmendError("delivery-step-refused", "conflict", `the delivery ${item} ${version} does not take this step: ${why}`, {
    hint: 'Send it back ("allmend report gaps" writes the letter), or say with --because why it is accepted all the same.',
  });
}

function some(purls: readonly string[]): string {
  return purls.length > 3 ? `${purls.slice(0, 3).join(", ")} and ${purls.length - 3} more` : purls.join(", ");
}

function dataOf(to: string, { due, because }: RecordFlags): Record<string, unknown> {
  return { to, ...(due === undefined ? {} : { due }), ...(because === undefined ? {} : { because }) };
}

function itemOf(about: string | undefined, program: Program): string {
  const items = (program.procurement?.suppliers ?? []).flatMap(({ id, items: own }) => own.map((item) => `${id}/${item.id}`));
  const item = about?.replace(/^delivery:/, "");
  if (item !== undefined && items.includes(item)) return item;
  throw new AllmendError(
    "unknown-supplier",
    "not-found",
    item === undefined ? "nobody says which delivery is meant" : `registers/suppliers.yaml knows no "${item}"`,
    {
      hint: items.length === 0 ? "Write registers/suppliers.yaml first." : `Add --about with one of: ${items.join(", ")}.`,
    },
  );
}

function badState(to: string | undefined): AllmendError {
  const said = deliveryStates.filter((state) => state !== "received" && state !== "validated");
  return new AllmendError(
    "unknown-delivery-state",
    "input",
    to === undefined ? "nobody says to which state" : `"${to}" is not said by a person`,
    {
      hint: `Add --to with one of: ${said.join(", ")}. What came in is put on record by "allmend import delivery".`,
    },
  );
}
