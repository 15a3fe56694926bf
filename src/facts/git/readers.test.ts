// The readers of single git files: configuration, addresses, names, reftables.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { git, headCommit, makeRepository, temporaryFolder, writeFiles } from "../testing/git-fixtures.ts";
import { parseConfig } from "./config-file.ts";
import { findRepositories } from "./discover.ts";
import { headOf, readHead } from "./head.ts";
import { onOneLine, textOfName } from "./names.ts";
import { originOf, publicAddress } from "./origin.ts";
import { readReftable } from "./reftable.ts";

describe("configuration", () => {
  it("reads sections, quotes, escapes, continuations and comments as git does", () => {
    const text = [
      '[Remote "origin"] url = https://example.com/x.git ; comment',
      "  fetch = +refs/heads/*:refs/remotes/origin/*",
      '[remote "a \\"b\\" \\\\c"]\r',
      '\turl = "  quoted # not a comment "tail\t# comment',
      "\tpushurl = one\\",
      "two",
      "[old.Style]",
      "bare",
      "bad key = 1",
      "x = a\\tb\\nc",
    ].join("\n");
    expect(parseConfig(text).map((entry) => [entry.section, entry.subsection, entry.key, entry.value])).toEqual([
      ["remote", "origin", "url", "https://example.com/x.git"],
      ["remote", "origin", "fetch", "+refs/heads/*:refs/remotes/origin/*"],
      ["remote", 'a "b" \\c', "url", "  quoted # not a comment tail"],
      ["remote", 'a "b" \\c', "pushurl", "onetwo"],
      ["old", "Style", "bare", "true"],
      ["old", "Style", "bad", "true"],
      ["old", "Style", "x", "a\tb\nc"],
    ]);
  });

  it("agrees with git on what it writes", () => {
    const folder = makeRepository(join(temporaryFolder(), "web"));
    const value = fc.string({ unit: fc.constantFrom("a", " ", '"', "\\", "#", ";", "\t", "\n", "ü", "=", "]") });
    fc.assert(
      fc.property(value, (text) => {
        git(folder, ["config", "--file", "x", "one.Sub.key", text]);
        const found = parseConfig(git(folder, ["cat-file", "blob", git(folder, ["hash-object", "-w", "x"]).trim()]));
        expect(found.at(-1)).toEqual({ section: "one", subsection: "Sub", key: "key", value: text });
      }),
      { numRuns: 40 },
    );
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => parseConfig(text).length >= 0));
  });
});

describe("public address", () => {
  it.each([
    ["https://github.com/acme/web.git", "https://github.com/acme/web"],
    ["https://ada:s3cret@github.com/acme/web", "https://github.com/acme/web"],
    ["https://github.com/acme/web.git?token=x#y", "https://github.com/acme/web"],
    ["http://git.acme.example:8080/web/", "http://git.acme.example:8080/web"],
    ["git@github.com:acme/web.git", "https://github.com/acme/web"],
    ["GitHub.com:acme/web", "https://github.com/acme/web"],
    ["ssh://git@gitlab.com:2222/a/b/c.git", "https://gitlab.com/a/b/c"],
    ["git://example.org/x", "https://example.org/x"],
    ["/srv/git/web.git", undefined],
    ["../web", undefined],
    ["file:///home/ada/web", undefined],
    ["C:\\repos\\web", undefined],
    ["C:/repos/web", undefined],
    ["ext::sh -c 'touch x'", undefined],
    ["ext::sh", undefined],
    ["http://localhost/x", undefined],
    ["https://", undefined],
    ["", undefined],
  ])("%s", (given, expected) => {
    expect(publicAddress(given)).toBe(expected);
  });

  it("takes origin, else the only remote", () => {
    const remotes = (text: string) => originOf(parseConfig(text));
    expect(remotes('[remote "fork"]\nurl = https://h.org/f\n[remote "origin"]\nurl = https://h.org/o')).toBe("https://h.org/o");
    expect(remotes('[remote "upstream"]\nurl = https://h.org/u')).toBe("https://h.org/u");
    expect(remotes('[remote "a"]\nurl = https://h.org/a\n[remote "b"]\nurl = https://h.org/b')).toBeUndefined();
    expect(remotes("[include]\npath = /etc/passwd")).toBeUndefined();
  });

  it("never lets a password through", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "/", ":", "@", ".", "-", "%"), maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom("https://", "ssh://", "git@", "http://", ""), word, word, (scheme, before, after) => {
        const address = publicAddress(`${scheme}${before}S3CRET@host.example/${after}`);
        // The path is not a credential: only what stands before the host may hold one.
        if (scheme !== "" && !before.includes("/") && !before.includes(":")) expect(address ?? "").not.toContain("S3CRET@");
      }),
    );
  });
});

