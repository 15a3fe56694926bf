// *.csproj, *.fsproj, *.vbproj: what a .NET project asks for with PackageReference.
import { EntryProblems } from "../shared/entry-problems.ts";
import { parseXml } from "../shared/xml.ts";
import { type LockfileFormat, type ReadContext, type Reading, type SourceFile, Unreadable } from "../types.ts";
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
  const { identity, requests, used } = await Projects.of(context).read(file.path, root);
  const problems = new EntryProblems(file.path);
  const packages = packagesOf(requests, file.path, problems);
  if (Projects.of(context).steps.left < 0)
    problems.note("The projects of this repository are too large: some of their packages are not known.");
  const list = problems.list();
  return {
    packages,
    own: [{ type: "nuget", ...identity, dependsOn: packages.map((entry) => entry.key) }],
    alsoRead: used,
    ...(list ? { problems: list } : {}),
  };
}
