// Our own answers to vulnerabilities, as `allmend record vex` puts them on record. What came with an import is the answer of others.
import type { RecordEntry } from "#program";
import type { ResultVulnerability } from "#scan";

export interface OwnStatement {
  /** Of the vulnerability. */
  readonly id: string;
  readonly subjects: readonly { readonly component?: string; readonly product?: string }[];
  readonly answer: ResultVulnerability["affects"][number]["answers"][number];
}

type Status = OwnStatement["answer"]["status"];
const statuses: ReadonlySet<string> = new Set<Status>(["not-affected", "affected", "fixed", "under-investigation"]);

export function ownStatements(records: readonly RecordEntry[]): OwnStatement[] {
  return records.flatMap(({ kind, id, at, by, data }): OwnStatement[] => {
    if (kind !== "vex" || data.source !== "record" || id === undefined || !isStatus(data.status)) return [];
    const texts = { justification: textOf(data.justification), because: textOf(data.because), action: textOf(data.action) };
    const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
    const subjects = (Array.isArray(data.subjects) ? (data.subjects as unknown[]) : []).flatMap(subjectOf);
    return [{ id, subjects, answer: { status: data.status, by: by ?? "", at, own: true, ...said } }];
  });
}

function isStatus(value: unknown): value is Status {
  return typeof value === "string" && statuses.has(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function subjectOf(value: unknown): OwnStatement["subjects"][number][] {
  if (typeof value !== "object" || value === null) return [];
  const { component, range, product } = value as Record<string, unknown>;
  const meant = typeof range === "string" ? range : component;
  return [{ ...(typeof meant === "string" ? { component: meant } : {}), ...(typeof product === "string" ? { product } : {}) }];
}
