import { describe, expect, it } from "vitest";
import type { Imported } from "#facts";
import type { Program } from "#program";
import type { ResultComponent } from "../result.ts";
import { fileLicensesOf, importedSayings, withImportedConclusions } from "./licenses.ts";
import { ourAccounts } from "./accounts.ts";
import { lifecycleFacts } from "./lifecycles.ts";
import { projectOf, scorecardFact } from "./scorecards.ts";

const nothing: Imported = {
  files: [],
  advisories: [],
  statements: [],
  marks: [],
  fileLicenses: [],
  packageLicenses: [],
  resolutions: [],
  scorecards: [],
  lifecycles: [],
  changeRequests: [],
  problems: [],
};

describe("licences of packages that others found", () => {
  it("are said beside what packages say, whatever their qualifiers", () => {
    const saying = importedSayings([{ purl: "pkg:maven/g/a@1?type=jar", declared: "MIT", detected: "MIT AND ISC", by: "ort" }]);
    expect(saying({ purl: "pkg:maven/g/a@1" })).toEqual({
      from: "import",
      version: "1",
      declared: "MIT",
      texts: [{ path: "ort", expression: "MIT AND ISC", confidence: 1 }],
    });
    expect(saying({ purl: "pkg:maven/g/a@2" })).toBeUndefined();
  });

  it("and concluded count as concluded; nonsense concludes nothing", () => {
    const component: ResultComponent = {
      purl: "pkg:npm/a@1",
      type: "npm",
      name: "a",
      version: "1",
      declared: [],
      license: "MIT",
      notion: "declared",
      pinned: true,
    };
    expect(withImportedConclusions([component], [{ purl: "pkg:npm/a@1", concluded: "isc", by: "ort" }])).toMatchObject([
      { license: "ISC", notion: "concluded", licenseFrom: "import", declaredLicense: "MIT" },
    ]);
    expect(withImportedConclusions([component], [{ purl: "pkg:npm/a@1", concluded: "see file", by: "ort" }])).toEqual([component]);
  });
});

describe("licences in files", () => {
  it("are told by expression; a repository that nobody scanned has none told", () => {
    const imported: Imported = {
      ...nothing,
      files: [{ kind: "scancode", name: "r.json", digest: "d", at: "", about: "repository:shop", taken: 3, notUnderstood: 0 }],
      fileLicenses: [
        { about: "repository:shop", by: "scancode", path: "a", expression: "mit", line: 3 },
        { about: "repository:shop", by: "scancode", path: "b", expression: "MIT", copyrights: ["Copyright A"] },
        { about: "repository:shop", by: "scancode", path: "c", expression: "NOASSERTION", copyrights: ["Copyright A"] },
      ],
    };
    expect(fileLicensesOf("shop", imported)).toEqual({
      files: 3,
      licenses: [{ expression: "MIT", files: 2, examples: [{ path: "a", line: 3 }, { path: "b" }] }],
      copyrights: ["Copyright A"],
    });
    expect(fileLicensesOf("other", imported)).toBeUndefined();
  });
});

describe("scorecards", () => {
  it.each([
    ["https://github.com/A/b.git", "github.com/a/b"],
    ["git@github.com:a/b", "github.com/a/b"],
    ["pkg:golang/github.com/a/b/v2@v2.0.0", "github.com/a/b"],
    ["pkg:githubactions/a/b@v1", "github.com/a/b"],
    ["pkg:npm/left@1", undefined],
    ["", undefined],
  ])("of %s is that of %s", (name, project) => expect(projectOf(name)).toBe(project));

  it("that were made last count", () => {
    const imported: Imported = {
      ...nothing,
      scorecards: [
        { project: "github.com/a/b", at: "2026-02-01", score: 5, checks: [] },
        { project: "github.com/a/b", at: "2026-01-01", score: 9, checks: [] },
      ],
    };
    expect(scorecardFact("https://github.com/a/b", { imported })).toEqual({ scorecard: 5 });
    expect(scorecardFact("https://github.com/a/c", { imported })).toEqual({});
  });
});

describe("release lines", () => {
  const lifecycles = [
    { product: "node", at: "2026-01-01", packages: ["pkg:docker/library/node"], lines: [{ name: "20", ends: "2030-01-01" }] },
    {
      product: "node",
      at: "2026-02-01",
      packages: ["pkg:docker/library/node"],
      lines: [
        { name: "2", ended: true },
        { name: "20", ends: "2026-04-30" },
        { name: "20.1", ends: "2026-12-10" },
      ],
    },
  ];
  const context = { imported: { ...nothing, lifecycles }, now: "2026-11-30T12:00:00Z" };

  it("end on a day, or have ended; the longest name that a version begins with is its line", () => {
    expect(lifecycleFacts("pkg:docker/node@20-alpine", context)).toEqual({ endOfLife: true, endOfLifeDays: -214 });
    expect(lifecycleFacts("pkg:docker/library/node@20.1.3", context)).toEqual({ endOfLife: false, endOfLifeDays: 10 });
    expect(lifecycleFacts("pkg:docker/node@2.5", context)).toEqual({ endOfLife: true });
    expect(lifecycleFacts("pkg:docker/node@21", context)).toEqual({});
    expect(lifecycleFacts("pkg:docker/node", context)).toEqual({});
    expect(lifecycleFacts("pkg:npm/node@20", context)).toEqual({});
  });
});

describe("accounts", () => {
  const program = (forges: string[], addresses: string[]) =>
    ({
      organization: { forges },
      affiliations: {
        organizations: [{ id: "labs", name: "Labs", domains: [], ours: true }],
        people: [
          { addresses, organization: "labs", from: "2026-01-01", until: "2026-06-30" },
          { addresses: ["7+eve@users.noreply.github.com"], organization: "other" },
        ],
      },
    }) as unknown as Program;

  it("are ours by the organisation's forges, and by no-reply addresses in the affiliations while they hold", () => {
    const isOurs = ourAccounts(
      program(["github.com/seeland"], ["12+Ada@users.noreply.github.com", "3-bo@users.noreply.gitlab.com", "x@y.example"]),
    );
    expect(isOurs?.("github.com", ["x", "Seeland"], "2020-01-01")).toBe(true);
    expect(isOurs?.("gitlab.com", ["seeland"], "2026-02-01")).toBe(false);
    expect(isOurs?.("github.com", ["ADA"], "2026-06-30T23:00:00Z")).toBe(true);
    expect(isOurs?.("github.com", ["ada"], "2026-07-01")).toBe(false);
    expect(isOurs?.("gitlab.com", ["bo"], "2026-02-01")).toBe(true);
    expect(isOurs?.("github.com", ["eve"], "2026-02-01")).toBe(false);
    expect(ourAccounts(program([], []))).toBeUndefined();
  });
});
