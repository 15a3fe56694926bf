// Reading a requirements file with all that it includes: `-r` adds packages, `-c` only narrows versions.
import type { LockedPackage, ReadContext, Scope, SourceFile } from "../types.ts";
import { registrySource } from "../shared/addresses.ts";
import type { EntryProblems } from "../shared/entry-problems.ts";
import { folderOf, resolveInside } from "../shared/paths.ts";
import { parseRequirement, pinOf, pinOfAddress } from "../shared/python/specifiers.ts";
import { normalName, usualPythonIndexes } from "../shared/python/names.ts";
import { type LogicalLine, logicalLines, viaOf } from "./logical-lines.ts";

const MAX_FILES = 200;
const MAX_DEPTH = 20;
const MAX_REQUIREMENTS = 200_000;

type Pin = Pick<LockedPackage, "version" | "range" | "source">;

export interface AskedLine {
  readonly name: string;
  readonly pin: Pin;
  readonly scope: Scope;
  readonly line: number;
  readonly via: readonly string[] | undefined;
  readonly hash: string | undefined;
}

/** Where a walk is: the file, and for included files the line of the outermost file that brings them in. */
interface Place {
  readonly file: SourceFile;
  readonly scope: Scope;
  readonly depth: number;
  readonly constraintsOnly: boolean;
  readonly rootLine: number | undefined;
}

/** Gathers what a requirements file and its includes ask for. */
export class RequirementsWalk {
  readonly #context: ReadContext;
  readonly #problems: EntryProblems;
  readonly #seen = new Set<string>();
  readonly #asked: AskedLine[] = [];
  readonly #constraints = new Map<string, Pin>();
  #index: string | undefined;
  readonly alsoRead: string[] = [];
  /** Whether some line was an option that pip knows: then the file is a requirements file even when it asks for nothing. */
  understood = false;

  constructor(context: ReadContext, problems: EntryProblems) {
    this.#context = context;
    this.#problems = problems;
  }

  async read(file: SourceFile, scope: Scope): Promise<void> {
    this.#seen.add(file.path);
    await this.#walk({ file, scope, depth: 0, constraintsOnly: false, rootLine: undefined });
  }

