// SPDX 3.0 as JSON-LD: a flat list of elements that refer to each other by id. https://spdx.github.io/spdx-spec/v3.0.1/
import { arrayField, asArray, field } from "../../lockfiles/shared/data.ts";
import { assemble } from "../assemble.ts";
import { type EdgeKind, hashAlgorithm, quoted, type SbomCollector, type SbomDraft, strongestHashes } from "../collector.ts";
import { plainText } from "../text.ts";
import type { SbomLicense, SbomReading } from "../types.ts";
import { GraphLicenses } from "./graph-licenses.ts";
import { elementId, elementType, property, references } from "./graph-values.ts";

interface Found {
  readonly place: number;
  readonly draft: SbomDraft;
  readonly line: number | undefined;
}

const edgeTypes: ReadonlyMap<string, EdgeKind> = new Map([
  ["dependsOn", "depends"],
  ["hasDynamicLink", "links"],
  ["hasStaticLink", "links"],
  ["hasPrerequisite", "depends"],
  ["hasProvidedDependency", "depends"],
  ["hasOptionalDependency", "optional"],
  ["hasOptionalComponent", "optional"],
  ["usesTool", "development"],
  ["contains", "contains"],
]);

/** `build` is not among these: it stands for what SPDX 2 calls a build dependency, which goes into what is built. */
const developmentScopes = new Set(["design", "development", "test"]);

export class Spdx3Graph {
  readonly #collector: SbomCollector;
  readonly #packages: Found[] = [];
  readonly #licenses = new GraphLicenses();
  /** Licence elements by package id. */
  readonly #declared = new Map<string, readonly string[]>();
  readonly #concluded = new Map<string, readonly string[]>();
  #specVersion = "";
  #created: string | undefined;
  #author: string | undefined;
  #name: string | undefined;
  #id: string | undefined;
  readonly #tools: string[] = [];
  #elements = 0;

  constructor(collector: SbomCollector) {
    this.#collector = collector;
  }

  /** Whether the document is SPDX 3: it has elements, or its context says so. */
  isSpdx3(top: unknown): boolean {
    const contexts = asArray(field(top, "@context")) ?? [field(top, "@context")];
    return this.#elements > 0 || contexts.some((context) => typeof context === "string" && /^https?:\/\/spdx\.org\/rdf\/3\./.test(context));
  }

  /** One element of `@graph`, or one written inside another. */
  add(element: unknown, line: number | undefined, depth = 0): void {
    if (depth > 8) return;
    this.#elements++;
    const type = elementType(element);
    if (type.endsWith("Package")) this.#package(element, line);
    else if (type.endsWith("Relationship")) this.#relationship(element, depth);
    else if (type === "SpdxDocument" || type === "Sbom" || type === "Bom") this.#document(element, type);
    else if (type === "CreationInfo") this.#creation(element);
    else if (type === "Tool") this.#tools.push(plainText(element, "name"));
    else this.#licenses.add(type, element);
  }

