import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOfWord, severityOfVector, severityOfVectors } from "./cvss.ts";

describe("CVSS vectors", () => {
  // Scores as the calculators of FIRST and NVD give them.
  it.each([
    ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 10, "critical"],
    ["CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:H", 5.9, "medium"],
    ["CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 6.1, "medium"],
    ["CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 9.3, "critical"],
    ["AV:N/AC:L/Au:N/C:C/I:C/A:C", 10, "high"],
    ["CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0, "none"],
  ])("%s", (vector, score, band) => {
    expect(severityOfVector(vector)).toEqual({ vector, score, band });
  });

  it("that leave base metrics open, or are none, have no severity", () => {
    expect(severityOfVector("CVSS:3.1/AV:N")).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => severityOfVector(text) === undefined || /AV:/.test(text)));
  });

  it("of several versions, the newest counts", () => {
    const old = "AV:N/AC:L/Au:N/C:P/I:P/A:P";
    expect(severityOfVectors([old, "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"])?.score).toBe(9.3);
    expect(severityOfVectors(["nonsense", old])?.score).toBe(7.5);
  });

  it("words of sources are bands; what is no such word is none", () => {
    expect(["MODERATE", "Important", "info", "UNASSIGNED", "constructor", undefined].map(bandOfWord)).toEqual([
      "medium",
      "high",
      "low",
      undefined,
      undefined,
      undefined,
    ]);
  });
});
