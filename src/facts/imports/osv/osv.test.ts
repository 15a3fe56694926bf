import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";
import { zipOf } from "../testing/zip.ts";
import { packageOf } from "./ecosystems.ts";
import { intervalsOf } from "./record.ts";

const record = {
  schema_version: "1.6.0",
  id: "GHSA-aaaa-bbbb-cccc",
  modified: "2026-01-02T03:04:05Z",
  aliases: ["CVE-2026-0001"],
  summary: "## Reads\u001b[31m what it must not",
  severity: [{ type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }],
  affected: [
    {
      package: { ecosystem: "npm", name: "@scope/left" },
      ranges: [{ type: "SEMVER", events: [{ introduced: "0" }, { fixed: "1.2.3" }, { introduced: "2.0.0" }, { last_affected: "2.1.0" }] }],
    },
  ],
};

describe("a record of OSV", () => {
  it("becomes an advisory with intervals, fixes, severity and names", async () => {
    const { advisories, problems } = await imported("osv", record);
    expect(problems).toEqual([]);
    expect(advisories).toMatchObject([
      {
        id: "GHSA-aaaa-bbbb-cccc",
        aliases: ["CVE-2026-0001"],
        summary: "Reads\uFFFD[31m what it must not",
        severity: { band: "critical", score: 9.8 },
        affected: [
          {
            package: "pkg:npm/%40scope/left",
            order: "semver",
            intervals: [{ below: "1.2.3" }, { from: "2.0.0", through: "2.1.0" }],
            fixed: ["1.2.3"],
          },
        ],
      },
    ]);
  });

  it("is told where its ecosystem has no package URLs or it names commits alone; the rest of it is taken", async () => {
    const odd = {
      ...record,
      affected: [
        ...record.affected,
        { package: { ecosystem: "Linux", name: "Kernel" } },
        { package: { ecosystem: "npm", name: "x" }, ranges: [{ type: "GIT", events: [] }] },
      ],
    };
    const { counts, problems } = await reading("osv", [
      odd,
      { id: "GHSA-dddd", withdrawn: "2026-01-01T00:00:00Z", affected: [] },
      { id: 7 },
    ]);
    expect(counts).toMatchObject({ read: 5, taken: 1, empty: { withdrawn: 1 } });
    expect(Object.keys(counts.notUnderstood)).toHaveLength(3);
    expect(problems.map((problem) => problem.message).join()).toContain("record 1 GHSA-aaaa-bbbb-cccc affected[1]");
  });

  it("with an impossible date is taken as of the day of its file", async () => {
    for (const modified of ["soon", "2026-02-31", "2026-13-01T00:00:00Z"]) {
      const { lines } = await reading("osv", { ...record, modified });
      expect(lines.map(({ at }) => Number.isNaN(Date.parse(at)))).toEqual([false, false]);
      expect(new Set(lines.map(({ at }) => at)).size).toBe(1);
    }
  });

  it("that is malware is critical and under way", async () => {
    const malware = {
      id: "MAL-2026-1",
      modified: "2026-01-01T00:00:00Z",
      affected: [{ package: { ecosystem: "npm", name: "evil" }, versions: ["1.0.0"] }],
    };
    expect((await imported("osv", malware)).advisories).toMatchObject([
      { severity: { band: "critical" }, exploited: { by: "OSSF malicious packages" } },
    ]);
  });

  it("is refused with the line where it is no JSON, and with what was expected where it is something else", async () => {
    await expect(reading("osv", '{\n"id": "x",\n')).rejects.toMatchObject({ name: "Unreadable", line: 3 });
    await expect(reading("osv", {})).rejects.toThrow("Not OSV");
    await expect(reading("osv", "")).rejects.toThrow("empty");
  });
});

