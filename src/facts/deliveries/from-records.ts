// Deployments and incidents that were put on record (`allmend record deployment …`), one line each. A later line about the same incident ends it.
import { environmentOf, joinRuns, resultOf } from "./deployments.ts";
import { readMoment } from "./moments.ts";
import type { Deployment, Incident, ReleaseJudgement } from "./types.ts";

/** A line of records/*.jsonl, as far as it matters here. */
export interface DeliveryRecord {
  readonly kind: string;
  readonly at: string;
  readonly subject?: string;
  readonly id?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly position: { readonly file: string; readonly line: number };
}

export function deploymentsOnRecord(records: readonly DeliveryRecord[]): Deployment[] {
  return joinRuns(
    records.flatMap((record): Deployment[] => {
      const at = record.kind === "deployment" ? readMoment(record.at) : undefined;
      if (at === undefined) return [];
      const text = texts(record.data);
      const about = subjectOf(record.subject);
      const commit = { ...pick("sha", text("commit")), ...pick("tag", text("tag")), ...pick("repository", about.repository) };
      const { unplanned } = record.data;
      return [
        {
          id: record.id ?? `${record.position.file}:${record.position.line}`,
          ...pick("product", about.product),
          at,
          result: resultOf(text("result")),
          environment: environmentOf(text("environment")),
          commits: Object.keys(commit).length > 0 ? [commit] : [],
          ...(typeof unplanned === "boolean" ? { unplanned } : {}),
          source: "records",
          place: { file: record.position.file, line: record.position.line },
        },
      ];
    }),
  );
}

export function incidentsOnRecord(records: readonly DeliveryRecord[]): Incident[] {
  const incidents = new Map<string, Incident>();
  for (const record of records) {
    if (record.kind !== "incident") continue;
    const text = texts(record.data);
    const startedAt = readMoment(text("started") ?? record.at);
    const resolvedAt = readMoment(text("resolved") ?? "");
    if (startedAt === undefined) continue;
    const id = record.id ?? `${record.position.file}:${record.position.line}`;
    const before = incidents.get(id);
    incidents.set(id, {
      id,
      ...before,
      ...pick("title", text("title")),
      ...subjectOf(record.subject),
      startedAt: Math.min(startedAt, before?.startedAt ?? startedAt),
      ...(resolvedAt === undefined ? {} : { resolvedAt }),
      causes: [...new Set([...(before?.causes ?? []), ...(text("cause") ?? "").split(/[\s,;]+/).filter(Boolean)])],
      place: { file: record.position.file, line: record.position.line },
    });
  }
  return [...incidents.values()];
}

/** What was said of releases; the last word on a release counts. */
export function judgementsOnRecord(records: readonly DeliveryRecord[]): ReleaseJudgement[] {
  const judgements = new Map<string, ReleaseJudgement>();
  for (const { kind, id, subject, data, position } of records) {
    if (kind !== "failure" || id === undefined) continue;
    const place = { file: position.file, line: position.line };
    judgements.set(`${subject ?? ""}\n${id}`, { release: id, ...subjectOf(subject), failed: data.value !== false, place });
  }
  return [...judgements.values()];
}

function texts(data: Readonly<Record<string, unknown>>): (key: string) => string | undefined {
  return (key) => (typeof data[key] === "string" ? data[key] : undefined);
}

function subjectOf(subject: string | undefined): { product?: string; repository?: string } {
  if (subject?.startsWith("product:")) return { product: subject.slice("product:".length) };
  return subject?.startsWith("repository:") ? { repository: subject.slice("repository:".length) } : {};
}

function pick<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
