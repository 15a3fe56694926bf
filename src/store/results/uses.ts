// Uses of components: brought in beside what is there, then compared with it: what is new is added, what changed is changed, what is missing is gone.
import { type Kysely, sql } from "kysely";
import { AllmendError } from "#kit";
import { type ResultComponent, type ResultUse, type ScanResult, usageId } from "#scan";
import type { Tables } from "../database/tables.ts";
import { outcomeCode, scopes, type StoredOutcome } from "./codes.ts";
import type { KnownVersion } from "./dictionary.ts";
import { type Place, placeKey, savePlaces } from "./places.ts";
import { batches, rowsOf } from "./rows.ts";
import type { Covers } from "./save.ts";

const BATCH = 10_000;
const COLUMNS =
  "version integer, place integer, component integer, product text, search text, scope smallint, direct boolean, depth smallint, outcome smallint, manifests jsonb, path text[]";
const NAMES = "version, place, component, product, search, scope, direct, depth, outcome, manifests, path";

/** What of a result tells of uses. */
type Told = Pick<ScanResult, "uses" | "verdicts"> & { readonly program: Pick<ScanResult["program"], "organization"> };

export interface StageOptions {
  /** Number under which they are brought in. */
  readonly id: number;
  /** Numbers of repositories, by name. */
  readonly repositories: ReadonlyMap<string, number>;
  /** The outcome of a use of which no verdict speaks. */
  readonly unsaid?: StoredOutcome;
}

/** A component as a use of it needs it. */
export interface Used {
  readonly component: ResultComponent;
  readonly version: KnownVersion;
}

/** Brings some uses in; `used` gives the component of each, by its index in the result. */
export type StageUses = (uses: Iterable<ResultUse>, used: (component: number) => Used | undefined) => Promise<void>;

/** Numbers the places of all uses; gives what brings them in, all at once or in portions of which none has a use that another has too. */
export async function usesStage(
  db: Kysely<Tables>,
  told: Told,
  { id, repositories, unsaid = "not-applicable" }: StageOptions,
): Promise<StageUses> {
  const units = new Map(told.program.organization.products.map((product) => [product.id, product.unit]));
  const places = await savePlaces(db, placesIn(told.uses, repositories), (product) =>
    product === undefined ? undefined : units.get(product),
  );
  const outcomes = new Map(told.verdicts.map(({ subject, outcome }) => [subject, outcome]));
  const outcomeFor = (use: ResultUse, component: ResultComponent) =>
    outcomes.size === 0 ? unsaid : (outcomes.get(usageId(use, component)) ?? unsaid);
  return async (uses, used) => {
    for (const batch of batches(
      rowsIn(uses, used, (use) => placeIn(use, repositories, places), outcomeFor),
      BATCH,
    )) {
      await sql`insert into staged_uses (result, ${sql.raw(NAMES)})
        select ${id}, ${sql.raw(NAMES)} from ${rowsOf(batch, COLUMNS)}`.execute(db);
    }
  };
}

type Numbers = ReadonlyMap<string, number>;

function placeOf({ product, deliverable, repository: name }: ResultUse, repositories: Numbers): Place | undefined {
  const repository = repositories.get(name);
  if (repository === undefined) return undefined;
  return { ...(product === undefined ? {} : { product }), ...(deliverable === undefined ? {} : { deliverable }), repository };
}

function placesIn(uses: readonly ResultUse[], repositories: Numbers): Place[] {
  const found = new Map<string, Place>();
  for (const use of uses) {
    const place = placeOf(use, repositories);
    if (place) found.set(placeKey(place), place);
  }
  return [...found.values()];
}

function placeIn(use: ResultUse, repositories: Numbers, places: Numbers): number | undefined {
  const place = placeOf(use, repositories);
  return place && places.get(placeKey(place));
}

