// What the tree carries that is no source of its own: large files, submodules, vendored code.
import type { Check } from "../types.ts";
import { vendorFolderOf } from "../shared/vendored.ts";

const LARGE_BYTES = 5 * 1024 * 1024;
const MAX_FOLDERS = 100;

export const contents: Check = {
  id: "contents",
  facts: ["empty", "shallow", "largeFiles", "submodules", "vendoredFolders"],
  collect({ tree, folders }, answers) {
    const vendored = new Set<string>();
    const large: { path: string; size: number }[] = [];
    const submodules: string[] = [];
    for (const file of tree.files) {
      if (file.kind === "submodule") submodules.push(file.path);
      if (file.size !== undefined && file.size > LARGE_BYTES) large.push({ path: file.path, size: file.size });
    }
    for (const path of folders) {
      const folder = vendorFolderOf(`${path}/`);
      if (folder !== undefined && vendored.size < MAX_FOLDERS) vendored.add(folder);
    }
    large.sort((a, b) => b.size - a.size);
    answers.set("empty", tree.files.length === 0);
    if (tree.kind === "git") answers.set("shallow", tree.shallow === true);
    answers.set("largeFiles", large.length, ...large.map(({ path, size }) => ({ path, note: `${(size / 1024 / 1024).toFixed(1)} MiB` })));
    answers.set("submodules", submodules.length, ...submodules.map((path) => ({ path })));
    const others = [...vendored].sort();
    answers.set("vendoredFolders", others, ...others.map((path) => ({ path })));
  },
};
