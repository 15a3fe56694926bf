import { describe, expect, test } from "vitest";
import { sampleProgram } from "../testing/sample-program.ts";
import { licenseKindsOf, licensePage } from "./licenses.ts";

describe("licences in plain words", () => {
  test("what is in use is sorted by what it asks, the mildest first and the unknown last; a choice counts as its milder side", () => {
    const counted = (license: string | undefined) => ({ ...(license === undefined ? {} : { license }), versions: 1, uses: 2 });
    const kinds = licenseKindsOf(
      [counted(undefined), counted("GPL-3.0-only"), counted("MIT OR GPL-3.0-only"), counted("MIT")],
      sampleProgram,
      "en",
    );
    expect(kinds.map(({ kind, versions }) => [kind, versions])).toEqual([
      ["permissive", 2],
      ["strong", 1],
      ["unknown", 1],
    ]);
    expect(kinds[0]?.text).toContain("keep the notice");
  });

  test("a licence tells each duty once, with when it arises and where it says so; what always holds comes last", () => {
    const [agpl] = licensePage("AGPL-3.0-only", sampleProgram, "de")?.atoms ?? [];
    const terms = agpl?.terms ?? [];
    expect(new Set(terms.map(({ kind }) => kind)).size).toBe(terms.length);
    expect(terms.find(({ kind }) => kind === "network-source")).toMatchObject({
      trigger: "people use it over a network",
      source: "AGPL-3.0-only §13",
      text: "Den Quelltext denen anbieten, die es über das Netz verwenden",
    });
    expect(terms.at(-1)?.standing).toBe(true);
  });

  test("a permissive licence asks for nothing but notices, and what is no expression is no licence", () => {
    const [mit] = licensePage("MIT", sampleProgram, "en")?.atoms ?? [];
    expect(mit?.terms.filter(({ standing }) => !standing).map(({ kind }) => kind)).toEqual(["attribution", "license-text"]);
    expect(licensePage("<script>", sampleProgram, "en")).toBeUndefined();
  });
});
