// Waivers: a rule's answer about a subject, accepted by somebody until a day. One that has run out brings its finding back, marked.
import type { Subject } from "#facts";
import type { Finding } from "../types.ts";
import { lapsedIds, type Position, type Program, type RecordEntry, type Waiver } from "#program";
import { PurlIndex } from "../licenses/purl-index.ts";
import { globMatches } from "../expression/glob.ts";
import { day } from "./rules.ts";

export type WaiverNote = NonNullable<Finding["waiver"]>;

/** The waiver that covers a rule's answer about a subject (with `expired` where it did until it ran out). */
export type WaiverLookup = (rule: string, subject: Subject) => WaiverNote | undefined;

export function waiverLookup(program: Program, records: readonly RecordEntry[], now: string): WaiverLookup {
  const today = day(now);
  const lapsed = lapsedIds(records);
  const isLapsed = ({ id }: RecordEntry) => id !== undefined && lapsed.has(id);
  const byRule = Map.groupBy(
    [...program.licenses.waivers, ...records.flatMap((record) => (isLapsed(record) ? [] : waiverIn(record)))],
    (waiver) => waiver.rule,
  );
  const tables = new Map([...byRule].map(([rule, waivers]) => [rule, new WaiverTable(waivers, today)]));
  return tables.size === 0 ? () => undefined : (rule, subject) => tables.get(rule)?.covering(subject);
}

/** A record `{kind: "waiver", data: {rule, about, because, owner, expires}}`; one that lacks any of them covers nothing. */
function waiverIn({ kind, data, position }: RecordEntry): Waiver[] {
  if (kind !== "waiver") return [];
  const { rule, about, because, owner, expires } = data;
  if (typeof rule !== "string" || typeof because !== "string" || typeof owner !== "string" || typeof expires !== "string") return [];
  return /^\d{4}-\d\d-\d\d$/.test(expires)
    ? [{ rule, about: aboutIn(about), because, owner, expires, position: position as Position }]
    : [];
}

function aboutIn(about: unknown): Waiver["about"] {
  const given = typeof about === "object" && about !== null ? (about as Record<string, unknown>) : {};
  const named = (["product", "repository", "component", "upstream"] as const).flatMap((key) => {
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    return typeof value === "string" ? [[key, value] as const] : [];
  });
  return Object.fromEntries(named);
}

class WaiverTable {
  private readonly anywhere: readonly Waiver[];
  private readonly byComponent: PurlIndex<Waiver>;
  private readonly today: string;

  constructor(waivers: readonly Waiver[], today: string) {
    this.anywhere = waivers.filter(({ about }) => about.component === undefined);
    this.byComponent = new PurlIndex(
      waivers.filter(({ about }) => about.component !== undefined),
      (waiver) => waiver.about.component ?? "",
    );
    this.today = today;
  }

  covering(subject: Subject): WaiverNote | undefined {
    const purl = text(subject, "component", "purl");
    const near = [...this.anywhere, ...(purl === undefined ? [] : this.byComponent.holding(purl))];
    const fitting = near.filter(({ about }) => fits(about, subject));
    // the one that holds longest: an old one that ran out does not undo its renewal
    const waiver = fitting.reduce<Waiver | undefined>((best, one) => (!best || one.expires > best.expires ? one : best), undefined);
    if (!waiver) return undefined;
    const { because, owner, expires } = waiver;
    return { because, owner, expires, expired: this.today > expires };
  }
}

/** Everything that a waiver names has to fit; the component was found by its purl. One that names nothing is about the organisation itself. */
function fits(about: Waiver["about"], subject: Subject): boolean {
  if (Object.values(about).every((value) => value === undefined)) return subject.kind === "organization";
  if (about.product !== undefined && about.product !== (subject.product ?? text(subject, "product", "id"))) return false;
  if (about.repository !== undefined && !fitsRepository(about.repository, subject)) return false;
  return about.upstream === undefined || withoutVersion(about.upstream) === withoutVersion(text(subject, "upstream", "project") ?? "");
}

function fitsRepository(pattern: string, subject: Subject): boolean {
  const id = text(subject, "repository", "id");
  const name = text(subject, "repository", "name");
  return (id !== undefined && globMatches(id, pattern)) || (name !== undefined && globMatches(name, pattern));
}

function withoutVersion(project: string): string {
  const at = project.lastIndexOf("@");
  return at > project.lastIndexOf("/") ? project.slice(0, at) : project;
}

function text(subject: Subject, namespace: string, name: string): string | undefined {
  const value = subject.facts[namespace]?.[name];
  return typeof value === "string" ? value : undefined;
}
