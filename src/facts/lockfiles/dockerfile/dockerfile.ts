// Dockerfile, Containerfile: the images that an image is built from.
import { EntryProblems } from "../shared/entry-problems.ts";
import { strongerScope } from "../shared/graph.ts";
import { imageOf, isForDevelopers } from "../shared/image.ts";
import { nameOf } from "../shared/paths.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type SourceFile, Unreadable } from "../types.ts";
import { instructionsOf } from "./instructions.ts";
import { type ImageUse, stagesOf } from "./stages.ts";

export const dockerfile: LockfileFormat = {
  id: "dockerfile",
  ecosystem: "docker",
  kind: "manifest",
  names: ["Dockerfile", "Containerfile"],
  matches: isDockerfile,
  read: readDockerfile,
};

/** `Dockerfile`, `Dockerfile.web`, `web.Dockerfile`, `Containerfile`; not what only talks about them or makes them. */
function isDockerfile(path: string): boolean {
  const name = nameOf(path).toLowerCase();
  if (
    /\.(?:dockerignore|containerignore|md|txt|j2|jinja2?|erb|eex|tmpl|tpl|template|in|mustache|hbs|ejs|ts|js|py|go|rb|sh|ps1|json|ya?ml|bak|orig)$/.test(
      name,
    )
  )
    return false;
  return /^(?:docker|container)file(?:[._-]|$)/.test(name) || /[._-](?:docker|container)file$/.test(name);
}

function readDockerfile(file: SourceFile): Reading {
  const instructions = instructionsOf(file.text);
  const stages = stagesOf(instructions);
  if (stages.count === 0 && file.text.trim() !== "") throw new Unreadable("Not a Dockerfile: it has no FROM", 1, "FROM image");
  const problems = new EntryProblems(file.path);
  const packages = new Map<string, LockedPackage>();
  for (const use of stages.images) {
    const isShipped = stages.shipped.has(use.stage) && !isForDevelopers(file.path);
    const entry = packageOf(use, isShipped, problems);
    const known = entry && packages.get(entry.key);
    if (known) packages.set(known.key, { ...known, scope: strongerScope(known.scope, entry.scope) });
    else if (entry) packages.set(entry.key, entry);
  }
  const list = problems.list();
  return { packages: [...packages.values()], ...(list ? { problems: list } : {}) };
}

function packageOf(use: ImageUse, isShipped: boolean, problems: EntryProblems): LockedPackage | undefined {
  // Where only the tag depends on an argument, the image is still known.
  const image = imageOf(use.reference ?? withoutOpenTag(use.written));
  if (!image) {
    problems.note(`The image ${JSON.stringify(use.written.slice(0, 100))} is not known before the build.`, use.line);
    return undefined;
  }
  return {
    key: [use.reference ?? use.written, ...(use.platform === undefined ? [] : [use.platform])].join(" "),
    ...(use.reference === undefined ? { ...image, version: "", range: use.written.slice(withoutOpenTag(use.written).length + 1) } : image),
    scope: isShipped ? "production" : "development",
    direct: true,
    line: use.line,
    ...(use.platform === undefined ? {} : { qualifiers: { ...image.qualifiers, platform: use.platform } }),
  };
}

function withoutOpenTag(written: string): string {
  const variable = written.indexOf("$");
  const colon = written.lastIndexOf(":", variable);
  return colon > written.lastIndexOf("/", variable) ? written.slice(0, colon) : written;
}
