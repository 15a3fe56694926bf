// The index file: one compressed block of numbers behind a small header, made to be loaded fast.
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

export interface TemplateRow {
  readonly id: string;
  readonly kind: "text" | "header" | "exception";
  /** Number of words. */
  readonly length: number;
}

export interface IndexData {
  readonly version: string;
  readonly templates: readonly TemplateRow[];
  /** Hash of each vocabulary word; its place is the word's id. 0 is "unknown", 1 a placeholder. */
  readonly vocabulary: Uint32Array;
  /** Words that compare equal to one of the vocabulary: pairs of hash and id. */
  readonly aliases: Uint32Array;
  /** Weight of each vocabulary word in tenths. */
  readonly weights: Uint8Array;
  /** Word ids of all templates, one after the other. */
  readonly tokens: Uint16Array;
  /** Per token: 1 variable, 2 may be left out. */
  readonly flags: Uint8Array;
  /** How many places each gram has, and the places (token positions), gram by gram (grams.ts). */
  readonly gramSizes: Uint16Array;
  readonly places: Uint32Array;
  /** How many grams of each template are there: all of short texts, a sample of long ones. */
  readonly gramCounts: Uint32Array;
}

type Header = Pick<IndexData, "version" | "templates"> & { readonly sizes: readonly number[] };

export function encodeIndex(data: IndexData): Buffer {
  const parts = [data.vocabulary, data.aliases, data.places, data.gramCounts, data.tokens, data.gramSizes, data.weights, data.flags];
  const header: Header = { version: data.version, templates: data.templates, sizes: parts.map((part) => part.length) };
  const text = Buffer.from(JSON.stringify(header));
  const padded = Buffer.alloc(Math.ceil((text.length + 4) / 8) * 8, " ");
  padded.writeUInt32LE(padded.length - 4, 0);
  text.copy(padded, 4);
  const bytes = Buffer.concat([padded, ...parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))]);
  return zstdCompressSync(bytes, { params: { 100: 19 } });
}

export function decodeIndex(compressed: Uint8Array): IndexData {
  const bytes = zstdDecompressSync(compressed);
  const size = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString("utf8", 4, 4 + size)) as Header;
  const [vocabulary = 0, aliases = 0, places = 0, gramCounts = 0, tokens = 0, gramSizes = 0, weights = 0, flags = 0] = header.sizes;
  let at = 4 + size;
  const take = (length: number): ArrayBuffer => {
    const part = bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + length) as ArrayBuffer;
    at += length;
    return part;
  };
  return {
    version: header.version,
    templates: header.templates,
    vocabulary: new Uint32Array(take(vocabulary * 4)),
    aliases: new Uint32Array(take(aliases * 4)),
    places: new Uint32Array(take(places * 4)),
    gramCounts: new Uint32Array(take(gramCounts * 4)),
    tokens: new Uint16Array(take(tokens * 2)),
    gramSizes: new Uint16Array(take(gramSizes * 2)),
    weights: new Uint8Array(take(weights)),
    flags: new Uint8Array(take(flags)),
  };
}
