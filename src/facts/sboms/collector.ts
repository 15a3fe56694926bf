// Gathers what a document says while it streams by: packages, references between them (which may come before what they refer to), trouble.
import type { Problem, Severity } from "#kit";
import { Unreadable } from "../lockfiles/types.ts";
import type { FactProblemCode } from "../problem-codes.ts";
import { detached } from "./text.ts";
import type { SbomHash, SbomLicense, SbomLimits, SbomPackage } from "./types.ts";

/** A package as a format hands it over: `ref` is the document's own reference, empty where there is none. */
export type SbomDraft = Omit<SbomPackage, "key" | "parent" | "dependsOn" | "line"> & { readonly ref: string };

/** How one package brings in another. `links` is a dependency whose direction tools write either way. */
export type EdgeKind = "depends" | "contains" | "development" | "optional" | "links";

export const edgeKinds: readonly EdgeKind[] = ["depends", "contains", "development", "optional", "links"];

/** A package that is not finished: `key` is the document's reference, `parent` a place. */
type OpenPackage = { -readonly [K in keyof SbomPackage]: SbomPackage[K] };

/** More problems of one code than this are counted, not listed. */
const LISTED_PROBLEMS = 20;

/** Texts that repeat (versions, groups, licences) are kept once. Beyond this many, new ones are no longer remembered. */
const REMEMBERED = 200_000;

export class SbomCollector {
  readonly path: string;
  readonly limits: SbomLimits;
  /** Set where texts come as pieces of larger ones (see `detached`): what is kept is then copied. */
  copiesTexts = false;
  /** Packages by place, in document order; undefined while only the place is kept. */
  readonly slots: (OpenPackage | undefined)[] = [];
  /** Places of what is ours. */
  readonly ours = new Set<number>();
  /** Number of each reference, in order of appearance. */
  readonly refs = new Map<string, number>();
  /** Place of the first package that carries each reference. */
  readonly slotOfRef: (number | undefined)[] = [];
  /** References whose dependencies the document lists, be it none. */
  readonly listed = new Set<number>();
  /** References that exist, but are no packages (services). */
  readonly elsewhere = new Set<number>();
  /** References of what the document says that it is about (SPDX: describes). */
  readonly subjects = new Set<string>();
  /** References of what the document says to be made from another of its packages. */
  readonly derived = new Set<string>();
  /** Names of the licences that the document defines itself. */
  readonly licenseNames = new Map<string, string>();
  readonly #parents = new Map<number, number>();
  #edges = new Int32Array(3 * 1024);
  #edgeEnd = 0;
  readonly #problems = new Map<FactProblemCode, Problem[]>();
  readonly #more = new Map<FactProblemCode, number>();
  readonly #texts = new Map<string, string>();
  readonly #licenses = new Map<string, readonly SbomLicense[]>();

  constructor(path: string, limits: SbomLimits) {
    this.path = path;
    this.limits = limits;
  }

  /** Keeps a place, in document order. Throws `Unreadable` when there are too many. */
  reserve(options: { own?: boolean; parent?: number } = {}): number {
    if (this.slots.length >= this.limits.packages) {
      throw new Unreadable(`Not read: more than ${this.limits.packages} packages`, undefined, "a smaller document");
    }
    const place = this.slots.push(undefined) - 1;
    if (options.parent !== undefined) this.#parents.set(place, options.parent);
    if (options.own ?? (options.parent !== undefined && this.ours.has(options.parent))) this.ours.add(place);
    return place;
  }

  /** Fills a kept place. */
  fill(place: number, draft: SbomDraft, line: number | undefined): void {
    const slot = this.#open(draft, this.#parents.get(place), line);
    this.slots[place] = slot;
    if (draft.name === "")
      this.problem("sbom-package-without-name", "warning", "A package without a name", line, "Give the package a name.");
    if (draft.ref === "") return;
    const ref = this.#number(slot.key);
    if (this.slotOfRef[ref] === undefined) this.slotOfRef[ref] = place;
    else this.problem("sbom-duplicate-reference", "warning", `Two packages have the same reference ${quoted(draft.ref)}`, line);
  }

  add(draft: SbomDraft, line: number | undefined, options: { own?: boolean; parent?: number } = {}): number {
    const place = this.reserve(options);
    this.fill(place, draft, line);
    return place;
  }

  /** The number of a reference. */
  ref(text: string): number {
    return this.refs.get(text) ?? this.#number(this.#kept(text));
  }

