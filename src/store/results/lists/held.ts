// What a product holds, as the digest of its inventory and the guards of a release ask: each use with its licence and where it was read.
import { type Kysely, sql } from "kysely";
import type { Held } from "#scan";
import type { Tables } from "../../database/tables.ts";
import { scopes } from "../codes.ts";

interface Row {
  readonly version: number;
  readonly purl: string;
  readonly license: string | null;
  readonly deliverable: string | null;
  readonly scope: number;
  readonly manifests: readonly { readonly path: string }[];
}

export async function heldInProduct(db: Kysely<Tables>, product: string): Promise<Held> {
  const { rows } = await sql<Row>`select u.version, v.purl, v.license, p.deliverable, u.scope, u.manifests
    from uses u join versions v on v.id = u.version join places p on p.id = u.place
    where u.product = ${product} and u.gone_at is null`.execute(db);
  const positions = new Map<number, number>();
  const components: Held["components"][number][] = [];
  const uses = rows.map(({ version, purl, license, deliverable, scope, manifests }) => {
    const component = positions.get(version) ?? components.push({ purl, ...(license === null ? {} : { license }) }) - 1;
    positions.set(version, component);
    return { component, product, ...(deliverable === null ? {} : { deliverable }), scope: scopes[scope] ?? "production", manifests };
  });
  return { components, uses };
}
