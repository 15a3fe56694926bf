// Package URLs: the names under which components are known everywhere. https://github.com/package-url/purl-spec
// Written for speed (hundreds of thousands in a scan) and checked in its test against packageurl-js.

/** The parts of a package URL, decoded. */
export interface Purl {
  readonly type: string;
  /** With `/` between its segments. */
  readonly namespace?: string;
  readonly name: string;
  readonly version?: string;
  readonly qualifiers?: Readonly<Record<string, string>>;
  readonly subpath?: string;
}

const LOWER_NAME = new Set([
  "alpm",
  "apk",
  "bitbucket",
  "bitnami",
  "composer",
  "deb",
  "github",
  "githubactions",
  "gitlab",
  "hex",
  "npm",
  "oci",
  "pub",
  "pypi",
]);
const LOWER_NAMESPACE = new Set([...LOWER_NAME, "qpkg", "rpm"]);
const LOWER_VERSION = new Set(["huggingface", "luarocks"]);
const TYPE = /^[a-z][a-z0-9.+-]*$/;
const QUALIFIER_KEY = /^[a-z][a-z0-9._-]*$/;
/** Nothing in it is ever encoded. */
const PLAIN = /^[A-Za-z0-9._~-]*$/;

/** The name as its ecosystem compares it: lower case where case does not count, PEP 503 for PyPI, underscores for pub. */
export function normalPurlName(type: string, name: string): string {
  if (!LOWER_NAME.has(type)) return name;
  const lower = name.toLowerCase();
  if (type === "pypi") return lower.replace(/[-_.]+/g, "-");
  return type === "pub" ? lower.replaceAll("-", "_") : lower;
}

/** The canonical text of a package URL. Expects a lower-case type; empty parts are left out. */
export function formatPurl(purl: Purl): string {
  const { type, namespace, version } = purl;
  let text = `pkg:${type}/`;
  if (namespace) text += `${encodeNamespace(LOWER_NAMESPACE.has(type) ? namespace.toLowerCase() : namespace)}/`;
  text += encode(normalPurlName(type, purl.name));
  if (version) text += `@${encodeVersion(LOWER_VERSION.has(type) ? version.toLowerCase() : version)}`;
  if (purl.qualifiers) text += formatQualifiers(purl.qualifiers);
  if (purl.subpath) text += formatSubpath(purl.subpath);
  return text;
}

function encode(text: string): string {
  return PLAIN.test(text) ? text : encodeURIComponent(text.toWellFormed());
}

function encodeNamespace(namespace: string): string {
  if (PLAIN.test(namespace)) return namespace;
  if (namespace.charCodeAt(0) === 64 && PLAIN.test(namespace.slice(1))) return `%40${namespace.slice(1)}`;
  return namespace
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => encode(segment).replaceAll("%3A", ":"))
    .join("/");
}

function encodeVersion(version: string): string {
  return PLAIN.test(version) ? version : encode(version).replaceAll("%3A", ":").replaceAll("%2B", "+");
}

