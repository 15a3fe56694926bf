// The facts of a start page, each from where it is counted already. What somebody's page does not show is not asked.
import { join } from "node:path";
import type { Language } from "#look";
import { type Program, registerListNames } from "#program";
import type { TodayFacts } from "#publish";
import {
  caseFlow,
  type CaseFilter,
  type CaseRow,
  findingGroups,
  findingsOwned,
  findingsSince,
  generation,
  listCases,
  listJudgements,
  dutyCounts,
  listObligations,
  listPrograms,
  listVulnerabilities,
  openTasks,
  pastDeliveries,
  productFigures,
  readCase,
  readLines,
} from "#store";
import type { Caller } from "../../access/caller.ts";
import { visibleProgram } from "../../access/visible-program.ts";
import type { Deps } from "../../deps.ts";
import { onlySeenBy } from "../../routes/cases/acting.ts";
import { seesProduct, seesProducts } from "../../routes/portal/parts.ts";
import { seenEntries } from "../../routes/registers.ts";
import { frameworksOf } from "../frameworks.ts";
import { isBorrowed } from "../first-run/first-run.ts";
import { withFiguresNow } from "../figures-now.ts";
import { lookedAt, standingOf } from "../standing.ts";
import { lastCheckpoint } from "./last-checkpoint.ts";
import { type Standpoint, standpointOf } from "./capacities.ts";

const DAY = 86_400_000;
const FEW = 6;
const SOME = 50;

export async function todayFacts(deps: Deps, caller: Caller, since: Date, language: Language): Promise<TodayFacts> {
  const { sql } = deps.database;
  const { units } = caller;
  const now = deps.clock();
  const standing = await standingOf(deps);
  const program = visibleProgram(standing.result.program, caller);
  const at = standpointOf(caller, program);
  const ours = at.is.has("lead") || at.is.has("executive");
  const [cases, whole, counts, office, audit, borrowed, figures] = await Promise.all([
    casesFor(deps, caller, since, at),
    wholeFor(deps, caller),
    Promise.all([
      findingsOwned(sql, [...at.teams, caller.id], units),
      findingsSince(sql, since, units),
      pastDeliveries(sql, 12),
      openTasks(sql, [caller.id, ...at.teams], FEW),
      listPrograms(sql, 5),
    ]),
    ours ? caseFlow(sql, new Date(now.getTime() - 90 * DAY), now) : undefined,
    at.is.has("auditor") ? recordFor(deps, standing.result) : undefined,
    at.is.has("lead") ? isBorrowed(deps) : false,
    Promise.all(at.products.map((id) => productFigures(sql, id))),
  ]);
  const [owned, fresh, past, tasks, programs] = counts;
  const { dutiesOpen, ...known } = whole;
  return {
    language,
    now: now.toISOString(),
    since: since.toISOString(),
    me: caller.id,
    is: at.is,
    teams: at.teams,
    program,
    result: visibleResult(ours ? await withFiguresNow(deps, standing.result) : standing.result, caller, program),
    scanned: standing.asOf !== undefined,
    borrowed,
    ...cases,
    tasks,
    owned,
    products: at.products.map((id, index) => ({
      id,
      unknown: figures[index]?.unknownLicenses ?? 0,
      deny: sum(whole.open, (one) => one.product === id && one.outcome === "deny"),
      review: sum(whole.open, (one) => one.product === id && one.outcome === "review"),
      duties: dutiesOpen.get(id) ?? 0,
    })),
    fresh,
    programs: programs
      .filter((one) => one.at > since)
      .map((one) => ({ at: one.at.toISOString(), ...(one.why === undefined ? {} : { why: one.why }) })),
    ...known,
    past,
    ...(office ? { flow: office } : {}),
    orphans: ours ? orphansIn(program, caller) : 0,
    ...(audit ? { record: audit.record } : {}),
    affirmed: audit?.affirmed ?? [],
  };
}

function sum<Item extends { readonly count: number }>(items: readonly Item[], wanted: (item: Item) => boolean): number {
  return items.reduce((total, item) => (wanted(item) ? total + item.count : total), 0);
}

async function casesFor(deps: Deps, caller: Caller, since: Date, { is }: Standpoint) {
  const { sql } = deps.database;
  if (!caller.permissions.has("cases:read"))
    return { waiting: [], requests: [], decided: [], reports: [], purchases: [], contributions: [] };
  const find = async (filter: CaseFilter, limit = FEW, order: "changed" | "due" = "changed"): Promise<readonly CaseRow[]> =>
    (await listCases(sql, { ...onlySeenBy(caller), ...filter, order, limit })).cases;
  const open = { phases: ["submitted", "triage", "review", "waiting", "escalated"] };
  const [waiting, requests, decided, reports, purchases, contributions] = await Promise.all([
    find({ waitsFor: caller.id }, SOME),
    find({ requester: caller.id }),
    find({ requester: caller.id, decidedAfter: since }),
    is.has("security") ? find({ kinds: ["report"] }, FEW, "due") : [],
    is.has("procurement") ? find({ ...open, kinds: ["procure"] }, SOME) : [],
    is.has("community") ? find({ ...open, kinds: ["contribute"] }, SOME) : [],
  ]);
  const ask = is.has("executive") ? await askOf(deps, caller, waiting) : undefined;
  return { waiting, requests, decided, reports, purchases, contributions, ...(ask ? { ask } : {}) };
}

