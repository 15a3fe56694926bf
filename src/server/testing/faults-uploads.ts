// A pipeline that sends results while its server is killed: what it was told is kept must be there, whole and once.
import { sql } from "kysely";
import { sampleResult } from "#publish/testing";
import type { ScanResult } from "#scan";
import type { Database } from "#store";

export interface Uploaded {
  /** Number of the result, as the server told it. */
  readonly result: number;
  readonly round: number;
}

/** Components in each result: as many as a small repository has, and more than one statement brings. */
const COMPONENTS = 300;

function nameOf(round: number, index: number): string {
  return `upload-${round}-${index}`;
}

/** A result in which every component is named after the round: what of an older one is left over is seen. */
export function resultOf(round: number): ScanResult {
  const [like] = sampleResult.components;
  const [use] = sampleResult.uses;
  if (!like || !use) throw new Error("the sample has no components");
  const components = Array.from({ length: COMPONENTS }, (_, index) => {
    const name = nameOf(round, index);
    return { ...like, purl: `pkg:npm/${name}@1.0.0`, type: "npm", name, version: "1.0.0" };
  });
  return {
    ...sampleResult,
    components: components.toSorted((a, b) => (a.purl < b.purl ? -1 : 1)),
    uses: components.map((_, component) => ({ ...use, component })),
    findings: [],
    verdicts: [],
    obligations: [],
    vulnerabilities: [],
  };
}

/** What of the acknowledged uploads is not there, and what is there other than once. */
export async function uploadsJudged({ sql: db }: Database, uploads: readonly Uploaded[]): Promise<{ lost: string[]; twice: string[] }> {
  const kept = new Set((await db.selectFrom("results").select("id").where("kept", "=", true).execute()).map(({ id }) => id));
  const lost = uploads.filter(({ result }) => !kept.has(result)).map(({ result }) => `result ${result}`);
  const { rows } = await sql<{ round: string; uses: number; versions: number }>`
    select split_part(c.name, '-', 2) as round, count(*)::integer as uses, count(distinct u.version)::integer as versions
    from uses u join versions v on v.id = u.version join components c on c.id = v.component
    where u.gone_at is null and c.name like 'upload-%' group by 1`.execute(db);
  const last = uploads.at(-1);
  if (!last) return { lost, twice: [] };
  const [current, ...others] = rows;
  // One that was not acknowledged may have come in after the last one that was.
  if (!current || Number(current.round) < last.round) lost.push(`uses of round ${last.round}`);
  if (current && current.versions !== COMPONENTS) lost.push(`${COMPONENTS - current.versions} uses of round ${current.round}`);
  const twice = others.map(({ round }) => `uses of round ${round} beside those of ${current?.round}`);
  if (current && current.uses !== current.versions) twice.push(`uses of round ${current.round}`);
  return { lost, twice };
}
