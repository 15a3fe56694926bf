import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { gradleVerificationMetadata } from "./gradle-verification-metadata.ts";

const PATH = "gradle/verification-metadata.xml";

function read(components: string) {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<verification-metadata xmlns="https://schema.gradle.org/dependency-verification">
   <configuration><verify-metadata>true</verify-metadata></configuration>
   <components>
${components}
   </components>
</verification-metadata>`;
  return readWith(gradleVerificationMetadata, PATH, { [PATH]: text });
}

describe("verification-metadata.xml", () => {
  it("gives components with the checksum of the library", async () => {
    const { packages } = await read(`<component group="g" name="a" version="1+2">
  <artifact name="a-1.pom"><sha256 value="ff"/></artifact>
  <artifact name="a-1.jar"><md5 value="00"/><sha256 value="ab" origin="x"/></artifact>
</component>
<component group="g" name="a" version="2"><artifact name="a-2.pom"><sha1 value="cd"/></artifact></component>
<component group="g" name="b" version="1"><artifact name="b-1.jar"><pgp value="0123"/></artifact></component>`);
    expect(packages.map((entry) => [entry.key, entry.line, entry.integrity])).toEqual([
      ["g:a:1+2", 5, "sha256:ab"],
      ["g:a:2", 9, "sha1:cd"],
      ["g:b:1", 10, undefined],
    ]);
  });

  it("tells of components without a version", async () => {
    const { packages, problems } = await read('<component group="g" name="a"/>');
    expect(packages).toEqual([]);
    expect(problems).toMatchObject([{ line: 5 }]);
  });

  it("refuses other documents", async () => {
    await expect(readWith(gradleVerificationMetadata, PATH, { [PATH]: "<project/>" })).rejects.toBeInstanceOf(Unreadable);
  });
});
