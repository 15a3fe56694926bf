import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { changedFilesPatch } from "./changed-files.ts";

function applied(path: string, before: string, patch: string): string {
  const folder = mkdtempSync(join(tmpdir(), "allmend-patch-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), before);
  writeFileSync(join(folder, "a.patch"), patch);
  execFileSync("git", ["init", "-q"], { cwd: folder });
  execFileSync("git", ["apply", "--whitespace=nowarn", "a.patch"], { cwd: folder });
  return readFileSync(join(folder, path), "utf8");
}

test("a change is written as git writes it", () => {
  const before = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n";
  expect(changedFilesPatch([{ path: "policies/compliance.md", before, after: before.replace("five", "5") }])).toBe(
    [
      "diff --git a/policies/compliance.md b/policies/compliance.md",
      "--- a/policies/compliance.md",
      "+++ b/policies/compliance.md",
      "@@ -2,7 +2,7 @@",
      " two\n three\n four\n-five\n+5\n six\n seven\n eight",
      "",
    ].join("\n"),
  );
});

test("nothing changed is nothing", () => {
  expect(changedFilesPatch([{ path: "a.md", before: "a\n", after: "a\n" }])).toBe("");
});

test("git makes of the first what the second is, whatever their ends", () => {
  const text = fc.array(fc.constantFrom("a", "b", "", "ü «c»"), { minLength: 1, maxLength: 14 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, fc.constantFrom("a.md", "policies/über uns.md"), (before, after, path) => {
      fc.pre(before !== after && before !== "" && after !== "");
      expect(applied(path, before, changedFilesPatch([{ path, before, after }]))).toBe(after);
    }),
    { numRuns: 40 },
  );
});

test("a file that goes is told as gone", () => {
  expect(changedFilesPatch([{ path: "a.md", before: "a\n" }])).toBe(
    "diff --git a/a.md b/a.md\ndeleted file mode 100644\n--- a/a.md\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n",
  );
});
