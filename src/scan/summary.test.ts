import { describe, expect, it } from "vitest";
import type { Category, Program } from "#program";
import type { ResultComponent } from "./result.ts";
import { summarise } from "./summary.ts";

const position = { file: "licenses.yaml", line: 1, column: 1 };

function strengths(licenses: readonly string[], categories: readonly Category[] = []): Record<string, string> {
  const program = { policies: [], licenses: { categories, choices: [], curations: [], waivers: [] } } as unknown as Program;
  const components = licenses.map(
    (license, index): ResultComponent => ({
      purl: `pkg:npm/c${index}@1`,
      type: "npm",
      name: `c${index}`,
      version: "1",
      declared: [],
      license,
      notion: "declared",
      pinned: true,
    }),
  );
  const summary = summarise({ program, components, uses: [], findings: [], verdicts: [], rules: [], failOn: "deny" });
  return Object.fromEntries(summary.licenses.map((entry) => [entry.license, entry.strength]));
}

describe("strength of the licences in use", () => {
  it.each([
    ["MIT", "permissive"],
    ["MIT AND GPL-3.0-only", "strong"],
    ["MIT OR GPL-3.0-only", "permissive"],
    ["(MIT OR AGPL-3.0-only) AND BSD-3-Clause", "permissive"],
    ["(MIT AND AGPL-3.0-only) OR GPL-2.0-only", "strong"],
    ["GPL-2.0-only WITH Classpath-exception-2.0", "weak"],
    ["MIT AND LicenseRef-unheard-of", "unknown"],
    ["MIT OR LicenseRef-unheard-of", "permissive"],
    ["no expression at all", "unknown"],
  ])("%s is %s", (license, strength) => {
    expect(strengths([license])).toEqual({ [license]: strength });
  });

  it("is what the organisation says it is", () => {
    const categories: Category[] = [{ license: "LGPL-*", strength: "strong", because: "static linking", position }];
    expect(strengths(["LGPL-2.1-only", "LGPL-3.0-or-later OR MPL-2.0"], categories)).toEqual({
      "LGPL-2.1-only": "strong",
      "LGPL-3.0-or-later OR MPL-2.0": "weak",
    });
  });
});
