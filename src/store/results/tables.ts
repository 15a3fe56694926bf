// Tables of what runs found (migration 0003).
import type { ColumnType, Generated, JSONColumnType } from "kysely";

/** A moment; read as Date. */
type At = ColumnType<Date, Date | string, Date | string>;
type MaybeAt = ColumnType<Date | null, Date | string | null, Date | string | null>;
type Json = JSONColumnType<object>;
type MaybeJson = ColumnType<object | null, string | null, string | null>;

interface ResultTable {
  id: Generated<number>;
  at: At;
  by: string | null;
  source: string;
  /** `everything`: what it does not name is gone; `repositories`: it speaks of its repositories only. */
  covers: string;
  now: At;
  /** Digest of the program that judged. */
  program: string;
  tool: string;
  knowledge: string;
  repositories: number;
  components: number;
  uses: number;
  findings: number;
  /** The document without its long lists, zipped. */
  head: Uint8Array;
  /** False while it comes in: nobody sees it. */
  kept: Generated<boolean>;
}

interface JudgementTable {
  id: Generated<number>;
  at: At;
  result: number | null;
  program: string;
  why: string;
  counts: Json;
}

interface ProductTable {
  id: string;
  name: Json;
  unit: string | null;
  owner: string | null;
  criticality: string;
  document: Json;
  first_seen: At;
  gone_at: MaybeAt;
}

interface RepositoryTable {
  id: Generated<number>;
  name: string;
  kind: string;
  commit: string | null;
  origin: string | null;
  products: string[];
  /** What the run says of it, zipped. */
  document: Uint8Array;
  result: number;
  first_seen: At;
  last_seen: At;
  gone_at: MaybeAt;
}

interface PlaceTable {
  id: Generated<number>;
  product: string | null;
  deliverable: string | null;
  repository: number;
  unit: string | null;
}

interface ComponentTable {
  id: Generated<number>;
  /** Without version. */
  purl: string;
  type: string;
  name: string;
  search: string;
}

interface VersionTable {
  id: Generated<number>;
  component: number;
  purl: string;
  version: string;
  license: string | null;
  notion: string;
  declared: string | null;
  detected: string | null;
  differs: boolean | null;
  document: Json;
  first_seen: At;
}

interface ComponentCountTable {
  component: number;
  uses: number;
  products: number;
  versions: number;
}

interface ComponentUnitTable {
  component: number;
  unit: string;
  uses: number;
  products: number;
}

interface UseFacts {
  version: number;
  place: number;
  component: number;
  product: string | null;
  search: string;
  /** Index in `scopes`. */
  scope: number;
  direct: boolean | null;
  depth: number | null;
  /** Index in `outcomesOfUses`. */
  outcome: number;
  manifests: Json;
  path: string[] | null;
}

interface UseTable extends UseFacts {
  id: Generated<number>;
  first_seen: At;
  gone_at: MaybeAt;
}

interface FindingFacts {
  id: string;
  rule: string;
  area: string;
  kind: string;
  subject: string;
  label: string;
  search: string;
  product: string | null;
  unit: string | null;
  repository: string | null;
  component: number | null;
  outcome: number;
  because: string;
  mode: string;
  lane: string | null;
  owner: string | null;
  waiver: MaybeJson;
  age: string | null;
  due: MaybeAt;
  detail: number;
  evidence: Json;
}

interface FindingTable extends FindingFacts {
  first_seen: At;
  /** Null while it is there: the last judgement saw it. */
  last_seen: MaybeAt;
  changed_at: MaybeAt;
  /** The outcome before it changed. */
  before: number | null;
  gone_at: MaybeAt;
  returned_at: MaybeAt;
}

interface DetailTable {
  id: Generated<number>;
  digest: string;
  document: Json;
}

interface ObligationTable {
  id: string;
  product: string;
  unit: string | null;
  kind: string;
  license: string;
  state: string;
  owner: string | null;
  due: string | null;
  document: Json;
  versions: number[];
  first_seen: At;
  gone_at: MaybeAt;
}

interface VulnerabilityTable {
  id: string;
  severity: string;
  exploited: boolean;
  document: Json;
  first_seen: At;
  gone_at: MaybeAt;
}

interface VulnerabilityVersionTable {
  vulnerability: string;
  version: number;
  open: boolean;
  document: Json;
}

export interface ResultTables {
  generation: { one: Generated<boolean>; number: number };
  results: ResultTable;
  judgements: JudgementTable;
  products: ProductTable;
  repositories: RepositoryTable;
  places: PlaceTable;
  components: ComponentTable;
  versions: VersionTable;
  component_counts: ComponentCountTable;
  version_counts: { version: number; uses: number };
  component_units: ComponentUnitTable;
  uses: UseTable;
  staged_uses: UseFacts & { result: number };
  staged_outcomes: { staging: number; use: number; outcome: number };
  findings: FindingTable;
  staged_findings: FindingFacts & { result: number };
  finding_details: DetailTable;
  obligations: ObligationTable;
  vulnerabilities: VulnerabilityTable;
  vulnerability_versions: VulnerabilityVersionTable;
}
