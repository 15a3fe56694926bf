import { expect } from "vitest";
import { Unreadable } from "../lockfiles/types.ts";
import { readSbom } from "../sboms/read.ts";
import type { SbomLimits, SbomReading } from "../sboms/types.ts";

export function read(text: string | Uint8Array, path = "bom.json", limits: Partial<SbomLimits> = {}): Promise<SbomReading> {
  return readSbom(typeof text === "string" ? new TextEncoder().encode(text) : text, path, limits);
}

export async function failure(text: string | Uint8Array, path?: string, limits?: Partial<SbomLimits>): Promise<Unreadable> {
  const error: unknown = await read(text, path, limits).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Unreadable);
  return error as Unreadable;
}

/** One package a line: what there is to say about it. */
export function told(reading: SbomReading): readonly string[] {
  return reading.packages.map((item) => {
    const name = item.group ? `${item.group}/${item.name}` : item.name;
    const licenses = item.licenses.map((license) => license.value).join(",");
    const targets = item.dependsOn?.map((index) => reading.packages[index]?.name).join(",");
    return [name, item.version, item.purl, item.scope ?? "-", licenses, targets ?? "?"].join("|");
  });
}

export const tagValue = `SPDXVersion: SPDX-2.3
SPDXID: SPDXRef-DOCUMENT
DocumentName: doc
DocumentNamespace: https://example.com/doc
Creator: Tool: maker-1.0
Created: 2026-01-01T00:00:00Z
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-root

PackageName: root
SPDXID: SPDXRef-root
PackageVersion: 1
PackageLicenseDeclared: NOASSERTION
Relationship: SPDXRef-root DEPENDS_ON SPDXRef-a

PackageName: a
SPDXID: SPDXRef-a
PackageVersion: 1.10
PackageComment: <text>PackageName: not a package
over lines</text>
PackageChecksum: SHA256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
PackageLicenseDeclared: LicenseRef-1
PackageLicenseConcluded: MIT
ExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1.10

PackageName: b
SPDXID: SPDXRef-b
PackageVersion: 2
Relationship: SPDXRef-b DEPENDENCY_OF SPDXRef-a
Relationship: SPDXRef-b DEPENDS_ON NONE

# a comment
PackageName: c
SPDXID: SPDXRef-c
PackageVersion: 3
Relationship: SPDXRef-c DEV_DEPENDENCY_OF SPDXRef-root

FileName: ./x
SPDXID: SPDXRef-file

LicenseID: LicenseRef-1
LicenseName: Acme License
ExtractedText: <text>Do as you like.</text>
`;

export const yaml = `spdxVersion: "SPDX-2.3"
SPDXID: "SPDXRef-DOCUMENT"
name: doc
documentNamespace: https://example.com/doc
creationInfo:
  created: "2026-01-01T00:00:00Z"
  creators: ["Tool: maker-1.0"]
documentDescribes: [SPDXRef-root]
packages:
- SPDXID: SPDXRef-root
  name: root
  versionInfo: 1
  licenseDeclared: NOASSERTION
- SPDXID: SPDXRef-a
  name: a
  versionInfo: 1.10
  licenseDeclared: LicenseRef-1
  licenseConcluded: MIT
  checksums:
  - algorithm: SHA256
    checksumValue: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
  externalRefs:
  - referenceCategory: PACKAGE-MANAGER
    referenceType: purl
    referenceLocator: pkg:npm/a@1.10
- {SPDXID: SPDXRef-b, name: b, versionInfo: 2}
- {SPDXID: SPDXRef-c, name: c, versionInfo: 3}
hasExtractedLicensingInfos:
- {licenseId: LicenseRef-1, name: Acme License, extractedText: Do as you like.}
relationships:
- {spdxElementId: SPDXRef-root, relationshipType: DEPENDS_ON, relatedSpdxElement: SPDXRef-a}
- {spdxElementId: SPDXRef-b, relationshipType: DEPENDENCY_OF, relatedSpdxElement: SPDXRef-a}
- {spdxElementId: SPDXRef-c, relationshipType: DEV_DEPENDENCY_OF, relatedSpdxElement: SPDXRef-root}
- {spdxElementId: SPDXRef-b, relationshipType: DEPENDS_ON, relatedSpdxElement: NONE}
`;
