// Directory.Packages.props: versions that the projects below share (https://learn.microsoft.com/nuget/consume-packages/central-package-management).
import { packagesOf } from "../dotnet-project/packages.ts";
import { evaluate, isProject } from "../dotnet-project/msbuild/evaluation.ts";
import { Projects } from "../dotnet-project/projects.ts";
import { collect, type PackageRequest, packageRequests, usesOf } from "../dotnet-project/references.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { folderOf } from "../shared/paths.ts";
import { parseXml } from "../shared/xml.ts";
import {
  type LockedPackage,
  type LockfileFormat,
  type ReadContext,
  type Reading,
  type Scope,
  type SourceFile,
  Unreadable,
} from "../types.ts";

export const nugetCentralPackages: LockfileFormat = {
  id: "nuget-central-packages",
  ecosystem: "nuget",
  kind: "manifest",
  names: ["Directory.Packages.props"],
  matches: (path) => /(?:^|\/)Directory\.Packages\.props$/.test(path),
  read: readCentral,
};

async function readCentral(file: SourceFile, context: ReadContext): Promise<Reading> {
  const root = parseXml(file.text);
  if (!isProject(root)) throw new Unreadable(`Not a file of MSBuild: the root element is <${root.name}>`, root.line, "<Project>");
  const projects = Projects.of(context);
  const evaluated = evaluate(file.path, root, await projects.files(), projects.steps);
  const problems = new EntryProblems(file.path);
  const uses = usesOf(await projects.requestsBelow(folderOf(file.path)));
  const requests: PackageRequest[] = [...packageRequests(evaluated)].filter((request) => request.path === file.path);
  for (const [key, entry] of collect(evaluated.items, "PackageVersion")) {
    if (entry.path !== file.path) continue;
    const scope = uses.get(key) ?? "production";
    requests.push({
      name: entry.name,
      version: entry.metadata.get("version") ?? (entry.metadata.has("version") ? undefined : ""),
      scope,
      line: entry.line,
      path: entry.path,
    });
  }
  const packages = packagesOf(requests, file.path, problems).map((entry) => withUse(entry, uses));
  if (projects.steps.left < 0) problems.note("The projects of this repository are too large: some of their packages are not known.");
  const list = problems.list();
  return { packages, alsoRead: evaluated.used, ...(list ? { problems: list } : {}) };
}

/** A version that no project asks for may still decide over what others bring in: whether it is direct is then not known. */
function withUse(entry: LockedPackage, uses: ReadonlyMap<string, Scope>): LockedPackage {
  if (uses.has(entry.name.toLowerCase()) || entry.scope === "development") return entry;
  const { direct: _unknown, ...rest } = entry;
  return rest;
}
