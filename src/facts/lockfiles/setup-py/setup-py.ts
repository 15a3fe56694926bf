// setup.py of setuptools as a manifest: its literals are read, it is never run (https://setuptools.pypa.io/en/latest/references/keywords.html).
import type { LockfileFormat, OwnPackage, Reading, Scope, SourceFile } from "../types.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { nameOf } from "../shared/paths.ts";
import { type Ask, askedPackages } from "../shared/python/asks.ts";
import { PythonSource, type PythonValue } from "../shared/python/literals.ts";
import { scopeOfExtra } from "../shared/python/project.ts";
import { parseRequirement, pinOf } from "../shared/python/specifiers.ts";

export const setupPy: LockfileFormat = {
  id: "setup-py",
  ecosystem: "pypi",
  kind: "manifest",
  names: ["setup.py"],
  matches: (path) => nameOf(path) === "setup.py",
  read: readSetupPy,
};

function readSetupPy(file: SourceFile): Reading {
  const source = new PythonSource(file.text);
  const call = source.call(["setup", "setuptools.setup", "core.setup"]);
  // Other programs are called setup.py too.
  if (call === undefined) return { packages: [] };
  const problems = new EntryProblems(file.path);
  const asks: (Ask & { line: number })[] = [];
  const add = (value: PythonValue | undefined, argument: string, scope: Scope, group?: string): void => {
    const list = source.resolve(value);
    if (list === undefined) return;
    for (const item of list.kind === "list" ? list.items : [list]) {
      const text = source.resolve(item);
      if (text?.kind === "text") asks.push(...asksIn(text.text, text.line, scope, group));
      else
        problems.note(
          `Part of ${argument} is worked out while running and is not known.`,
          item.line,
          "Write it as a plain list, best in pyproject.toml.",
        );
    }
  };
  add(call.get("install_requires"), "install_requires", "production");
  add(call.get("tests_require"), "tests_require", "development", "tests");
  const extras = source.resolve(call.get("extras_require"));
  if (extras?.kind === "dictionary") for (const [extra, value] of extras.entries) add(value, "extras_require", scopeOfExtra(extra), extra);
  else if (extras) problems.note("extras_require is worked out while running and is not known.", extras.line);
  const lines = new Map<Ask, number>(asks.map((ask) => [ask, ask.line]));
  const packages = askedPackages(asks, (ask) => lines.get(ask));
  return {
    packages,
    own: ownOf(
      source,
      call,
      packages.map((one) => one.key),
    ),
    problems: problems.list(),
  };
}

/** One requirement, or several on lines of their own. */
function asksIn(text: string, line: number, scope: Scope, group: string | undefined): (Ask & { line: number })[] {
  const asks: (Ask & { line: number })[] = [];
  for (const [index, part] of text.split("\n").entries()) {
    const requirement = parseRequirement(part.slice(0, 5000).replace(/\s#.*$/, ""));
    if (requirement)
      asks.push({ name: requirement.name, scope, group, ...pinOf(requirement), written: part, place: [], line: line + index });
  }
  return asks;
}

function ownOf(source: PythonSource, call: ReadonlyMap<string, PythonValue>, dependsOn: readonly string[]): OwnPackage[] {
  const text = (argument: string): string | undefined => {
    const value = source.resolve(call.get(argument));
    return value?.kind === "text" && value.text.length < 300 ? value.text : undefined;
  };
  const name = text("name");
  return name === undefined ? [] : [{ type: "pypi", name, version: text("version"), license: text("license"), dependsOn }];
}
