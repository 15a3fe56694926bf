// The lists that registers are made of: what an entry is known by, whether it is in order, and entries that the office wrote as records.
import { z } from "zod";
import type { RecordEntry } from "../model.ts";
import { type Registers, registerSchemas } from "../schema/registers.ts";

type Register = keyof typeof registerSchemas;
type Entry = Readonly<Record<string, unknown>>;

interface ListShape {
  readonly register: Register;
  /** Key in the document. */
  readonly in: string;
  /** What an entry is known by, where the list is no map by id. */
  readonly by?: readonly string[];
}

/** By the name under which they are asked for. */
export const registerLists = {
  catalogue: { register: "catalogue", in: "components", by: ["component"] },
  "trusted-sources": { register: "catalogue", in: "trusted-sources", by: ["name"] },
  investigations: { register: "catalogue", in: "investigations", by: ["product", "on"] },
  owners: { register: "owners", in: "owners", by: ["component", "product"] },
  forks: { register: "forks", in: "forks", by: ["upstream"] },
  support: { register: "support", in: "support", by: ["component"] },
  archives: { register: "archives", in: "archives", by: ["component"] },
  agreements: { register: "agreements", in: "agreements" },
  memberships: { register: "memberships", in: "memberships" },
  sponsorships: { register: "memberships", in: "sponsorships" },
  collaborations: { register: "collaborations", in: "collaborations" },
  trainings: { register: "training", in: "trainings" },
  events: { register: "events", in: "events" },
  recognition: { register: "recognition", in: "recognition", by: ["on", "for"] },
} as const satisfies Readonly<Record<string, ListShape>>;

export type RegisterList = keyof typeof registerLists;
export const registerListNames = Object.keys(registerLists) as readonly RegisterList[];

/** Kind of the records that the office writes: `subject` is `register:LIST`, `id` the entry; `ended` takes it out. */
export const REGISTER_RECORD = "register";

export interface RegisterEntry {
  readonly id: string;
  readonly entry: Entry;
}

/** Entries of a list, as the registers say. */
export function entriesOf(registers: Registers | undefined, list: RegisterList): readonly RegisterEntry[] {
  const shape: ListShape = registerLists[list];
  const document = registers?.[shape.register] as Readonly<Record<string, unknown>> | undefined;
  const found = document?.[shape.in];
  if (Array.isArray(found)) return (found as Entry[]).map((entry) => ({ id: keyOf(shape, entry), entry }));
  return Object.entries((found ?? {}) as Readonly<Record<string, Entry>>).map(([id, entry]) => ({ id, entry }));
}

function keyOf({ by = [] }: ListShape, entry: Entry): string {
  return by.flatMap((name) => (typeof entry[name] === "string" ? [entry[name]] : [])).join(" ");
}

/** What a register does not take, and where: an issue of its schema. */
export interface WrongEntry {
  readonly path: string;
  readonly issue: Pick<z.core.$ZodIssue, "code" | "message">;
}

/** What is wrong with an entry; and the id that it is known by. */
export function checkEntry(
  list: RegisterList,
  id: string | undefined,
  entry: Entry,
): { readonly id: string } | { readonly wrong: readonly WrongEntry[] } {
  const shape: ListShape = registerLists[list];
  const known = shape.by ? keyOf(shape, entry) : id;
  if (known === undefined || known === "") return { wrong: [{ path: "id", issue: { code: "custom", message: "is missing" } }] };
  const schema = registerSchemas[shape.register] as z.ZodType;
  const { error } = schema.safeParse({ schema: "allmend.register/1", [shape.in]: shape.by ? [entry] : { [known]: entry } });
  if (!error) return { id: known };
  return { wrong: error.issues.slice(0, 20).map((issue) => ({ path: ["entry", ...issue.path.slice(2)].join("."), issue })) };
}

/** The registers with what the office wrote: the last word on an entry counts. */
export function withEntries(registers: Registers | undefined, records: readonly RecordEntry[]): Registers | undefined {
  const written = records.filter(({ kind }) => kind === REGISTER_RECORD);
  if (written.length === 0) return registers;
  const documents: Record<string, Record<string, unknown>> = { ...(registers as Record<string, Record<string, unknown>> | undefined) };
  for (const list of registerListNames) {
    const said = new Map(
      written.filter(({ subject, id }) => subject === `register:${list}` && id !== undefined).map((each) => [each.id ?? "", each.data]),
    );
    if (said.size === 0) continue;
    const shape: ListShape = registerLists[list];
    const entries = merged(entriesOf(registers, list), said);
    const value = shape.by ? entries.map(({ entry }) => entry) : Object.fromEntries(entries.map(({ id, entry }) => [id, entry]));
    documents[shape.register] = { schema: "allmend.register/1", ...documents[shape.register], [shape.in]: value };
  }
  return documents as Registers;
}

function merged(before: readonly RegisterEntry[], said: ReadonlyMap<string, RecordEntry["data"]>): RegisterEntry[] {
  const all = new Map(before.map((each) => [each.id, each]));
  for (const [id, { entry, ended }] of said) {
    if (ended === true) all.delete(id);
    else if (typeof entry === "object" && entry !== null && !Array.isArray(entry)) all.set(id, { id, entry: entry as Entry });
  }
  return [...all.values()];
}
