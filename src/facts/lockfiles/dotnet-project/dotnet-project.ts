// *.csproj, *.fsproj, *.vbproj: what a .NET project asks for with PackageReference.
import { EntryProblems } from "../shared/entry-problems.ts";
import { nameOf } from "../shared/paths.ts";
import { parseXml } from "../shared/xml.ts";
import {
  type LockedPackage,
  type LockfileFormat,
  type OwnPackage,
  type ReadContext,
  type Reading,
  type SourceFile,
  Unreadable,
} from "../types.ts";
import type { Evaluated } from "./msbuild/evaluation.ts";
import { isProject } from "./msbuild/evaluation.ts";
import { packagesOf } from "./packages.ts";
import { projectExtensions, Projects } from "./projects.ts";

export const dotnetProject: LockfileFormat = {
  id: "dotnet-project",
  ecosystem: "nuget",
  kind: "manifest",
  matches: (path) => projectExtensions.some((extension) => path.endsWith(extension)),
  read: readProject,
};

async function readProject(file: SourceFile, context: ReadContext): Promise<Reading> {
  const root = parseXml(file.text);
  if (!isProject(root)) throw new Unreadable(`Not a project of MSBuild: the root element is <${root.name}>`, root.line, "<Project>");
  const { evaluated, requests, used } = await Projects.of(context).read(file.path, root);
  const problems = new EntryProblems(file.path);
  const packages = packagesOf(requests, file.path, problems);
  if (Projects.of(context).steps.left < 0)
    problems.note("The projects of this repository are too large: some of their packages are not known.");
  const list = problems.list();
  return { packages, own: [ownOf(file.path, evaluated, packages)], alsoRead: used, ...(list ? { problems: list } : {}) };
}

function ownOf(path: string, evaluated: Evaluated, packages: readonly LockedPackage[]): OwnPackage {
  const version = evaluated.property("PackageVersion") || evaluated.property("Version") || evaluated.property("VersionPrefix");
  const license = evaluated.property("PackageLicenseExpression");
  return {
    type: "nuget",
    name: evaluated.property("PackageId") || evaluated.property("AssemblyName") || nameOf(path).replace(/\.[^.]*$/, ""),
    ...(version ? { version } : {}),
    ...(license ? { license } : {}),
    dependsOn: packages.map((entry) => entry.key),
  };
}
