import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advanceDelivery, isDeliveryRefusal, waitsFor } from "./machine.ts";
import { currentDelivery, replayDeliveries } from "./replay.ts";
import { type DeliveryStep, deliveryStates, type SupplierDelivery } from "./types.ts";

const digest = "a".repeat(64);
const at = "2026-01-01T00:00:00Z";

function walk(steps: readonly Omit<DeliveryStep, "at">[]): SupplierDelivery | string | undefined {
  let delivery: SupplierDelivery | undefined;
  for (const step of steps) {
    const next = advanceDelivery("acme/sdk", "1.0", delivery, { ...step, at });
    if (isDeliveryRefusal(next)) return next.refused;
    delivery = next;
  }
  return delivery;
}

const gaps = [{ code: "supplier", count: 2, of: 3 }];

describe("the way of a delivery", () => {
  it.each([
    [
      "without gaps is accepted",
      [{ to: "requested" }, { to: "received", digest }, { to: "validated", gaps: [] }, { to: "accepted" }],
      "accepted",
    ],
    [
      "comes unasked, too",
      [
        { to: "received", digest },
        { to: "validated", gaps: [] },
      ],
      "validated",
    ],
    [
      "with gaps goes back and comes again",
      [
        { to: "received", digest },
        { to: "validated", gaps },
        { to: "gaps" },
        { to: "remediation" },
        { to: "received", digest },
        { to: "validated", gaps: [] },
        { to: "accepted" },
      ],
      "accepted",
    ],
    [
      "with gaps is accepted knowingly after it went back",
      [
        { to: "received", digest },
        { to: "validated", gaps },
        { to: "gaps" },
        { to: "remediation" },
        { to: "accepted", because: "internal use" },
      ],
      "accepted",
    ],
    ["is renewed", [{ to: "received", digest }, { to: "validated", gaps: [] }, { to: "accepted" }, { to: "requested" }], "requested"],
  ] as const)("%s", (_name, steps, state) => {
    expect(walk(steps)).toMatchObject({ state });
  });

  it.each([
    ["order", [{ to: "accepted" }]],
    ["no-file", [{ to: "received" }]],
    ["not-validated", [{ to: "received", digest }, { to: "validated" }]],
    [
      "gaps-open",
      [
        { to: "received", digest },
        { to: "validated", gaps },
        { to: "accepted", because: "x" },
      ],
    ],
    ["no-reason", [{ to: "received", digest }, { to: "validated", gaps }, { to: "gaps" }, { to: "remediation" }, { to: "accepted" }]],
    ["no-gaps", [{ to: "received", digest }, { to: "validated", gaps: [] }, { to: "gaps" }]],
    ["no-reason", [{ to: "requested" }, { to: "refused" }]],
  ] as const)("refuses with %s", (reason, steps) => {
    expect(walk(steps)).toBe(reason);
  });

  it("never accepts without a file and a validation, and never with gaps without a reason, whatever the steps", () => {
    const step = fc.record(
      {
        to: fc.constantFrom(...deliveryStates),
        digest: fc.option(fc.constant(digest), { nil: undefined }),
        gaps: fc.option(fc.constantFrom([], gaps), { nil: undefined }),
        because: fc.option(fc.constant("why"), { nil: undefined }),
      },
      { requiredKeys: ["to"] },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let delivery: SupplierDelivery | undefined;
        for (const one of steps) {
          const before = structuredClone(delivery);
          const next = advanceDelivery("a/b", "1", delivery, { ...one, at });
          expect(delivery).toEqual(before);
          if (isDeliveryRefusal(next)) continue;
          delivery = next;
          if (next.state !== "accepted") continue;
          expect(next.digest).toBe(digest);
          expect(next.gaps).toBeDefined();
          expect((next.gaps?.length ?? 0) === 0 || one.because !== undefined).toBe(true);
          expect(waitsFor(next.state)).toBe("nobody");
        }
      }),
    );
  });
});

describe("records of deliveries", () => {
  const record = (at: string, to: string, more: object = {}, subject = "delivery:acme/sdk", id = "1.0") => ({
    kind: "supplier-delivery",
    at,
    subject,
    id,
    data: { to, ...more },
    position: { file: "records/supplier-deliveries.jsonl", line: 1, column: 1 },
  });

  it("are replayed in the order of time; what the machine refuses is told", () => {
    const replay = replayDeliveries(
      [
        record("2026-01-03", "accepted"),
        record("2026-01-01", "received", { digest }),
        record("2026-01-02", "validated", { gaps: [] }),
        record("2026-01-04", "validated", { gaps: [] }),
        record("2099-01-01", "requested"),
        record("2026-01-01", "received", { odd: 1 }),
      ],
      "2026-06-01T00:00:00Z",
    );
    expect(replay.deliveries).toMatchObject([{ item: "acme/sdk", version: "1.0", state: "accepted" }]);
    expect(replay.refused.map(({ to }) => to)).toEqual(["received", "validated"]);
  });

  it("of a later version count", () => {
    const replay = replayDeliveries(
      [record("2026-01-01", "requested", {}, "delivery:acme/sdk", "1"), record("2026-02-01", "requested", {}, "delivery:acme/sdk", "2")],
      "2026-06-01",
    );
    expect(currentDelivery(replay, "acme/sdk")?.version).toBe("2");
    expect(currentDelivery(replay, "acme/other")).toBeUndefined();
  });
});
