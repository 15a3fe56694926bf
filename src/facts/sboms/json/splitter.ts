// Splits a large JSON document while its bytes arrive: the objects in the big lists one by one, everything else (the skeleton) at the end.
//
// The scanner knows only strings, brackets and commas; what stands between brackets is judged by JSON.parse, slice by slice, so that nothing malformed
// passes. Memory is that of one object and the skeleton, however large the document is.
import { Unreadable } from "../../lockfiles/types.ts";
import type { SbomLimits } from "../types.ts";
import { GatheredText } from "./gathered.ts";

/** What the splitter calls. `list` is the name of the list the object stands in. */
export interface SplitHandler {
  /** An object begins: its handle, in document order also where objects nest (`parent` is the handle of the one around it). */
  begin(list: string, parent: number | undefined): number;
  /** The same object, whole, except for its own nested lists, which are empty arrays (their objects came before). `line` is where it starts. */
  object(list: string, handle: number, value: unknown, line: number): void;
}

export interface SplitShape {
  /** Names of the lists at the top (and inside wrappers) whose objects are handed out. */
  readonly lists: ReadonlySet<string>;
  /** Names of lists inside an object of such a list that are split as well. */
  readonly nested: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys at the top whose object is looked into as if it were the top. */
  readonly wrappers: ReadonlySet<string>;
}

interface Frame {
  /** `list` between the brackets of a split list, `object` inside an object. */
  readonly kind: "list" | "object";
  /** Name of the list that this is, or stands in; empty at the top. */
  readonly list: string;
  /** Depth of brackets directly inside this frame; moves inwards while in a wrapper. */
  level: number;
  readonly handle: number | undefined;
  readonly line: number;
  readonly text: GatheredText | undefined;
  /** In a list: whether an object, a comma or the end may come next. */
  expects: "first" | "object" | "comma";
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const NONE: ReadonlySet<string> = new Set();
/** No key that matters is longer. */
const LONGEST_KEY = 64;

export class JsonSplitter {
  readonly #shape: SplitShape;
  readonly #handler: SplitHandler;
  readonly #limits: SbomLimits;
  readonly #frames: Frame[] = [];
  #chunk: Buffer = Buffer.alloc(0);
  #depth = 0;
  #line = 1;
  #inString = false;
  #skip = 0;
  /** Where the frame's text that is not gathered yet starts in the chunk, and its line. */
  #from = 0;
  #fromLine = 1;
  /** The last string directly inside the current object: its bytes in this chunk, after what of it stood in an earlier one. */
  #keyStart = -1;
  #keyEnd = -1;
  #keyPrefix = "";
  readonly #seen = new Set<string>();
  #skeleton: unknown;
  #done = false;

  constructor(shape: SplitShape, handler: SplitHandler, limits: SbomLimits) {
    this.#shape = shape;
    this.#handler = handler;
    this.#limits = limits;
  }

  /** The next bytes (UTF-8). They may be overwritten afterwards. Throws `Unreadable` with the line. */
  push(bytes: Uint8Array): void {
    this.#chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#startAt(0);
    let at = this.#skip;
    this.#skip = 0;
    while (at < bytes.length) at = this.#inString ? this.#string(bytes, at) : this.#structure(bytes, at);
    if (at > bytes.length) this.#skip = at - bytes.length;
    this.#keepForNext(bytes.length);
  }

  /** After the last bytes: the skeleton, with every split list empty. */
  end(): unknown {
    if (!this.#done) {
      const found = this.#frames.length === 0 ? "there is no JSON object" : "the document ends in the middle";
      throw new Unreadable(`Not JSON: ${found}; the file may be cut off`, this.#line, "a whole JSON document");
    }
    return this.#skeleton;
  }

  /** Runs to the end of a string; gives the place after its closing quote, or beyond the chunk. */
  #string(bytes: Uint8Array, start: number): number {
    let at = start;
    const length = bytes.length;
    while (at < length) {
      const byte = bytes[at++];
      if (byte === QUOTE) {
        this.#inString = false;
        if (this.#keyStart >= 0 && this.#keyEnd < 0) this.#keyEnd = at - 1;
        return at;
      }
      if (byte === BACKSLASH) at++;
    }
    return at;
  }

  /** Runs outside of strings to the next opening quote; gives the place after it. */
  #structure(bytes: Uint8Array, start: number): number {
    let at = start;
    const length = bytes.length;
    while (at < length) {
      const byte = bytes[at] as number;
      // Everything that matters here is a quote, a comma, a bracket or a line end; the rest (space, colons, literals) passes.
      if (byte === QUOTE) {
        this.#inString = true;
        const frame = this.#frames.at(-1);
        if (frame === undefined || frame.kind === "list") throw this.#unexpected(byte);
        if (frame.level === this.#depth) {
          this.#keyStart = at + 1;
          this.#keyEnd = -1;
          this.#keyPrefix = "";
        }
        return at + 1;
      }
      if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#open(byte, at);
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#close(byte, at);
      else if (byte === NEWLINE) this.#line++;
      else if (byte !== SPACE && byte !== TAB && byte !== RETURN) this.#other(byte);
      at++;
    }
    return at;
  }

