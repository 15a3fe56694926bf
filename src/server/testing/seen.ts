// What a run has seen, for tests of cases: components in the example's portal, each used once in production.
import { sampleResult } from "#publish/testing";
import type { ResultComponent, ResultVulnerability } from "#scan";
import { type Database, saveResult } from "#store";

export function component(name: string, more: Partial<ResultComponent> = {}): ResultComponent {
  const license = { declared: [{ text: "MIT", from: "lockfile" }], license: "MIT", notion: "declared", licenseFrom: "lockfile" } as const;
  return { purl: `pkg:npm/${name}@1.2.3`, type: "npm", name, version: "1.2.3", ...license, pinned: true, ...more };
}

/** Saves a result in which these are all there is. */
export async function seen(
  database: Database,
  components: readonly ResultComponent[],
  vulnerabilities: readonly ResultVulnerability[] = [],
): Promise<void> {
  const uses = components.map((_, index) => ({
    component: index,
    repository: "claims/claims-web",
    product: "claims-portal",
    deliverable: "web",
    scope: "production" as const,
    manifests: [{ path: "package-lock.json", line: 1 }],
  }));
  const [like] = sampleResult.repositories;
  if (!like) throw new Error("the sample has no repository");
  const repositories = [{ ...like, id: "claims/claims-web" }];
  const result = { ...sampleResult, repositories, components, uses, vulnerabilities, findings: [], verdicts: [], obligations: [] };
  await saveResult(database.sql, result, { at: new Date(), source: "upload", covers: "everything", findings: true });
}
