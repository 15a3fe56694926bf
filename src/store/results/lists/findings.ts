// Findings: the worst first; how many there are by area, product, outcome, rule, owner; and one with everything that it rests on.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Finding } from "#policy";
import type { Outcome, PolicyArea } from "#program";
import type { Tables } from "../../database/tables.ts";
import { outcomeCode, outcomeOf } from "../codes.ts";
import type { FindingDetail } from "../findings.ts";
import { afterCursor, type Key, orderBy, type Page, type Paged, paged, selectKeys } from "./keyset.ts";
import { COVERED, GIVEN, OPEN, OWNER } from "./counting.ts";
import { allOf, containing, equal, type Units, visible } from "./visible.ts";

/** `open`: there and covered by no waiver. */
export const findingStates = ["open", "waived", "inactive", "shadow"] as const;
export type FindingState = (typeof findingStates)[number];

/** What a finding may have none of: it is about no product, nobody answers for it, … */
export const absentNames = ["product", "owner", "lane", "age", "repository"] as const;
export type Absent = (typeof absentNames)[number];

export interface FindingFilter {
  readonly area?: PolicyArea;
  readonly product?: string;
  readonly unit?: string;
  readonly outcome?: Outcome;
  readonly state?: FindingState;
  readonly rule?: string;
  readonly kind?: string;
  readonly owner?: string;
  readonly lane?: string;
  readonly repository?: string;
  readonly component?: number;
  readonly age?: "new" | "known" | "overdue";
  readonly because?: string;
  /** What they have none of. */
  readonly none?: Absent;
  /** Part of the label. */
  readonly search?: string;
}

export interface FindingItem {
  readonly id: string;
  readonly rule: string;
  readonly area: PolicyArea;
  readonly kind: string;
  readonly subject: string;
  readonly label: string;
  readonly product?: string;
  readonly repository?: string;
  readonly component?: number;
  readonly outcome: Outcome;
  readonly because: Finding["because"];
  readonly state: FindingState;
  readonly lane?: string;
  /** To whom somebody gave it; else who answers for its product, rule or policy. */
  readonly owner?: string;
  /** Somebody gave it to `owner`. */
  readonly assigned: boolean;
  readonly age?: string;
  readonly due?: Date;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  readonly changed?: { readonly at: Date; readonly from: Outcome };
  readonly returnedAt?: Date;
}

interface Row {
  readonly id: string;
  readonly rule: string;
  readonly area: PolicyArea;
  readonly kind: string;
  readonly subject: string;
  readonly label: string;
  readonly product: string | null;
  readonly repository: string | null;
  readonly component: number | null;
  readonly outcome: number;
  readonly because: Finding["because"];
  readonly mode: string;
  readonly lane: string | null;
  readonly owner: string | null;
  readonly assigned: boolean;
  readonly waiver: Finding["waiver"] | null;
  readonly age: string | null;
  readonly due: Date | null;
  readonly first_seen: Date;
  readonly last_seen: Date;
  readonly changed_at: Date | null;
  readonly before: number | null;
  readonly gone_at: Date | null;
  readonly returned_at: Date | null;
}

const KEYS: readonly Key[] = [
  { name: "outcome", by: sql`(-f.outcome)`, type: "smallint" },
  { name: "search", by: sql`f.search`, type: "text" },
  { name: "id", by: sql`f.id`, type: "text" },
];

/** One that is there was seen by the last judgement. */
const SELECTED = sql`f.id, f.rule, f.area, f.kind, f.subject, f.label, f.product, f.repository, f.component, f.outcome, f.because, f.mode, f.lane, ${OWNER} as owner, a.finding is not null as assigned,
  f.waiver, f.age, f.due, f.first_seen, coalesce(f.last_seen, (select max(at) from judgements)) as last_seen, f.changed_at, f.before, f.gone_at, f.returned_at`;

export async function listFindings(db: Kysely<Tables>, filter: FindingFilter, units: Units, page: Page): Promise<Paged<FindingItem>> {
  const rows = await sql<Row>`select ${SELECTED}, ${selectKeys(KEYS)} from ${GIVEN}
    where ${matching(filter, units)} and ${afterCursor(KEYS, page.after)} order by ${orderBy(KEYS)} limit ${page.limit + 1}`.execute(db);
  return paged(rows.rows, page, KEYS, itemOf);
}

function matching(filter: FindingFilter, units: Units): RawBuilder<unknown> {
  const { outcome, owner, none, search, state } = filter;
  return allOf([
    state === "inactive" ? sql`f.gone_at is not null` : sql`f.gone_at is null`,
    state === undefined ? undefined : STATES[state],
    outcome === undefined ? undefined : sql`f.outcome = ${outcomeCode(outcome)}`,
    ...(["area", "product", "unit", "rule", "kind", "lane", "repository", "component", "age", "because"] as const).map((name) =>
      equal(`f.${name}`, filter[name]),
    ),
    owner === undefined ? undefined : sql`${OWNER} = ${owner}`,
    none === undefined ? undefined : none === "owner" ? sql`${OWNER} is null` : sql`${sql.ref(`f.${none}`)} is null`,
    search === undefined ? undefined : sql`f.search like ${containing(search)}`,
    visible(sql`f.unit`, units),
  ]);
}

const STATES: Readonly<Record<FindingState, RawBuilder<unknown>>> = {
  open: OPEN,
  waived: sql`f.mode = 'enforce' and ${COVERED}`,
  shadow: sql`f.mode = 'shadow'`,
  inactive: sql`true`,
};

