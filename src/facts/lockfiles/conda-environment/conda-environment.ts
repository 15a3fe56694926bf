// environment.yml of conda as a manifest (https://docs.conda.io/projects/conda/en/latest/user-guide/tasks/manage-environments.html).
import type { LockedPackage, LockfileFormat, Reading, SourceFile } from "../types.ts";
import { asArray, asText, field } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { Keys } from "../shared/keys.ts";
import { nameOf } from "../shared/paths.ts";
import { parseRequirement, pinOf } from "../shared/python/specifiers.ts";
import { parseYaml } from "../shared/yaml.ts";

export const condaEnvironment: LockfileFormat = {
  id: "conda-environment",
  ecosystem: "conda",
  kind: "manifest",
  names: ["environment.yml", "environment.yaml"],
  matches: (path) => /^(?:environment|conda)(?:[-_.](?:dev|test|docs|ci|conda|env|environment))?\.ya?ml$/.test(nameOf(path)),
  read: readEnvironment,
};

function readEnvironment(file: SourceFile): Reading {
  const document = parseYaml(file.text);
  const dependencies = asArray(field(document.value, "dependencies"));
  // Environments of other tools have this file name too: conda's list what they depend on.
  if (dependencies === undefined) return { packages: [] };
  const problems = new EntryProblems(file.path);
  const keys = new Keys();
  const packages: LockedPackage[] = [];
  for (const [index, item] of dependencies.entries()) {
    const line = document.lineOf(dependencies, index);
    const text = asText(item);
    const pip = asArray(field(item, "pip"));
    for (const [at, requirement] of (pip ?? []).entries()) {
      const locked = pipPackage(asText(requirement) ?? "", keys, document.lineOf(pip, at));
      if (locked) packages.push(locked);
    }
    const locked = text === undefined ? undefined : condaPackage(text, keys, line);
    if (locked) packages.push(locked);
    else if (text !== undefined) problems.bad(`Not a dependency: ${text.slice(0, 60)}`, line, "name=version=build");
  }
  return { packages, problems: problems.list() };
}

function pipPackage(text: string, keys: Keys, line: number | undefined): LockedPackage | undefined {
  const requirement = parseRequirement(text);
  return (
    requirement && {
      key: keys.unique(`pip:${requirement.name.toLowerCase()}`),
      type: "pypi",
      name: requirement.name,
      ...pinOf(requirement),
      scope: "production",
      direct: true,
      line,
    }
  );
}

/** `channel::name=version=build`, `name==version`, `name>=1,<2`, `name 1.2.*`. */
function condaPackage(text: string, keys: Keys, line: number | undefined): LockedPackage | undefined {
  const plain = text.trim().slice(0, 300);
  const [, channel, name, rest = ""] = /^(?:([\w./:-]+)::)?([A-Za-z0-9_][\w.-]*)\s*(.*)$/.exec(plain) ?? [];
  if (name === undefined || (rest !== "" && !/^[=<>!~\d[\s]/.test(rest))) return undefined;
  const [, full, build] = /^==?\s*([\w.!+]+)\s*=\s*([\w.]+)$/.exec(rest) ?? [];
  const version = full ?? /^==\s*([\w.!+]+)$/.exec(rest)?.[1];
  const qualifiers = { ...(channel === undefined ? {} : { channel }), ...(build === undefined ? {} : { build }) };
  return {
    key: keys.unique(`conda:${name.toLowerCase()}`),
    type: "conda",
    name: name.toLowerCase(),
    version: version ?? "",
    range: version === undefined ? rest.trim() || undefined : undefined,
    scope: "production",
    direct: true,
    line,
    qualifiers: Object.keys(qualifiers).length > 0 ? qualifiers : undefined,
  };
}
