// What the rules say to a case, from what the office knows at this moment.
import type { Kysely } from "kysely";
import type { CaseState, Judgement } from "#decisions";
import type { CaseKind, Program } from "#program";
import { type AskedResult, type ContributorKnown, judgeContribution, judgeUse, recordsAbout } from "#scan";
import { componentsNamed, currentResult, generation, type Tables } from "#store";

/** Everything that is known but the components, which a question brings for itself. */
export type KnownResults = (sql: Kysely<Tables>) => Promise<AskedResult | undefined>;

/** Reads it again only where results changed. */
export function knownResults(): KnownResults {
  let kept: { readonly number: number; readonly result: AskedResult | undefined } | undefined;
  return async (sql) => {
    const number = await generation(sql);
    if (kept?.number !== number) kept = { number, result: await currentResult(sql) };
    return kept.result;
  };
}

/** The result in which a component can be judged, by this program, at this moment. */
export async function resultAbout(
  sql: Kysely<Tables>,
  known: KnownResults,
  program: Program,
  now: string,
  purl: string,
): Promise<AskedResult> {
  const last = (await known(sql)) ?? NOTHING;
  const about = purl === "" ? {} : await componentsNamed(sql, purl);
  return { ...last, ...about, program: recordsFor(program, purl), now };
}

/** A program with no more records than a question about one component needs. */
export function recordsFor(program: Program, purl: string): Program {
  return { ...program, records: recordsAbout(program.records, purl) };
}

/** Before the first run: the rules and what is asked for are known, and nothing else. */
const NOTHING = {
  repositories: [],
  components: [],
  uses: [],
  upstreams: { projects: [], cloneFirst: [] },
  deliveries: [],
  vulnerabilities: [],
};

/** `about`: the result in which a component can be judged. */
export async function judge(
  about: (purl: string) => Promise<AskedResult>,
  kind: CaseKind,
  state: CaseState,
  who: ContributorKnown,
  policy: string,
): Promise<Judgement> {
  if (kind.about === undefined) return { lanes: [], because: [], policy };
  const component = state.fields["component"];
  if (kind.about === "usage") return judgeUse(await about(typeof component === "string" ? component : ""), kind, state.fields);
  return (await judgeContribution(await about(""), state.id, state.fields, who)).judgement;
}
