// CycloneDX 1.6 or 1.7 as JSON, written directly: one line for each component. https://cyclonedx.org/docs/1.6/json/
import { parsePurl } from "#kit";
import { hashesOf } from "./hashes.ts";
import { type SbomComponent, type SbomInput, type SbomOwn, statedVersion } from "./input.ts";
import { licenseForm } from "./licenses.ts";
import { identified, jsonList } from "./pieces.ts";
import { publicAddress, quote } from "./references.ts";

/** References of our own components cannot meet a purl. */
const ROOT = "allmend:main";

/** The document. The same input gives the same bytes. */
export function cycloneDx(input: SbomInput): string {
  return [...cycloneDxPieces(input)].join("");
}

/** The same piece by piece, for documents too large for one text. */
export function* cycloneDxPieces(input: SbomInput, version: "1.6" | "1.7" = "1.6"): Generator<string> {
  yield `{\n"$schema": "http://cyclonedx.org/schema/bom-${version}.schema.json",\n"bomFormat": "CycloneDX",\n"specVersion": "${version}",\n`;
  const { uuid, content } = identified(() => body(input));
  yield `"serialNumber": "urn:uuid:${uuid}",\n"version": 1,\n`;
  yield* content;
  yield "\n}\n";
}

function* body(input: SbomInput): Generator<string> {
  const asked = Map.groupBy(
    input.components.filter((item) => item.askedBy !== undefined),
    (item) => item.askedBy ?? "",
  );
  yield `"metadata": ${metadata(input, asked)},\n"components": `;
  yield* jsonList(components(input, asked));
  yield ',\n"dependencies": ';
  yield* jsonList(dependencies(input));
}

type Asked = ReadonlyMap<string, readonly SbomComponent[]>;

/** Ours first, marked: then what is others'. */
function* components(input: SbomInput, asked: Asked): Generator<string> {
  for (const own of input.own) if (own.amongComponents === true) yield ownComponent(own, asked);
  for (const item of input.components) if (item.askedBy === undefined) yield component(item);
}

function metadata(input: SbomInput, asked: Asked): string {
  const apart = input.own.filter((own) => own.amongComponents !== true).map((own) => ownComponent(own, asked));
  const parts = [...apart, ...(asked.get("") ?? []).map(component)];
  const own = parts.length === 0 ? "" : `, "components": ${[...jsonList(parts)].join("")}`;
  const tool = `{"type": "application", "name": "allmend", "version": ${quote(input.toolVersion)}}`;
  const version = input.version === undefined ? "" : `, "version": ${quote(input.version)}`;
  const main = `{"type": "application", "bom-ref": "${ROOT}", "name": ${quote(input.name || "unnamed")}${version}${own}}`;
  const remarks = (input.remarks ?? []).map((value) => `{"name": "allmend:remark", "value": ${quote(value)}}`);
  const said = remarks.length === 0 ? "" : `, "properties": [${remarks.join(", ")}]`;
  return `{"timestamp": ${quote(input.now)}, "lifecycles": [{"phase": "pre-build"}], "tools": {"components": [${tool}]}, "component": ${main}${said}}`;
}

function ownComponent(own: SbomOwn, asked: Asked): string {
  const license = own.license === undefined ? "" : licenses([{ text: own.license, basis: "declared" }]);
  const version = own.version ? `,"version":${quote(own.version)}` : "";
  const group = own.namespace ? `,"group":${quote(own.namespace)}` : "";
  const needs = asked.get(own.purl)?.map(component);
  const parts = needs === undefined ? "" : `,"components":[${needs.join(",")}]`;
  return `{"type":"application","bom-ref":${quote(ownRef(own))}${group},"name":${quote(own.name)}${version}${license},"purl":${quote(own.purl)},"properties":[{"name":"allmend:own","value":"true"}]${parts}}`;
}

function ownRef(own: SbomOwn): string {
  return `allmend:own:${own.purl}`;
}

