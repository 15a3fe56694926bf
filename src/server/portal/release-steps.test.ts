import { expect, test } from "vitest";
import { type Release, releaseOf } from "#program";
import { inventoryDigest } from "#scan";
import { nextStep } from "./release-steps.ts";

const at = "2026-12-01T08:00:00Z";
const manifests = [{ path: "package.json" }];
const held = {
  components: [{ purl: "pkg:npm/a@1", license: "MIT" }, { purl: "pkg:npm/b@1" }],
  uses: [
    { component: 0, product: "shop", scope: "production" as const, manifests },
    { component: 1, product: "shop", scope: "production" as const, manifests },
    // What only tests use is not delivered: nobody has to know its licence.
    { component: 1, product: "shop", scope: "production" as const, manifests: [{ path: "test/package.json" }] },
  ],
};
const nothing = { read: true, findings: 0, duties: 0 };

function standing(state: Release["state"], more: Partial<Release> = {}): Release {
  return { ...releaseOf([], "shop", "1.0.0", at), state, ...more };
}

test("everything that stands against a step is said, not only what is met first", () => {
  const frozen = standing("frozen", { inventory: "0".repeat(64) });
  expect(nextStep(frozen, held, { ...nothing, findings: 2 }, at)).toEqual({
    to: "resolved",
    against: [
      { reason: "findings-open", count: 2 },
      { reason: "unknown-licences", count: 1 },
      { reason: "inventory-changed", count: 0 },
    ],
  });
});

test("what was frozen and is known goes on; what nobody read cannot be frozen", () => {
  const known = { ...held, uses: held.uses.slice(0, 1) };
  expect(nextStep(standing("frozen", { inventory: inventoryDigest(known, "shop") }), known, nothing, at)?.against).toEqual([]);
  expect(nextStep(standing("planned"), held, { ...nothing, read: false }, at)?.against).toEqual([{ reason: "no-inventory", count: 0 }]);
});

test("files and places come with their step and are not asked of it before; duties are", () => {
  for (const state of ["resolved", "made", "shipped"] as const) expect(nextStep(standing(state), held, nothing, at)?.against).toEqual([]);
  expect(nextStep(standing("verified"), held, { ...nothing, duties: 3 }, at)?.against).toEqual([{ reason: "obligations-open", count: 3 }]);
  expect(nextStep(standing("archived"), held, nothing, at)).toBeUndefined();
});
