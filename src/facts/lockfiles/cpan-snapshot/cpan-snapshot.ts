// cpanfile.snapshot: the distributions that Carton installed (https://metacpan.org/pod/Carton).
import { EntryProblems } from "../shared/entry-problems.ts";
import { Keys } from "../shared/keys.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const cpanSnapshot: LockfileFormat = {
  id: "cpan-snapshot",
  ecosystem: "cpan",
  kind: "lockfile",
  names: ["cpanfile.snapshot"],
  matches: (path) => /(?:^|\/)cpanfile\.snapshot$/.test(path),
  read: readSnapshot,
};

interface Distribution {
  readonly id: string;
  readonly line: number;
  pathname: string;
  readonly provides: string[];
  readonly requirements: string[];
}

function readSnapshot(file: SourceFile): Reading {
  const distributions = distributionsOf(file.text);
  if (!/^DISTRIBUTIONS\s*$/m.test(file.text) && file.text.replace(/^#.*$/gm, "").trim() !== "") {
    throw new Unreadable("Not a snapshot of Carton: it has no DISTRIBUTIONS", 1, "# carton snapshot format: version 1.0");
  }
  const problems = new EntryProblems(file.path);
  const keys = new Keys();
  const named = new Map<Distribution, LockedPackage>();
  const byModule = new Map<string, string>();
  for (const distribution of distributions) {
    const entry = packageOf(distribution, keys);
    if (!entry) {
      problems.bad(`${distribution.id.slice(0, 100)} has no version.`, distribution.line, "Name-1.0");
      continue;
    }
    named.set(distribution, entry);
    for (const module of distribution.provides) byModule.set(module, entry.key);
  }
  const packages = [...named].map(([distribution, entry]) => {
    const targets = distribution.requirements.map((module) => byModule.get(module)).filter((key) => key !== undefined && key !== entry.key);
    return { ...entry, dependsOn: [...new Set(targets)] as string[] };
  });
  const list = problems.list();
  return { packages, ...(list ? { problems: list } : {}) };
}

/** By indentation: a distribution at two, its fields at four, modules at six. */
function distributionsOf(text: string): readonly Distribution[] {
  const distributions: Distribution[] = [];
  let field = "";
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.slice(0, 2_000).trimEnd();
    const plain = line.trimStart();
    const indent = line.length - plain.length;
    const current = distributions.at(-1);
    if (plain === "" || plain.startsWith("#") || indent === 0) continue;
    if (indent === 2) distributions.push({ id: plain, line: index + 1, pathname: "", provides: [], requirements: [] });
    else if (indent === 4) {
      field = plain.split(":")[0] ?? "";
      if (current && field === "pathname") current.pathname = plain.slice("pathname:".length).trim();
    } else if (current && (field === "provides" || field === "requirements")) current[field].push(plain.split(/\s/)[0] ?? "");
  }
  return distributions;
}

function packageOf(distribution: Distribution, keys: Keys): LockedPackage | undefined {
  const found = /^(.+)-(v?\d[\w.]*(?:-TRIAL\d*)?)$/.exec(distribution.id);
  if (!found?.[1] || !found[2]) return undefined;
  // S/SR/SRI/Name-1.0.tar.gz: the third part is the author, the namespace of CPAN.
  const namespace = /^\w\/\w{2}\/([\w-]+)\//.exec(distribution.pathname)?.[1];
  return {
    key: keys.unique(distribution.id),
    type: "cpan",
    ...(namespace === undefined ? {} : { namespace }),
    name: found[1],
    version: found[2],
    scope: "production",
    line: distribution.line,
  };
}
