// Requirements files of pip: https://pip.pypa.io/en/stable/reference/requirements-file-format/ . Also what pip-compile, uv and pip freeze write.
import type { LockedPackage, LockfileFormat, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { namesDevelopment } from "../shared/graph.ts";
import { Keys } from "../shared/keys.ts";
import { NameIndex } from "../shared/name-index.ts";
import { folderOf, nameOf } from "../shared/paths.ts";
import { normalName } from "../shared/python/names.ts";
import { type AskedLine, RequirementsWalk } from "./walk.ts";

const NAME = /^(?:.{0,80}[-_.])?requirements?(?:[-_.].{0,80})?\.(?:txt|pip)$/i;

/** The pinning and asking files of pip by any usual name: `requirements.txt`, `dev-requirements.txt`, `requirements/test.txt`. */
export const pipRequirements: LockfileFormat = {
  id: "pip-requirements",
  ecosystem: "pypi",
  kind: "lockfile",
  names: ["requirements.txt"],
  matches: (path) => NAME.test(nameOf(path)) || (path.endsWith(".txt") && nameOf(folderOf(path)) === "requirements"),
  covers: { formats: ["pip-requirements-in"] },
  read: readRequirements,
};

/** What pip-compile and uv turn into a requirements file; counts only where that file is missing. */
export const pipRequirementsIn: LockfileFormat = {
  id: "pip-requirements-in",
  ecosystem: "pypi",
  kind: "manifest",
  names: ["requirements.in"],
  matches: (path) => path.endsWith(".in") && (NAME.test(`${nameOf(path).slice(0, -3)}.txt`) || nameOf(folderOf(path)) === "requirements"),
  read: readRequirements,
};

async function readRequirements(file: SourceFile, context: ReadContext): Promise<Reading> {
  const problems = new EntryProblems(file.path);
  const walk = new RequirementsWalk(context, problems);
  await walk.read(file, scopeOfPath(file.path));
  const first = problems.first;
  if (walk.asked.length === 0 && !walk.understood && first?.code === "lockfile-entry") {
    throw new Unreadable(first.message, first.line, "requirements as pip reads them, one a line");
  }
  return { packages: packagesOf(walk, file.path.endsWith(".in")), alsoRead: walk.alsoRead, problems: problems.list() };
}

/** Development where the file's name, or the folder that it is in, says so. */
function scopeOfPath(path: string): Scope {
  const folder = nameOf(folderOf(path));
  return namesDevelopment(nameOf(path).replace(/\.\w+$/, "")) || namesDevelopment(folder) ? "development" : "production";
}

function packagesOf(walk: RequirementsWalk, written: boolean): LockedPackage[] {
  const keys = new Keys();
  const byText = new Map<string, AskedLine & { key: string }>();
  const keysByName = new NameIndex();
  for (const asked of walk.asked) {
    const name = normalName(asked.name);
    const text = JSON.stringify([name, asked.pin.version, asked.pin.range, asked.pin.source?.address]);
    if (byText.has(text)) continue;
    const key = keys.unique(asked.pin.version === "" ? name : `${name}@${asked.pin.version}`);
    byText.set(text, { ...asked, key });
    keysByName.add(name, key);
  }
  const lines = [...byText.values()];
  const dependsOn = edgesFromVia(lines, keysByName);
  // Tools pin everything: a file with an open version was written by a person, who asks for all that it names.
  const byHand = written || lines.some((line) => line.pin.version === "" && line.via === undefined);
  return lines.map((line) => ({
    key: line.key,
    type: "pypi",
    name: line.name,
    ...line.pin,
    scope: line.scope,
    direct: line.via ? line.via.some(isOurs) : byHand ? true : undefined,
    line: line.line,
    dependsOn: dependsOn.get(line.key),
    integrity: line.hash,
  }));
}

/** `-r requirements.in` and `our-name (pyproject.toml)` are files of ours; other names are packages. */
function isOurs(via: string): boolean {
  return via.startsWith("-r") || via.endsWith(")");
}

function edgesFromVia(lines: readonly (AskedLine & { key: string })[], keysByName: NameIndex): Map<string, string[]> {
  const edges = new Map<string, string[]>();
  for (const line of lines) {
    for (const via of line.via ?? []) {
      if (isOurs(via) || via.startsWith("-")) continue;
      for (const parent of keysByName.of(normalName(via.replace(/\[.*$/s, "")))) {
        const known = edges.get(parent);
        if (known) known.push(line.key);
        else edges.set(parent, [line.key]);
      }
    }
  }
  return edges;
}
