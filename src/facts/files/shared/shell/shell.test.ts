import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { downloadsIn } from "./downloads.ts";
import { parseShell } from "./parse.ts";

const words = (script: string) => parseShell(script).map((command) => command.words.map((word) => word.text).join(" "));

describe("a script as commands", () => {
  it("finds them in whatever structure they stand", () => {
    expect(words("a 1; b && c || d & e\nif f; then g; fi # h\nfor x in 1; do i; done")).toEqual([
      "a 1",
      "b",
      "c",
      "d",
      "e",
      "f",
      "g",
      "for x in 1",
      "i",
    ]);
    expect(words("echo $(curl x) `wget y` (sub one)\n{ two; }\nA=1 B=2 three")).toEqual([
      "curl x",
      "wget y",
      "echo  ",
      "sub one",
      "two",
      "three",
    ]);
    expect(words("f() {\n  g\n}\ncase x in\n a) h ;;\nesac")).toContain("g");
  });

  it("knows lines, continuations, here-documents, quotes", () => {
    expect(parseShell("a \\\n b\n\nc <<END\nd e\nEND\nf 'x\ny' z\ng").map(({ words: [first], line }) => [first?.text, line])).toEqual([
      ["a", 0],
      ["c", 3],
      ["f", 6],
      ["g", 8],
    ]);
    expect(parseShell(`x "a b" 'c d' e"f" "$g"`)[0]?.words.map(({ text, quote, plain }) => [text, quote, plain])).toEqual([
      ["x", "", true],
      ["a b", '"', true],
      ["c d", "'", true],
      ["ef", "", false],
      ["", '"', false],
    ]);
  });

  it("sees where output goes", () => {
    expect(parseShell("curl x > /tmp/a 2>&1")[0]).toMatchObject({ output: "/tmp/a" });
    expect(parseShell("a 2>b | c")[0]?.pipe?.words[0]?.text).toBe("c");
  });

  it("reads anything, in time that grows with its length", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab \t\n'\"`$(){}<>|&;#\\=2"), maxLength: 300 }), (script) => {
        expect(Array.isArray(downloadsIn(script))).toBe(true);
      }),
      { numRuns: 500 },
    );
    for (const piece of ["(", "`", "'a'", "$(", '"$(', "<<a\n", "<<a ", "a|", "<(", "\\", "${", "a\n", "}", ")"]) {
      const started = process.cpuUsage().user;
      downloadsIn(piece.repeat(200_000 / piece.length));
      expect((process.cpuUsage().user - started) / 1e6, piece).toBeLessThan(8);
    }
  });
});

describe("downloads", () => {
  const kinds = (script: string) => downloadsIn(script).map(({ kind, pinned, line }) => `${line}:${kind}${pinned ? "" : "!"}`);

  it("are loose where what was fetched is run", () => {
    expect(kinds("curl -s https://x.example/i.sh | sudo bash")).toEqual(["0:run!"]);
    expect(kinds("bash <(wget -qO- https://x.example/i.sh)")).toEqual(["0:run!"]);
    expect(kinds("curl https://x.example/i > /tmp/i\nchmod +x /tmp/i\n/tmp/i")).toEqual(["2:run!"]);
    expect(kinds("wget https://x.example/tools/run.sh && sh ./run.sh")).toEqual(["0:run!"]);
    expect(kinds('bash -c "curl https://x.example | sh"')).toEqual(["0:run!"]);
    expect(kinds("curl -O https://x.example/file.tar && tar xf file.tar; curl x | jq .")).toEqual([]);
    expect(kinds(`curl https://raw.githubusercontent.com/o/r/${"a".repeat(40)}/i.sh | sh`)).toEqual([]);
  });

  it("are pinned by lockfiles, hashes, commits, full versions of Go", () => {
    expect(kinds("npm ci\nnpm install\nnpm i -g x\nnpm run build")).toEqual(["0:npm", "1:npm!", "2:npm!"]);
    expect(
      kinds("pip install -r r.txt --require-hashes\npip3 install x\npython3 -m pip install x.whl\npip install --no-deps -e ."),
    ).toEqual(["0:pip", "1:pip!", "2:pip", "3:pip"]);
    expect(
      kinds(
        `go install ./...\ngo install x.io/a/b@v1.2.3\ngo install x.io/a/b@latest\ngo get -insecure x.io/a/b@v1.2.3\ngo install x.io/a/b@${"a".repeat(40)}`,
      ),
    ).toEqual(["0:go", "1:go", "2:go!", "3:go!", "4:go"]);
    expect(
      kinds(
        "choco install x --requirechecksum\nchoco install x\ndotnet restore --locked-mode\nnuget restore\ndotnet add package x -v 1.0.0",
      ),
    ).toEqual(["0:choco", "1:choco!", "2:nuget", "3:nuget!", "4:nuget"]);
  });
});
