// Documents of all formats, broken in every way that comes to mind: reading ends with a reading or with Unreadable, soon, and with nothing else.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPurl } from "#kit";
import { Unreadable } from "../lockfiles/types.ts";
import { lockedFromSbom } from "./locked.ts";
import { readSbom } from "./read.ts";

const component =
  '{"type":"library","bom-ref":"r","group":"g","name":"n","version":"1","purl":"pkg:npm/n@1","licenses":[{"license":{"id":"MIT"}}],"hashes":[{"alg":"SHA-1","content":"00"}],"components":[{"name":"i"}]}';
const spdxPackage =
  '{"SPDXID":"SPDXRef-a","name":"a","versionInfo":"1","licenseDeclared":"MIT","externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:npm/a@1"}]}';
const documents: Readonly<Record<string, string>> = {
  "bom.json": `{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"name":"x","bom-ref":"x"},"tools":[{"name":"t"}]},"components":[${component},${component}],"dependencies":[{"ref":"x","dependsOn":["r"]}],"services":[{"bom-ref":"s"}]}`,
  "bom.xml":
    '<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.4"><metadata><component><name>x</name></component></metadata><components><component type="library" bom-ref="r"><name>n</name><version>1</version><licenses><license><id>MIT</id></license><expression>ISC</expression></licenses><hashes><hash alg="MD5">00</hash></hashes></component></components><dependencies><dependency ref="r"><dependency ref="x"/></dependency></dependencies></bom>',
  "x.spdx.json": `{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[${spdxPackage},${spdxPackage}],"relationships":[{"spdxElementId":"SPDXRef-a","relationshipType":"DEV_DEPENDENCY_OF","relatedSpdxElement":"SPDXRef-b"}],"hasExtractedLicensingInfos":[{"licenseId":"LicenseRef-1","name":"x"}]}`,
  "x.spdx":
    "SPDXVersion: SPDX-2.2\nPackageName: a\nSPDXID: SPDXRef-a\nPackageVersion: 1\nPackageComment: <text>a\nb</text>\nRelationship: SPDXRef-a DEPENDS_ON SPDXRef-b\nLicenseID: LicenseRef-1\nLicenseName: x\n",
  "x.spdx.yaml":
    "spdxVersion: SPDX-2.2\npackages:\n- SPDXID: SPDXRef-a\n  name: a\n  versionInfo: 1.10\nrelationships:\n- {spdxElementId: a, relationshipType: DEPENDS_ON, relatedSpdxElement: b}\n",
  "x.spdx3.json":
    '{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{"type":"SpdxDocument","spdxId":"d","rootElement":["a"]},{"type":"software_Package","spdxId":"a","name":"a"},{"type":"Relationship","relationshipType":"hasDeclaredLicense","from":"a","to":["l"]},{"spdxId":"l","type":"expandedlicensing_DisjunctiveLicenseSet","expandedlicensing_member":["l","https://spdx.org/licenses/MIT"]}]}',
};

async function attempt(bytes: Uint8Array, path: string): Promise<void> {
  try {
    const { packages } = lockedFromSbom(await readSbom(bytes, path), path);
    for (const item of packages) expect(formatPurl(item)).toMatch(/^pkg:/);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    expect(error.message).not.toBe("");
  }
}

/** Pieces cut out, doubled, exchanged, or put in from elsewhere. */
const change = fc.record({
  at: fc.nat(2000),
  length: fc.nat(30),
  kind: fc.constantFrom("cut", "double", "insert", "end"),
  put: fc.oneof(
    fc.constantFrom(
      '"',
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "<",
      ">",
      "&",
      "</text>",
      "<text>",
      "\n",
      "\\u0000",
      "null",
      "[]",
      "{}",
      "-1e999",
      '"__proto__":',
      "\u0000",
      "\ud800",
      "é",
      "&a ",
      "*a",
      "- ",
      "#",
      "|",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
  ),
});

function changed(text: string, changes: readonly { at: number; length: number; kind: string; put: string }[]): string {
  return changes.reduce((before, { at, length, kind, put }) => {
    const start = at % (before.length + 1);
    const piece = before.slice(start, start + length);
    if (kind === "end") return before.slice(0, start);
    const middle = kind === "cut" ? "" : kind === "double" ? piece + piece : put + piece;
    return before.slice(0, start) + middle + before.slice(start + length);
  }, text);
}

describe("whatever is done to a document", () => {
  it.each(Object.entries(documents))("%s", async (path, text) => {
    expect((await readSbom(new TextEncoder().encode(text), path)).packages.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) =>
        attempt(Buffer.from(changed(text, changes), "utf8"), path),
      ),
      { numRuns: 400 },
    );
  });

  it("values of other types than the format wants", async () => {
    const odd = fc.jsonValue({ maxDepth: 2 });
    const keys =
      "bom-ref type name version group purl scope licenses hashes properties components SPDXID versionInfo externalRefs checksums licenseDeclared ref dependsOn spdxId from to relationshipType spdxElementId relatedSpdxElement licenseId".split(
        " ",
      );
    const item = fc.dictionary(fc.constantFrom(...keys), odd, { maxKeys: 8 });
    const lists =
      "components dependencies packages relationships @graph services hasExtractedLicensingInfos metadata creationInfo documentDescribes".split(
        " ",
      );
    const document = fc.dictionary(fc.constantFrom(...lists), fc.oneof(fc.array(item, { maxLength: 3 }), odd));
    const head = fc.constantFrom(
      { bomFormat: "CycloneDX", specVersion: "1.6" },
      { spdxVersion: "SPDX-2.3" },
      { "@context": "https://spdx.org/rdf/3.0.1/x" },
    );
    await fc.assert(
      fc.asyncProperty(head, document, async (first, rest) => attempt(Buffer.from(JSON.stringify({ ...first, ...rest })), "bom.json")),
      { numRuns: 500 },
    );
  });

  it("bytes that are no text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(documents)), fc.uint8Array({ maxLength: 200 }), async (path, bytes) =>
        attempt(bytes, path),
      ),
    );
  });
});