function* rowsIn(
  uses: Iterable<ResultUse>,
  used: (component: number) => Used | undefined,
  placeOf: (use: ResultUse) => number | undefined,
  outcomeFor: (use: ResultUse, component: ResultComponent) => StoredOutcome,
): Generator<object> {
  // A document of others may name a use twice.
  const seen = new Set<string>();
  for (const use of uses) {
    const found = used(use.component);
    const place = placeOf(use);
    if (!found || place === undefined || seen.has(`${found.version.id} ${place}`)) continue;
    const { component, version } = found;
    seen.add(`${version.id} ${place}`);
    yield {
      version: version.id,
      place,
      component: version.component,
      product: use.product,
      search: version.search,
      scope: scopes.indexOf(use.scope),
      direct: use.direct,
      depth: use.path?.length,
      outcome: outcomeCode(outcomeFor(use, component)),
      manifests: use.manifests,
      path: use.path,
    };
  }
}

interface MergeOptions {
  readonly repositories: readonly number[];
  readonly covers: Covers;
  readonly at: Date;
  /** `kept`: what was brought in was not judged, so what the last judgement said holds until the next. */
  readonly outcomes?: "told" | "kept";
}

/** What was brought in becomes what is known of these repositories. Throws AllmendError `result-overtaken` where one of them is no more. */
export async function mergeUses(tx: Kysely<Tables>, id: number, { repositories, covers, at, outcomes }: MergeOptions): Promise<void> {
  await holdPlaces(tx, id);
  await changeUses(tx, id, outcomes ?? "told");
  await sql`insert into uses (${sql.raw(NAMES)}, first_seen) select ${sql.raw(NAMES)}, ${at} from staged_uses s where result = ${id}
    and not exists (select 1 from uses u where u.version = s.version and u.place = s.place) order by version, place`.execute(tx);
  if (covers === "everything") await leaveRepositories(tx, repositories, at);
  const scanned = sql`select p.id from places p join repositories r on r.id = p.repository where r.kind <> 'sbom'`;
  const here = sql`select id from places where repository = any(${[...repositories]}::integer[])`;
  await sql`update uses set gone_at = ${at} where gone_at is null and place in (${covers === "everything" ? scanned : here})
    and not exists (select 1 from staged_uses s where s.result = ${id} and s.version = uses.version and s.place = uses.place)`.execute(tx);
}

/** Places go with a repository whose first result failed. Asked once for all uses, not by the database for each. */
async function holdPlaces(tx: Kysely<Tables>, id: number): Promise<void> {
  const lost = await sql`with held as materialized
      (select id from places where id in (select place from staged_uses where result = ${id}) for key share)
    select 1 from staged_uses where result = ${id} and place not in (select id from held) limit 1`.execute(tx);
  if (lost.rows.length === 0) return;
  throw new AllmendError("result-overtaken", "conflict", "a repository of this result was taken back while the result came in", {
    hint: "Send it again.",
  });
}

/** Those that are known already, as far as they are another now. */
async function changeUses(tx: Kysely<Tables>, id: number, outcomes: "told" | "kept"): Promise<void> {
  const outcome = outcomes === "kept" ? sql`uses.outcome` : sql`s.outcome`;
  await sql`update uses set scope = s.scope, direct = s.direct, depth = s.depth, outcome = ${outcome}, manifests = s.manifests, path = s.path,
      gone_at = null
    from staged_uses s where s.result = ${id} and s.version = uses.version and s.place = uses.place
      and (uses.gone_at is not null or (uses.scope, uses.direct, uses.depth, uses.outcome, uses.manifests, uses.path)
        is distinct from (s.scope, s.direct, s.depth, ${outcome}, s.manifests, s.path))`.execute(tx);
}

async function leaveRepositories(tx: Kysely<Tables>, repositories: readonly number[], at: Date): Promise<void> {
  await sql`update repositories set gone_at = ${at} where gone_at is null and kind <> 'sbom'
    and not id = any(${[...repositories]}::integer[])`.execute(tx);
}
