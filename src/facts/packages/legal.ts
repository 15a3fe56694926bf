// The files of packages that go along with a product: licence texts and notices, word by word. Read where packages are installed, else in the user's caches.
import { decodeText } from "../text.ts";
import { isNotice } from "./texts.ts";
import { type PackageQuestion, type PackageRepository, type ReadPackagesOptions, Shelves } from "./read.ts";
import type { Found, Shelf } from "./types.ts";

export interface LegalFile {
  /** Inside its repository or cache. */
  readonly path: string;
  readonly kind: "license" | "notice";
  readonly text: string;
}

const MOST_NOTICES = 12;

/** Files by purl; a package that lies nowhere, or has none, is not among them. Texts that are the same are held once. */
export async function readLegalFiles(
  questions: readonly PackageQuestion[],
  repositories: readonly PackageRepository[],
  options: ReadPackagesOptions,
): Promise<ReadonlyMap<string, readonly LegalFile[]>> {
  const shelves = new Shelves(repositories, options);
  const held = new Map<string, string>();
  const files = new Map<string, readonly LegalFile[]>();
  for (const [index, { purl, repositories: users }] of questions.entries()) {
    const hit = await shelves.findPurl(purl, users);
    if (hit) {
      const found = [...filesOf(hit.found, hit.shelf.shelf, hit.shelf.prefix, held)];
      if (found.length > 0) files.set(purl, found);
    }
    if (index % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
  }
  await shelves.save();
  return files;
}

/** A text of many megabytes is not repeated, and not dropped either. */
function tooLong(path: string): Uint8Array {
  return Buffer.from(`This file is too long to be repeated here; it goes along as it is: ${path}\n`);
}

function* filesOf(found: Found, { place }: Shelf, prefix: string, held: Map<string, string>): Generator<LegalFile> {
  const file = (kind: LegalFile["kind"], path: string, bytes: Uint8Array): LegalFile => {
    const text = decodeText(bytes);
    if (!held.has(text)) held.set(text, text);
    return { path: prefix + path, kind, text: held.get(text) ?? text };
  };
  const { texts, notices = [] } = found.describe();
  for (const { path, bytes, cut } of texts) yield file("license", path, cut ? tooLong(path) : bytes);
  for (const { path, bytes } of [...notices].slice(0, MOST_NOTICES)) yield file("notice", path, bytes);
  const names = place.list(found.key).files.filter(isNotice);
  for (const name of names.slice(0, MOST_NOTICES)) {
    const bytes = place.bytes(`${found.key}/${name}`);
    if (bytes) yield file("notice", `${found.key}/${name}`, bytes);
  }
}
