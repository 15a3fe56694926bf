// SPDX 2 as tag-value text, line by line: `Tag: value`, values over several lines between <text> and </text>.
// https://spdx.github.io/spdx-spec/v2.3/conformance/
import { Unreadable } from "../../lockfiles/types.ts";
import type { SbomCollector } from "../collector.ts";
import { type ByteSource, utf8Chunks } from "../source.ts";
import type { SbomReading } from "../types.ts";
import { addExtractedLicense, addRelationship, spdxDraft, spdxReading } from "./document.ts";
import { textLines } from "./text-lines.ts";

/** The part of a document that the last telling tag opened. Files and snippets are passed by. */
interface Section {
  readonly kind: "document" | "package" | "license" | "passed";
  readonly line: number;
  readonly object: Record<string, unknown>;
}

const plainTags: Readonly<Record<string, string>> = {
  PackageVersion: "versionInfo",
  PackageSupplier: "supplier",
  PackageOriginator: "originator",
  PackageLicenseDeclared: "licenseDeclared",
  PackageLicenseConcluded: "licenseConcluded",
  PrimaryPackagePurpose: "primaryPackagePurpose",
};

/** Reads a document. Throws `Unreadable` with the line. */
export async function readTagValueSbom(source: ByteSource, collector: SbomCollector): Promise<SbomReading> {
  collector.copiesTexts = true;
  const document = new TagValueDocument(collector);
  for await (const { text, line } of textLines(utf8Chunks(source, collector.limits.bytes), collector.limits.elementBytes))
    document.line(text, line);
  return document.end();
}

class TagValueDocument {
  readonly #collector: SbomCollector;
  readonly #top: Record<string, unknown> = {};
  readonly #creators: string[] = [];
  #created: string | undefined;
  #section: Section = { kind: "document", line: 1, object: this.#top };
  /** A value that is still open: its tag, its lines, where it began. */
  #open: { tag: string; lines: string[]; line: number; size: number } | undefined;

  constructor(collector: SbomCollector) {
    this.#collector = collector;
  }

  line(text: string, line: number): void {
    if (this.#open) {
      this.#continue(this.#open, text);
      return;
    }
    const trimmed = text.trim();
    if (trimmed === "" || trimmed.startsWith("#")) return;
    const colon = trimmed.indexOf(":");
    const tag = trimmed.slice(0, colon).trim();
    if (colon < 1 || !/^[A-Za-z]\w{0,63}$/.test(tag)) throw new Unreadable("Not SPDX tag-value: a line without a tag", line, "Tag: value");
    const value = trimmed.slice(colon + 1).trim();
    if (!value.startsWith("<text>")) this.#tag(tag, value, line);
    else {
      this.#open = { tag, lines: [], line, size: 0 };
      this.#continue(this.#open, value.slice("<text>".length));
    }
  }

  end(): SbomReading {
    if (this.#open) throw new Unreadable("Not SPDX tag-value: <text> without </text>; the file may be cut off", this.#open.line, "</text>");
    this.#finish();
    if (this.#top.spdxVersion === undefined) throw new Unreadable("Not an SBOM: there is no SPDXVersion", 1, "SPDXVersion: SPDX-2.3");
    const creationInfo = { creators: this.#creators, ...(this.#created === undefined ? {} : { created: this.#created }) };
    return spdxReading(this.#collector, "spdx-tag-value", { ...this.#top, creationInfo });
  }

  #continue(open: { tag: string; lines: string[]; line: number; size: number }, text: string): void {
    const end = text.indexOf("</text>");
    open.lines.push(end < 0 ? text : text.slice(0, end));
    open.size += text.length;
    if (open.size > this.#collector.limits.elementBytes) throw new Unreadable("Not read: a text that is too long", open.line, "</text>");
    if (end < 0) return;
    this.#open = undefined;
    this.#tag(open.tag, open.lines.join("\n").trim(), open.line);
  }

  #tag(tag: string, value: string, line: number): void {
    if (this.#opensSection(tag, value, line) || this.#ofDocument(tag, value)) return;
    const { kind, object } = this.#section;
    if (tag === "SPDXID") object.SPDXID = value;
    else if (kind === "package") packageTag(object, tag, value);
    else if (kind === "license" && tag === "LicenseName") object.name = value;
    else if (kind === "license" && tag === "ExtractedText") object.extractedText = value;
  }

  #opensSection(tag: string, value: string, line: number): boolean {
    if (tag === "PackageName") this.#start("package", line, { name: value });
    else if (tag === "LicenseID") this.#start("license", line, { licenseId: value });
    else if (tag === "FileName" || tag === "SnippetSPDXID" || tag === "Reviewer" || tag === "Annotator") this.#start("passed", line, {});
    else return false;
    return true;
  }

  #start(kind: Section["kind"], line: number, object: Record<string, unknown>): void {
    this.#finish();
    this.#section = { kind, line, object };
  }

  /** Tags that mean the same wherever they stand. */
  #ofDocument(tag: string, value: string): boolean {
    if (tag === "SPDXVersion") this.#top.spdxVersion = value;
    else if (tag === "DocumentName") this.#top.name = value;
    else if (tag === "DocumentNamespace") this.#top.documentNamespace = value;
    else if (tag === "Created") this.#created = value;
    else if (tag === "Creator") this.#creators.push(value);
    else if (tag === "Relationship") this.#relationship(value);
    else return false;
    return true;
  }

  #relationship(value: string): void {
    const [spdxElementId, relationshipType, relatedSpdxElement] = value.split(/\s+/);
    addRelationship(this.#collector, { spdxElementId, relationshipType, relatedSpdxElement });
  }

  #finish(): void {
    const { kind, object, line } = this.#section;
    if (kind === "package") this.#collector.add(spdxDraft(object), line);
    else if (kind === "license") addExtractedLicense(this.#collector, object);
  }
}

function packageTag(object: Record<string, unknown>, tag: string, value: string): void {
  const plain = Object.hasOwn(plainTags, tag) ? plainTags[tag] : undefined;
  if (plain !== undefined) object[plain] ??= value;
  else if (tag === "PackageChecksum") {
    const [algorithm, checksumValue] = value.split(":").map((part) => part.trim());
    append(object, "checksums", { algorithm, checksumValue });
  } else if (tag === "ExternalRef") {
    const [, referenceType, referenceLocator] = value.split(/\s+/);
    append(object, "externalRefs", { referenceType, referenceLocator });
  }
}

function append(object: Record<string, unknown>, key: string, item: unknown): void {
  const list = object[key];
  if (Array.isArray(list)) list.push(item);
  else object[key] = [item];
}
