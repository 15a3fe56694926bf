// The state of an obligation comes from records: `{kind: "obligation", subject: "product:ID", id: KIND, data: {state, …}}`. Without one it is open.
import { matchesPurl, parsePurlRange, type PurlRange } from "#kit";
import { type ObligationRecord, obligationRecords, type RecordEntry } from "#program";

/** What a record says of an obligation; `key` tells records apart that speak of single components. */
export interface ObligationWord {
  readonly key: string;
  readonly record: ObligationRecord;
}

/** The word that counts for an obligation of a product, for one component; undefined where nobody said anything. */
export type ObligationWords = (product: string, kind: string, license: string, purl: string) => ObligationWord | undefined;

/** Which release the question is for: what was done for another release is not done for this one. */
export interface ForRelease {
  readonly now: string;
  /** Version of each product that is asked about; absent: its current one. */
  readonly releases?: ReadonlyMap<string, string>;
}

interface Candidate {
  readonly record: ObligationRecord;
  readonly range: PurlRange | undefined;
  /** More exact ones go first: a component before a licence before all. */
  readonly exactness: number;
}

export function obligationWords(records: readonly RecordEntry[], { now, releases }: ForRelease): ObligationWords {
  const end = Date.parse(`${now.slice(0, 10)}T23:59:59.999Z`);
  const byKey = new Map<string, Candidate[]>();
  for (const record of obligationRecords(records)) {
    if (Date.parse(record.at) > end) continue;
    if (record.release !== undefined && releases?.get(record.product) !== record.release) continue;
    const candidate = candidateOf(record);
    if (!candidate) continue;
    const key = `${record.product}\n${record.obligation}`;
    byKey.set(key, [...(byKey.get(key) ?? []), candidate]);
  }
  for (const list of byKey.values()) list.sort((a, b) => b.exactness - a.exactness || (a.record.at < b.record.at ? 1 : -1));
  return (product, kind, license, purl) => {
    const found = byKey.get(`${product}\n${kind}`)?.find((candidate) => speaksOf(candidate, license, purl));
    return found && { key: found.record.component ?? "", record: found.record };
  };
}

function candidateOf(record: ObligationRecord): Candidate | undefined {
  const { component, license } = record;
  const range = component === undefined ? undefined : parsePurlRange(component);
  if (range && "error" in range) return undefined;
  return { record, range, exactness: (component === undefined ? 0 : 2) + (license === undefined ? 0 : 1) };
}

function speaksOf({ record, range }: Candidate, license: string, purl: string): boolean {
  if (record.license !== undefined && record.license !== license) return false;
  return range === undefined || matchesPurl(range, purl) === true;
}
