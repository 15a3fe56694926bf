// Maven's order: https://maven.apache.org/pom.html#version-order-specification, in the detail of its reference implementation, ComparableVersion.
import { compareDigits, versionScheme } from "./scheme.ts";

type Item =
  | { readonly is: "number"; readonly digits: string }
  | { readonly is: "text"; readonly text: string }
  /** A qualifier with a number: `rc1`, `rc-1`. */
  | { readonly is: "both"; readonly text: string; readonly digits: string }
  | { readonly is: "list"; readonly items: Item[] };

const order = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];
const releases = new Set(["ga", "final", "release"]);
const RELEASE = "5";

function isNothing(item: Item): boolean {
  if (item.is === "number") return /^0*$/.test(item.digits);
  return item.is === "text" ? item.text === "" : item.is === "list" && item.items.length === 0;
}

function isWord(item: Item | undefined): boolean {
  return item?.is === "text" || item?.is === "both";
}

/** Takes away what means nothing: zeros at the end and before qualifiers. */
function trim(items: Item[]): void {
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at] as Item;
    if (!isNothing(item)) continue;
    const next = items[at + 1];
    if (next === undefined || next.is === "text" || (next.is === "list" && isWord(next.items[0]))) items.splice(at, 1);
  }
}

function qualifier(text: string): string {
  return text === "cr" ? "rc" : text;
}

const short: Readonly<Record<string, string>> = { a: "alpha", b: "beta", m: "milestone" };

function item(text: string, digits: boolean, both: boolean): Item {
  if (both) {
    const [, word = "", number = ""] = /^(.*?)(\d.*)$/s.exec(text.replaceAll("-", "")) ?? [undefined, text.replaceAll("-", ""), "0"];
    return { is: "both", text: qualifier(Object.hasOwn(short, word) ? (short[word] ?? word) : word), digits: number };
  }
  return digits ? { is: "number", digits: text } : { is: "text", text: qualifier(text) };
}

/** Splits at dots, hyphens and where digits meet letters; a hyphen, and a change from digits to letters, opens a list in the list. */
class Reader {
  readonly #version: string;
  readonly #top: Item[] = [];
  readonly #lists: Item[][] = [this.#top];
  #list = this.#top;
  #start = 0;
  #digits = false;
  #both = false;

  constructor(version: string) {
    this.#version = version.toLowerCase();
  }

  items(): Item[] {
    const version = this.#version;
    for (let at = 0; at < version.length; at++) {
      const sign = version[at] as string;
      if (sign === ".") this.#dot(at);
      else if (sign === "-") this.#hyphen(at);
      else if (sign >= "0" && sign <= "9") this.#digit(at);
      else this.#letter(at);
    }
    if (version.length > this.#start) {
      if (!this.#digits && this.#list.length > 0) this.#open();
      this.#add(version.length);
    }
    for (const list of this.#lists.toReversed()) trim(list);
    return this.#top;
  }

  #dot(at: number): void {
    if (at === this.#start) this.#list.push({ is: "number", digits: "0" });
    else this.#add(at);
    this.#both = false;
    this.#start = at + 1;
  }

  #hyphen(at: number): void {
    if (at === this.#start) this.#list.push({ is: "number", digits: "0" });
    else if (!this.#digits && /\d/.test(this.#version[at + 1] ?? "")) {
      // rc-1 is rc1.
      this.#both = true;
      return;
    } else this.#add(at);
    this.#start = at + 1;
    if (this.#list.length > 0) this.#open();
    this.#both = false;
  }

  #digit(at: number): void {
    if (!this.#digits && at > this.#start) {
      this.#both = true;
      if (this.#list.length > 0) this.#open();
    }
    this.#digits = true;
  }

  #letter(at: number): void {
    if (this.#digits && at > this.#start) {
      this.#add(at);
      this.#start = at;
      this.#open();
      this.#both = false;
    }
    this.#digits = false;
  }

  #add(end: number): void {
    this.#list.push(item(this.#version.slice(this.#start, end), this.#digits, this.#both));
  }

  #open(): void {
    const items: Item[] = [];
    this.#list.push({ is: "list", items });
    this.#lists.push(items);
    this.#list = items;
  }
}

function rank(text: string): string {
  if (releases.has(text)) return RELEASE;
  const known = order.indexOf(text);
  return known < 0 ? `${order.length}-${text}` : String(known);
}

function compareWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An item against nothing: the shorter version is filled up with it. */
function againstNothing(a: Item): number {
  switch (a.is) {
    case "number":
      return isNothing(a) ? 0 : 1;
    case "list":
      return a.items.map(againstNothing).find((sign) => sign !== 0) ?? 0;
    default:
      return compareWords(rank(a.text), RELEASE);
  }
}

/** Of different kinds: words before lists before numbers. */
const kinds = { text: 0, both: 0, list: 1, number: 2 } as const;

function compareItems(a: Item, b: Item): number {
  if (a.is === "number" && b.is === "number") return compareDigits(a.digits, b.digits);
  if (a.is === "list" && b.is === "list") return compareAll(a.items, b.items);
  if ((a.is === "text" || a.is === "both") && (b.is === "text" || b.is === "both")) {
    const words = compareWords(rank(a.text), rank(b.text));
    if (words !== 0) return words;
    if (a.is === "both" && b.is === "both") return compareDigits(a.digits, b.digits);
    return Number(a.is === "both") - Number(b.is === "both");
  }
  return kinds[a.is] - kinds[b.is];
}

function compareAll(a: readonly Item[], b: readonly Item[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]];
    const sign = left && right ? compareItems(left, right) : left ? againstNothing(left) : right ? -againstNothing(right) : 0;
    if (sign !== 0) return sign;
  }
  return 0;
}

/** Every text is a version to Maven; those that do not begin with a digit are names, not places in an order. */
export const maven = versionScheme<readonly Item[]>(
  (version) => (/^[0-9]/.test(version) ? new Reader(version).items() : undefined),
  compareAll,
);
