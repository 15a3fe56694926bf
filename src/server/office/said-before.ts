// Whether the same was said before: a pipeline that sends twice, a click that came twice. Then nothing is added, and the number of the first is the answer.
import { canonicalJson } from "#kit";
import type { NewRecord } from "#program";
import { readRecords, type StoredRecord, type Tables } from "#store";
import type { Kysely } from "kysely";

/** What happened once under its id, however often and by whomever it is sent. Everything else says how something stands: there the last word counts. */
const EVENTS: ReadonlySet<string> = new Set(["deployment", "incident"]);
/** Parts of the data that say what it is about. */
const ABOUT: Readonly<Record<string, readonly string[]>> = { obligation: ["license", "component", "release"] };
/** Parts that the office adds by itself. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  acknowledgement: ["policy"],
  release: ["inventory", "findingsOpen", "obligationsOpen", "unknownLicenses"],
};

/** The record that says the same. `timed`: whoever said it said when. */
export async function saidBefore(db: Kysely<Tables>, record: NewRecord, timed: boolean): Promise<StoredRecord | undefined> {
  const { kind, subject, id } = record;
  const wanted = { kinds: [kind], ...(subject === undefined ? {} : { subject }), ...(id === undefined ? {} : { id }) };
  const known = (await readRecords(db, wanted)).filter((each) => each.subject === subject && each.id === id);
  if (EVENTS.has(kind)) return known.find((each) => says(each, record) && (!timed || each.at === record.at));
  const ours = known.filter((each) => aboutSame(each, record));
  if (timed) return ours.find((each) => says(each, record) && each.by === record.by && each.at === record.at);
  const last = ours.at(-1);
  return last && says(last, record) && last.by === record.by && !isRenewed(last, record) ? last : undefined;
}

/** Who affirms something again on another day renews it. */
function isRenewed(before: StoredRecord, { kind, at }: NewRecord): boolean {
  return kind === "attestation" && before.at.slice(0, 10) !== at.slice(0, 10);
}

function aboutSame(before: StoredRecord, record: NewRecord): boolean {
  if (record.kind === "acknowledgement") return before.by === record.by;
  return (ABOUT[record.kind] ?? []).every((key) => before.data[key] === record.data?.[key]);
}

function says(before: StoredRecord, record: NewRecord): boolean {
  return canonicalJson(own(before)) === canonicalJson(own(record));
}

function own({ kind, data = {} }: Pick<NewRecord, "kind" | "data">): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([key]) => ADDED[kind]?.includes(key) !== true));
}