/** The decision that waits longest for an executive, with what the office says of it. */
async function askOf({ database }: Deps, { id }: Caller, waiting: readonly CaseRow[]): Promise<TodayFacts["ask"]> {
  const row = waiting.findLast(({ kind }) => kind === "resolve");
  const found = row && (await readCase(database.sql, row.id));
  if (!row || !found) return undefined;
  const { fields, lanes, phase } = found.state;
  const mine = lanes.find(({ outcome, members, deputies }) => outcome === undefined && [...members, ...deputies].includes(id));
  const seat = mine === undefined || mine.members.includes(id) ? undefined : mine.members[0];
  const lane = phase === "escalated" ? "escalation" : mine?.id;
  return {
    ...row,
    question: String(fields["question"] ?? row.title),
    recommendation: String(fields["recommendation"] ?? ""),
    version: found.version,
    ...(lane === undefined ? {} : { lane }),
    ...(seat === undefined ? {} : { for: seat }),
  };
}

interface Whole {
  readonly open: TodayFacts["open"];
  readonly duties: TodayFacts["duties"];
  /** How many are open, by product: all of them, however many are listed. */
  readonly dutiesOpen: ReadonlyMap<string, number>;
  readonly known: TodayFacts["known"];
  readonly vulnerabilities?: NonNullable<TodayFacts["vulnerabilities"]>;
  readonly denied?: readonly number[];
}

const kept = new WeakMap<Deps, { readonly generation: number; readonly by: Map<string, Promise<Whole>> }>();

/** Counted once for each change of what is known, for everybody who sees the same units. */
async function wholeFor(deps: Deps, { units }: Caller): Promise<Whole> {
  const number = await generation(deps.database.sql);
  let now = kept.get(deps);
  if (now?.generation !== number) kept.set(deps, (now = { generation: number, by: new Map() }));
  const key = units === "all" ? "*" : units.toSorted().join("\n");
  const known = now.by.get(key) ?? countWhole(deps, units);
  now.by.set(key, known);
  known.catch(() => now.by.delete(key));
  return known;
}

const MOST_DUTIES = 2000;
const MOST_VULNERABILITIES = 2000;

async function countWhole(deps: Deps, units: Caller["units"]): Promise<Whole> {
  const { sql } = deps.database;
  const [open, obligations, counts, vulnerable, judged, { result }] = await Promise.all([
    findingGroups(sql, units),
    listObligations(sql, { state: "open" }, units, { limit: MOST_DUTIES, named: 0 }),
    dutyCounts(sql, units),
    listVulnerabilities(sql, { open: true }, units, { limit: MOST_VULNERABILITIES }),
    units === "all" ? listJudgements(sql, 12) : [],
    standingOf(deps),
  ]);
  const severities: Record<string, number> = {};
  for (const { severity } of vulnerable.items) severities[severity] = (severities[severity] ?? 0) + 1;
  const looked = lookedAt(result, vulnerable.items.length);
  return {
    open,
    duties: obligations.items.map(({ versions: _versions, firstSeen: _seen, ...duty }) => ({ ...duty, components: [] })),
    dutiesOpen: new Map(counts.flatMap(({ product, state, count }) => (state === "open" ? [[product, count] as const] : []))),
    known: vulnerable.items.map(({ firstSeen: _seen, affects, ...one }) => ({
      ...one,
      affects: affects.map((each) => ({ ...each, component: 0 })),
    })),
    ...(looked
      ? {
          vulnerabilities: {
            open: vulnerable.items.length,
            exploited: vulnerable.items.filter(({ exploited }) => exploited !== undefined).length,
            severities,
          },
        }
      : {}),
    ...(units === "all"
      ? { denied: judged.toReversed().map(({ counts }) => counts.find(({ outcome }) => outcome === "deny")?.count ?? 0) }
      : {}),
  };
}

/** What of the standing belongs to units that somebody sees. */
function visibleResult(result: TodayFacts["result"], caller: Caller, program: Program): TodayFacts["result"] {
  if (caller.units === "all") return result;
  const [one, some] = [seesProduct(caller, result.program), seesProducts(caller, result.program)];
  const repositories = result.repositories.filter(({ products }) => some(products));
  const ids = new Set(repositories.map(({ id }) => id));
  return {
    ...result,
    program,
    repositories,
    communities: result.communities.filter(({ repository }) => ids.has(repository)),
    deliveries: result.deliveries.filter(({ subject }) =>
      subject.startsWith("product:") ? one(subject.slice("product:".length)) : ids.has(subject.replace(/^repository:/, "")),
    ),
    suppliers: [],
    measures: result.measures.filter(({ subject }) => subject === "organization"),
  };
}

function orphansIn(program: Program, caller: Caller): number {
  return registerListNames.reduce(
    (total, list) => total + seenEntries(program, list, caller).filter(({ orphan }) => orphan === true).length,
    0,
  );
}

const CONFORMANCE = /openchain/i;

async function recordFor(deps: Deps, result: TodayFacts["result"]) {
  const [last, checkpoint, frameworks] = await Promise.all([
    readLines(deps.database.sql, { limit: 1 }),
    lastCheckpoint(deps.checkpoints ?? join(deps.home, "checkpoints.jsonl")),
    frameworksOf(result.program),
  ]);
  const { portalPages } = await import("#publish");
  const { conformance } = await portalPages();
  return {
    record: { lines: last[0]?.sequence ?? 0, ...(checkpoint ? { checkpoint } : {}) },
    affirmed: conformance(
      frameworks.filter(({ id }) => CONFORMANCE.test(id)),
      result,
    ),
  };
}
