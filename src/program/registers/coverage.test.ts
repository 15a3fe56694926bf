import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agreement } from "../schema/registers.ts";
import { coverageOf, isInForce } from "./coverage.ts";

const signed: Agreement = {
  kind: "CCLA",
  direction: "outbound",
  counterparty: "apache",
  signed: "2026-01-20",
  covers: { domains: ["seeland.example"], logins: ["octo"], people: ["lb"], organizations: ["Seeland"], emails: ["x@home.example"] },
};
const about = { direction: "outbound", about: "https://github.com/apache/arrow.git", on: "2026-06-01" } as const;

function covered(agreement: Agreement, contributor: Parameters<typeof coverageOf>[1], question: Parameters<typeof coverageOf>[2] = about) {
  return coverageOf({ agreements: { agreements: { a: agreement } } }, contributor, question);
}

describe("coverage by an agreement", () => {
  it.each([
    [{ person: "lb" }, "person", "lb"],
    [{ email: "X@home.example" }, "email", "x@home.example"],
    [{ login: "Octo" }, "login", "octo"],
    [{ organization: "seeland" }, "organization", "Seeland"],
    [{ email: "ts@claims.seeland.example" }, "domain", "seeland.example"],
  ])("of %o says by which criterion", (contributor, by, matched) =>
    expect(covered(signed, contributor)).toEqual({ agreement: "a", by, matched }),
  );

  it("is not of others: another domain that ends alike, another project, the other direction", () => {
    expect(covered(signed, { email: "x@notseeland.example" })).toBeUndefined();
    expect(covered(signed, { person: "lb" }, { ...about, about: "github.com/apachelike/arrow" })).toBeUndefined();
    expect(covered({ ...signed, project: "github.com/apache/arrow" }, { person: "lb" })).toBeDefined();
    expect(covered({ ...signed, project: "github.com/apache/spark" }, { person: "lb" })).toBeUndefined();
    expect(covered(signed, { person: "lb" }, { direction: "inbound", about: "shop", on: about.on })).toBeUndefined();
    expect(
      covered(
        { ...signed, direction: "inbound", products: ["shop"] },
        { person: "lb" },
        { direction: "inbound", about: "till", on: about.on },
      ),
    ).toBeUndefined();
    expect(covered(signed, {})).toBeUndefined();
  });

  it("begins with the signature and ends with its last day or before its revocation", () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => new Date(Date.UTC(2026, 0, 10 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (on, ends, revoked) => {
        expect(isInForce({ ...signed, ends, revoked }, on)).toBe(on >= signed.signed && on <= ends && on < revoked);
      }),
    );
  });
});
