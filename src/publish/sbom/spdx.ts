// SPDX 2.3 as JSON, written directly: one line for each package and relationship. https://spdx.github.io/spdx-spec/v2.3/
import { shortHash } from "#kit";
import { hashesOf } from "./hashes.ts";
import { type SbomComponent, type SbomInput, type SbomOwn, statedVersion } from "./input.ts";
import { identified, jsonList } from "./pieces.ts";
import { publicAddress, quote } from "./references.ts";
import { SpdxLicenses } from "./spdx-licenses.ts";

const DOCUMENT = "SPDXRef-DOCUMENT";
const ROOT = "SPDXRef-Root";

/** The document. The same input gives the same bytes. */
export function spdx(input: SbomInput): string {
  return [...spdxPieces(input)].join("");
}

/** The same piece by piece, for documents too large for one text. */
export function* spdxPieces(input: SbomInput): Generator<string> {
  const name = input.name || "unnamed";
  const ids = new Map(input.components.map((item) => [item.purl, idOf("Package", item.purl)]));
  const { uuid, content } = identified(() => body(input, ids));
  const namespace = `https://spdx.org/spdxdocs/${encodeURIComponent(name.toWellFormed())}-${uuid}`;
  yield `{\n"spdxVersion": "SPDX-2.3",\n"dataLicense": "CC0-1.0",\n"SPDXID": "${DOCUMENT}",\n"name": ${quote(name)},\n`;
  yield `"documentNamespace": ${quote(namespace)},\n"documentDescribes": ["${ROOT}"],\n`;
  yield* content;
  yield "\n}\n";
}

type Ids = ReadonlyMap<string, string>;

function* body(input: SbomInput, ids: Ids): Generator<string> {
  const licenses = new SpdxLicenses();
  const created = `${new Date(input.now).toISOString().slice(0, 19)}Z`;
  const comment = input.remarks === undefined ? "" : `, "comment": ${quote(input.remarks.join(". "))}`;
  yield `"creationInfo": {"created": ${quote(created)}, "creators": [${quote(`Tool: allmend-${input.toolVersion}`)}]${comment}},\n"packages": `;
  yield* jsonList(packages(input, ids, licenses));
  yield ',\n"relationships": ';
  yield* jsonList(relationships(input, ids));
  if (licenses.extracted.length === 0) return;
  yield ',\n"hasExtractedLicensingInfos": ';
  yield* jsonList(licenses.extracted);
}

function* packages(input: SbomInput, ids: Ids, licenses: SpdxLicenses): Generator<string> {
  yield rootPackage(input);
  for (const own of input.own) yield ownPackage(own, licenses);
  for (const item of input.components) yield componentPackage(item, ids.get(item.purl) ?? "", licenses);
}

/** Ids may hold letters, digits, dots and hyphens: a readable part, and a hash of the whole so that no two are alike. */
function idOf(kind: "Package" | "Own", purl: string): string {
  const readable = purl
    .replace(/^pkg:/, "")
    .replace(/[^A-Za-z0-9.]+/g, "-")
    .slice(0, 60);
  return `SPDXRef-${kind}-${readable}-${shortHash(purl)}`;
}

function rootPackage({ name, version }: SbomInput): string {
  const stated = version === undefined ? "" : `,"versionInfo":${quote(version)}`;
  return `{"SPDXID":"${ROOT}","name":${quote(name || "unnamed")}${stated},"downloadLocation":"NOASSERTION","filesAnalyzed":false,"licenseConcluded":"NOASSERTION","licenseDeclared":"NOASSERTION","copyrightText":"NOASSERTION","primaryPackagePurpose":"APPLICATION"}`;
}

function ownPackage(own: SbomOwn, licenses: SpdxLicenses): string {
  return [
    `{"SPDXID":"${idOf("Own", own.purl)}","name":${quote(fullName(own))}`,
    own.version ? `,"versionInfo":${quote(own.version)}` : "",
    `,"downloadLocation":"NOASSERTION","filesAnalyzed":false,"licenseConcluded":"NOASSERTION"`,
    `,"licenseDeclared":${quote(licenses.expression(own.license === undefined ? [] : [own.license]))}`,
    `,"copyrightText":"NOASSERTION","primaryPackagePurpose":"APPLICATION"`,
    purlReference(own.purl),
    "}",
  ].join("");
}

