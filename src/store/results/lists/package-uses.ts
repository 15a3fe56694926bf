// In which products packages are used, as far as somebody sees.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { type Units, visible } from "./visible.ts";

export interface PackageUses {
  /** Package URL without version. */
  readonly purl: string;
  /** Absent: of repositories that belong to no product. */
  readonly product?: string;
  readonly uses: number;
}

/** A line for each product in which one of these packages (package URLs without version) is used. */
export async function packageUses(db: Kysely<Tables>, purls: readonly string[], units: Units): Promise<readonly PackageUses[]> {
  const { rows } = await sql<{ purl: string; product: string | null; uses: number }>`
    select c.purl, u.product, count(*)::integer as uses from components c join uses u on u.component = c.id join places p on p.id = u.place
    where c.purl = any(${[...purls]}::text[]) and u.gone_at is null and ${visible(sql`p.unit`, units)} group by c.purl, u.product`.execute(
    db,
  );
  return rows.map(({ purl, product, uses }) => ({ purl, uses, ...(product === null ? {} : { product }) }));
}