  /** The reading; `top` is what stands beside the graph (a document of one element has it there). */
  reading(top: unknown): SbomReading {
    if (this.#elements === 0 && elementType(top) !== "") this.add(top, 1);
    for (const { place, draft, line } of this.#packages) {
      this.#collector.fill(place, { ...draft, licenses: this.#licensesOf(draft.ref) }, line);
    }
    for (const [id, name] of this.#licenses.names) this.#collector.licenseNames.set(id, name);
    if (!this.#specVersion.startsWith("3.")) {
      const version = quoted(this.#specVersion);
      this.#collector.problem("sbom-unknown-version", "warning", `The SPDX document has the version ${version}; it is read as 3.0.1`);
    }
    const metadata = {
      ...(this.#name === undefined ? {} : { name: this.#name }),
      ...(this.#created === undefined ? {} : { created: this.#created }),
      ...(this.#id === undefined ? {} : { id: this.#id }),
      ...(this.#author === undefined ? {} : { author: this.#author }),
      tools: this.#tools.filter((tool) => tool !== ""),
    };
    return assemble(this.#collector, { format: "spdx3-json", specVersion: this.#specVersion, metadata });
  }

  #package(element: unknown, line: number | undefined): void {
    const draft: SbomDraft = {
      ref: elementId(element),
      kind: property(element, "software_", "primaryPurpose").toLowerCase(),
      name: plainText(element, "name"),
      version: property(element, "software_", "packageVersion"),
      group: "",
      purl: purlOf(element),
      licenses: [],
      hashes: hashesOf(element),
      ...suppliedBy(element),
    };
    this.#packages.push({ place: this.#collector.reserve(), draft, line });
  }

  #relationship(element: unknown, depth: number): void {
    const type = plainText(element, "relationshipType");
    const from = references(field(element, "from"), (inner) => this.add(inner, undefined, depth + 1))[0];
    const to = references(field(element, "to"), (inner) => this.add(inner, undefined, depth + 1));
    if (from === undefined) return;
    if (type === "describes") for (const target of to) this.#collector.subjects.add(target);
    else if (type === "hasDeclaredLicense") append(this.#declared, from, to);
    else if (type === "hasConcludedLicense") append(this.#concluded, from, to);
    const kind = edgeTypes.get(type);
    if (kind === undefined) return;
    const development = kind === "depends" && developmentScopes.has(plainText(element, "scope"));
    if (plainText(element, "completeness") === "complete") this.#collector.lists(from);
    for (const target of to) {
      if (target.endsWith("NoneElement")) this.#collector.lists(from);
      else if (!target.endsWith("NoAssertionElement")) this.#collector.edge(from, target, development ? "development" : kind);
    }
  }

  #document(element: unknown, type: string): void {
    for (const root of references(field(element, "rootElement"), () => undefined)) this.#collector.subjects.add(root);
    if (type !== "SpdxDocument") return;
    this.#name ??= plainText(element, "name") || undefined;
    this.#id ??= elementId(element) || undefined;
  }

  #creation(element: unknown): void {
    this.#specVersion ||= plainText(element, "specVersion");
    this.#created ??= plainText(element, "created") || undefined;
    this.#author ??= references(field(element, "createdBy"), (inner) => this.add(inner, undefined, 1)).find((ref) => ref !== "");
  }

  #licensesOf(id: string): readonly SbomLicense[] {
    const licenses: SbomLicense[] = [];
    const declared = this.#licenses.expression(this.#declared.get(id) ?? []);
    const concluded = this.#licenses.expression(this.#concluded.get(id) ?? []);
    if (declared !== undefined) licenses.push({ kind: "expression", value: declared, basis: "declared" });
    if (concluded !== undefined) licenses.push({ kind: "expression", value: concluded, basis: "concluded" });
    return licenses;
  }
}

function append(lists: Map<string, readonly string[]>, key: string, items: readonly string[]): void {
  const known = lists.get(key);
  lists.set(key, known ? [...known, ...items] : items);
}

function purlOf(element: unknown): string {
  const direct = property(element, "software_", "packageUrl");
  if (direct !== "") return direct;
  for (const identifier of asArray(field(element, "externalIdentifier")) ?? []) {
    if (plainText(identifier, "externalIdentifierType").toLowerCase() === "packageurl") return plainText(identifier, "identifier");
  }
  return "";
}

function hashesOf(element: unknown): ReturnType<typeof strongestHashes> {
  const methods = asArray(field(element, "verifiedUsing")) ?? [];
  return strongestHashes(
    methods.map((method) => ({ algorithm: hashAlgorithm(plainText(method, "algorithm")), value: plainText(method, "hashValue") })),
  );
}

/** The name of a supplier given in place, else the reference to it: somebody is named. */
function suppliedBy(element: unknown): { supplier?: string } {
  const supplier = field(element, "suppliedBy");
  const [first] = [...(arrayField(element, "originatedBy") ?? [])];
  for (const value of [supplier, first]) {
    const name = typeof value === "string" ? value : plainText(value, "name");
    if (name !== "" && !name.endsWith("NoAssertionElement")) return { supplier: name.slice(0, 500) };
  }
  return {};
}
