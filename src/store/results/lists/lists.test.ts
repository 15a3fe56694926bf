import { beforeAll, expect, test } from "vitest";
import type { Kysely } from "kysely";
import type { ScanResult } from "#scan";
import { sampleResult } from "#publish/testing";
import type { Tables } from "../../database/tables.ts";
import { onEachDatabase } from "../../testing/databases.ts";
import { saveResult } from "../save.ts";
import { componentById, listComponents } from "./components.ts";
import { listObligations, listVulnerabilities } from "./duties.ts";
import { findingById, findingFacets, findingMatrix, listFindings } from "./findings.ts";
import type { Page, Paged } from "./keyset.ts";
import { listLicensed, listLicenses } from "./licenses.ts";
import { listProducts, listRepositories } from "./products.ts";
import { listJudgements, listRuns } from "./runs.ts";
import { listUses, versionsIn } from "./uses.ts";
import { vulnerabilityNamed } from "./vulnerability.ts";

const at = new Date("2026-03-02T08:00:00Z");
const many: Page = { limit: 100 };

/** The sample with a unit for each product. */
function inUnits(): ScanResult {
  const { organization } = sampleResult.program;
  const products = organization.products.map((product) => ({ ...product, unit: product.id === "shop" ? "retail" : "stores" }));
  return { ...sampleResult, vulnerabilities, program: { ...sampleResult.program, organization: { ...organization, products } } };
}

const [serde, paged] = ["pkg:cargo/serde@1.0.228", "pkg:npm/paged@1.26.4"].map((purl) =>
  sampleResult.components.findIndex((one) => one.purl === purl),
);
const answer = { by: "team", status: "not-affected", at: "2026-03-01", product: "shop" } as const;

/** In the till alone, in the shop alone, in both. */
const vulnerabilities: ScanResult["vulnerabilities"] = (
  [
    ["CVE-2026-1", [serde]],
    ["CVE-2026-2", [paged]],
    ["CVE-2026-3", [serde, paged]],
  ] as const
).map(([id, components]) => ({
  id,
  aliases: [id.replace("CVE-2026", "GHSA-x")],
  severity: "high",
  sources: ["osv"],
  affects: components.map((component) => ({
    component: component ?? 0,
    sure: true,
    open: true,
    openIn: [component === paged ? "shop" : "till"],
    answers: component === paged ? [answer] : [],
  })),
}));

