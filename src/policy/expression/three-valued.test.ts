import { describe, expect, it } from "vitest";
import { both, either, isUnknown, Unknown, type Truth } from "./three-valued.ts";

const unknown = new Unknown([{ fact: "x", reason: "missing" }]);
const other = new Unknown([{ fact: "a", reason: "missing" }]);
const nothing = new Unknown([{ fact: "n", reason: "not-applicable" }], false);

/** F, T, U, or N for not applicable. */
function sign(truth: Truth): string {
  return isUnknown(truth) ? (truth.applicable ? "U" : "N") : truth ? "T" : "F";
}
const values: Readonly<Record<string, Truth>> = { F: false, N: nothing, U: unknown, T: true };

function table(join: (left: Truth, right: () => Truth) => Truth): string[] {
  return Object.keys(values).map((left) =>
    Object.keys(values)
      .map((right) => sign(join(values[left] as Truth, () => values[right] as Truth)))
      .join(""),
  );
}

describe("truth tables, rows and columns F N U T", () => {
  it("and is the least of F < N < U < T", () => expect(table(both)).toEqual(["FFFF", "FNNN", "FNUU", "FNUT"]));
  it("or is the greatest of them", () => expect(table(either)).toEqual(["FNUT", "NNUT", "UUUT", "TTTT"]));

  it("blame is united, sorted, each fact once", () => {
    expect(both(unknown, () => other)).toMatchObject({ facts: [{ fact: "a" }, { fact: "x" }] });
    expect(either(other, () => both(unknown, () => other))).toMatchObject({ facts: [{ fact: "a" }, { fact: "x" }] });
  });

  it("the right side is not asked where the left decides", () => {
    const never = (): Truth => {
      throw new Error("asked");
    };
    expect(both(false, never)).toBe(false);
    expect(either(true, never)).toBe(true);
  });
});
