// CycloneDX in XML, 1.0 to 1.7, while it streams by: a component becomes the object that JSON would have, the rest of the document passes.
// Elements of other namespaces are skipped, except the dependency graph that CycloneDX 1.1 had as an extension.
import { TextDecoder } from "node:util";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { Unreadable } from "../../lockfiles/types.ts";
import type { SbomCollector } from "../collector.ts";
import { type ByteSource, utf8Chunks } from "../source.ts";
import type { SbomReading } from "../types.ts";
import { componentDraft } from "./component.ts";
import { cycloneDxReading } from "./document.ts";
import { declaredEncoding } from "./xml-encoding.ts";
import { componentObject, organizationObject, type XmlNode } from "./xml-objects.ts";

/** Where an open element stands, and what its children mean. */
type Place =
  | { readonly is: "bom" | "metadata" | "dependencies" | "services" | "other" }
  | { readonly is: "components"; readonly parent: number | undefined; readonly own: boolean }
  | { readonly is: "component"; readonly handle: number; readonly node: XmlNode; readonly line: number }
  | { readonly is: "dependency"; readonly ref: string }
  | { readonly is: "kept"; readonly node: XmlNode };

const other: Place = { is: "other" };
const bomNamespace = /^https?:\/\/cyclonedx\.org\/schema\/bom\/(.+)$/;
const graphNamespace = /^https?:\/\/cyclonedx\.org\/schema\/ext\/dependency-graph\//;
/** What of a component is kept; descriptions, evidence, pedigree, cryptography and the like pass by. */
const keptOfComponent = new Set([
  "group",
  "name",
  "version",
  "versionRange",
  "purl",
  "scope",
  "licenses",
  "hashes",
  "properties",
  "supplier",
  "manufacturer",
  "publisher",
  "author",
]);
/** What never is kept, wherever it stands: licence texts and their encodings may be large. */
/** In the metadata: who made the document. */
const authoring = new Set(["authors", "supplier", "manufacturer", "manufacture"]);
const passed = new Set(["text", "licensing", "url"]);

/** Reads a document. Throws `Unreadable` for what is not well-formed or not CycloneDX. */
export async function readXmlSbom(source: ByteSource, collector: SbomCollector): Promise<SbomReading> {
  collector.copiesTexts = true;
  const document = new XmlDocument(collector);
  let decoder: TextDecoder | undefined;
  for await (const chunk of utf8Chunks(source, collector.limits.bytes)) {
    decoder ??= new TextDecoder(declaredEncoding(chunk));
    document.write(decoder.decode(chunk, { stream: true }));
  }
  return document.end();
}

class XmlDocument {
  readonly #collector: SbomCollector;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #places: Place[] = [];
  readonly #metadata: XmlNode = { name: "metadata", attributes: {}, children: [], text: "" };
  readonly #bom: Record<string, string> = {};
  #kept = 0;
  #started = false;
  #skipped = 0;
  #tagLine = 1;

