// For whom somebody worked when a commit was made: by the organisation's own document first, by mail domain else; who cannot be told stays unaffiliated.
import { type History, type Identity, isAddress, type Person } from "#facts";
import type { Affiliations } from "#program";
import { isPersonalDomain } from "./personal-domains.ts";

export interface AffiliationSource {
  /** Name of the organisation itself. */
  readonly us: string;
  /** Its mail domains, in lower case. */
  readonly domains: readonly string[];
  readonly affiliations?: Affiliations;
}

export interface Affiliate {
  readonly id: string;
  readonly name: string;
  readonly ours: boolean;
}

/** People who stand for no organisation that is known. */
export const unaffiliated: Affiliate = { id: "", name: "", ours: false };
const DAY = 86_400;

interface Span {
  readonly affiliate: Affiliate;
  /** Seconds since 1970, half-open. */
  readonly from: number;
  readonly until: number;
}

/** Tells affiliates apart for one organisation; use one for many histories. */
export class Affiliation {
  readonly #domains = new Map<string, Affiliate>();
  /** Organisations that only their mail domain names. */
  readonly #unexplained = new Map<string, Affiliate>();
  /** What was answered for a domain. */
  readonly #known = new Map<string, Affiliate>();
  readonly #spans = new Map<string, Span[]>();
  readonly #personal: ReadonlySet<string>;
  readonly #bots: ReadonlySet<string>;
  readonly us: Affiliate;

  constructor({ us, domains, affiliations }: AffiliationSource) {
    this.us = { id: "us", name: us, ours: true };
    const byId = new Map([["us", this.us]]);
    for (const { id, name, ours, domains: theirs } of affiliations?.organizations ?? []) {
      const affiliate = ours ? this.us : { id, name, ours };
      byId.set(id, affiliate);
      for (const domain of theirs) this.#domains.set(domain, affiliate);
    }
    for (const domain of domains) this.#domains.set(domain, this.us);
    for (const { addresses, organization, from, until } of affiliations?.people ?? []) {
      const affiliate = byId.get(organization) ?? unaffiliated;
      const span = {
        affiliate,
        from: from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from) / 1000,
        until: until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until) / 1000 + DAY,
      };
      for (const address of addresses) this.#spans.set(address, [...(this.#spans.get(address) ?? []), span]);
    }
    this.#personal = new Set(affiliations?.personal);
    this.#bots = new Set(affiliations?.bots);
  }

  /** Whether any mail domain or address is known to be ours. */
  get knowsUs(): boolean {
    return [...this.#domains.values(), ...[...this.#spans.values()].flat().map(({ affiliate }) => affiliate)].includes(this.us);
  }

  isBot(person: Person): boolean {
    return person.bot || this.#bots.has(person.name.toLowerCase()) || this.#bots.has(person.email.toLowerCase());
  }

  /** A function from identity and time (seconds) to the affiliate: first by the address in the commit, then by the proper one of the mailmap. */
  of(history: History): (identity: number, time: number) => Affiliate {
    const known: (readonly Span[])[] = [];
    return (identity, time) => {
      let spans = known[identity];
      if (!spans) {
        spans = this.#spansOf(history.identities[identity] as Identity, history.people[history.personOf[identity] as number] as Person);
        known[identity] = spans;
      }
      for (const { affiliate, from, until } of spans) if (time >= from && time < until) return affiliate;
      return unaffiliated;
    };
  }

  #spansOf(identity: Identity, person: Person): Span[] {
    const [own, proper] = [identity.email.toLowerCase(), person.email.toLowerCase()];
    const emails = own === proper ? [own] : [own, proper];
    const named = emails.flatMap((email) => this.#spans.get(email) ?? []);
    const affiliate = emails.map((email) => this.ofAddress(email)).find((one) => one !== unaffiliated);
    return affiliate ? [...named, { affiliate, from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }] : named;
  }

  /** By domain alone. A domain that nobody explained is an organisation of that name, whatever stands before it (mail.acme.org is acme.org). */
  ofAddress(email: string): Affiliate {
    if (!isAddress(email)) return unaffiliated;
    const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
    const known = this.#known.get(domain) ?? this.#ofDomain(domain);
    this.#known.set(domain, known);
    return known;
  }

  #ofDomain(domain: string): Affiliate {
    if (!/^[a-z0-9.-]+\.[a-z]{2,}$/.test(domain)) return unaffiliated;
    const labels = domain.split(".");
    for (let at = 0; at < labels.length - 1; at += 1) {
      const suffix = labels.slice(at).join(".");
      const known = this.#domains.get(suffix);
      if (known) return known;
      if (this.#personal.has(suffix)) return unaffiliated;
    }
    if (isPersonalDomain(domain) || LOCAL.test(domain)) return unaffiliated;
    const name = organizationalDomain(labels);
    const affiliate = this.#unexplained.get(name) ?? { id: `domain:${name}`, name, ours: false };
    this.#unexplained.set(name, affiliate);
    return affiliate;
  }
}

/** Names of machines, not of organisations. */
const LOCAL = /\.(?:local|localdomain|lan|home|internal|invalid|localhost|arpa)$/;

/** The part that somebody registers: two labels, three under co.uk, com.au and their like. */
function organizationalDomain(labels: readonly string[]): string {
  const [second = "", top = ""] = labels.slice(-2);
  const public3 = top.length === 2 && /^(?:co|com|ac|edu|gov|gob|gouv|govt|org|net|ne|or|go|mil|sch|asso)$/.test(second);
  return labels.slice(public3 ? -3 : -2).join(".");
}
