// Who is named in commits: every `Name <address>` once, as it was written. Nothing is mapped here.
import { textOfBytes } from "./text.ts";

export interface Identity {
  readonly name: string;
  /** As written; empty where there is none. */
  readonly email: string;
}

/** Gives each identity a number, in the order in which they are first met. */
export class Identities {
  readonly list: Identity[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(known: readonly Identity[] = []) {
    for (const identity of known) this.add(identity);
  }

  add(identity: Identity): number {
    // What is met again in bytes must find what was remembered as text.
    const key = Buffer.from(`${identity.name} <${identity.email}>`, "utf8").toString("latin1");
    return this.#numbers.get(key) ?? this.#take(key, identity);
  }

  /** Of `Name <address>` in these bytes. */
  fromBytes(bytes: Buffer, from: number, to: number): number {
    const key = bytes.toString("latin1", from, to);
    return this.#numbers.get(key) ?? this.#take(key, parseIdentity(textOfBytes(bytes, from, to)));
  }

  #take(key: string, identity: Identity): number {
    const canonical = Buffer.from(`${identity.name} <${identity.email}>`, "utf8").toString("latin1");
    const number = this.#numbers.get(canonical) ?? this.list.length;
    if (number === this.list.length) this.list.push(identity);
    this.#numbers.set(key, number);
    this.#numbers.set(canonical, number);
    return number;
  }
}

/** As git splits it: the address begins behind the first `<` and ends at the last `>`. */
export function parseIdentity(text: string): Identity {
  const open = text.indexOf("<");
  if (open < 0) return { name: text.trim(), email: "" };
  const close = text.lastIndexOf(">");
  return { name: text.slice(0, open).trim(), email: text.slice(open + 1, close > open ? close : undefined).trim() };
}
