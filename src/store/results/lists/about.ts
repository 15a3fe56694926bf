// Findings as rules gave them, about one thing: what its chain is made of. A few of them, and how many there are.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Finding } from "#policy";
import type { Outcome } from "#program";
import type { Tables } from "../../database/tables.ts";
import { outcomeOf } from "../codes.ts";
import type { FindingDetail } from "../findings.ts";
import { type Units, visible } from "./visible.ts";

export type FindingsOf = { readonly id: string } | { readonly rule: string } | { readonly subject: string };

export interface SomeFindings {
  readonly findings: readonly Finding[];
  readonly total: number;
}

interface Row extends Pick<Finding, "id" | "rule" | "area" | "because" | "mode" | "evidence"> {
  readonly kind: Finding["subject"]["kind"];
  readonly subject: string;
  readonly label: string;
  readonly product: string | null;
  readonly outcome: number;
  readonly lane: string | null;
  readonly waiver: Finding["waiver"] | null;
  readonly document: FindingDetail;
  readonly total: number;
}

/** The worst first. */
export async function findingsAbout(db: Kysely<Tables>, of: FindingsOf, units: Units, most: number): Promise<SomeFindings> {
  const found =
    await sql<Row>`select f.id, f.rule, f.area, f.because, f.mode, f.evidence, f.kind, f.subject, f.label, f.product, f.outcome, f.lane,
      f.waiver, d.document, count(*) over ()::integer as total
    from findings f join finding_details d on d.id = f.detail
    where f.gone_at is null and ${condition(of)} and ${visible(sql`f.unit`, units)} order by f.outcome desc, f.search, f.id limit ${most}`.execute(
      db,
    );
  return { findings: found.rows.map(findingOf), total: found.rows[0]?.total ?? 0 };
}

function condition(of: FindingsOf): RawBuilder<unknown> {
  if ("id" in of) return sql`f.id = ${of.id}`;
  return "rule" in of ? sql`f.rule = ${of.rule}` : sql`f.subject = ${of.subject}`;
}

function findingOf({ document, kind, subject, label, product, outcome, lane, waiver, total: _total, ...row }: Row): Finding {
  return {
    ...document,
    ...row,
    outcome: outcomeOf(outcome) as Outcome,
    subject: { kind, id: subject, label, ...(product === null ? {} : { product }) },
    ...(lane === null ? {} : { lane }),
    ...(waiver ? { waiver } : {}),
  };
}
