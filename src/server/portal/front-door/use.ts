// May I use it? Judged by the program in force, for the version that is meant, with what is known of it now.
import { formatPurl, parsePurl } from "#kit";
import { portalPages, type UseAnswered } from "#publish";
import { checks } from "#scan";
import { type ComponentItem, versionMeant, versionNamed } from "#store";
import type { Deps } from "../../deps.ts";
import { recordsFor } from "../../office/judging.ts";
import { officeFor } from "../../routes/cases/acting.ts";
import { standingOf } from "../standing.ts";
import type { FoundComponents } from "./components.ts";
import type { Looking } from "./question.ts";

export interface AnswerForUse extends UseAnswered {
  readonly purl: string;
  readonly name: string;
  /** Its number, where one sees a use of it. */
  readonly component?: number;
  readonly product?: string;
}

/** What may be used: a version that is known, or one that is named by its package URL. */
export async function answerFor(looking: Looking, { meant }: FoundComponents): Promise<AnswerForUse | undefined> {
  const { deps, program, asked, lang, product } = looking;
  const purl = await purlMeant(looking, meant);
  const parsed = purl === undefined ? undefined : parsePurl(purl);
  if (purl === undefined || !parsed) return undefined;
  const { sql } = deps.database;
  const office = officeFor(deps);
  // What only other units use is as if nobody had seen it.
  const [last, about] = await Promise.all([office.known(sql), meant ? versionNamed(sql, purl) : NOTHING]);
  const { checkUse } = await checks();
  const now = deps.clock().toISOString();
  const judged = { ...(last ?? NEVER), ...about, program: recordsFor(program, purl), now };
  const found = await checkUse(purl, judged, product === undefined ? {} : { product });
  const answer = { ...found, seen: about.components.length > 0 ? ("version" as const) : meant ? ("component" as const) : ("no" as const) };
  const { useAnswer } = await portalPages();
  const name = parsed.namespace === undefined ? parsed.name : `${parsed.namespace}/${parsed.name}`;
  const counted = await vulnerabilitiesKnown(deps, about, product);
  const known = {
    answer,
    program,
    what: `${name} ${parsed.version ?? asked.version ?? ""}`.trim(),
    products: meant?.products ?? 0,
    ...(product === undefined ? {} : { product }),
    ...(counted === undefined ? {} : { vulnerabilities: counted }),
  };
  return {
    ...useAnswer(known, lang),
    purl,
    name,
    ...(meant ? { component: meant.id } : {}),
    ...(product === undefined ? {} : { product }),
  };
}

const NOTHING = { components: [], uses: [], vulnerabilities: [] };
/** Before the first run: the rules are known, and nothing else. */
const NEVER = { ...NOTHING, repositories: [], upstreams: { projects: [], cloneFirst: [] }, deliveries: [] };

async function purlMeant({ deps, caller, asked }: Looking, meant: ComponentItem | undefined): Promise<string | undefined> {
  const written = asked.purl === undefined ? undefined : parsePurl(asked.purl);
  if (written?.version !== undefined && written.version !== "") return formatPurl(written);
  if (!meant) return undefined;
  const known = await versionMeant(deps.database.sql, meant.id, asked.version, caller.units);
  return known ?? (asked.version === undefined ? undefined : `${meant.purl}@${encodeURIComponent(asked.version)}`);
}

/** How many count; undefined where nobody ever looked. */
async function vulnerabilitiesKnown(
  deps: Deps,
  { vulnerabilities }: Awaited<ReturnType<typeof versionNamed>>,
  product: string | undefined,
): Promise<number | undefined> {
  const open = vulnerabilities.filter(({ affects }) =>
    affects.some((one) => one.open && (product === undefined || one.openIn.length === 0 || one.openIn.includes(product))),
  );
  if (vulnerabilities.length > 0) return open.length;
  return (await standingOf(deps)).result.inputs.imports.length > 0 ? 0 : undefined;
}
