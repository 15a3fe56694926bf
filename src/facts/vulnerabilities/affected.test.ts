import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intervalsOf } from "../imports/osv/record.ts";
import { firstFixAfter, firstFreeVersion, isAffected } from "./affected.ts";
import type { Affected } from "./types.ts";

const version = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)).map((parts) => parts.join("."));
const number = (text: string) => text.split(".").reduce((sum, part) => sum * 100 + Number(part), 0);

/** OSV's own evaluation, word for word: the last event at or before the version decides. */
function plainly(events: readonly { kind: "introduced" | "fixed"; version: string }[], asked: string): boolean {
  let vulnerable = false;
  for (const event of [...events].sort((a, b) => number(a.version) - number(b.version) || (a.kind === "fixed" ? -1 : 1))) {
    if (number(event.version) > number(asked)) break;
    vulnerable = event.kind === "introduced";
  }
  return vulnerable;
}

describe("whether a version is affected", () => {
  it("follows OSV's evaluation for any events in any order", () => {
    const event = fc.record({ kind: fc.constantFrom("introduced" as const, "fixed" as const), version });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), version, (events, asked) => {
        const read = intervalsOf(
          events.map(({ kind, version: at }) => ({ [kind]: at })),
          "semver",
        );
        const affected: Affected = {
          package: "pkg:npm/x",
          order: "semver",
          ...(read?.intervals.length ? { intervals: read.intervals } : {}),
        };
        expect(isAffected(affected, asked)).toBe(plainly(events, asked));
      }),
    );
  });

  it("is unknown for what has no place in the order, unless a list or an open interval settles it", () => {
    const affected: Affected = { package: "pkg:npm/x", order: "npm", intervals: [{ from: "1.0.0", below: "2.0.0" }], versions: ["main"] };
    expect(isAffected(affected, "main")).toBe(true);
    expect(isAffected(affected, "next")).toBeUndefined();
    expect(isAffected(affected, "")).toBeUndefined();
    expect(isAffected({ package: "pkg:npm/x", order: "npm", intervals: [{}] }, "")).toBe(true);
  });

  it("uses the order of the ecosystem", () => {
    expect(isAffected({ package: "pkg:maven/g/a", order: "maven", intervals: [{ below: "2.0" }] }, "2.0-rc1")).toBe(true);
    expect(isAffected({ package: "pkg:pypi/a", order: "pypi", versions: ["1.0"] }, "1.0.0")).toBe(true);
    expect(isAffected({ package: "pkg:deb/debian/a", order: "deb", intervals: [{ below: "1.0-2" }] }, "1.0~rc1-1")).toBe(true);
  });
});

describe("the version that mends", () => {
  it("is the next one in its branch", () => {
    const affected: Affected = {
      package: "p",
      order: "semver",
      intervals: [{ below: "1.2.3" }, { from: "2.0.0", below: "2.1.0" }],
      fixed: ["2.1.0", "1.2.3"],
    };
    expect(firstFixAfter(affected, "1.0.0")).toBe("1.2.3");
    expect(firstFixAfter(affected, "2.0.5")).toBe("2.1.0");
    expect(firstFixAfter(affected, "3.0.0")).toBeUndefined();
  });

  it("of several vulnerabilities is free of all of them", () => {
    const first: Affected = { package: "p", order: "semver", intervals: [{ below: "1.1.0" }], fixed: ["1.1.0"] };
    const second: Affected = { package: "p", order: "semver", intervals: [{ from: "1.1.0", below: "1.3.0" }], fixed: ["1.3.0"] };
    const third: Affected = { package: "p", order: "semver", intervals: [{ below: "1.2.0" }], fixed: ["1.2.0"] };
    expect(firstFreeVersion([first, second, third], "1.0.0")).toBe("1.3.0");
    expect(firstFreeVersion([first, { package: "p", order: "semver", intervals: [{}] }], "1.0.0")).toBeUndefined();
    expect(firstFreeVersion([], "1.0.0")).toBe("1.0.0");
  });

  it("is never affected itself", () => {
    const one = fc
      .record({ from: version, fix: version })
      .map(({ from, fix }): Affected => ({ package: "p", order: "semver", intervals: [{ from, below: fix }], fixed: [fix] }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), version, (all, own) => {
        const free = firstFreeVersion(all, own);
        if (free !== undefined) for (const affected of all) expect(isAffected(affected, free)).toBe(false);
      }),
    );
  });
});
