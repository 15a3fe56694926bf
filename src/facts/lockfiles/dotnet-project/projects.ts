// The projects of one repository, each file parsed once, each project evaluated once a framework.
import { folderOf, foldersUp, inFolder, nameOf } from "../shared/paths.ts";
import { parseXml, type XmlElement } from "../shared/xml.ts";
import type { ReadContext } from "../types.ts";
import { type Evaluated, evaluate, frameworksOf, isProject, type ProjectFiles, type Steps } from "./msbuild/evaluation.ts";
import { type PackageRequest, packageRequests } from "./references.ts";

export const projectExtensions = [".csproj", ".fsproj", ".vbproj", ".vcxproj", ".sqlproj", ".wixproj"];

/** A project for more frameworks than this is read for the first ones only. */
const MAX_FRAMEWORKS = 16;
const MAX_SHARED = 5_000;
const MAX_PROJECTS = 5_000;
/** Elements that evaluating all projects of a repository may look at: far more than the largest real ones need. */
const MAX_STEPS = 10_000_000;

/** What the project says of itself. Kept in place of all its properties and items: a repository may hold thousands of projects. */
export interface ProjectIdentity {
  readonly name: string;
  readonly version?: string;
  readonly license?: string;
}

export interface ReadProject {
  readonly path: string;
  readonly identity: ProjectIdentity;
  readonly requests: readonly PackageRequest[];
  readonly used: readonly string[];
}

const known = new WeakMap<ReadContext, Projects>();

export class Projects {
  readonly #context: ReadContext;
  readonly #parsed = new Map<string, XmlElement | undefined>();
  readonly #read = new Map<string, ReadProject>();
  readonly steps: Steps = { left: MAX_STEPS };
  #shared: Promise<void> | undefined;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  static of(context: ReadContext): Projects {
    const found = known.get(context) ?? new Projects(context);
    known.set(context, found);
    return found;
  }

  /** Evaluates a project for all its frameworks. */
  async read(path: string, root: XmlElement): Promise<ReadProject> {
    const files = await this.files();
    const before = this.#read.get(path);
    if (before) return before;
    const evaluated = evaluate(path, root, files, this.steps);
    const frameworks = frameworksOf(evaluated).slice(0, MAX_FRAMEWORKS);
    const all = frameworks.length > 1 ? frameworks.map((framework) => evaluate(path, root, files, this.steps, framework)) : [evaluated];
    const used = [...new Set(all.flatMap((one) => one.used))].sort();
    const project = { path, identity: identityOf(path, evaluated), requests: all.flatMap(packageRequests), used };
    this.#read.set(path, project);
    return project;
  }

  /** What the projects in a folder and below ask for. */
  async requestsBelow(folder: string): Promise<readonly PackageRequest[]> {
    const projects = await this.#readAll((path) => folder === "" || path.startsWith(`${folder}/`));
    return projects.flatMap((project) => project.requests);
  }

  /** The projects that lie directly in a folder. */
  inFolder(folder: string): Promise<readonly ReadProject[]> {
    return this.#readAll((path) => folderOf(path) === folder);
  }

  async #readAll(wanted: (path: string) => boolean): Promise<readonly ReadProject[]> {
    const paths = projectExtensions.flatMap((extension) => this.#context.ending(extension)).filter(wanted);
    const projects: ReadProject[] = [];
    for (const path of paths.slice(0, MAX_PROJECTS)) {
      const root = projectOf(await this.#context.text(path));
      if (root) projects.push(await this.read(path, root));
    }
    return projects;
  }

  /** Whatever a project can import is read beforehand, so that evaluation needs not wait. */
  #readShared(): Promise<void> {
    this.#shared ??= (async () => {
      const paths = [...this.#context.ending(".props"), ...this.#context.ending(".targets")];
      for (const path of paths.slice(0, MAX_SHARED)) this.#parsed.set(path, projectOf(await this.#context.text(path)));
    })();
    return this.#shared;
  }

  /** What evaluation looks at, once everything that can be imported is read. */
  async files(): Promise<ProjectFiles> {
    await this.#readShared();
    return {
      parsed: (path) => this.#parsed.get(path),
      has: (path) => this.#context.has(path),
      above: (name, folder) => [...foldersUp(folder)].map((above) => inFolder(above, name)).find((path) => this.#context.has(path)),
    };
  }
}

function identityOf(path: string, { property }: Evaluated): ProjectIdentity {
  const version = property("PackageVersion") || property("Version") || property("VersionPrefix");
  const license = property("PackageLicenseExpression");
  return {
    name: property("PackageId") || property("AssemblyName") || nameOf(path).replace(/\.[^.]*$/, ""),
    ...(version ? { version } : {}),
    ...(license ? { license } : {}),
  };
}

function projectOf(text: string | undefined): XmlElement | undefined {
  try {
    const root = text === undefined ? undefined : parseXml(text);
    return root && isProject(root) ? root : undefined;
  } catch {
    return undefined;
  }
}