function fullName(item: { readonly namespace?: string; readonly name: string }): string {
  return item.namespace ? `${item.namespace}/${item.name}` : item.name;
}

function purlReference(purl: string): string {
  return `,"externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":${quote(purl)}}]`;
}

function componentPackage(item: SbomComponent, id: string, licenses: SpdxLicenses): string {
  const texts = (basis: "declared" | "concluded"): readonly string[] =>
    item.licenses.filter((license) => license.basis === basis).map(({ text }) => text);
  const version = statedVersion(item);
  const asked = item.ranges ?? [];
  return [
    `{"SPDXID":"${id}","name":${quote(fullName(item))}`,
    version === "" ? "" : `,"versionInfo":${quote(version)}`,
    asked.length === 0 ? "" : `,"comment":${quote(`asked for as ${asked.join(", ")}`)}`,
    `,"downloadLocation":${quote(downloadLocation(item))},"filesAnalyzed":false`,
    checksums(item),
    item.manifests.length === 0 ? "" : `,"sourceInfo":${quote(`named by ${item.manifests.join(", ")}`)}`,
    `,"licenseConcluded":${quote(licenses.expression(texts("concluded")))}`,
    `,"licenseDeclared":${quote(licenses.expression(texts("declared")))}`,
    `,"copyrightText":"NOASSERTION","primaryPackagePurpose":"${item.type === "docker" || item.type === "oci" ? "CONTAINER" : "LIBRARY"}"`,
    purlReference(item.purl),
    "}",
  ].join("");
}

/** Where it comes from, as far as that is known: `git+https://host/path@commit`, or a web address. */
function downloadLocation({ source }: SbomComponent): string {
  if (source === undefined || source.kind === "path" || source.kind === "registry") return "NOASSERTION";
  const url = publicAddress(source.address.replace(/^git\+/, ""));
  if (url === undefined || !/^(https?|ssh|git|ftp):/.test(url)) return "NOASSERTION";
  if (source.kind === "url") return url;
  return `git+${url.replace(/#.*$/, "")}${source.commit === undefined ? "" : `@${encodeURIComponent(source.commit.toWellFormed())}`}`;
}

function checksums(item: SbomComponent): string {
  const found = hashesOf(item.integrity).map(
    ({ algorithm, hex }) =>
      `{"algorithm":"${algorithm.startsWith("SHA3") ? algorithm : algorithm.replace("-", "")}","checksumValue":"${hex}"}`,
  );
  return found.length === 0 ? "" : `,"checksums":[${found.join(",")}]`;
}

function* relationships(input: SbomInput, ids: Ids): Generator<string> {
  const scopes = new Map(input.components.map((item) => [item.purl, item.scope]));
  const brought = new Set<string>();
  const bring = (from: string, fromScope: SbomComponent["scope"], target: string): string => {
    brought.add(target);
    return dependency(from, fromScope, ids.get(target) ?? "", scopes.get(target) ?? "required");
  };
  yield relationship(DOCUMENT, "DESCRIBES", ROOT);
  for (const own of input.own) yield relationship(ROOT, "CONTAINS", idOf("Own", own.purl));
  for (const item of input.components) if (item.direct) yield bring(ROOT, "required", item.purl);
  for (const item of input.components) for (const target of item.dependsOn ?? []) yield bring(ids.get(item.purl) ?? "", item.scope, target);
  // What nothing brings in, as far as the files say, still belongs to the whole.
  for (const item of input.components) if (!brought.has(item.purl)) yield relationship(ROOT, "CONTAINS", ids.get(item.purl) ?? "");
}

/** The step from what is needed to what is not carries the scope; beyond it, a dependency is a dependency. */
function dependency(from: string, fromScope: SbomComponent["scope"], to: string, toScope: SbomComponent["scope"]): string {
  if (toScope === fromScope || toScope === "required") return relationship(from, "DEPENDS_ON", to);
  return relationship(to, toScope === "excluded" ? "DEV_DEPENDENCY_OF" : "OPTIONAL_DEPENDENCY_OF", from);
}

function relationship(from: string, type: string, to: string): string {
  return `{"spdxElementId":"${from}","relationshipType":"${type}","relatedSpdxElement":"${to}"}`;
}
