// Results of any size, made of the sample: so many components, each with one use and one finding.
import type { Finding } from "#policy";
import type { ResultComponent, ResultUse, ScanResult } from "#scan";
import { sampleResult } from "./sample-result.ts";

export function largeResult(size: number): ScanResult {
  const components: ResultComponent[] = [];
  const uses: ResultUse[] = [];
  const findings: Finding[] = [];
  const [denied, unknown] = sampleResult.findings as readonly [Finding, Finding];
  for (let i = 0; i < size; i++) {
    const name = `package-${String(i).padStart(7, "0")}`;
    const purl = `pkg:npm/${name}@1.${i % 10}.0`;
    const parent = components[Math.floor(i / 7)]?.purl;
    const place = { path: `services/service-${i % 50}/package-lock.json`, line: 10 + i };
    const base = { purl, type: "npm", name, version: `1.${i % 10}.0`, pinned: true };
    components.push(
      i % 3 === 0
        ? { ...base, declared: [], notion: "none" }
        : { ...base, license: "MIT", notion: "declared", declared: [{ text: "MIT", from: "lockfile", path: place.path }] },
    );
    uses.push({
      component: i,
      repository: "shop-web",
      product: "shop",
      deliverable: "web",
      scope: "production",
      direct: parent === undefined,
      manifests: [place],
      path: parent === undefined ? [purl] : [parent, purl],
    });
    findings.push({
      ...(i % 100 === 0 ? denied : unknown),
      id: `finding:${i.toString(16).padStart(16, "0")}`,
      subject: { kind: "usage", id: `usage:shop/web/pkg:npm/${name}`, label: `${name} ${base.version}`, product: "shop" },
      evidence: [{ repository: "shop-web", ...place }],
    });
  }
  return { ...sampleResult, components, uses, findings };
}