  #open(byte: number, at: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) this.#openTop(byte, at);
    else if (frame.kind === "list") this.#openObject(frame, byte, at);
    else {
      if (frame.level === this.#depth) this.#openMember(frame, byte, at);
      if (++this.#depth > this.#limits.depth) throw new Unreadable(`Not read: nested deeper than ${this.#limits.depth} levels`, this.#line);
    }
  }

  #openTop(byte: number, at: number): void {
    if (this.#done || byte !== OPEN_OBJECT) throw this.#unexpected(byte);
    this.#depth = 1;
    this.#frames.push(this.#objectFrame("", undefined));
    this.#startAt(at);
  }

  /** An object of a split list begins. */
  #openObject(list: Frame, byte: number, at: number): void {
    if (byte !== OPEN_OBJECT || list.expects === "comma") throw this.#unexpected(byte);
    list.expects = "comma";
    this.#depth++;
    const around = this.#frames.at(-2);
    this.#frames.push(this.#objectFrame(list.list, this.#handler.begin(list.list, around?.handle)));
    this.#startAt(at);
  }

  /** A bracket directly inside an object that we look into: the start of a split list, of a wrapper, or of nothing special. */
  #openMember(frame: Frame, byte: number, at: number): void {
    const wanted = byte === OPEN_LIST ? this.#listsOf(frame) : frame.list === "" && frame.level === 1 ? this.#shape.wrappers : NONE;
    if (wanted.size === 0) return;
    const key = this.#currentKey();
    if (!wanted.has(key)) return;
    if (byte === OPEN_OBJECT) {
      frame.level = this.#depth + 1;
      return;
    }
    if (frame.list === "") this.#once(key);
    frame.text?.keep(this.#chunk, this.#from, at + 1, this.#fromLine);
    this.#frames.push({
      kind: "list",
      list: key,
      level: this.#depth + 1,
      handle: undefined,
      line: this.#line,
      text: undefined,
      expects: "first",
    });
  }

  /** Readers disagree on which of two lists of one name counts: nothing may hide in that. */
  #once(key: string): void {
    if (this.#seen.has(key)) throw new Unreadable(`Not read: the list "${key}" is there twice`, this.#line, "one list of that name");
    this.#seen.add(key);
  }

  #listsOf(frame: Frame): ReadonlySet<string> {
    return frame.list === "" ? this.#shape.lists : (this.#shape.nested.get(frame.list) ?? NONE);
  }

  #close(byte: number, at: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) throw this.#unexpected(byte);
    if (frame.kind === "list") {
      if (byte !== CLOSE_LIST || frame.expects === "object") throw this.#unexpected(byte);
      this.#frames.pop();
      this.#depth--;
      this.#startAt(at);
      return;
    }
    this.#depth--;
    if (frame.list === "" && this.#depth > 0) {
      if (this.#depth < frame.level) frame.level = 1;
      return;
    }
    if (this.#depth >= frame.level) return;
    this.#frames.pop();
    this.#finish(frame, at + 1);
  }

  #finish(frame: Frame, end: number): void {
    const value = frame.text?.parse(this.#chunk, this.#from, end, this.#fromLine);
    if (frame.handle === undefined) {
      this.#skeleton = value;
      this.#done = true;
    } else this.#handler.object(frame.list, frame.handle, value, frame.line);
  }

  /** Anything else that is not space: of interest only where no text is gathered. */
  #other(byte: number): void {
    const frame = this.#frames.at(-1);
    if (frame?.kind === "object") return;
    if (frame === undefined || byte !== COMMA || frame.expects !== "comma") throw this.#unexpected(byte);
    frame.expects = "object";
  }

  #objectFrame(list: string, handle: number | undefined): Frame {
    this.#keyStart = -1;
    this.#keyPrefix = "";
    const text = new GatheredText(this.#limits.elementBytes);
    return { kind: "object", list, level: this.#depth, handle, line: this.#line, text, expects: "comma" };
  }

  #startAt(at: number): void {
    this.#from = at;
    this.#fromLine = this.#line;
  }

  #currentKey(): string {
    return this.#keyStart < 0 ? this.#keyPrefix : this.#keyPrefix + this.#keyBytes(this.#keyEnd);
  }

  #keyBytes(end: number): string {
    return this.#chunk.toString("latin1", this.#keyStart, Math.min(end, this.#keyStart + LONGEST_KEY));
  }

  /** The chunk goes: keeps the open object's text and the last string, as far as they are in it. */
  #keepForNext(length: number): void {
    const frame = this.#frames.at(-1);
    if (frame?.kind === "object") frame.text?.keep(this.#chunk, this.#from, length, this.#fromLine);
    if (this.#keyStart < 0) return;
    const open = this.#keyEnd < 0;
    this.#keyPrefix = (this.#keyPrefix + this.#keyBytes(open ? length : this.#keyEnd)).slice(0, LONGEST_KEY);
    this.#keyStart = open ? 0 : -1;
  }

  #unexpected(byte: number): Unreadable {
    const frame = this.#frames.at(-1);
    const where = frame === undefined ? (this.#done ? "after the document" : "before the document") : `in the list "${frame.list}"`;
    const expected = frame === undefined ? "one JSON object" : "objects, separated by commas";
    return new Unreadable(
      `Not JSON as an SBOM has it: unexpected ${JSON.stringify(String.fromCharCode(byte))} ${where}`,
      this.#line,
      expected,
    );
  }
}
