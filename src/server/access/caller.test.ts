import { expect, test } from "vitest";
import { someone } from "../testing/office.ts";
import { requirePermission, requireUnit, seesUnit } from "./caller.ts";

const apart = { unitsApart: true };
const ownerOfClaims = [{ role: "owner", unit: "claims" }] as const;

test("where units are apart, a role that ends at a unit sees that unit and what belongs to none", () => {
  const owner = someone("olga", ownerOfClaims, apart);
  expect([seesUnit(owner, "claims"), seesUnit(owner, undefined), seesUnit(owner, "life")]).toEqual([true, true, false]);
  expect(() => requireUnit(owner, "life", "case 7")).toThrow(expect.objectContaining({ status: 404, code: "not-there" }));
  expect(() => requireUnit(owner, "claims", "case 7")).not.toThrow();
});

test("auditors, administrators and roles of the whole organisation see every unit", () => {
  for (const role of ["auditor", "admin"] as const)
    expect(someone("x", [...ownerOfClaims, { role, unit: "claims" }], apart).units).toBe("all");
  expect(someone("x", [{ role: "reviewer", lane: "legal" }], apart).units).toBe("all");
});

test("where units are not apart, everybody sees all of them", () => {
  expect(someone("olga", ownerOfClaims).units).toBe("all");
});

test("an administrator decides nothing, an auditor changes nothing", () => {
  const admin = someone("ada", [{ role: "admin" }]);
  expect(() => requirePermission(admin, "cases:decide")).toThrow(expect.objectContaining({ status: 403 }));
  const auditor = someone("udo", [{ role: "auditor" }]);
  const changing = [...auditor.permissions].filter((permission) => /:(?:write|open|decide|manage)$|^admin$/.test(permission));
  expect(changing).toEqual([]);
});
