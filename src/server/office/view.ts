// One case with everything that whoever decides needs in front of them: what is known, what the policy says, how it was decided before, what is different.
import { type CaseState, dueOf } from "#decisions";
import type { CaseKind, FieldValue, LocalText, Program } from "#program";
import { askUse, withoutVersion } from "#scan";
import { listCases, namesOf, readCase, type ReadCase } from "#store";
import type { Actor } from "./actions.ts";
import { resultAbout } from "./judging.ts";
import { titleOf } from "./card.ts";
import type { Office } from "./office.ts";
import { type Ways, waysOf } from "./ways.ts";

export interface CaseView {
  readonly case: CaseState;
  readonly title: string;
  readonly version: number;
  readonly unit?: string;
  readonly events: ReadCase["events"];
  readonly due: ReturnType<typeof dueOf>;
  /** Rules that spoke, with the sentence of the policy above each. */
  readonly rules: readonly RuleSaid[];
  /** What runs know of the component now. */
  readonly component?: Awaited<ReturnType<typeof componentNow>>;
  /** How the same and the like were decided before, the newest first. */
  readonly precedents: readonly Precedent[];
  /** What differs from how the component was asked for last. */
  readonly differs?: { readonly from: string; readonly fields: readonly Difference[] };
  /** Lanes in which whoever asks can vote, and for whom. */
  readonly seats: readonly { readonly lane: string; readonly for?: string }[];
  readonly ways: Ways;
  /** Of the people in it, by id. */
  readonly names: Readonly<Record<string, string>>;
}

interface RuleSaid {
  readonly rule: string;
  readonly area: string;
  readonly sentence?: LocalText;
  readonly remedy?: LocalText;
}

interface Precedent {
  readonly id: string;
  readonly title: string;
  readonly outcome?: string;
  readonly phase: string;
  readonly changedAt: string;
  readonly product?: string;
  readonly conditions: readonly string[];
  /** The sentences of rules that decided, what people wrote otherwise. */
  readonly because: readonly LocalText[];
}

interface Difference {
  readonly field: string;
  readonly before?: FieldValue;
  readonly now?: FieldValue;
}

export async function viewOf(office: Office, found: ReadCase, actor: Actor): Promise<CaseView> {
  const { program } = await office.program();
  const { sql } = office.database;
  const ours = await office.stored(sql, program);
  const kind = ours.cases?.find((each) => each.kind === found.kind);
  const { state } = found;
  const now = office.clock().toISOString();
  const precedents = await precedentsOf(office, found, ours);
  const component = state.fields["component"];
  const last = precedents.find(({ phase }) => phase !== "draft" && phase !== "withdrawn");
  const before = last && (await readCase(sql, last.id))?.state;
  return {
    case: state,
    title: kind ? titleOf(kind, state) : state.id,
    version: found.version,
    ...(found.unit === undefined ? {} : { unit: found.unit }),
    events: found.events,
    due: kind ? dueOf(kind, state, now) : [],
    rules: rulesSaid(state, ours),
    ...(kind?.about === "usage" && typeof component === "string"
      ? { component: await componentNow(office, ours, state, component, now) }
      : {}),
    precedents,
    ...(before ? { differs: { from: before.id, fields: differences(before, state) } } : {}),
    seats: kind ? seatsOf(kind, state, actor) : [],
    ways: kind ? waysOf(kind, state, actor, now) : NOWHERE,
    names: await namesOf(sql, peopleNamed(found)),
  };
}

/** Of a kind that the program does not know any more. */
const NOWHERE: Ways = {
  change: false,
  submit: false,
  answer: false,
  withdraw: false,
  escalate: false,
  replace: false,
  moves: [],
  clocks: [],
  later: [],
  ask: [],
};

function peopleNamed({ events, people, state }: ReadCase): string[] {
  return [...new Set([...people, ...events.map(({ event }) => event.by), ...(state.outcome?.by ?? [])])];
}