  #number(text: string): number {
    const known = this.refs.get(text);
    if (known !== undefined) return known;
    const ref = this.refs.size;
    this.refs.set(text, ref);
    this.slotOfRef.push(undefined);
    return ref;
  }

  #kept(text: string): string {
    return this.copiesTexts ? detached(text) : text;
  }

  /** Edges as references: from, to, kind (index in `edgeKinds`), three numbers each. */
  get edges(): Int32Array {
    return this.#edges.subarray(0, this.#edgeEnd);
  }

  edge(from: string, to: string, kind: EdgeKind = "depends"): void {
    if (this.#edgeEnd >= this.limits.edges * 3) {
      throw new Unreadable(`Not read: more than ${this.limits.edges} relationships`, undefined, "a smaller document");
    }
    if (this.#edgeEnd === this.#edges.length) {
      const larger = new Int32Array(this.#edges.length * 2);
      larger.set(this.#edges);
      this.#edges = larger;
    }
    this.#edges[this.#edgeEnd++] = this.ref(from);
    this.#edges[this.#edgeEnd++] = this.ref(to);
    this.#edges[this.#edgeEnd++] = edgeKinds.indexOf(kind);
  }

  /** The document lists what this one depends on. */
  lists(ref: string): void {
    this.listed.add(this.ref(ref));
  }

  problem(code: FactProblemCode, severity: Severity, message: string, line?: number, hint?: string): void {
    const list = this.#problems.get(code) ?? [];
    this.#problems.set(code, list);
    if (list.length >= LISTED_PROBLEMS) {
      this.#more.set(code, (this.#more.get(code) ?? 0) + 1);
      return;
    }
    list.push({
      code,
      severity,
      file: this.path,
      ...(line === undefined ? {} : { line }),
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  }

  problems(): readonly Problem[] {
    return [...this.#problems].flatMap(([code, list]) => {
      const more = this.#more.get(code);
      const first = list[0];
      return more === undefined || first === undefined
        ? list
        : [...list, { code, severity: first.severity, file: this.path, message: `${more} more of this kind: ${first.message}` }];
    });
  }

  /** The package with texts shared between packages, and room for what follows: it is never copied again. */
  #open(draft: SbomDraft, parent: number | undefined, line: number | undefined): OpenPackage {
    const purl = this.#kept(draft.purl);
    return {
      key: draft.ref === draft.purl ? purl : this.#kept(draft.ref),
      kind: this.#text(draft.kind),
      name: this.#kept(draft.name),
      version: this.#text(draft.version),
      range: draft.range === undefined ? undefined : this.#text(draft.range),
      group: this.#text(draft.group),
      purl,
      licenses: this.#sharedLicenses(draft.licenses),
      scope: draft.scope,
      ...(draft.supplier === undefined ? {} : { supplier: this.#text(draft.supplier) }),
      hashes: this.copiesTexts ? draft.hashes.map(({ algorithm, value }) => ({ algorithm, value: detached(value) })) : draft.hashes,
      parent,
      dependsOn: undefined,
      line,
    };
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const kept = this.#kept(text);
    if (this.#texts.size < REMEMBERED) this.#texts.set(kept, kept);
    return kept;
  }

  #sharedLicenses(licenses: readonly SbomLicense[]): readonly SbomLicense[] {
    if (licenses.length === 0) return noLicenses;
    const key = licenses.map((license) => `${license.kind}\u0000${license.basis ?? ""}\u0000${license.value}`).join("\u0001");
    const known = this.#licenses.get(key);
    if (known) return known;
    const kept = this.copiesTexts ? licenses.map((license) => ({ ...license, value: detached(license.value) })) : licenses;
    if (this.#licenses.size < REMEMBERED) this.#licenses.set(key, kept);
    return kept;
  }
}

const noLicenses: readonly SbomLicense[] = [];

/** A text from a document for a message: one line, not too long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}

const strongest = [
  "SHA-512",
  "SHA3-512",
  "BLAKE2b-512",
  "SHA-384",
  "SHA3-384",
  "BLAKE2b-384",
  "SHA-256",
  "SHA3-256",
  "BLAKE2b-256",
  "BLAKE3",
  "SHA-224",
  "SHA-1",
  "MD5",
];

const ranks = new Map(strongest.map((algorithm, rank) => [algorithm, rank]));

/** The two strongest of these, the strongest first; what is not hexadecimal is left out. */
export function strongestHashes(hashes: readonly SbomHash[]): readonly SbomHash[] {
  if (hashes.length === 0) return noHashes;
  const rank = (hash: SbomHash): number => ranks.get(hash.algorithm) ?? strongest.length;
  const sorted = hashes.length < 3 ? hashes : hashes.toSorted((a, b) => rank(a) - rank(b));
  const kept: SbomHash[] = [];
  for (const hash of sorted) if (kept.length < 2 && /^[0-9a-fA-F]{32,256}$/.test(hash.value)) kept.push(hash);
  return kept.length === 2 && rank(kept[0] as SbomHash) > rank(kept[1] as SbomHash) ? kept.reverse() : kept;
}

const noHashes: readonly SbomHash[] = [];
const spellings = new Map<string, string>(strongest.map((algorithm) => [algorithm, algorithm]));

/** The CycloneDX spelling of a hash algorithm: `sha256` and `SHA256` are `SHA-256`. */
export function hashAlgorithm(name: string): string {
  const seen = spellings.get(name);
  if (seen !== undefined) return seen;
  const plain = name.toUpperCase().replace(/[-_]/g, "");
  const known = strongest.find((candidate) => candidate.toUpperCase().replaceAll("-", "") === plain) ?? name;
  if (spellings.size < 100) spellings.set(name, known);
  return known;
}
