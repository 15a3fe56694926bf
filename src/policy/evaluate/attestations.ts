// What people attested, by subject: records of kind `attestation`. The latest one about a thing counts.
import { compareText } from "#kit";
import type { RecordEntry } from "#program";

/** Looks up whether a subject was attested; undefined where nobody said. */
export type Attested = (subject: string, id: string) => boolean | undefined;

/**
 * A record `{kind: "attestation", subject, id, at, data}` says yes, or what `data.value` says (true or false); with `data.until` (a date)
 * it holds through that day. Records of later days than `now` are not yet said.
 */
export function attestationsIn(records: readonly RecordEntry[], now: string): Attested {
  const latest = new Map<string, RecordEntry>();
  // Days, as everything else that has a date: a run for today hears what was said today.
  const end = Date.parse(`${now.slice(0, 10)}T23:59:59.999Z`);
  for (const record of records) {
    if (record.kind !== "attestation" || record.id === undefined || Date.parse(record.at) > end) continue;
    const key = `${record.subject ?? ""}\n${record.id}`;
    const known = latest.get(key);
    if (!known || compareText(known.at, record.at) <= 0) latest.set(key, record);
  }
  return (subject, id) => {
    const record = latest.get(`${subject}\n${id}`) ?? (subject.startsWith("organization:") ? latest.get(`\n${id}`) : undefined);
    if (!record) return undefined;
    const { value, until } = record.data;
    if (typeof until === "string" && now.slice(0, 10) > until.slice(0, 10)) return undefined;
    return typeof value === "boolean" ? value : true;
  };
}
