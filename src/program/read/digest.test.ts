import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { smallProgram, withFolder } from "../testing/folders.ts";
import { documentsDigest } from "./digest.ts";

it("names the documents of a folder and of its packs, and what stands in the way of reading them", async () => {
  await withFolder(smallProgram, async (folder) => {
    const seen = new Set<string>();
    const changed = async () => {
      const digest = await documentsDigest(folder);
      expect(await documentsDigest(folder)).toBe(digest);
      const fresh = !seen.has(digest);
      seen.add(digest);
      return fresh;
    };
    expect(await changed()).toBe(true);
    writeFileSync(join(folder, "notes.txt"), "none of the documents");
    expect(await changed()).toBe(false);
    writeFileSync(join(folder, "licenses.yaml"), "waivers: []\n");
    expect(await changed()).toBe(true);
    renameSync(join(folder, "licenses.yaml"), join(folder, "licences.yaml"));
    expect(await changed()).toBe(true);
    rmSync(join(folder, "licences.yaml"));
    expect(await changed()).toBe(false);
    mkdirSync(join(folder, "packs", "house"), { recursive: true });
    expect(await changed()).toBe(true);
    writeFileSync(join(folder, "packs", "house", "pack.yaml"), "pack: house\n");
    expect(await changed()).toBe(true);
    mkdirSync(join(folder, "records"));
    writeFileSync(join(folder, "records", "2026.jsonl"), "{}\n");
    expect(await changed()).toBe(true);
    symlinkSync("/etc", join(folder, "packs", "abroad"));
    expect(await changed()).toBe(true);
    rmSync(join(folder, "packs", "abroad"));
    symlinkSync("house", join(folder, "packs", "abroad"));
    expect(await changed()).toBe(true);
  });
});
