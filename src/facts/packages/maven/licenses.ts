// The licences of a POM: its own, else those of the nearest parent that names some. Several are a choice: https://maven.apache.org/pom.html#licenses
import { normalizeDeclared } from "../../licenses/declared/declared.ts";
import { child, childrenOf, childText, parseXml, type XmlElement } from "../../lockfiles/shared/xml.ts";
import { joinNames } from "../shared/join.ts";

const MOST_PARENTS = 12;

export interface PomLicenses {
  readonly declared?: string;
  /** The POM that names them. */
  readonly path: string;
}

/** `pathOf` says where the POM of coordinates would lie; undefined where it cannot. */
export function licensesOfPom(
  path: string,
  read: (path: string) => string | undefined,
  pathOf: (group: string, artifact: string, version: string) => string | undefined,
): PomLicenses {
  let at: string | undefined = path;
  for (let depth = 0; depth < MOST_PARENTS && at !== undefined; depth += 1) {
    const project = projectOf(read(at));
    if (!project) break;
    const declared = namesIn(project);
    if (declared !== undefined) return { declared, path: at };
    const parent = parentOf(project);
    at = parent && pathOf(parent.group, parent.artifact, parent.version);
  }
  return { path };
}

/** The coordinates of a POM's parent, where it names them plainly. */
export function parentOf(project: XmlElement): { readonly group: string; readonly artifact: string; readonly version: string } | undefined {
  const parent = child(project, "parent");
  const [group, artifact, version] = ["groupId", "artifactId", "version"].map((name) => childText(parent, name));
  return group === undefined || artifact === undefined || version === undefined ? undefined : { group, artifact, version };
}

export function projectOf(text: string | undefined): XmlElement | undefined {
  if (text === undefined) return undefined;
  try {
    const root = parseXml(text);
    return root.name === "project" ? root : undefined;
  } catch {
    return undefined;
  }
}

/** The licences that a POM names itself. A name that says nothing gives way to the address beside it. */
export function namesIn(project: XmlElement): string | undefined {
  const entries = childrenOf(child(project, "licenses"), "license").map((license) => {
    const [name, url] = [childText(license, "name"), childText(license, "url")];
    const understood = name !== undefined && normalizeDeclared(name) !== undefined;
    return understood || url === undefined || normalizeDeclared(url) === undefined ? (name ?? url) : url;
  });
  return joinNames(entries, "OR");
}
