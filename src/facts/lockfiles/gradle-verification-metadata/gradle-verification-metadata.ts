// gradle/verification-metadata.xml: every module that a Gradle build may fetch, with checksums (https://docs.gradle.org/current/userguide/dependency_verification.html).
// It says nothing of scopes: libraries, plugins and parents stand side by side.
import { EntryProblems } from "../shared/entry-problems.ts";
import { Keys } from "../shared/keys.ts";
import { child, childrenOf, parseXml, type XmlElement } from "../shared/xml.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const gradleVerificationMetadata: LockfileFormat = {
  id: "gradle-verification-metadata",
  ecosystem: "maven",
  kind: "lockfile",
  names: ["verification-metadata.xml"],
  matches: (path) => /(?:^|\/)verification-metadata\.xml$/.test(path),
  read: readMetadata,
};

function readMetadata(file: SourceFile): Reading {
  const root = parseXml(file.text);
  if (root.name !== "verification-metadata") {
    throw new Unreadable(`Not a verification file of Gradle: the root element is <${root.name}>`, root.line, "<verification-metadata>");
  }
  const problems = new EntryProblems(file.path);
  const keys = new Keys();
  const packages: LockedPackage[] = [];
  for (const component of childrenOf(child(root, "components"), "component")) {
    const entry = packageOf(component, keys);
    if (entry) packages.push(entry);
    else problems.bad("A component without group, name or version.", component.line, "group, name and version");
  }
  const list = problems.list();
  return { packages, ...(list ? { problems: list } : {}) };
}

function packageOf(component: XmlElement, keys: Keys): LockedPackage | undefined {
  const namespace = component.attributes.get("group");
  const name = component.attributes.get("name");
  const version = component.attributes.get("version");
  if (!namespace || !name || !version) return undefined;
  const integrity = integrityOf(component);
  return {
    key: keys.unique(`${namespace}:${name}:${version}`),
    type: "maven",
    namespace,
    name,
    version,
    scope: "production",
    line: component.line,
    ...(integrity === undefined ? {} : { integrity }),
  };
}

/** The checksum of the library itself, else of the first artifact that has one. */
function integrityOf(component: XmlElement): string | undefined {
  const artifacts = childrenOf(component, "artifact");
  const library = artifacts.find((artifact) => /\.(?:jar|aar)$/.test(artifact.attributes.get("name") ?? ""));
  for (const artifact of library ? [library, ...artifacts] : artifacts) {
    for (const algorithm of ["sha512", "sha256", "sha1", "md5"]) {
      const value = child(artifact, algorithm)?.attributes.get("value");
      if (value) return `${algorithm}:${value}`;
    }
  }
  return undefined;
}