function stateOf({ gone_at, mode, waiver }: Row): FindingState {
  if (gone_at !== null) return "inactive";
  if (mode === "shadow") return "shadow";
  return waiver && !waiver.expired ? "waived" : "open";
}

function itemOf(row: Row): FindingItem {
  const { id, rule, area, kind, subject, label, because } = row;
  return {
    id,
    rule,
    area,
    kind,
    subject,
    label,
    because,
    assigned: row.assigned,
    outcome: outcomeOf(row.outcome) as Outcome,
    state: stateOf(row),
    ...(row.product === null ? {} : { product: row.product }),
    ...(row.repository === null ? {} : { repository: row.repository }),
    ...(row.component === null ? {} : { component: row.component }),
    ...(row.lane === null ? {} : { lane: row.lane }),
    ...(row.owner === null ? {} : { owner: row.owner }),
    ...(row.age === null ? {} : { age: row.age }),
    ...(row.due === null ? {} : { due: row.due }),
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    ...(row.changed_at === null || row.before === null ? {} : { changed: { at: row.changed_at, from: outcomeOf(row.before) as Outcome } }),
    ...(row.returned_at === null ? {} : { returnedAt: row.returned_at }),
  };
}

/** One with what it rests on; undefined where there is none, or none for these units. */
export type FindingAnswer = FindingItem & FindingDetail & Pick<Finding, "evidence" | "waiver">;

export async function findingById(db: Kysely<Tables>, id: string, units: Units): Promise<FindingAnswer | undefined> {
  const found = await sql<Row & { document: FindingDetail; evidence: Finding["evidence"] }>`select ${SELECTED}, d.document, f.evidence
    from ${GIVEN} join finding_details d on d.id = f.detail where f.id = ${id} and ${visible(sql`f.unit`, units)}`.execute(db);
  const [row] = found.rows;
  return row && { ...itemOf(row), ...row.document, evidence: row.evidence, ...(row.waiver ? { waiver: row.waiver } : {}) };
}

export const facetNames = ["area", "product", "outcome", "state", "because", "rule", "kind", "owner", "lane", "age", "repository"] as const;
export type FacetName = (typeof facetNames)[number];
export type Facets = Readonly<Record<FacetName, readonly { readonly value: string | null; readonly count: number }[]>>;

/** Values of a facet at most, the most common first: an organisation may have ten thousand repositories. */
const MOST_VALUES = 100;

const STATE = sql`case when f.gone_at is not null then 'inactive' when f.mode = 'shadow' then 'shadow' when ${COVERED} then 'waived' else 'open' end`;

/** How many findings there are with each value, among those that the rest of the filter leaves: what choosing it would show. */
export async function findingFacets(db: Kysely<Tables>, filter: FindingFilter, units: Units): Promise<Facets> {
  const names = sql.join(facetNames.map((name) => sql.ref(name)));
  const rows = await sql<{ count: number; which: number } & Record<FacetName, string | number | null>>`
    select * from (
      select ${names}, count(*)::integer as count, grouping(${names}) as which,
        row_number() over (partition by grouping(${names}) order by count(*) desc, ${names}) as place
      from (select f.area, f.product, f.outcome, ${STATE} as state, f.because, f.rule, f.kind, ${OWNER} as owner, f.lane, f.age, f.repository
        from ${GIVEN} where ${matching(filter, units)}) f
      group by grouping sets (${sql.join(facetNames.map((name) => sql`(${sql.ref(name)})`))})
    ) counted where place <= ${MOST_VALUES} order by count desc, place`.execute(db);
  return Object.fromEntries(
    facetNames.map((name, index) => {
      // The bit of a column is 0 in the grouping set that it makes.
      const bits = (1 << facetNames.length) - 1 - (1 << (facetNames.length - 1 - index));
      const own = rows.rows.filter(({ which }) => which === bits);
      return [name, own.map((row) => ({ value: nameOf(name, row[name]), count: row.count }))];
    }),
  ) as unknown as Facets;
}

function nameOf(facet: FacetName, value: string | number | null): string | null {
  return facet === "outcome" && typeof value === "number" ? outcomeOf(value) : (value as string | null);
}

export interface MatrixCell {
  readonly area: PolicyArea;
  /** Absent: about no product. */
  readonly product?: string;
  readonly outcome: Outcome;
  readonly count: number;
  /** Of these, those that hang on something that is not known. */
  readonly unknown: number;
}

/** Open findings by policy area and product: the page that shows where it hurts. */
export async function findingMatrix(db: Kysely<Tables>, units: Units): Promise<readonly MatrixCell[]> {
  const rows = await sql<{ area: PolicyArea; product: string | null; outcome: number; count: number; unknown: number }>`
    select f.area, f.product, f.outcome, count(*)::integer as count,
      (count(*) filter (where f.because in ('unknown', 'attestation')))::integer as unknown
    from ${GIVEN} where ${matching({ state: "open" }, units)}
    group by f.area, f.product, f.outcome order by f.area, f.product nulls first, f.outcome desc`.execute(db);
  return rows.rows.map(({ area, product, outcome, count, unknown }) => ({
    area,
    ...(product === null ? {} : { product }),
    outcome: outcomeOf(outcome) as Outcome,
    count,
    unknown,
  }));
}
