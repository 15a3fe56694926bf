// The entries of a package-lock straight from its lines, for files that npm printed: the engine's parser would build ten times as much.
import { choiceOf } from "../shared/npm-license.ts";
import { PrettyJson } from "../shared/pretty-json.ts";
import { joinedNames, type LockEntry, type OpenEntry, openEntry, scopeFrom } from "./entry.ts";
import { OldEntryReader } from "./quick-old-entries.ts";

export interface QuickLock {
  /** Name of the root. */
  readonly name: string | undefined;
  /** Of `packages`; undefined for version 1, which has none. */
  readonly entries: readonly LockEntry[] | undefined;
  /** Of `dependencies` in version 1, flattened but otherwise as they are. */
  readonly oldEntries: readonly LockEntry[];
  /** Workspace patterns of the root. */
  readonly workspaces: readonly string[];
}

/** Undefined for whatever is not printed as npm prints it: that is then read as a whole. */
export function quickEntries(text: string): QuickLock | undefined {
  const json = new PrettyJson(text);
  const reader = new EntryReader(json);
  const oldReader = new OldEntryReader(json);
  const sections = new Set<string>();
  let name: string | undefined;
  let inPackages = false;
  let inDependencies = false;
  while (json.next()) {
    if (json.depth === SECTION) {
      const section = json.kind === "open-object" ? json.key : "";
      // Twice the same is valid, and only a real parser knows which one counts.
      if (section !== "" && sections.has(section)) return undefined;
      sections.add(section);
      inPackages = section === "packages";
      inDependencies = section === "dependencies" && !sections.has("packages");
      if (json.kind === "string" && json.hasKey("name")) name = json.value;
    } else if (inPackages) {
      if (!reader.line()) return undefined;
    } else if (inDependencies && !oldReader.line()) return undefined;
  }
  if (!json.complete || !(sections.has("packages") || sections.has("dependencies"))) return undefined;
  const entries = sections.has("packages") ? reader.entries : undefined;
  const oldEntries = oldReader.entries;
  return isDistinct(entries ?? oldEntries) ? { name, entries, oldEntries, workspaces: reader.workspaces } : undefined;
}

function isDistinct(entries: readonly LockEntry[]): boolean {
  const locations = new Set<string>();
  for (const entry of entries) locations.add(entry.location);
  return locations.size === entries.length;
}

/** Depths of the lines: `"packages": {`, `"node_modules/a": {`, `"version": "1.0.0"`, `"b": "^2.0.0"`. */
const SECTION = 1;
const ENTRY = 2;
const FIELD = 3;
const ITEM = 4;
const DETAIL = 5;

class EntryReader {
  readonly entries: LockEntry[] = [];
  readonly workspaces: string[] = [];
  readonly #json: PrettyJson;
  #entry: OpenEntry | undefined;
  /** Names of the open entry, by group. */
  #groups: string[][] = [];
  /** Which groups it had so far. */
  #seen: string[] = [];
  /** Where the names of the open group go. */
  #names: string[] | undefined;
  /** Where the texts of the open list go. */
  #texts: string[] | undefined;
  #licenses: string[] = [];
  /** Depth of the details of a licence that is an object (`{"type": "MIT"}`), alone or in a list; 0 elsewhere. */
  #detailDepth = 0;
  #development = false;
  #optional = false;

  constructor(json: PrettyJson) {
    this.#json = json;
  }

  /** Takes the current line of `packages`; false for what only the whole file, read by a real parser, can explain. */
  line(): boolean {
    const json = this.#json;
    if (json.depth === FIELD) return this.#entry !== undefined && this.#field(this.#entry);
    if (json.depth === this.#detailDepth) return this.#licenseDetail();
    if (json.depth === ITEM) return this.#item();
    if (json.depth !== ENTRY) return true;
    if (json.kind !== "close") this.#open();
    if (json.kind !== "open-object") this.#close();
    return json.kind === "open-object" || json.kind === "close" || json.value === "{}";
  }

  #open(): void {
    this.#entry = openEntry(this.#json.key, this.#json.line);
    this.#groups = [];
    this.#seen = [];
    this.#licenses = [];
    this.#development = false;
    this.#optional = false;
  }