  /** What is asked for, narrowed by the constraints and with the index that the files name. */
  get asked(): readonly AskedLine[] {
    const source = registrySource(this.#index, usualPythonIndexes);
    return this.#asked.map((asked) => {
      const free = asked.pin.version === "" && asked.pin.source === undefined;
      const narrowed = free ? this.#constraints.get(normalName(asked.name)) : undefined;
      const pin = narrowed && (narrowed.version !== "" || asked.pin.range === undefined) ? narrowed : asked.pin;
      return source && pin.source === undefined ? { ...asked, pin: { ...pin, source } } : pin === asked.pin ? asked : { ...asked, pin };
    });
  }

  async #walk(place: Place): Promise<void> {
    for (const line of logicalLines(place.file.text.replace(/^\uFEFF/, ""))) {
      if (this.#asked.length >= MAX_REQUIREMENTS) return;
      if (line.text.startsWith("-")) await this.#option(line, place);
      else this.#requirement(line, place);
    }
  }

  async #option(line: LogicalLine, place: Place): Promise<void> {
    const found = /^(--?[A-Za-z][\w-]*?)(?:=|\s+|(?<=^-[A-Za-z]))(.*)$/s.exec(line.text);
    const option = found?.[1] ?? line.text;
    const value = unquoted(found?.[2]?.trim() ?? "");
    this.understood = true;
    if (option === "-r" || option === "--requirement") await this.#include(value, line, place, place.constraintsOnly);
    else if (option === "-c" || option === "--constraint") await this.#include(value, line, place, true);
    else if (option === "-e" || option === "--editable") this.#address(value, line, place);
    else if (option === "-i" || option === "--index-url") this.#index ??= value;
    else if (!/^--?[A-Za-z]/.test(option)) this.#problems.bad(`Not an option of pip: ${shortened(line.text)}`, place.rootLine ?? line.line);
  }

  async #include(target: string, line: LogicalLine, place: Place, constraintsOnly: boolean): Promise<void> {
    const rootLine = place.rootLine ?? line.line;
    const path = resolveInside(folderOf(place.file.path), target.replace(/^file:(?:\/\/)?/, ""));
    if (path === undefined || /^[a-z]+:\/\//i.test(target)) {
      this.#problems.note(`Not read, because it is outside of the repository: ${shortened(target)}`, rootLine);
      return;
    }
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    this.alsoRead.push(path);
    if (place.depth >= MAX_DEPTH || this.#seen.size > MAX_FILES) {
      this.#problems.note(`Not read, because too many files include each other: ${shortened(path)}`, rootLine);
      return;
    }
    const text = await this.#context.text(path);
    if (text === undefined)
      this.#problems.note(`The file that is included here is missing: ${shortened(path)}`, rootLine, "Add it, or remove the line.");
    else await this.#walk({ file: { path, text }, scope: place.scope, depth: place.depth + 1, constraintsOnly, rootLine });
  }

  #requirement(line: LogicalLine, place: Place): void {
    const words = line.text.split(/\s+/);
    const firstOption = words.findIndex((word, index) => index > 0 && word.startsWith("-"));
    const text = firstOption < 0 ? line.text : words.slice(0, firstOption).join(" ");
    const requirement = ARCHIVE.test(text.split(/\s/, 1)[0] ?? "") ? undefined : parseRequirement(text);
    if (requirement)
      this.#add(requirement.name, pinOf(requirement), line, place, firstOption < 0 ? undefined : hashIn(words.slice(firstOption)));
    else if (looksLikeAddress(text)) this.#address(text, line, place);
    else
      this.#problems.bad(
        `Not a requirement: ${shortened(line.text)}`,
        place.rootLine ?? line.line,
        "name, version and marker, as in PEP 508",
      );
  }

  /** A bare address or path: a package only where it says its name (`#egg=name`). */
  #address(text: string, line: LogicalLine, place: Place): void {
    const semicolon = text.search(/\s;/);
    const address = (semicolon < 0 ? text : text.slice(0, semicolon)).trim();
    const egg = /[#&]egg=([A-Za-z0-9][\w.-]*)/.exec(address)?.[1];
    const named = egg === undefined ? parseRequirement(text) : undefined;
    if (named?.url !== undefined) this.#add(named.name, pinOf(named), line, place, undefined);
    else if (isLocal(address) && !ARCHIVE.test(address)) return;
    else if (egg === undefined)
      this.#problems.note(
        `An address that names no package: ${shortened(address)}`,
        place.rootLine ?? line.line,
        "Write it as `name @ address`.",
      );
    else this.#add(egg, pinOfAddress(address, egg), line, place, undefined);
  }

  #add(name: string, pin: Pin, line: LogicalLine, place: Place, hash: string | undefined): void {
    if (place.constraintsOnly) {
      if (!this.#constraints.has(normalName(name))) this.#constraints.set(normalName(name), pin);
      return;
    }
    // A folder of this repository is ours; an absolute one is what pip freeze writes where another tool installed the package.
    if (pin.source?.kind === "path" && pin.version === "" && !/^[\\/]/.test(pin.source.address)) return;
    this.#asked.push({ name, pin, scope: place.scope, line: place.rootLine ?? line.line, via: viaOf(line.comments), hash });
  }
}

/** A folder or file of this repository or machine: what is ours, or what somebody put there by hand. */
function isLocal(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(address) || /^(?:file:|[A-Za-z]:[\\/])/i.test(address);
}

const ARCHIVE = /\.(?:whl|zip|tar\.gz|tgz|tar\.bz2|tar\.xz)$/i;

/** An address or a path rather than a name: by its scheme, a slash, or the ending of an archive. */
function looksLikeAddress(text: string): boolean {
  const word = text.split(/\s/, 1)[0] ?? "";
  return /^[a-z][a-z0-9+.-]{0,30}:\/\//i.test(word) || word.startsWith(".") || /[\\/]/.test(word) || ARCHIVE.test(word);
}

function hashIn(words: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    if (word.startsWith("--hash=")) return word.slice("--hash=".length);
    if (word === "--hash") return words[index + 1];
  }
  return undefined;
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, " ").replace(/\/\/[^/@\s]*@/, "//");
  return plain.length > 100 ? `${plain.slice(0, 97)}…` : plain;
}