  constructor(collector: SbomCollector) {
    this.#collector = collector;
    const parser = this.#parser;
    parser.on("error", (error) => this.#fail(error.message.replace(/^\d+:\d+: /, "")));
    parser.on("opentagstart", () => {
      this.#tagLine = this.#line();
    });
    parser.on("opentag", (tag) => this.#open(tag));
    parser.on("closetag", () => this.#close());
    parser.on("text", (text) => this.#text(text));
    parser.on("cdata", (text) => this.#text(text));
  }

  /** Space before the declaration is against XML, but does no harm. */
  write(text: string): void {
    if (this.#started) this.#parser.write(text);
    else {
      const body = text.trimStart();
      this.#skipped += text.slice(0, text.length - body.length).split("\n").length - 1;
      this.#started = body !== "";
      this.#parser.write(body);
    }
  }

  end(): SbomReading {
    this.#parser.close();
    const component = this.#metadata.children.find((child) => child.name === "component");
    const created = this.#metadata.children.find((child) => child.name === "timestamp")?.text.trim();
    const skeleton = {
      ...this.#bom,
      metadata: {
        ...(created ? { timestamp: created } : {}),
        tools: toolsOf(this.#metadata),
        ...authorsOf(this.#metadata),
        ...(component ? { component: componentObject(component) } : {}),
      },
    };
    return cycloneDxReading(this.#collector, "cyclonedx-xml", skeleton);
  }

  #open(tag: SaxesTagNS): void {
    if (this.#places.length >= this.#collector.limits.depth) this.#fail(`nested deeper than ${this.#collector.limits.depth} levels`);
    const around = this.#places.at(-1);
    this.#places.push(around === undefined ? this.#root(tag) : this.#inside(around, tag));
  }

  #root(tag: SaxesTagNS): Place {
    const version = bomNamespace.exec(tag.uri)?.[1];
    if (tag.local !== "bom" || version === undefined) {
      throw new Unreadable("Not an SBOM: the first element is not <bom> of CycloneDX", this.#tagLine, "CycloneDX");
    }
    this.#bom.specVersion = version;
    const serial = tag.attributes.serialNumber?.value;
    if (serial !== undefined) this.#bom.serialNumber = serial;
    return { is: "bom" };
  }

  #inside(around: Place, tag: SaxesTagNS): Place {
    if (around.is === "other") return other;
    if (!bomNamespace.test(tag.uri)) return this.#foreign(around, tag);
    const name = tag.local;
    switch (around.is) {
      case "bom":
        if (name === "components") return { is: "components", parent: undefined, own: false };
        return name === "metadata" || name === "dependencies" || name === "services" ? { is: name } : other;
      case "metadata":
        if (name === "component") return this.#component(tag, undefined, true);
        return name === "timestamp" || name === "tools" || authoring.has(name) ? this.#keep(this.#metadata, tag) : other;
      case "components":
        return name === "component" ? this.#component(tag, around.parent, around.own) : other;
      case "component":
        if (name === "components") return { is: "components", parent: around.handle, own: false };
        return keptOfComponent.has(name) ? this.#keep(around.node, tag) : other;
      case "kept":
        return passed.has(name) ? other : this.#keep(around.node, tag);
      case "services":
        return this.#service(tag);
      case "dependencies":
      case "dependency":
        return name === "dependency" ? this.#dependency(around, tag) : other;
      default:
        return other;
    }
  }

  #foreign(around: Place, tag: SaxesTagNS): Place {
    if (!graphNamespace.test(tag.uri)) return other;
    if (around.is === "bom" && tag.local === "dependencies") return { is: "dependencies" };
    const inGraph = around.is === "dependencies" || around.is === "dependency";
    return inGraph && tag.local === "dependency" ? this.#dependency(around, tag) : other;
  }

  #component(tag: SaxesTagNS, parent: number | undefined, own: boolean): Place {
    const handle = this.#collector.reserve({ ...(parent === undefined ? {} : { parent }), ...(own ? { own } : {}) });
    this.#kept = 0;
    const node = this.#node(tag);
    if (own) this.#metadata.children.push(node);
    return { is: "component", handle, node, line: this.#tagLine };
  }

  #dependency(around: Place, tag: SaxesTagNS): Place {
    const ref = tag.attributes.ref?.value ?? "";
    if (ref !== "") {
      if (around.is === "dependency" && around.ref !== "") this.#collector.edge(around.ref, ref);
      else this.#collector.lists(ref);
    }
    return { is: "dependency", ref };
  }

  /** `<service>` and the `<services>` inside of it; what else it says passes by. */
  #service(tag: SaxesTagNS): Place {
    const ref = tag.local === "service" ? tag.attributes["bom-ref"]?.value : undefined;
    if (ref) this.#collector.elsewhere.add(this.#collector.ref(ref));
    return tag.local === "service" || tag.local === "services" ? { is: "services" } : other;
  }

  #keep(parent: XmlNode, tag: SaxesTagNS): Place {
    const node = this.#node(tag);
    parent.children.push(node);
    return { is: "kept", node };
  }

  #node(tag: SaxesTagNS): XmlNode {
    const attributes: Record<string, string> = Object.create(null);
    for (const [name, attribute] of Object.entries(tag.attributes)) attributes[name] = attribute.value;
    return { name: tag.local, attributes, children: [], text: "" };
  }

  #text(text: string): void {
    const place = this.#places.at(-1);
    if (place?.is !== "kept") return;
    this.#kept += text.length;
    if (this.#kept > this.#collector.limits.elementBytes)
      this.#fail(`one component is larger than ${this.#collector.limits.elementBytes} bytes`);
    place.node.text += text;
  }

  #close(): void {
    const place = this.#places.pop();
    if (place?.is !== "component") return;
    this.#collector.fill(place.handle, componentDraft(componentObject(place.node), this.#collector, place.line), place.line);
  }

  #line(): number {
    return this.#parser.line + this.#skipped;
  }

  #fail(message: string): never {
    throw new Unreadable(`Not XML: ${message}`, this.#line(), "a well-formed CycloneDX document");
  }
}

/** `<authors><author>`, `<supplier>`, `<manufacturer>`, as JSON has them. */
function authorsOf(metadata: XmlNode): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const child of metadata.children.filter(({ name }) => authoring.has(name))) {
    found[child.name] = child.name === "authors" ? child.children.map(organizationObject) : organizationObject(child);
  }
  return found;
}

/** Tools stand as `<tool>` until 1.4, as `<components><component>` since. */
function toolsOf(metadata: XmlNode): readonly Record<string, string>[] {
  const tools = metadata.children.find((child) => child.name === "tools");
  const lists = tools?.children.flatMap((child) => (child.name === "tool" ? [child] : child.children)) ?? [];
  return lists.map((tool) => Object.fromEntries(tool.children.map((child) => [child.name, child.text.trim()])));
}