  #close(): void {
    if (!this.#entry) return;
    if (this.#groups.length > 0) this.#entry.asks = joinedNames(this.#groups);
    if (this.#licenses.length > 0) this.#entry.license = choiceOf(this.#licenses);
    this.#entry.scope = scopeFrom(this.#development, this.#optional);
    this.entries.push(this.#entry);
    this.#entry = undefined;
  }

  #field(entry: OpenEntry): boolean {
    this.#names = undefined;
    this.#texts = undefined;
    this.#detailDepth = 0;
    switch (this.#json.kind) {
      case "string":
        return this.#text(entry);
      case "open-object":
        return this.#group(entry);
      case "open-array":
        if (this.#json.hasKey("workspaces") && entry.location === "") this.#texts = this.workspaces;
        if (this.#json.hasKey("license")) this.#openLicense(DETAIL);
        return !this.#json.hasKey("licenses");
      case "close":
        return true;
      default:
        return this.#flag(entry);
    }
  }

  #text(entry: OpenEntry): boolean {
    const json = this.#json;
    switch (json.keyLength) {
      case 4:
        if (json.hasKey("name")) entry.name = json.value;
        break;
      case 7:
        if (json.hasKey("version")) entry.version = json.value;
        else if (json.hasKey("license")) this.#license(entry);
        break;
      case 8:
        if (json.hasKey("resolved")) entry.resolved = json.value;
        break;
      case 9:
        if (json.hasKey("integrity")) entry.integrity = json.value;
        break;
    }
    return true;
  }

  #license(entry: OpenEntry): void {
    entry.license = this.#json.value;
    this.#licenses = [];
  }

  #openLicense(detailDepth: number): void {
    this.#licenses = [];
    this.#detailDepth = detailDepth;
    if (detailDepth === DETAIL) this.#texts = this.#licenses;
  }

  #licenseDetail(): boolean {
    if (this.#json.kind === "string" && this.#json.hasKey("type")) this.#licenses.push(this.#json.value);
    return !this.#json.hasKey("name");
  }

  #group(entry: OpenEntry): boolean {
    const json = this.#json;
    // By length first: most containers are none of these.
    switch (json.keyLength) {
      case 12:
        return json.hasKey("dependencies") ? this.#openNames(undefined) : true;
      case 15:
        return json.hasKey("devDependencies") ? this.#openNames(entry) : true;
      case 16:
        return json.hasKey("peerDependencies") ? this.#openNames(undefined) : true;
      case 20:
        return json.hasKey("optionalDependencies") ? this.#openNames(undefined) : true;
      case 7:
        if (json.hasKey("license")) this.#openLicense(ITEM);
        return true;
      default:
        return !json.hasKey("licenses") && !json.hasKey("workspaces");
    }
  }

  #openNames(development: OpenEntry | undefined): boolean {
    const key = this.#json.key;
    // Twice the same is valid, and only a real parser knows which one counts.
    if (this.#seen.includes(key)) return false;
    this.#seen.push(key);
    this.#names = [];
    if (development) development.developmentAsks = this.#names;
    else this.#groups.push(this.#names);
    return true;
  }

  #flag(entry: OpenEntry): boolean {
    const json = this.#json;
    if (json.hasKey("dev")) this.#development = json.value === "true";
    else if (json.hasKey("optional") || json.hasKey("devOptional")) this.#optional ||= json.value === "true";
    else if (json.hasKey("link")) entry.link = json.value === "true";
    return true;
  }

  #item(): boolean {
    const json = this.#json;
    if (json.kind === "close") return true;
    if (this.#names) this.#names.push(json.key);
    if (!this.#texts) return true;
    if (json.kind === "string") this.#texts.push(json.value);
    return json.kind === "string" || (json.kind === "open-object" && this.#detailDepth === DETAIL);
  }
}
