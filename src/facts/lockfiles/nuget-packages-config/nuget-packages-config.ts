// packages.config: the packages of an older .NET project, direct and transitive alike (https://learn.microsoft.com/nuget/reference/packages-config).
import { EntryProblems } from "../shared/entry-problems.ts";
import { Keys } from "../shared/keys.ts";
import { childrenOf, parseXml } from "../shared/xml.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const nugetPackagesConfig: LockfileFormat = {
  id: "nuget-packages-config",
  ecosystem: "nuget",
  kind: "manifest",
  // A solution may give its projects files of their own: packages.<project>.config. The name has been written in every case.
  matches: (path) => /(?:^|\/)packages\.(?:[^/]+\.)?config$/i.test(path),
  names: ["packages.config"],
  read: readConfig,
};

function readConfig(file: SourceFile): Reading {
  const root = parseXml(file.text);
  if (root.name !== "packages") throw new Unreadable(`Not a packages.config: the root element is <${root.name}>`, root.line, "<packages>");
  const problems = new EntryProblems(file.path);
  const keys = new Keys();
  const packages: LockedPackage[] = [];
  for (const element of childrenOf(root, "package")) {
    const name = element.attributes.get("id");
    const version = element.attributes.get("version");
    if (!name || !version) {
      problems.bad(name ? `${name} has no version.` : "A package has no id.", element.line, "id and version");
      continue;
    }
    packages.push({
      key: keys.unique(`${name.toLowerCase()}@${version}`),
      type: "nuget",
      name,
      version,
      scope: element.attributes.get("developmentDependency")?.toLowerCase() === "true" ? "development" : "production",
      line: element.line,
    });
  }
  const list = problems.list();
  return { packages, ...(list ? { problems: list } : {}) };
}
