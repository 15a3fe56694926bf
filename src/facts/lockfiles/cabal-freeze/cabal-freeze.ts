// cabal.project.freeze: versions that cabal froze (https://cabal.readthedocs.io/en/stable/cabal-commands.html#cabal-freeze).
import { EntryProblems } from "../shared/entry-problems.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type SourceFile } from "../types.ts";
import { type Constraint, constraintsOf } from "./constraints.ts";

export const cabalFreeze: LockfileFormat = {
  id: "cabal-freeze",
  ecosystem: "hackage",
  kind: "lockfile",
  names: ["cabal.project.freeze"],
  // cabal.project may have another name: `foo.project`, frozen as `foo.project.freeze`.
  matches: (path) => path.endsWith(".project.freeze"),
  read: readFreeze,
};

function readFreeze(file: SourceFile): Reading {
  const problems = new EntryProblems(file.path);
  const constraints = constraintsOf(file.text);
  // Cabal writes `any.` before every name it freezes; a constraint without it, beside others with it, is a person's own and binds only the top level.
  const isQualified = constraints.some((constraint) => constraint.qualifier === "any");
  const packages = new Map<string, LockedPackage>();
  for (const constraint of constraints) {
    if (isQualified && constraint.qualifier !== "any") continue;
    const { name, line } = constraint;
    for (const version of exactVersions(constraint)) {
      const key = `${name}-${version}`;
      packages.set(key, { key, type: "hackage", name, version, scope: "production", line });
    }
  }
  if (constraints.length === 0 && file.text.trim() !== "") problems.note("This freeze file holds no constraints.");
  const list = problems.list();
  return { packages: [...packages.values()], ...(list ? { problems: list } : {}) };
}

/** `==1.2.3`, or several with `||`; flags, `installed` (what comes with the compiler) and ranges freeze no version. */
function exactVersions(constraint: Constraint): readonly string[] {
  const versions = constraint.requirement.split("||").map((part) => /^==\s*(\d+(?:\.\d+)*)$/.exec(part.trim())?.[1]);
  return versions.filter((version) => version !== undefined);
}
