// Whatever a document holds, loading ends, throws nothing, and says something when there is something to say.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Documents, load, smallProgram } from "../testing/folders.ts";
import { tinyPack, withTinyPack } from "../testing/tiny-pack.ts";

const example = "../shared/design/example-program";

function documentsIn(folder: string): Documents {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, "utf8")];
    }),
  );
}

const fragments = [
  "",
  "-",
  ": ",
  "\n",
  "  ",
  "---\n",
  "```yaml rule\n",
  "```\n",
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  "*a",
  "&a ",
  "!!x ",
  "? ",
  "|\n",
  ">-\n",
  "#",
  "${x}",
  "__proto__: 1\n",
  "constructor: 1\n",
  "null",
  "\u0000",
  "\uFEFF",
  "\u2028",
  "💥",
  "\t",
  "1e999",
  "<<: *a\n",
] as const;

/** A document with some of it cut out, doubled or replaced. */
function mutated(text: string, edits: readonly { readonly at: number; readonly cut: number; readonly put: string }[]): string {
  let result = text;
  for (const { at, cut, put } of edits) {
    const index = at % (result.length + 1);
    result = result.slice(0, index) + put + result.slice(index + cut);
  }
  return result;
}

const edits = fc.array(
  fc.record({ at: fc.nat(100_000), cut: fc.nat(40), put: fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 12 })) }),
  { minLength: 1, maxLength: 6 },
);

async function survives(documents: Documents, runs: number): Promise<void> {
  const paths = Object.keys(documents).filter((path) => /\.(?:yaml|md|jsonl)$/.test(path));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), edits, async (path, changes) => {
      const { program, problems } = await load({ ...documents, [path]: mutated(String(documents[path]), changes) });
      expect(program !== undefined || problems.some(({ severity }) => severity === "error")).toBe(true);
      for (const { message, line } of problems) {
        expect(message.length).toBeGreaterThan(0);
        if (line !== undefined) expect(line).toBeGreaterThan(0);
      }
      expect(Object.prototype).toEqual({});
    }),
    { numRuns: runs },
  );
}

describe("mutated documents", () => {
  const records = {
    "records/a.jsonl":
      '{"kind":"attestation","at":"2026-01-01","data":{"a":1}}\n{"kind":"waiver","at":"2026-01-01","data":{"rule":"no-network","about":{"product":"portal"},"because":"b","owner":"ospo","expires":"2027-01-01"}}\n',
  };

  it("of a small program", () =>
    survives({ ...smallProgram, ...records, "licenses.yaml": "categories: { MIT: { strength: weak } }\n" }, 120));
  it("of a pack, and of a program over it", async () => {
    await survives(tinyPack, 80);
    await survives(
      withTinyPack({ "policies/compliance.md": "---\npolicy: compliance\ntitle: x\nstate: draft\noff: { permissive: y }\n---\n" }),
      150,
    );
  });
  it.skipIf(!existsSync(example))("of the example program (skipped without ../shared)", () => survives(documentsIn(example), 100));

  it("even of nothing but noise", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(
          "organization.yaml",
          "strategy.md",
          "policies/compliance.md",
          "licenses.yaml",
          "records/a.jsonl",
          "cases/x.yaml",
          "registers/x.yaml",
        ),
        async (bytes, path) => {
          await load({ ...smallProgram, [path]: bytes });
        },
      ),
      { numRuns: 80 },
    );
  });
});
