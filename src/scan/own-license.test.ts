import { describe, expect, it } from "vitest";
import { type Expression, parseExpression } from "#kit";
import { matchesManifests, ownLicense, strengthOf } from "./own-license.ts";

type Found = Parameters<typeof ownLicense>[0];

function repository(licenses: Readonly<Record<string, string>>, declared: readonly string[], licensePath: string): Found {
  return {
    licenses: Object.entries(licenses).map(([path, spdx]) => ({ path, spdx, confidence: 1, kind: "text" })),
    facts: { licensePath },
    inventory: {
      manifests: [{ path: "Cargo.toml" }],
      own: declared.map((license) => ({ type: "cargo", name: "a", manifest: 0, license })),
    },
  } as unknown as Found;
}

describe("the licence of a repository of ours", () => {
  const two = { "LICENSE-APACHE": "Apache-2.0", "LICENSE-MIT": "MIT" };

  it("is a choice where all manifests say so and the files hold just these licences", () => {
    expect(ownLicense(repository(two, ["MIT OR Apache-2.0", "MIT/Apache-2.0"], "LICENSE-APACHE"))).toBe("MIT OR Apache-2.0");
    expect(ownLicense(repository(two, ["MIT"], "LICENSE-APACHE"))).toBe("Apache-2.0");
    expect(ownLicense(repository({ LICENSE: "GPL-3.0-only" }, ["MIT"], "LICENSE"))).toBe("GPL-3.0-only");
  });

  it("is compared with what the manifests declare", () => {
    expect(matchesManifests(repository(two, ["MIT/Apache-2.0"], ""))).toBe(true);
    expect(matchesManifests(repository({ LICENSE: "GPL-3.0-only" }, ["GPL-3.0-or-later", "MIT"], ""))).toBe(false);
    expect(matchesManifests(repository({ LICENSE: "MIT" }, [], ""))).toBeUndefined();
  });

  it("asks as much as its parts together, a choice as little as one of them", () => {
    const strength = (text: string) => strengthOf(parseExpression(text) as Expression);
    expect(strength("MIT AND GPL-3.0-only")).toBe("strong");
    expect(strength("GPL-3.0-only OR MIT")).toBe("permissive");
    expect(strength("(GPL-3.0-only OR MIT) AND MPL-2.0")).toBe("weak");
  });

  it("is what REUSE states of the whole where there is only the folder of texts", () => {
    const texts = { "LICENSES/CC0-1.0.txt": "CC0-1.0", "LICENSES/MIT.txt": "MIT", "REUSE.toml": "MIT" };
    expect(ownLicense(repository(texts, [], "LICENSES/CC0-1.0.txt"))).toBe("MIT");
    expect(ownLicense(repository({ LICENSE: "ISC", ...texts }, [], "LICENSE"))).toBe("ISC");
  });
});