function formatQualifiers(qualifiers: Readonly<Record<string, string>>): string {
  const pairs: string[] = [];
  for (const key of Object.keys(qualifiers).sort()) {
    const value = qualifiers[key]?.trim();
    if (value && QUALIFIER_KEY.test(key.toLowerCase())) pairs.push(`${key.toLowerCase()}=${encodeQualifier(value)}`);
  }
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** As a form would encode it, but a space is `%20`: so do the other implementations. */
function encodeQualifier(value: string): string {
  if (PLAIN.test(value) && !value.includes("~")) return value;
  return encode(value).replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function formatSubpath(subpath: string): string {
  const segments = subpath.split("/").filter(isSubpathSegment);
  return segments.length > 0 ? `#${segments.map(encode).join("/")}` : "";
}

function isSubpathSegment(segment: string): boolean {
  return segment !== "" && segment !== "." && segment !== "..";
}

/** What was read before: one run asks for the same ones half a dozen times. Bounded: when it is full it begins again. */
const read = new Map<string, Purl | undefined>();
const MOST_READ = 65_536;

/** Reads a package URL into its normal parts; undefined where it is none. */
export function parsePurl(text: string): Purl | undefined {
  const known = read.get(text);
  if (known !== undefined || read.has(text)) return known;
  if (read.size >= MOST_READ) read.clear();
  const purl = readPurl(text);
  read.set(text, purl);
  return purl;
}

/** The same without remembering it: for documents that name hundreds of thousands once each. */
export function readPurl(text: string): Purl | undefined {
  if (!/^pkg:/i.test(text)) return undefined;
  const simple = SIMPLE.exec(text);
  if (simple) return simplePurl(simple[1] as string, simple[2], simple[3] as string, simple[4]);
  let rest = text.slice(4).trim();
  let at = 0;
  while (rest.charCodeAt(at) === 47) at += 1;
  rest = rest.slice(at);
  try {
    const [beforeSubpath, rawSubpath] = splitLast(rest, "#");
    const [path, rawQualifiers] = splitLast(beforeSubpath, "?");
    return assemble(path, rawQualifiers, rawSubpath);
  } catch {
    // A broken percent-encoding.
    return undefined;
  }
}

/** Nearly all are like this: nothing encoded but the sign of a scope, no qualifiers. */
const SIMPLE =
  /^pkg:([a-z][a-z0-9.+-]*)\/(?:((?:%40)?[A-Za-z0-9._~-]+(?:\/[A-Za-z0-9._~-]+)*)\/)?([A-Za-z0-9._~-]+)(?:@([A-Za-z0-9._~-]+))?$/;

function simplePurl(type: string, namespace: string | undefined, rawName: string, version: string | undefined): Purl {
  const name = normalPurlName(type, rawName);
  const given = LOWER_VERSION.has(type) ? version?.toLowerCase() : version;
  if (namespace === undefined) return given === undefined ? { type, name } : { type, name, version: given };
  const plain = namespace.startsWith("%40") ? `@${namespace.slice(3)}` : namespace;
  const owner = LOWER_NAMESPACE.has(type) ? plain.toLowerCase() : plain;
  return given === undefined ? { type, namespace: owner, name } : { type, namespace: owner, name, version: given };
}

function splitLast(text: string, separator: string): [string, string | undefined] {
  const at = text.lastIndexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function assemble(path: string, rawQualifiers: string | undefined, rawSubpath: string | undefined): Purl | undefined {
  const slash = path.indexOf("/");
  const type = path.slice(0, Math.max(slash, 0)).toLowerCase();
  if (!TYPE.test(type)) return undefined;
  let names = path.slice(slash + 1);
  let version: string | undefined;
  const at = names.lastIndexOf("@");
  // An `@` that starts a segment is a scope that somebody did not encode.
  if (at > 0 && names.charCodeAt(at - 1) !== 47) {
    version = decodeURIComponent(names.slice(at + 1)).trim();
    names = names.slice(0, at);
  }
  const segments = names
    .split("/")
    .filter((segment) => segment !== "")
    .map(decodeURIComponent);
  const name = segments.pop()?.trim();
  if (!name) return undefined;
  const namespace = segments.join("/");
  const qualifiers = parseQualifiers(rawQualifiers);
  const subpath = rawSubpath?.split("/").map(decodeURIComponent).filter(isSubpathSegment).join("/");
  return {
    type,
    ...(namespace ? { namespace: LOWER_NAMESPACE.has(type) ? namespace.toLowerCase() : namespace } : {}),
    name: normalPurlName(type, name),
    ...(version ? { version: LOWER_VERSION.has(type) ? version.toLowerCase() : version } : {}),
    ...(qualifiers ? { qualifiers } : {}),
    ...(subpath ? { subpath } : {}),
  };
}

function parseQualifiers(raw: string | undefined): Readonly<Record<string, string>> | undefined {
  if (!raw) return undefined;
  const found: Record<string, string> = Object.create(null);
  for (const pair of raw.split("&")) {
    const equals = pair.indexOf("=");
    const key = pair.slice(0, Math.max(equals, 0)).toLowerCase();
    const value = decodeURIComponent(pair.slice(equals + 1)).trim();
    if (value !== "" && QUALIFIER_KEY.test(key)) found[key] = value;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}
