// Gathers what a document says while it streams by: packages, references between them (which may come before what they refer to), trouble.
import type { Problem, Severity } from "#kit";
import { Unreadable } from "../lockfiles/types.ts";
import type { SbomHash, SbomLicense, SbomLimits, SbomPackage } from "./types.ts";

/** A package as a format hands it over: `ref` is the document's own reference, empty where there is none. */
export type SbomDraft = Omit<SbomPackage, "key" | "parent" | "dependsOn" | "line"> & { readonly ref: string };

/** How one package brings in another. `links` is a dependency whose direction tools write either way. */
export type EdgeKind = "depends" | "contains" | "development" | "optional" | "links";

export const edgeKinds: readonly EdgeKind[] = ["depends", "contains", "development", "optional", "links"];

interface Slot {
  draft: SbomDraft | undefined;
  own: boolean;
  parent: number | undefined;
  line: number | undefined;
}

/** More problems of one code than this are counted, not listed. */
const LISTED_PROBLEMS = 20;

/** Texts that repeat (versions, groups, licences) are kept once. Beyond this many, new ones are no longer remembered. */
const REMEMBERED = 200_000;

export class SbomCollector {
  readonly path: string;
  readonly limits: SbomLimits;
  readonly slots: Slot[] = [];
  /** Number of each reference, in order of appearance, and back. */
  readonly refs = new Map<string, number>();
  /** Slot of each reference, where a package carries it. */
  readonly slotOfRef: (number | undefined)[] = [];
  /** Edges as references: from, to, kind (index in `edgeKinds`), three numbers each. */
  readonly edges: number[] = [];
  /** References whose dependencies the document lists, be it none. */
  readonly listed = new Set<number>();
  /** References that exist, but are no packages (services). */
  readonly elsewhere = new Set<number>();
  /** References of what the document says that it is about (SPDX: describes). */
  readonly subjects = new Set<string>();
  /** Names of the licences that the document defines itself. */
  readonly licenseNames = new Map<string, string>();
  readonly #problems = new Map<string, Problem[]>();
  readonly #more = new Map<string, number>();
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
    const own = options.own ?? (options.parent !== undefined && this.slots[options.parent]?.own === true);
    this.slots.push({ draft: undefined, own, parent: options.parent, line: undefined });
    return this.slots.length - 1;
  }

  /** Fills a kept place. */
  fill(place: number, draft: SbomDraft, line: number | undefined): void {
    const slot = this.slots[place];
    if (slot === undefined) return;
    slot.draft = this.#shared(draft);
    slot.line = line;
    if (draft.name === "")
      this.problem("sbom-package-without-name", "warning", "A package without a name", line, "Give the package a name.");
    if (draft.ref === "") return;
    const ref = this.ref(draft.ref);
    if (this.slotOfRef[ref] === undefined) this.slotOfRef[ref] = place;
    else this.problem("sbom-duplicate-reference", "warning", `Two packages have the same reference ${quoted(draft.ref)}`, line);
  }

  add(draft: SbomDraft, line: number | undefined, options: { own?: boolean; parent?: number } = {}): number {
    const place = this.reserve(options);
    this.fill(place, draft, line);
    return place;
  }

  ref(text: string): number {
    const known = this.refs.get(text);
    if (known !== undefined) return known;
    const ref = this.refs.size;
    this.refs.set(text, ref);
    this.slotOfRef.push(undefined);
    return ref;
  }

  edge(from: string, to: string, kind: EdgeKind = "depends"): void {
    if (this.edges.length >= this.limits.edges * 3) {
      throw new Unreadable(`Not read: more than ${this.limits.edges} relationships`, undefined, "a smaller document");
    }
    this.edges.push(this.ref(from), this.ref(to), edgeKinds.indexOf(kind));
  }

  /** The document lists what this one depends on. */
  lists(ref: string): void {
    this.listed.add(this.ref(ref));
  }

  problem(code: string, severity: Severity, message: string, line?: number, hint?: string): void {
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

  /** The same draft with texts shared between packages. */
  #shared(draft: SbomDraft): SbomDraft {
    return {
      ...draft,
      ref: draft.ref === draft.purl ? draft.purl : draft.ref,
      version: this.#text(draft.version),
      group: this.#text(draft.group),
      licenses: this.#sharedLicenses(draft.licenses),
    };
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size < REMEMBERED) this.#texts.set(text, text);
    return text;
  }

  #sharedLicenses(licenses: readonly SbomLicense[]): readonly SbomLicense[] {
    if (licenses.length === 0) return noLicenses;
    const key = licenses.map((license) => `${license.kind}\u0000${license.basis ?? ""}\u0000${license.value}`).join("\u0001");
    const known = this.#licenses.get(key);
    if (known) return known;
    if (this.#licenses.size < REMEMBERED) this.#licenses.set(key, licenses);
    return licenses;
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
