import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadIn, printed, smallProgram, withFolder } from "../testing/folders.ts";

describe("the files of a program", () => {
  it("follows links inside its folder and refuses those that leave it", async () => {
    await withFolder({ ...smallProgram, "policies/notes.txt": "x" }, async (folder) => {
      symlinkSync("../licenses-of-ours.yaml", join(folder, "policies", "nothing"));
      symlinkSync("/etc/hostname", join(folder, "licenses.yaml"));
      symlinkSync("/etc", join(folder, "cases"));
      symlinkSync("policies/compliance.md", join(folder, "policies", "discovery.md"));
      symlinkSync("compliance.md", join(folder, "policies", "code-management.md"));
      const { problems } = await loadIn(folder);
      const shown = printed(problems).filter((line) => !line.includes("code-management"));
      expect(shown).toEqual([
        "cases  error  This link points outside the program's folder; it is not read. Copy the document here, or make a pack of it and extend that.  [link-leaves-folder]",
        "licenses.yaml  error  This link points outside the program's folder; it is not read. Copy the document here, or make a pack of it and extend that.  [link-leaves-folder]",
        "policies/discovery.md  error  It cannot be read (ENOENT).  [document-unreadable]",
      ]);
      expect(problems.some(({ code, file }) => code === "area-mismatch" && file === "policies/code-management.md")).toBe(true);
    });
  });

  it("reads UTF-16 that says so, and tells of what is no text at all", async () => {
    const utf16 = Buffer.from(`\uFEFF${smallProgram["organization.yaml"]}`, "utf16le");
    await withFolder({ ...smallProgram, "organization.yaml": utf16 }, async (folder) => {
      const { program, problems } = await loadIn(folder);
      expect(printed(problems)).toEqual([]);
      expect(program?.organization.name).toBe("Small");
    });
    const broken = Buffer.concat([Buffer.from("# one\n# "), Buffer.from([0xff, 0x80]), Buffer.from("\n")]);
    await withFolder({ ...smallProgram, "licenses.yaml": broken }, async (folder) => {
      expect(printed((await loadIn(folder)).problems)).toContainEqual(
        "licenses.yaml:2  warning  The file holds bytes that are not UTF-8. Expected: a text saved as UTF-8.  [document-encoding]",
      );
    });
  });

  it("reads no folder as a document, and no document over the limit", async () => {
    await withFolder({ ...smallProgram, "licenses.yaml": `# ${"x".repeat(2 * 1024 * 1024)}\n` }, async (folder) => {
      mkdirSync(join(folder, "policies", "discovery.md"));
      const { problems } = await loadIn(folder);
      expect(printed(problems)).toEqual([
        "licenses.yaml  error  The file has 2097155 bytes. Expected: at most 2097152 bytes.  [document-too-large]",
        "policies/discovery.md  error  It cannot be read (it is no file).  [document-unreadable]",
      ]);
    });
  });
});
