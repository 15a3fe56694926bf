// Name, version and licence of our own package in a manifest: one entry a kind of manifest. What cannot be understood gives undefined.
import { arrayField, asText, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { parseJson } from "../../lockfiles/shared/json.ts";
import { parseToml } from "../../lockfiles/shared/toml.ts";
import { parseXml, type XmlElement } from "../../lockfiles/shared/xml.ts";
import { Unreadable } from "../../lockfiles/types.ts";

export interface Identity {
  readonly namespace?: string;
  readonly version?: string;
  readonly licenses: readonly string[];
}

interface IdentityReader {
  /** File name in lower case, or a pattern for names at the root. */
  readonly name: string | RegExp;
  read(text: string): Identity | undefined;
}

export const identityReaders: readonly IdentityReader[] = [
  { name: "package.json", read: guarded(npm) },
  { name: "pom.xml", read: guarded(maven) },
  { name: "build.gradle", read: guarded(gradle) },
  { name: "build.gradle.kts", read: guarded(gradle) },
  { name: "gradle.properties", read: guarded(gradleProperties) },
  { name: "cargo.toml", read: guarded(cargo) },
  { name: "pyproject.toml", read: guarded(python) },
  { name: "composer.json", read: guarded(composer) },
  { name: "go.mod", read: guarded(go) },
  { name: "mix.exs", read: guarded(mix) },
  { name: "pubspec.yaml", read: guarded(pub) },
  { name: /\.gemspec$/i, read: guarded(gem) },
];

function guarded(read: (text: string) => Identity | undefined): (text: string) => Identity | undefined {
  return (text) => {
    try {
      return read(text);
    } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error;
    }
  };
}

function identity(namespace: string | undefined, version: string | undefined, licenses: readonly (string | undefined)[]): Identity {
  return {
    // A placeholder (`${revision}`, `@project@`) is no answer.
    ...(namespace && isPlain(namespace) ? { namespace } : {}),
    ...(version && isPlain(version) ? { version } : {}),
    licenses: licenses
      .filter((license) => license !== undefined && license.trim() !== "")
      .map((license) => (license as string).trim().slice(0, 200)),
  };
}

function isPlain(text: string): boolean {
  return text.length <= 200 && !/[$%{}]|^@.*@$/.test(text);
}

function npm(text: string): Identity {
  const manifest = parseJson(text);
  const scope = /^(@[^/]{1,200})\//.exec(textField(manifest, "name") ?? "")?.[1];
  const license = field(manifest, "license");
  return identity(scope, textField(manifest, "version"), [asText(license) ?? textField(license, "type")]);
}

function maven(text: string): Identity | undefined {
  const project = parseXml(text);
  if (project.name !== "project") return undefined;
  const parent = child(project, "parent");
  const own = (name: string) => child(project, name)?.text || (parent && child(parent, name)?.text) || undefined;
  const licenses = (child(project, "licenses")?.children ?? []).map((license) => child(license, "name")?.text);
  return identity(own("groupId"), own("version"), licenses);
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name);
}

function gradle(text: string): Identity {
  const value = (key: string) => new RegExp(`^[ \\t]{0,99}${key} {0,9}=? {0,9}\\(?["']([^"'\\n]{1,200})["']`, "m").exec(text)?.[1];
  return identity(value("group"), value("version"), []);
}

function gradleProperties(text: string): Identity {
  const value = (key: string) => new RegExp(`^${key}[ \\t]*[=:][ \\t]*(\\S{1,200})`, "m").exec(text)?.[1];
  return identity(value("group") ?? value("GROUP"), value("version") ?? value("VERSION_NAME"), [
    value("POM_LICENCE_NAME") ?? value("POM_LICENSE_NAME"),
  ]);
}

function cargo(text: string): Identity | undefined {
  const manifest = parseToml(text);
  const own = objectField(manifest, "package") ?? objectField(objectField(manifest, "workspace"), "package");
  return own && identity(undefined, textField(own, "version"), [textField(own, "license")]);
}

function python(text: string): Identity | undefined {
  const manifest = parseToml(text);
  const own = objectField(manifest, "project") ?? objectField(objectField(manifest, "tool"), "poetry");
  if (!own) return undefined;
  const license = field(own, "license");
  return identity(undefined, textField(own, "version"), [asText(license) ?? textField(license, "text")]);
}

function composer(text: string): Identity {
  const manifest = parseJson(text);
  const vendor = /^([^/]{1,200})\//.exec(textField(manifest, "name") ?? "")?.[1];
  const license = field(manifest, "license");
  return identity(
    vendor,
    textField(manifest, "version"),
    asText(license) === undefined ? (arrayField(manifest, "license") ?? []).map(asText) : [asText(license)],
  );
}

function go(text: string): Identity | undefined {
  const module = /^module[ \t]+"?([^\s"]{1,200})/m.exec(text)?.[1];
  return module === undefined ? undefined : identity(module, undefined, []);
}

function mix(text: string): Identity {
  const version = /\bversion:\s{0,99}"([^"\n]{1,100})"/.exec(text)?.[1] ?? /@version\s{1,99}"([^"\n]{1,100})"/.exec(text)?.[1];
  return identity(
    undefined,
    version,
    [...(/\blicenses:\s{0,99}\[([^\]]{1,300})\]/.exec(text)?.[1] ?? "").matchAll(/"([^"]{1,100})"/g)].map((match) => match[1]),
  );
}

function pub(text: string): Identity {
  return identity(undefined, /^version:[ \t]{0,99}['"]?([^\s'"#]{1,100})/m.exec(text)?.[1], []);
}

function gem(text: string): Identity {
  const version = /\.version\s{0,99}=\s{0,99}["']([^"'\n]{1,100})["']/.exec(text)?.[1];
  const licenses = [...text.matchAll(/\.licenses?\s{0,99}=\s{0,99}\[?\s{0,99}["']([^"'\n]{1,100})["']/g)].map((match) => match[1]);
  return identity(undefined, version, licenses);
}