function component(item: SbomComponent): string {
  const kind = item.type === "docker" || item.type === "oci" ? "container" : "library";
  return [
    `{"type":"${kind}","bom-ref":${quote(item.purl)}`,
    namesOf(item),
    versionOf(item),
    `,"scope":"${item.scope}"`,
    hashes(item),
    licenses(item.licenses),
    `,"purl":${quote(item.purl)}`,
    references(item),
    properties(item),
    "}",
  ].join("");
}

/**
 * A Go module has one name, its path; an action is named with its folder (`cache/restore`); everywhere else the namespace is the group, unless the files that
 * name it do not say one.
 */
function namesOf({ type, namespace, name: short, bareName, purl }: SbomComponent): string {
  const folder = type === "githubactions" ? (parsePurl(purl)?.subpath ?? "") : "";
  const name = folder === "" ? short : `${short}/${folder}`;
  if (!namespace || bareName === true) return `,"name":${quote(name)}`;
  return type === "golang" ? `,"name":${quote(`${namespace}/${name}`)}` : `,"group":${quote(namespace)},"name":${quote(name)}`;
}

function versionOf(item: SbomComponent): string {
  const version = statedVersion(item);
  return version === "" ? "" : `,"version":${quote(version)}`;
}

function hashes(item: SbomComponent): string {
  const found = hashesOf(item.integrity);
  return found.length === 0
    ? ""
    : `,"hashes":[${found.map(({ algorithm, hex }) => `{"alg":"${algorithm}","content":"${hex}"}`).join(",")}]`;
}

/** The format takes either one expression or a list of ids and names: beside others, an expression can only be a name. */
function licenses(stated: SbomComponent["licenses"]): string {
  const forms = new Map<string, string>();
  let expression: string | undefined;
  for (const { text, basis } of stated) {
    const form = licenseForm(text);
    if (form.is === "nothing") continue;
    const said = `"acknowledgement":"${basis}"`;
    if (form.is === "expression") expression ??= `{"expression":${quote(form.text)},${said}}`;
    const license = `{"license":{"${form.is === "id" ? "id" : "name"}":${quote(form.text)},${said}}}`;
    if (!forms.has(form.text)) forms.set(form.text, license);
  }
  if (forms.size === 0) return "";
  return `,"licenses":[${forms.size === 1 && expression !== undefined ? expression : [...forms.values()].join(",")}]`;
}

function references({ source }: SbomComponent): string {
  if (source === undefined || source.kind === "path") return "";
  const url = publicAddress(source.address);
  if (url === undefined) return "";
  const comment = source.commit === undefined ? "" : `,"comment":${quote(`commit ${source.commit}`)}`;
  return `,"externalReferences":[{"type":"${source.kind === "git" ? "vcs" : "distribution"}","url":${quote(url)}${comment}}]`;
}

function properties(item: SbomComponent): string {
  const all = item.manifests.map((path) => `{"name":"allmend:manifest","value":${quote(path)}}`);
  for (const range of item.ranges ?? []) all.push(`{"name":"allmend:range","value":${quote(range)}}`);
  for (const [name, value] of Object.entries(item.remarks ?? {})) all.push(`{"name":${quote(name)},"value":${quote(value)}}`);
  if (item.direct) all.push('{"name":"allmend:direct","value":"true"}');
  return all.length === 0 ? "" : `,"properties":[${all.join(",")}]`;
}

/** A component that is not in this graph has dependencies that nobody knows: that is how the format says it. */
function* dependencies(input: SbomInput): Generator<string> {
  const direct = input.components.filter((item) => item.direct).map((item) => item.purl);
  yield dependency(ROOT, [...input.own.map(ownRef), ...direct]);
  for (const item of input.components) if (item.dependsOn !== undefined) yield dependency(item.purl, item.dependsOn);
}

function dependency(ref: string, targets: readonly string[]): string {
  return `{"ref":${quote(ref)},"dependsOn":[${targets.map((target) => quote(target)).join(",")}]}`;
}
