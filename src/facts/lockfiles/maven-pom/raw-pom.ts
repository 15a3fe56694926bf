// A POM as it is written: elements of the Maven model (https://maven.apache.org/ref/current/maven-model/maven.html) that matter here, nothing resolved.
import { child, childrenOf, childText, parseXml, type XmlElement } from "../shared/xml.ts";
import { Unreadable } from "../types.ts";

export interface RawDependency {
  readonly groupId?: string;
  readonly artifactId?: string;
  readonly version?: string;
  /** `jar` where the file says nothing. */
  readonly type: string;
  readonly classifier?: string;
  readonly scope?: string;
  readonly optional?: string;
  readonly systemPath?: string;
  readonly line: number;
}

export interface RawParent {
  readonly groupId?: string;
  readonly artifactId?: string;
  readonly version?: string;
  /** Absent: Maven looks at `../pom.xml`; empty: it does not look in the tree. */
  readonly relativePath?: string;
  readonly line: number;
}

export interface RawActivation {
  readonly activeByDefault: boolean;
  readonly jdk?: string;
  readonly os: boolean;
  readonly property?: { readonly name: string; readonly value?: string };
  readonly fileExists?: string;
  readonly fileMissing?: string;
}

/** What both a project and a profile can hold. */
export interface RawModel {
  readonly properties: ReadonlyMap<string, string>;
  readonly dependencies: readonly RawDependency[];
  readonly managed: readonly RawDependency[];
}

export interface RawProfile extends RawModel {
  readonly id: string;
  readonly activation?: RawActivation;
}

export interface RawPom extends RawModel {
  /** Where it lies in the tree; absent for one from the local Maven cache. */
  readonly path?: string;
  readonly parent?: RawParent;
  readonly groupId?: string;
  readonly artifactId?: string;
  readonly version?: string;
  readonly licenses: readonly string[];
  readonly profiles: readonly RawProfile[];
}

/** Throws `Unreadable` for what is not a POM. */
export function parsePom(text: string, path?: string): RawPom {
  const root = parseXml(text);
  if (root.name !== "project") throw new Unreadable(`Not a POM: the root element is <${root.name}>`, root.line, "<project>");
  return {
    ...optional("path", path),
    ...optional("parent", parentOf(child(root, "parent"))),
    ...coordinates(root),
    licenses: licensesOf(root),
    profiles: childrenOf(child(root, "profiles"), "profile").map(profileOf),
    ...modelOf(root),
  };
}

/** A property of an object literal, or nothing where there is no value. */
function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}

function coordinates(element: XmlElement): { readonly groupId?: string; readonly artifactId?: string; readonly version?: string } {
  return {
    ...optional("groupId", childText(element, "groupId")),
    ...optional("artifactId", childText(element, "artifactId")),
    ...optional("version", childText(element, "version")),
  };
}

function parentOf(element: XmlElement | undefined): RawParent | undefined {
  if (!element) return undefined;
  return { ...coordinates(element), ...optional("relativePath", child(element, "relativePath")?.text), line: element.line };
}

function modelOf(element: XmlElement): RawModel {
  const properties = new Map<string, string>();
  for (const property of child(element, "properties")?.children ?? []) properties.set(property.name, property.text);
  return {
    properties,
    dependencies: dependenciesOf(child(element, "dependencies")),
    managed: dependenciesOf(child(child(element, "dependencyManagement"), "dependencies")),
  };
}

function dependenciesOf(element: XmlElement | undefined): readonly RawDependency[] {
  return childrenOf(element, "dependency").map((dependency) => ({
    ...coordinates(dependency),
    type: childText(dependency, "type") ?? "jar",
    ...optional("classifier", childText(dependency, "classifier")),
    ...optional("scope", childText(dependency, "scope")),
    ...optional("optional", childText(dependency, "optional")),
    ...optional("systemPath", childText(dependency, "systemPath")),
    line: dependency.line,
  }));
}

function licensesOf(root: XmlElement): readonly string[] {
  const names = childrenOf(child(root, "licenses"), "license").map((license) => childText(license, "name") ?? childText(license, "url"));
  return names.filter((name) => name !== undefined);
}

function profileOf(element: XmlElement): RawProfile {
  return {
    id: childText(element, "id") ?? "default",
    ...optional("activation", activationOf(child(element, "activation"))),
    ...modelOf(element),
  };
}

function activationOf(element: XmlElement | undefined): RawActivation | undefined {
  if (!element) return undefined;
  const property = child(element, "property");
  const file = child(element, "file");
  const name = childText(property, "name");
  return {
    activeByDefault: childText(element, "activeByDefault") === "true",
    ...optional("jdk", childText(element, "jdk")),
    os: child(element, "os") !== undefined,
    ...optional("property", name === undefined ? undefined : { name, ...optional("value", childText(property, "value")) }),
    ...optional("fileExists", childText(file, "exists")),
    ...optional("fileMissing", childText(file, "missing")),
  };
}
