// The door to SBOMs: any format, from bytes in memory or a stream.
import { Unreadable } from "../lockfiles/types.ts";
import { SbomCollector } from "./collector.ts";
import { sbomFormatOf, sbomHeadBytes } from "./detect.ts";
import { readJsonSbom } from "./json/read.ts";
import { type ByteSource, decodeHead } from "./source.ts";
import { type SbomLimits, type SbomReading, sbomLimits } from "./types.ts";

/**
 * Reads an SBOM. `path` is for messages, and for the format where the first bytes leave it open. What is wrong but can be read past is in `problems`;
 * throws `Unreadable` (with the line) for what cannot be understood, and never anything else for any bytes. Nothing of a broken document is kept.
 */
export async function readSbom(source: ByteSource, path: string, limits: Partial<SbomLimits> = {}): Promise<SbomReading> {
  return withHead(source, async (head, whole) => (await reader(path, head))(whole, new SbomCollector(path, { ...sbomLimits, ...limits })));
}

/** The same for a file of which only the name looks like an SBOM: undefined where its first bytes say that it is none. Of a stream, no more is read then. */
export async function readIfSbom(source: ByteSource, path: string, limits: Partial<SbomLimits> = {}): Promise<SbomReading | undefined> {
  return withHead(source, async (head, whole) => {
    if (sbomFormatOf(path, head) === undefined) return undefined;
    return (await reader(path, head))(whole, new SbomCollector(path, { ...sbomLimits, ...limits }));
  });
}

async function withHead<T>(source: ByteSource, use: (head: Uint8Array, whole: ByteSource) => Promise<T>): Promise<T> {
  const { head, whole, close } = await peeked(source);
  try {
    return await use(head, whole);
  } finally {
    await close();
  }
}

type Reader = (source: ByteSource, collector: SbomCollector) => Promise<SbomReading>;

/** Parsers of XML and YAML are large; most documents are JSON. */
async function reader(path: string, head: Uint8Array): Promise<Reader> {
  switch (sbomFormatOf(path, head)) {
    case "cyclonedx-json":
    case "spdx-json":
    case "spdx3-json":
      return readJsonSbom;
    case "cyclonedx-xml":
      return (await import("./cyclonedx/xml.ts")).readXmlSbom;
    case "spdx-tag-value":
      return (await import("./spdx/tag-value.ts")).readTagValueSbom;
    case "spdx-yaml":
      return (await import("./spdx/yaml.ts")).readYamlSbom;
    case "spdx-rdf":
      throw new Unreadable(
        "Not read: SPDX as RDF/XML",
        undefined,
        "the same document as JSON, YAML or tag-value (the SPDX tools convert it)",
      );
    case "spdx-xml":
      throw new Unreadable("Not read: SPDX as XML", undefined, "the same document as JSON, YAML or tag-value (the SPDX tools convert it)");
    default:
      if (head.length === 0) throw new Unreadable("The file is empty", undefined, "an SBOM");
      // What an object is about may stand at its end.
      if (decodeHead(head).trimStart().startsWith("{")) return readJsonSbom;
      throw new Unreadable("Not an SBOM: neither CycloneDX nor SPDX", 1, "CycloneDX (JSON, XML) or SPDX (JSON, YAML, tag-value)");
  }
}

interface Peeked {
  readonly head: Uint8Array;
  readonly whole: ByteSource;
  close(): Promise<void>;
}

/** The first bytes, and the whole source still to be read. */
async function peeked(source: ByteSource): Promise<Peeked> {
  if (source instanceof Uint8Array) return { head: source.subarray(0, sbomHeadBytes), whole: source, close: async () => {} };
  const iterator = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  let ended = false;
  while (head.length < sbomHeadBytes && !ended) {
    const { value, done } = await iterator.next();
    if (done) ended = true;
    else head = Buffer.concat([head, value]);
  }
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { head, whole: resumed(head, iterator), close };
}

async function* resumed(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}