async function allPages<T>(list: (page: Page) => Promise<Paged<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | undefined, pages = 0; pages < 100; pages++) {
    const page: Paged<T> = await list({ limit: 2, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
    if (after === undefined) return items;
  }
  throw new Error("the list does not end");
}

onEachDatabase((databases) => {
  let db: Kysely<Tables>;
  beforeAll(async () => {
    db = (await databases.fresh()).sql;
    await saveResult(db, inUnits(), { at, source: "upload", findings: true });
  });

  test("components are found by a part of their name, whatever stands in it", async () => {
    const find = async (search: string) => (await listComponents(db, { search }, "all", many)).items.map(({ name }) => name);
    expect(await find("app-t")).toEqual(["@scope/app-tools"]);
    expect(await find("PAGED")).toEqual(["paged"]);
    expect(await find("pa")).toEqual(["paged"]);
    expect(await find("%")).toEqual([]);
    expect(await find("a_p")).toEqual([]);
    expect(await find("x\u0000")).toEqual([]);
  });

  test("pages follow each other without a gap, and a made-up place is refused", async () => {
    const whole = await listComponents(db, {}, "all", many);
    expect(whole.items).toHaveLength(5);
    expect(await allPages((page) => listComponents(db, {}, "all", page))).toEqual(whole.items);
    const findings = await listFindings(db, {}, "all", many);
    expect(await allPages((page) => listFindings(db, {}, "all", page))).toEqual(findings.items);
    for (const after of ["", "x", Buffer.from('["a"]').toString("base64url"), Buffer.from("[{},1]").toString("base64url")])
      await expect(listComponents(db, {}, "all", { limit: 2, after })).rejects.toMatchObject({ code: "bad-cursor" });
  });

  test("uses of a range of versions say where we are affected", async () => {
    const { versions, undecided } = await versionsIn(db, "pkg:npm/either@<3");
    expect([versions.map(({ purl }) => purl), undecided]).toEqual([["pkg:npm/either@2.1.0"], []]);
    const uses = await listUses(db, { versions: versions.map(({ id }) => id) }, "all", many);
    expect(uses.items).toMatchObject([{ product: "shop", repository: "shop-web", purl: "pkg:npm/either@2.1.0", scope: "production" }]);
    expect((await versionsIn(db, "pkg:npm/either@<1")).versions).toEqual([]);
    await expect(versionsIn(db, "either")).rejects.toMatchObject({ code: "bad-range" });
  });

  test("the worst findings come first; facets count what choosing them shows", async () => {
    const { items } = await listFindings(db, {}, "all", many);
    const rank = ["warn", "review", "deny"];
    const order = items.map(({ outcome }) => rank.indexOf(outcome));
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    const facets = await findingFacets(db, {}, "all");
    for (const { value, count } of facets.outcome) {
      const chosen = await listFindings(db, { outcome: value as "deny" }, "all", many);
      expect(chosen.items).toHaveLength(count);
    }
    const open = await listFindings(db, { state: "open" }, "all", many);
    const cells = await findingMatrix(db, "all");
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(open.items.length);
  });

  test("a finding is what the run said of it", async () => {
    for (const finding of sampleResult.findings) {
      const found = await findingById(db, finding.id, "all");
      expect(found).toMatchObject({ rule: finding.rule, facts: finding.facts, evidence: finding.evidence, serves: finding.serves });
      expect(found?.firstSeen).toEqual(at);
    }
    expect(await findingById(db, "finding:none", "all")).toBeUndefined();
  });

  test("whoever sees one unit sees nothing of another, not even a count", async () => {
    const units = ["stores"];
    const texts = [
      await listComponents(db, {}, units, many),
      await listUses(db, {}, units, many),
      await listFindings(db, {}, units, many),
      await findingFacets(db, {}, units),
      await findingMatrix(db, units),
      await listProducts(db, units),
      await listRepositories(db, {}, units, many),
      await listLicenses(db, units),
      await listLicensed(db, {}, units, many),
      await listObligations(db, {}, units, many),
      await listVulnerabilities(db, {}, units, many),
    ].map((answer) => JSON.stringify(answer));
    for (const text of texts) expect(text).not.toMatch(/shop|paged|either|charts|app-tools/);
    expect(texts.join("")).toContain("serde");
    const hidden = (await listComponents(db, { search: "paged" }, "all", many)).items[0];
    expect(await componentById(db, hidden?.id ?? 0, units)).toBeUndefined();
    const shopFinding = (await listFindings(db, { product: "shop" }, "all", many)).items[0];
    expect(await findingById(db, shopFinding?.id ?? "", units)).toBeUndefined();
  });

  test("products stand with what is open in them; licences, runs and judgements are listed", async () => {
    const products = await listProducts(db, "all");
    expect(products.map(({ id, repositories }) => [id, repositories])).toEqual([
      ["shop", 1],
      ["till", 1],
    ]);
    expect((await listLicenses(db, "all")).reduce((sum, { uses }) => sum + uses, 0)).toBe(5);
    expect((await listLicensed(db, { license: "none" }, "all", many)).items.map(({ purl }) => purl)).toEqual(["pkg:cargo/serde@1.0.228"]);
    expect((await listRuns(db, many)).items).toMatchObject([{ covers: "everything", uses: 5 }]);
    expect(await listJudgements(db, 5)).toMatchObject([{ why: "result" }]);
    expect((await listObligations(db, {}, "all", many)).items).toHaveLength(sampleResult.obligations.length);
    expect((await listVulnerabilities(db, {}, "all", many)).items).toHaveLength(vulnerabilities.length);
    expect((await listVulnerabilities(db, { search: "ghsa-x-2" }, "all", many)).items.map(({ id }) => id)).toEqual(["CVE-2026-2"]);
  });

  test("a vulnerability is found by each of its names, with the uses of what it is in", async () => {
    for (const name of ["CVE-2026-3", "cve-2026-3", "ghsa-X-3"]) {
      const { components, uses, vulnerabilities: found } = await vulnerabilityNamed(db, name, "all");
      expect(components.map(({ purl }) => purl).sort()).toEqual(["pkg:cargo/serde@1.0.228", "pkg:npm/paged@1.26.4"]);
      expect(new Set(uses.map(({ product }) => product))).toEqual(new Set(["shop", "till"]));
      expect(found[0]?.affects.map(({ component, openIn }) => [components[component]?.name, openIn])).toEqual([
        ["serde", ["till"]],
        ["paged", ["shop"]],
      ]);
    }
    for (const name of ["CVE-2026", "CVE-2026-4", "%", "'"])
      expect((await vulnerabilityNamed(db, name, "all")).vulnerabilities).toEqual([]);
  });

  test("a vulnerability of another unit alone is as if nobody had heard of it", async () => {
    expect((await vulnerabilityNamed(db, "CVE-2026-2", ["stores"])).vulnerabilities).toEqual([]);
    const both = await vulnerabilityNamed(db, "CVE-2026-3", ["stores"]);
    expect(both.components.map(({ name }) => name)).toEqual(["serde"]);
    expect(JSON.stringify(both)).not.toContain("shop");
  });
});