describe("names", () => {
  it("keeps different bytes different and valid text as it is", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => textOfName(Buffer.from(text)) === Buffer.from(text).toString()));
    const bytes = fc.uint8Array({ maxLength: 8 }).filter((array) => !array.includes(0x5c));
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const same = Buffer.compare(a, b) === 0;
        expect(textOfName(Buffer.from(a)) === textOfName(Buffer.from(b))).toBe(same);
      }),
    );
  });

  it("leaves nothing that breaks a line", () => {
    expect(onOneLine("a\nb\u2028c\u001b[0m")).toBe("a\\x0ab\\u2028c\\x1b[0m");
    expect(onOneLine("txt\u202Egpj.exe")).toBe("txt\\u202egpj.exe");
  });
});

describe("reftables", () => {
  const one = "1".repeat(40);
  const two = "2".repeat(40);

  it("reads values, symbolic refs, deletions and shared prefixes", () => {
    const refs = new Map<string, string>();
    expect(
      readReftable(
        table([
          ["HEAD", "ref: refs/heads/main"],
          ["refs/heads/main", one],
          ["refs/heads/old", one],
        ]),
        refs,
      ),
    ).toBe(true);
    expect(
      readReftable(
        table([
          ["refs/heads/main", two],
          ["refs/heads/old", ""],
        ]),
        refs,
      ),
    ).toBe(true);
    expect([...refs]).toEqual([
      ["HEAD", "ref: refs/heads/main"],
      ["refs/heads/main", two],
    ]);
  });

  it("reads many blocks, aligned", () => {
    const many = Array.from({ length: 900 }, (_, i): [string, string] => [`refs/heads/b${String(i).padStart(4, "0")}`, one]);
    const refs = new Map<string, string>();
    expect(readReftable(table(many, 4096), refs)).toBe(true);
    expect(refs.size).toBe(900);
  });

  it("gives the head of a repository that stores its refs so, and says when it cannot", async () => {
    const root = temporaryFolder();
    const web = makeRepository(join(root, "web"));
    const commit = headCommit(web);
    writeFileSync(join(web, ".git/HEAD"), "ref: refs/heads/.invalid\n");
    const [found] = (await findRepositories(root)).repositories;
    if (!found) throw new Error("not found");
    expect(readHead(found)).toMatchObject({ state: "unreadable" });
    writeFiles(web, {
      ".git/reftable/tables.list": "0x000000000001-0x000000000002-a.ref\n",
      ".git/reftable/0x000000000001-0x000000000002-a.ref": table([
        ["HEAD", "ref: refs/heads/main"],
        ["refs/heads/main", commit],
      ]),
    });
    expect(headOf(found)).toEqual({ commit });
    writeFiles(web, { ".git/reftable/tables.list": "../../../etc/passwd\n" });
    expect(headOf(found)).toBeUndefined();
  });

  it("survives any damage", () => {
    const whole = table([
      ["HEAD", "ref: refs/heads/main"],
      ["refs/heads/main", one],
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        fc.nat(whole.length),
        (edits, cut) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of edits) bytes[at] = value;
          expect(typeof readReftable(bytes.subarray(0, cut), new Map())).toBe("boolean");
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** A reftable as the format describes it: version 1, update index 1, restarts at every first record. */
function table(refs: readonly [string, string][], blockSize = 0): Buffer {
  const header = Buffer.alloc(24);
  header.write("REFT", "latin1");
  header[4] = 1;
  header.writeUIntBE(blockSize, 5, 3);
  const blocks: Buffer[] = [];
  let rest = refs;
  while (rest.length > 0) {
    const start = blocks.length === 0 ? 24 : 0;
    const records: Buffer[] = [];
    let size = start + 4;
    let previous = "";
    let taken = 0;
    for (const [name, value] of rest) {
      const bytes = record(previous, name, value);
      if (blockSize > 0 && size + bytes.length + 5 > blockSize) break;
      records.push(bytes);
      size += bytes.length;
      previous = name;
      taken += 1;
    }
    const block = Buffer.concat([Buffer.from([0x72, 0, 0, 0]), ...records, Buffer.from([0, 0, start + 4, 0, 1])]);
    block.writeUIntBE(block.length + start, 1, 3);
    rest = rest.slice(taken);
    const padding = blockSize > 0 && rest.length > 0 ? blockSize - start - block.length : 0;
    blocks.push(block, Buffer.alloc(padding));
  }
  return Buffer.concat([header, ...blocks, header, Buffer.alloc(44)]);
}

function record(previous: string, name: string, value: string): Buffer {
  let shared = 0;
  while (shared < previous.length && previous[shared] === name[shared]) shared += 1;
  const suffix = Buffer.from(name.slice(shared));
  const symbolic = value.startsWith("ref: ") ? Buffer.from(value.slice(5)) : undefined;
  const type = value === "" ? 0 : symbolic ? 3 : 1;
  const content = symbolic ? Buffer.concat([varint(symbolic.length), symbolic]) : Buffer.from(value, "hex");
  return Buffer.concat([varint(shared), varint(suffix.length * 8 + type), suffix, varint(0), content]);
}

function varint(value: number): Buffer {
  const bytes = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    rest -= 1;
    bytes.unshift(0x80 | (rest & 0x7f));
  }
  return Buffer.from(bytes);
}
