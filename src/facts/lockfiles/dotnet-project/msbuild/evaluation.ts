// A project of MSBuild evaluated as far as a reader can: properties in order, imports inside the tree, then items
// (https://learn.microsoft.com/visualstudio/msbuild/build-process-overview). Targets and tasks are never looked at.
import { folderOf, nameOf, resolveInside } from "../../shared/paths.ts";
import { child, type XmlElement } from "../../shared/xml.ts";
import { type Answer, holds } from "./condition.ts";
import { Expansion } from "./expansion.ts";

const MAX_IMPORTS = 200;
const MAX_ITEMS = 100_000;

/** The items that say something of packages: the many others of a project are passed over. */
const KINDS = new Set(["PackageReference", "PackageVersion", "GlobalPackageReference", "PackageDownload", "DotNetCliToolReference"]);

/** What evaluating may still cost, in elements looked at; shared by the projects of a repository. */
export interface Steps {
  left: number;
}

/** Where the repository begins, in the values of path properties. */
const ROOT = "repo:/";

/** What a project may look at: files of the tree, already parsed. */
export interface ProjectFiles {
  /** Undefined where there is none or it is no project. */
  parsed(path: string): XmlElement | undefined;
  has(path: string): boolean;
  /** The nearest file of this name in the folder or above. */
  above(name: string, folder: string): string | undefined;
}

/** One item element (`<PackageReference Include="…">`) whose condition holds or is not known. */
export interface Item {
  readonly kind: string;
  readonly action: "include" | "update" | "remove";
  /** Expanded; several names are separated by semicolons. */
  readonly names: string;
  readonly metadata: ReadonlyMap<string, string | undefined>;
  readonly line: number;
  /** The file it stands in. */
  readonly path: string;
}

export interface Evaluated {
  property(name: string): string | undefined;
  readonly items: readonly Item[];
  /** Whether the project is built by an SDK for tests. */
  readonly isTestSdk: boolean;
  /** Files of the tree that took part, the project itself left out. */
  readonly used: readonly string[];
}

/** Evaluates a project for one target framework (undefined: as the project itself says). */
export function evaluate(path: string, root: XmlElement, files: ProjectFiles, steps: Steps, framework?: string): Evaluated {
  return new Evaluation(path, files, steps, framework).run(root);
}

interface ItemElement {
  readonly element: XmlElement;
  readonly path: string;
}

class Evaluation {
  readonly #path: string;
  readonly #files: ProjectFiles;
  readonly #properties: Expansion;
  readonly #groups: ItemElement[] = [];
  readonly #seen = new Set<string>();
  readonly #framework: string | undefined;
  readonly #steps: Steps;

