// Uses of components: brought in beside what is there, then compared with it: what is new is added, what changed is changed, what is missing is gone.
import { type Kysely, sql } from "kysely";
import { type ResultUse, type ScanResult, usageId } from "#scan";
import type { Tables } from "../database/tables.ts";
import { outcomeCode, scopes, type StoredOutcome } from "./codes.ts";
import type { Dictionary } from "./dictionary.ts";
import { type Place, placeKey, savePlaces } from "./places.ts";
import { batches, rowsOf } from "./rows.ts";
import type { Covers } from "./save.ts";

export interface Known {
  readonly dictionary: Dictionary;
  readonly repositories: ReadonlyMap<string, number>;
}

const BATCH = 10_000;
const COLUMNS =
  "version integer, place integer, component integer, product text, search text, scope smallint, direct boolean, depth smallint, outcome smallint, manifests jsonb, path text[]";
const NAMES = "version, place, component, product, search, scope, direct, depth, outcome, manifests, path";

/** What of a result tells of uses. */
type Told = Pick<ScanResult, "uses" | "components" | "verdicts"> & { readonly program: Pick<ScanResult["program"], "organization"> };

/** `unsaid`: the outcome of a use of which no verdict speaks. */
export async function stageUses(
  db: Kysely<Tables>,
  result: Told,
  id: number,
  known: Known,
  unsaid: StoredOutcome = "not-applicable",
): Promise<void> {
  const units = new Map(result.program.organization.products.map((product) => [product.id, product.unit]));
  const places = await savePlaces(db, placesIn(result.uses, known), (product) => (product === undefined ? undefined : units.get(product)));
  const outcomes = new Map(result.verdicts.map(({ subject, outcome }) => [subject, outcome]));
  for (const batch of batches(
    rowsIn(result, known, places, (subject) => outcomes.get(subject) ?? unsaid),
    BATCH,
  )) {
    await sql`insert into staged_uses (result, ${sql.raw(NAMES)})
      select ${id}, ${sql.raw(NAMES)} from ${rowsOf(batch, COLUMNS)}`.execute(db);
  }
}

function* placesOf(uses: readonly ResultUse[], { repositories }: Known): Generator<Place> {
  for (const { product, deliverable, repository: name } of uses) {
    const repository = repositories.get(name);
    if (repository === undefined) continue;
    yield { ...(product === undefined ? {} : { product }), ...(deliverable === undefined ? {} : { deliverable }), repository };
  }
}

function placesIn(uses: readonly ResultUse[], known: Known): Place[] {
  const found = new Map<string, Place>();
  for (const place of placesOf(uses, known)) found.set(placeKey(place), place);
  return [...found.values()];
}

function* rowsIn(
  { components, uses }: Told,
  known: Known,
  places: ReadonlyMap<string, number>,
  outcomeFor: (subject: string) => StoredOutcome,
): Generator<object> {
  // A document of others may name a use twice.
  const seen = new Set<string>();
  for (const use of uses) {
    const component = components[use.component];
    const version = known.dictionary.versions[use.component];
    const [where] = placesOf([use], known);
    const place = where && places.get(placeKey(where));
    if (!component || !version || place === undefined || seen.has(`${version.id} ${place}`)) continue;
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
      outcome: outcomeCode(outcomeFor(usageId(use, component))),
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

/** What was brought in becomes what is known of these repositories. */
export async function mergeUses(tx: Kysely<Tables>, id: number, { repositories, covers, at, outcomes }: MergeOptions): Promise<void> {
  const outcome = outcomes === "kept" ? sql`uses.outcome` : sql`excluded.outcome`;
  await sql`insert into uses (${sql.raw(NAMES)}, first_seen) select ${sql.raw(NAMES)}, ${at} from staged_uses where result = ${id}
    on conflict (version, place) do update set scope = excluded.scope, direct = excluded.direct, depth = excluded.depth, outcome = ${outcome},
      manifests = excluded.manifests, path = excluded.path, gone_at = null
    where uses.gone_at is not null or (uses.scope, uses.direct, uses.depth, uses.outcome, uses.manifests, uses.path)
      is distinct from (excluded.scope, excluded.direct, excluded.depth, ${outcome}, excluded.manifests, excluded.path)`.execute(tx);
  if (covers === "everything") await leaveRepositories(tx, repositories, at);
  const scanned = sql`select p.id from places p join repositories r on r.id = p.repository where r.kind <> 'sbom'`;
  const here = sql`select id from places where repository = any(${[...repositories]}::integer[])`;
  await sql`update uses set gone_at = ${at} where gone_at is null and place in (${covers === "everything" ? scanned : here})
    and not exists (select 1 from staged_uses s where s.result = ${id} and s.version = uses.version and s.place = uses.place)`.execute(tx);
}

async function leaveRepositories(tx: Kysely<Tables>, repositories: readonly number[], at: Date): Promise<void> {
  await sql`update repositories set gone_at = ${at} where gone_at is null and kind <> 'sbom'
    and not id = any(${[...repositories]}::integer[])`.execute(tx);
}