describe("the zip export", () => {
  it.each([false, true])("is streamed, covers its own ecosystem alone, and names what it cannot read (zip64: %s)", async (large) => {
    const both = {
      ...record,
      id: "GHSA-both",
      affected: [...record.affected, { package: { ecosystem: "PyPI", name: "Left_Pad" }, versions: ["1"] }],
    };
    const archive = zipOf(
      [
        { name: "GHSA-aaaa-bbbb-cccc.json", content: JSON.stringify(record) },
        { name: "GHSA-both.json", content: JSON.stringify(both), stored: true },
        { name: "broken.json", content: "{" },
        { name: "README.md", content: "no record" },
      ],
      large,
    );
    const { origin, counts } = await reading("osv", archive);
    expect(origin).toEqual({ covers: ["npm"], at: "2026-01-02T03:04:05Z" });
    expect(counts).toMatchObject({ read: 3, taken: 2, notUnderstood: { "a file in the archive is no JSON": 1 } });
  });

  it("is refused where it is cut off", async () => {
    const archive = zipOf([{ name: "a.json", content: JSON.stringify(record) }]);
    await expect(reading("osv", archive.subarray(0, 60))).rejects.toThrow("no directory");
  });

  it("says so of damaged entries", async () => {
    const archive = zipOf([
      { name: "a.json", content: JSON.stringify(record) },
      { name: "b.json", content: JSON.stringify(record) },
    ]);
    archive[45] = (archive[45] ?? 0) ^ 0xff;
    const { counts } = await reading("osv", archive);
    expect(counts).toMatchObject({ taken: 1, notUnderstood: { "a file in the archive cannot be read: it is damaged": 1 } });
  });
});

describe("events", () => {
  it.each([
    [[{ introduced: "0" }], [{}], []],
    [[{ fixed: "2.0.0" }, { introduced: "1.0.0" }], [{ from: "1.0.0", below: "2.0.0" }], ["2.0.0"]],
    [[{ introduced: "1.0.0" }, { limit: "3.0.0" }], [{ from: "1.0.0", below: "3.0.0" }], []],
    [[{ introduced: "1.0.0" }, { introduced: "1.1.0" }, { fixed: "1.2.0" }], [{ from: "1.0.0", below: "1.2.0" }], ["1.2.0"]],
    [
      [{ introduced: "1.0.0" }, { fixed: "2.0.0" }, { introduced: "2.0.0" }],
      [{ from: "1.0.0", below: "2.0.0" }, { from: "2.0.0" }],
      ["2.0.0"],
    ],
    [[{ introduced: "1.0.0" }, { last_affected: "1.0.0" }], [{ from: "1.0.0", through: "1.0.0" }], []],
  ])("%j", (events, intervals, fixed) => {
    expect(intervalsOf(events, "semver")).toEqual({ intervals, fixed });
  });

  it("with a version that has no place in the order are not guessed", () => {
    expect(intervalsOf([{ introduced: "main" }, { fixed: "1.0.0" }], "semver")).toBeUndefined();
  });
});

describe("ecosystems", () => {
  it.each([
    ["npm", "@babel/core", "pkg:npm/%40babel/core", undefined],
    ["PyPI", "Zope.Interface", "pkg:pypi/zope-interface", undefined],
    ["Maven", "org.apache.logging.log4j:log4j-core", "pkg:maven/org.apache.logging.log4j/log4j-core", undefined],
    ["Go", "github.com/a/b/v2", "pkg:golang/github.com/a/b/v2", undefined],
    ["Packagist", "symfony/http-kernel", "pkg:composer/symfony/http-kernel", undefined],
    ["GitHub Actions", "actions/checkout", "pkg:githubactions/actions/checkout", undefined],
    ["Debian:12", "openssl", "pkg:deb/debian/openssl", "debian-12"],
    ["Alpine:v3.18", "busybox", "pkg:apk/alpine/busybox", "alpine-3.18"],
  ])("%s %s", (ecosystem, name, purl, distro) => {
    const found = packageOf(ecosystem, name, undefined);
    expect([found?.purl, found?.distro]).toEqual([purl, distro]);
  });
});
