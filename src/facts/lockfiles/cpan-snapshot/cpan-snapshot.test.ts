import { describe, expect, it } from "vitest";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { cpanSnapshot } from "./cpan-snapshot.ts";

const PATH = "cpanfile.snapshot";

describe("cpanfile.snapshot", () => {
  it("gives distributions with authors and edges", async () => {
    const text = `# carton snapshot format: version 1.0
DISTRIBUTIONS
  HTTP-Tiny-0.088
    pathname: H/HA/HAARG/HTTP-Tiny-0.088.tar.gz
    provides:
      HTTP::Tiny 0.088
    requirements:
      Carp 0
      URI 0
  URI-v5.21
    pathname: O/OA/OALDERS/URI-v5.21.tar.gz
    provides:
      URI 5.21
      URI::file 4
    requirements:
      perl 5.008001
  nameless
`;
    const { packages, problems } = await readWith(cpanSnapshot, PATH, { [PATH]: text });
    expect(packages.map(({ namespace, name, version, line, dependsOn }) => [namespace, name, version, line, dependsOn])).toEqual([
      ["HAARG", "HTTP-Tiny", "0.088", 3, ["URI-v5.21"]],
      ["OALDERS", "URI", "v5.21", 10, []],
    ]);
    expect(problems).toMatchObject([{ line: 17 }]);
  });

  it("refuses what has no distributions, and takes what is empty", async () => {
    await expect(readWith(cpanSnapshot, PATH, { [PATH]: "hello\n" })).rejects.toBeInstanceOf(Unreadable);
    expect((await readWith(cpanSnapshot, PATH, { [PATH]: "# carton snapshot format: version 1.0\nDISTRIBUTIONS\n" })).packages).toEqual([]);
  });
});