function rulesSaid({ judged }: CaseState, { policies }: Program): RuleSaid[] {
  const rules = new Map(policies.flatMap((policy) => policy.rules.map((rule) => [rule.id, rule] as const)));
  return [...new Set([...(judged?.findings ?? []).map(({ rule }) => rule), ...(judged?.because ?? [])])].flatMap((id) => {
    const rule = rules.get(id);
    if (!rule) return [];
    const { area, statement, remedy } = rule;
    return [{ rule: id, area, sentence: statement, ...(remedy ? { remedy } : {}) }];
  });
}

/** Facts as they are now, which may be others than when it was judged. */
async function componentNow(office: Office, program: Program, { fields }: CaseState, purl: string, now: string) {
  const result = await resultAbout(office.database.sql, office.known, program, now, purl);
  const product = fields["product"];
  const { component, seen, verdicts, obligations, compatibility } = await askUse(result, {
    purl,
    ...(typeof product === "string" ? { product } : {}),
    ...(typeof fields["license"] === "string" && fields["license"] !== "" ? { license: fields["license"] } : {}),
  });
  return {
    component,
    seen,
    verdicts: verdicts.map(({ subject, outcome }) => ({ subject, outcome })),
    obligations,
    compatibility,
    versions: result.components.map((each) => each.purl),
    uses: result.uses.length,
    vulnerabilities: result.vulnerabilities.map(({ id, severity, exploited }) => ({
      id,
      severity,
      ...(exploited === undefined ? {} : { exploited }),
    })),
  };
}

/** Cases of the same component in any version, and of the same subject where it is no component. */
async function precedentsOf({ database: { sql } }: Office, { state, kind }: ReadCase, { policies }: Program): Promise<Precedent[]> {
  const component = state.fields["component"];
  const text = typeof component === "string" ? withoutVersion(component) : undefined;
  if (text === undefined) return [];
  const { cases } = await listCases(sql, { text, kinds: [kind], order: "changed", limit: 20 });
  const others = cases.filter(({ id, component: of }) => id !== state.id && of !== undefined && withoutVersion(of) === text).slice(0, 10);
  const read = await Promise.all(others.map(({ id }) => readCase(sql, id)));
  const sentences = new Map(policies.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule.statement] as const)));
  return others.map(({ id, title, phase, outcome, changedAt, product }, index) => ({
    id,
    title,
    phase,
    changedAt,
    ...(outcome === undefined ? {} : { outcome }),
    ...(product === undefined ? {} : { product }),
    conditions: read[index]?.state.outcome?.conditions ?? [],
    because: (read[index]?.state.outcome?.because ?? []).map((reason) => sentences.get(reason) ?? { en: reason, de: reason }),
  }));
}

function differences(before: CaseState, now: CaseState): Difference[] {
  const ids = [...new Set([...Object.keys(before.fields), ...Object.keys(now.fields)])].sort();
  return ids
    .filter((id) => JSON.stringify(before.fields[id]) !== JSON.stringify(now.fields[id]))
    .map((field) => {
      const [was, is] = [before.fields[field], now.fields[field]];
      return { field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { now: is }) };
    });
}

/** Lanes in which somebody can vote now, and for whom. */
export function seatsOf(kind: CaseKind, state: CaseState, { id }: Pick<Actor, "id">): { lane: string; for?: string }[] {
  const apart = [state.requester, state.opener, ...kind.alsoApart.map((field) => String(state.fields[field] ?? ""))];
  if (apart.includes(id)) return [];
  if (state.phase === "escalated") return state.escalation?.members.includes(id) ? [{ lane: "escalation" }] : [];
  if (state.phase !== "review") return [];
  return state.lanes
    .filter(({ outcome, votes }) => outcome === undefined && !votes.some(({ by, seat }) => by === id || seat === id))
    .flatMap(({ id: lane, members, deputies, votes }) => {
      if (members.includes(id)) return [{ lane }];
      if (!deputies.includes(id)) return [];
      const free = members.filter((member) => !votes.some(({ seat }) => seat === member));
      const away = state.absences.filter(({ until }) => until > state.at).map(({ person }) => person);
      return free.filter((member) => apart.includes(member) || away.includes(member)).map((member) => ({ lane, for: member }));
    });
}