  constructor(path: string, files: ProjectFiles, steps: Steps, framework: string | undefined) {
    this.#steps = steps;
    this.#path = path;
    this.#files = files;
    this.#framework = framework;
    this.#properties = new Expansion((name, start) => {
      const folder = this.#inside(start);
      const found = folder === undefined ? undefined : files.above(name, folder);
      return found === undefined ? "" : absolute(folderOf(found));
    });
    this.#set("MSBuildProjectDirectory", absolute(folderOf(path)).replace(/\/$/, ""));
    this.#set("MSBuildProjectName", nameOf(path).replace(/\.[^.]*$/, ""));
    this.#set("MSBuildProjectFile", nameOf(path));
    this.#set("MSBuildProjectExtension", /\.[^.]*$/.exec(nameOf(path))?.[0] ?? "");
    if (framework !== undefined) this.#set("TargetFramework", framework);
  }

  run(root: XmlElement): Evaluated {
    const folder = folderOf(this.#path);
    for (const name of ["Directory.Build.props", "Directory.Packages.props"]) this.#include(this.#files.above(name, folder));
    this.#walk(root, this.#path);
    this.#include(this.#files.above("Directory.Build.targets", folder));
    return {
      property: (name) => this.#properties.get(name),
      items: this.#items(),
      isTestSdk: /^MSTest\.Sdk(?:\/|$)/i.test(root.attributes.get("Sdk") ?? ""),
      used: [...this.#seen],
    };
  }

  #set(name: string, value: string | undefined): void {
    this.#properties.set(name, value);
  }

  #include(path: string | undefined): void {
    if (path === undefined || path === this.#path || this.#seen.has(path) || this.#seen.size >= MAX_IMPORTS) return;
    this.#seen.add(path);
    const root = this.#files.parsed(path);
    if (root) this.#walk(root, path);
  }

  #walk(holder: XmlElement, path: string): void {
    for (const element of holder.children) {
      this.#steps.left -= element.name === "ItemGroup" ? 1 : 1 + element.children.length;
      if (this.#steps.left < 0) return;
      // The place of the file is set again, since an import in between has its own.
      this.#set("MSBuildThisFileDirectory", absolute(folderOf(path)));
      this.#set("MSBuildThisFile", nameOf(path));
      if (element.name === "Target") continue;
      if (this.#holds(element, path) === false) continue;
      this.#apply(element, path);
    }
  }

  #apply(element: XmlElement, path: string): void {
    switch (element.name) {
      case "PropertyGroup":
        this.#propertyGroup(element, path);
        break;
      case "ItemGroup":
        this.#groups.push({ element, path });
        break;
      case "Import":
        this.#include(this.#importPath(element, path));
        break;
      case "ImportGroup":
      case "When":
      case "Otherwise":
        this.#walk(element, path);
        break;
      case "Choose":
        this.#choose(element, path);
        break;
    }
  }

  #propertyGroup(group: XmlElement, path: string): void {
    const groupAnswer = this.#holds(group, path);
    for (const property of group.children) {
      if (this.#framework !== undefined && property.name === "TargetFramework") continue;
      const answer = this.#holds(property, path);
      const isSet = this.#properties.has(property.name);
      // Where it is not known whether a value applies, what is there already stays.
      if (answer === false || ((answer === undefined || groupAnswer === undefined) && isSet)) continue;
      this.#set(property.name, this.#properties.expand(property.text));
    }
  }

  #choose(element: XmlElement, path: string): void {
    for (const branch of element.children) {
      const answer = branch.name === "Otherwise" ? true : this.#holds(branch, path);
      if (answer === false) continue;
      this.#walk(branch, path);
      if (answer === true) return;
    }
  }

  #importPath(element: XmlElement, path: string): string | undefined {
    const project = element.attributes.get("Project");
    const expanded = project === undefined || element.attributes.has("Sdk") ? undefined : this.#properties.expand(project);
    return expanded === undefined || expanded === "" ? undefined : this.#inside(expanded, path);
  }

  /** A path of the tree behind a path in a project; undefined where it leads out. */
  #inside(text: string, path = this.#path): string | undefined {
    const plain = text.replaceAll("\\", "/");
    return plain.startsWith(ROOT) ? resolveInside("", `./${plain.slice(ROOT.length)}`) : resolveInside(folderOf(path), plain);
  }

  #holds(element: XmlElement, path: string): Answer {
    return holds(element.attributes.get("Condition"), this.#properties, (text) => {
      const inside = this.#inside(text, path);
      return inside === undefined ? undefined : this.#files.has(inside);
    });
  }

  #items(): readonly Item[] {
    const items: Item[] = [];
    for (const { element: group, path } of this.#groups) {
      if (this.#holds(group, path) === false) continue;
      const same = sameForAll.get(group);
      this.#steps.left -= 1 + (same ?? group.children).length / (same ? COST_OF_KNOWN : 1);
      if (items.length >= MAX_ITEMS || this.#steps.left < 0) return items;
      for (const item of same ?? this.#itemsOf(group, path)) items.push(item);
    }
    return items;
  }

  #itemsOf(group: XmlElement, path: string): readonly Item[] {
    const items: Item[] = [];
    for (const element of group.children) {
      const item = !KINDS.has(element.name) || this.#holds(element, path) === false ? undefined : this.#item(element, path);
      if (item) items.push(item);
    }
    if (group.children.every(isPlain)) sameForAll.set(group, items);
    return items;
  }

  #item(element: XmlElement, path: string): Item | undefined {
    for (const action of ["Include", "Update", "Remove"] as const) {
      const raw = element.attributes.get(action);
      const names = raw === undefined ? undefined : this.#properties.expand(raw);
      if (names === undefined) continue;
      return {
        kind: element.name,
        action: action.toLowerCase() as Item["action"],
        names,
        metadata: this.#metadata(element, path),
        line: element.line,
        path,
      };
    }
    return undefined;
  }

  /** Metadata stands in attributes or in elements; undefined where its value is not known. */
  #metadata(element: XmlElement, path: string): ReadonlyMap<string, string | undefined> {
    const metadata = new Map<string, string | undefined>();
    for (const [name, value] of element.attributes) metadata.set(name.toLowerCase(), this.#properties.expand(value, true));
    for (const inner of element.children) {
      if (this.#holds(inner, path) !== false) metadata.set(inner.name.toLowerCase(), this.#properties.expand(inner.text, true));
    }
    return metadata;
  }
}

/** The items of groups that are the same in every project that sees them: versions kept centrally, by the thousand, for a thousand projects. */
const sameForAll = new WeakMap<XmlElement, readonly Item[]>();
const COST_OF_KNOWN = 10;

/** Whether nothing in it depends on properties. */
function isPlain(element: XmlElement): boolean {
  if (element.attributes.has("Condition") || element.text.includes("$(")) return false;
  for (const value of element.attributes.values()) if (value.includes("$(")) return false;
  return element.children.every(isPlain);
}

function absolute(folder: string): string {
  return folder === "" ? ROOT : `${ROOT}${folder}/`;
}

/** The target frameworks that a project names; none where it names none or they are not known. */
export function frameworksOf(evaluated: Evaluated): readonly string[] {
  const named = evaluated.property("TargetFrameworks") || evaluated.property("TargetFramework") || "";
  return [...new Set(named.split(";").map((name) => name.trim()))].filter((name) => name !== "");
}

/** Whether an XML document is a project of MSBuild. */
export function isProject(root: XmlElement): boolean {
  return root.name === "Project" && child(root, "PackageManifest") === undefined;
}
