import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cycloneDx } from "./cyclonedx.ts";
import type { SbomComponent } from "./input.ts";
import { spdx } from "./spdx.ts";
import { cpuTime } from "../../../test/cpu-time.ts";
import { checkedCycloneDx, checkedSpdx, component, input } from "../testing/valid-sboms.ts";

describe("whatever the components are called", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "",
      "a b",
      "x\ny",
      "\u0000",
      '"',
      "\ud800",
      "NONE",
      "(MIT",
      "LicenseRef-x",
      "GPL-2.0+",
      "Apache 2",
      "MIT or Apache-2.0",
    ),
  );
  const scope = fc.constantFrom<SbomComponent["scope"]>("required", "optional", "excluded");
  const basis = fc.constantFrom("declared" as const, "concluded" as const);
  const kind = fc.constantFrom("git" as const, "url" as const, "registry" as const, "path" as const);
  const address = fc.oneof(
    text,
    fc.webUrl(),
    fc.constantFrom(
      "git+ssh://git@github.com/a/b.git",
      "git@github.com:a/b.git",
      "https://a b/c",
      "file:///etc/passwd",
      "javascript:alert(1)",
    ),
  );
  const any = fc.record(
    {
      purl: text.map((name) => `pkg:generic/${name}`),
      type: fc.constantFrom("npm", "docker", "generic"),
      namespace: text,
      name: text,
      version: text,
      licenses: fc.array(fc.record({ text, basis }), { maxLength: 3 }),
      integrity: fc.oneof(
        text,
        fc.constantFrom(
          "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
          "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
          "sha256:00",
          "d41d8cd98f00b204e9800998ecf8427e",
        ),
      ),
      source: fc.record({ kind, address, commit: text }),
      scope,
      direct: fc.boolean(),
      manifests: fc.array(text, { maxLength: 2 }),
    },
    { requiredKeys: ["purl", "type", "name", "version", "licenses", "scope", "direct", "manifests"] },
  ) as fc.Arbitrary<SbomComponent>;

  it("both documents stay valid", () => {
    fc.assert(
      fc.property(fc.uniqueArray(any, { maxLength: 5, selector: ({ purl }) => purl }), fc.boolean(), (components, linked) => {
        const purls = components.map(({ purl }) => purl);
        const all = components.map((item) => (linked ? { ...item, dependsOn: purls.filter((purl) => purl !== item.purl) } : item));
        checkedCycloneDx(input(all));
        checkedSpdx(input(all));
      }),
      { numRuns: 200 },
    );
  });

  it("the smallest is valid, too", () => {
    expect(checkedCycloneDx(input([])).components).toEqual([]);
    checkedCycloneDx({ ...input([component("pkg:npm/x@1.0.0")]), name: "" });
    expect(checkedSpdx(input([])).packages).toHaveLength(1);
  });
});

it("writes 40,000 components in well under a second", () => {
  const components = Array.from({ length: 40_000 }, (_, index) =>
    component(`pkg:npm/package-${String(index).padStart(5, "0")}@1.0.0`, {
      licenses: [{ text: "MIT", basis: "declared" }],
      manifests: ["a/package-lock.json", "b/package-lock.json"],
      dependsOn: [`pkg:npm/package-${String((index + 1) % 40_000).padStart(5, "0")}@1.0.0`],
    }),
  );
  const started = cpuTime();
  cycloneDx(input(components));
  const between = cpuTime();
  spdx(input(components));
  // Far above what it takes (0.1 s each), for machines that are busy.
  expect(between - started).toBeLessThan(1500);
  expect(cpuTime() - between).toBeLessThan(2500);
});
