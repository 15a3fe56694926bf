// Base images of Dockerfiles: how many, and how many are pinned by digest (OpenSSF Scorecard, Pinned-Dependencies).
import type { Evidence } from "../../subjects.ts";
import type { TreeFile } from "../../tree.ts";
import { isTestData, vendorFolderOf } from "../shared/vendored.ts";
import type { Check } from "../types.ts";

const NAME = /(?:^|\/)(?:(?:dockerfile|containerfile)(?:[.-][^/]{1,100})?|[^/]{1,100}\.(?:dockerfile|containerfile))$/i;
const NOT_ONE = /\.(?:dockerignore|md|txt|sh|py|js|ts|go|rb|json|ya?ml|j2|tmpl|tpl|erb|template)$/i;
const MAX_FILES = 300;
const MAX_BYTES = 512 * 1024;

export const dockerfiles: Check = {
  id: "dockerfiles",
  facts: ["baseImages", "baseImagesPinnedShare"],
  async collect(files, answers) {
    const found = files.tree.files.filter(isDockerfile).slice(0, MAX_FILES);
    const texts = await Promise.all(found.map((file) => files.text(file, MAX_BYTES)));
    if (texts.some((text) => text === undefined)) return;
    const images = found.flatMap(({ path }, at) => baseImagesIn(texts[at] as string).map((image) => ({ path, ...image })));
    const loose: Evidence[] = images
      .filter((image) => !image.pinned)
      .map(({ path, line, name }) => ({ path, line, note: name.slice(0, 200) }));
    answers.set("baseImages", images.length);
    if (images.length > 0) answers.set("baseImagesPinnedShare", (images.length - loose.length) / images.length, ...loose);
  },
};

/** By its name; those of others, and templates, are none. */
export function isDockerfile(file: TreeFile): boolean {
  return (
    file.kind === "file" &&
    NAME.test(file.path) &&
    !NOT_ONE.test(file.path) &&
    vendorFolderOf(file.path) === undefined &&
    !isTestData(file.path)
  );
}

/** Names of images are far shorter; patterns take the square of a line's length. */
const LONGEST_LINE = 2000;

interface BaseImage {
  readonly name: string;
  readonly line: number;
  readonly pinned: boolean;
}

/** Images that a build fetches (a digest that is a variable is one): `scratch` and earlier stages are none. Defaults of ARGs before the first FROM are filled in. */
export function baseImagesIn(text: string): BaseImage[] {
  const images: BaseImage[] = [];
  const defaults = new Map<string, string>();
  const stages = new Set<string>();
  text.split("\n").forEach((line, at) => {
    const raw = line.slice(0, LONGEST_LINE);
    const argument = /^\s*ARG\s+(\w{1,100})=("[^"]*"|'[^']*'|\S*)/i.exec(raw);
    if (argument && stages.size === 0 && images.length === 0)
      defaults.set(argument[1] as string, (argument[2] as string).replace(/^["']|["']$/g, ""));
    const from = /^\s*FROM\s+(.*)$/i.exec(raw);
    if (!from) return;
    const words = (from[1] as string).split(/\s+/).filter((word) => word !== "" && word !== "\\" && !word.startsWith("--"));
    const name = filled(words[0] ?? "", defaults);
    const isStage = stages.has(name.toLowerCase());
    if (words[1]?.toLowerCase() === "as" && words[2]) stages.add(words[2].toLowerCase());
    if (name === "" || name.toLowerCase() === "scratch" || isStage) return;
    images.push({ name, line: at + 1, pinned: /@sha256:(?:[0-9a-f]{64}|\$\{?\w{1,100}\}?)$/i.test(name) });
  });
  return images;
}

function filled(name: string, defaults: ReadonlyMap<string, string>): string {
  return name.replace(
    /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g,
    (whole, braced, fallback, bare) => defaults.get(braced ?? bare) ?? fallback ?? whole,
  );
}
