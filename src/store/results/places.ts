// Where components are used: products with their deliverables, and the repositories that they are made from.
import { type Kysely, sql } from "kysely";
import type { Product } from "#program";
import type { ResultRepository, ScanResult } from "#scan";
import type { Tables } from "../database/tables.ts";
import { batches, rowsOf, storableJson } from "./rows.ts";
import type { Covers } from "./save.ts";
import { zipped } from "./zipped.ts";

/** Products as the program of a result names them. One that is named no more is gone. Tells whether uses belong to another unit than before. */
export async function saveProducts(
  db: Kysely<Tables>,
  { program }: { readonly program: Pick<ScanResult["program"], "organization"> },
  at: Date,
  covers: Covers,
): Promise<boolean> {
  const { products } = program.organization;
  let moved = false;
  for (const product of products) if (await saveProduct(db, product, at)) moved = true;
  const named = products.map(({ id }) => id);
  if (covers === "repositories") return moved;
  let gone = db.updateTable("products").set({ gone_at: at }).where("gone_at", "is", null);
  if (named.length > 0) gone = gone.where("id", "not in", named);
  await gone.execute();
  return moved;
}

async function saveProduct(db: Kysely<Tables>, product: Product, at: Date): Promise<boolean> {
  const { position: _position, ...document } = product;
  const facts = {
    name: storableJson(product.name),
    unit: product.unit ?? null,
    owner: product.owner ?? null,
    criticality: product.criticality,
    document: storableJson(document),
    gone_at: null,
  };
  await db
    .insertInto("products")
    .values({ id: product.id, ...facts, first_seen: at })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(facts))
    .execute();
  const places =
    await sql`update places set unit = ${facts.unit} where product = ${product.id} and unit is distinct from ${facts.unit}`.execute(db);
  return (places.numAffectedRows ?? 0n) > 0n;
}

/** Numbers of the repositories of a result, by name. New ones get theirs, and are seen once the result is. */
export async function numberRepositories(
  db: Kysely<Tables>,
  { repositories }: Pick<ScanResult, "repositories">,
  result: number,
  at: Date,
): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  for (const batch of batches(repositories, 500)) {
    const names = batch.map(({ id }) => id);
    const rows = batch.map((repository) => ({ ...repositoryRow(repository, result, at), first_seen: at, gone_at: at }));
    await db
      .insertInto("repositories")
      .values(rows)
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
    for (const { id, name } of await db.selectFrom("repositories").select(["id", "name"]).where("name", "in", names).execute())
      numbers.set(name, id);
  }
  return numbers;
}

/** What this run says of its repositories. */
export async function saveRepositories(
  db: Kysely<Tables>,
  { repositories }: Pick<ScanResult, "repositories">,
  result: number,
  at: Date,
): Promise<void> {
  for (const repository of repositories) {
    const { name, ...facts } = repositoryRow(repository, result, at);
    await db
      .updateTable("repositories")
      .set({ ...facts, gone_at: null })
      .where("name", "=", name)
      .execute();
  }
}

function repositoryRow(repository: ResultRepository, result: number, at: Date) {
  return {
    name: repository.id,
    kind: repository.kind,
    commit: repository.commit ?? null,
    origin: repository.origin ?? null,
    products: [...repository.products],
    document: zipped(repository),
    result,
    last_seen: at,
  };
}

export interface Place {
  readonly product?: string;
  readonly deliverable?: string;
  readonly repository: number;
}

export function placeKey({ product, deliverable, repository }: Place): string {
  return `${product ?? ""}\n${deliverable ?? ""}\n${repository}`;
}

/** Numbers of places, by `placeKey`. */
export async function savePlaces(
  db: Kysely<Tables>,
  places: readonly Place[],
  unitOf: (product: string | undefined) => string | undefined,
): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  for (const batch of batches(places, 2000)) {
    const rows = batch.map((place) => ({ ...place, unit: unitOf(place.product) }));
    const given = rowsOf(rows, "product text, deliverable text, repository integer, unit text");
    await sql`insert into places (product, deliverable, repository, unit) select product, deliverable, repository, unit from ${given}
      on conflict do nothing`.execute(db);
    const found = await sql<{ id: number; product: string | null; deliverable: string | null; repository: number }>`
      select p.id, p.product, p.deliverable, p.repository from places p join ${given}
      on r.repository = p.repository and r.product is not distinct from p.product and r.deliverable is not distinct from p.deliverable`.execute(
      db,
    );
    for (const { id, product, deliverable, repository } of found.rows) {
      numbers.set(placeKey({ ...(product === null ? {} : { product }), ...(deliverable === null ? {} : { deliverable }), repository }), id);
    }
  }
  return numbers;
}
