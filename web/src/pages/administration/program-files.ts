// The documents of a folder that somebody chose, by their path inside it.
const DOCUMENTS = /\.(?:md|yaml|yml|json|jsonl|csv|txt)$/;
const MOST = 5000;

/** Hidden files and what is no document stay behind. */
export async function programFiles(chosen: readonly File[]): Promise<Readonly<Record<string, string>>> {
  const inside = chosen
    .map((file) => ({ file, path: file.webkitRelativePath.split("/").slice(1).join("/") || file.name }))
    .filter(({ path }) => DOCUMENTS.test(path) && !path.split("/").some((part) => part.startsWith(".") || part === "node_modules"))
    .slice(0, MOST);
  return Object.fromEntries(await Promise.all(inside.map(async ({ file, path }) => [path, await file.text()] as const)));
}
