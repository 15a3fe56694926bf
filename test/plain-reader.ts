// What a reader of our SBOM sees who knows CycloneDX and nothing of ours: name and version of every entry of `components`.
import type { Inventory } from "#facts";
import { parsePurl } from "#kit";
import { type CaseResult, caseInventory, comparedWithAnswer, type Found, type LockfileCase } from "../src/facts/testing/lockfile-cases.ts";
import { cycloneDx } from "../src/publish/sbom/cyclonedx.ts";
import { sbomInput } from "../src/publish/sbom/from-inventories.ts";

/** One case through the document that `allmend inventory` prints, nothing translated. */
export async function plainResult(given: LockfileCase): Promise<CaseResult> {
  const inventory = await caseInventory(given);
  return comparedWithAnswer(given, plainComponents(inventory), inventory);
}

function plainComponents(inventory: Inventory): readonly Found[] {
  const document = JSON.parse(cycloneDx(sbomInput([inventory], { name: "case", now: "2026-01-01T00:00:00Z", toolVersion: "0" })));
  return document.components.map((item: { name: string; version?: string; purl?: string }): Found => {
    const purl = item.purl === undefined ? undefined : parsePurl(item.purl);
    if (!purl) return { name: item.name, version: item.version ?? "" };
    const name = purl.namespace ? `${purl.namespace}${purl.type === "maven" ? ":" : "/"}${purl.name}` : purl.name;
    return { name, version: purl.version ?? item.version ?? "" };
  });
}
