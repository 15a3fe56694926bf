// What records say beyond themselves: decisions give documents their state, memberships stand in their register, what lapsed holds no more.
import { type Curation, type DocumentState, documentStates, type Policy, type Program, type RecordEntry, type Strategy } from "../model.ts";
import { withEntries } from "../registers/lists.ts";
import type { Registers } from "../schema/registers.ts";

/** The program with more records, as if they stood in its own. */
export function withRecords(program: Program, more: readonly RecordEntry[]): Program {
  return more.length === 0 ? program : applyRecords({ ...program, records: [...program.records, ...more] });
}

/** The same again where it was applied before. */
export function applyRecords(program: Program): Program {
  const { records } = program;
  const decisions = documentDecisions(records);
  const lapsed = lapsedIds(records);
  const gone = new Set(
    records.flatMap(({ kind, id, position }) => (kind === "waiver" && id !== undefined && lapsed.has(id) ? [place(position)] : [])),
  );
  const registers = withMemberships(withEntries(program.registers, records), records, lapsed);
  const strategy = program.strategy && decided(program.strategy, decisions.get("strategy"));
  return {
    ...program,
    ...(strategy ? { strategy } : {}),
    policies: program.policies.map((policy) => decided(policy, decisions.get(`policy:${policy.area}`))),
    licenses: {
      ...program.licenses,
      waivers: program.licenses.waivers.filter(({ position }) => !gone.has(place(position))),
      curations: withCurations(program.licenses.curations, records, lapsed),
    },
    ...(registers ? { registers } : {}),
  };
}

/** Licences that were concluded by a decision, or elsewhere: they count like those in licenses.yaml, which come first. The last word on a component counts. */
function withCurations(written: readonly Curation[], records: readonly RecordEntry[], lapsed: ReadonlySet<string>): readonly Curation[] {
  const said = records.flatMap(({ kind, subject, id, at, by, data, position }): [string, Curation][] => {
    const { license, declared, because } = data;
    if (kind !== "curation" || !subject?.startsWith("pkg:") || typeof license !== "string" || (id !== undefined && lapsed.has(id)))
      return [];
    const reasons = [because].flat().filter((each) => typeof each === "string");
    return [
      [
        subject,
        {
          component: subject,
          concluded: license,
          because: reasons.join("; ") || "on record",
          on: at.slice(0, 10),
          position,
          ...(typeof declared === "string" ? { declared } : {}),
          ...(by === undefined ? {} : { by }),
        },
      ],
    ];
  });
  if (said.length === 0) return written;
  // Where records were applied before, theirs are among the written ones.
  const ours = new Set(said.map(([, { position }]) => place(position)));
  return [...written.filter(({ position }) => !ours.has(place(position))), ...new Map(said).values()];
}

function place({ file, line }: RecordEntry["position"]): string {
  return `${file}:${line}`;
}

/** Ids of what ended before its day: a record `lapse` of the same id. */
export function lapsedIds(records: readonly RecordEntry[]): ReadonlySet<string> {
  return new Set(records.flatMap(({ kind, id }) => (kind === "lapse" && id !== undefined ? [id] : [])));
}

interface DocumentDecision {
  readonly state: DocumentState;
  readonly at: string;
  readonly by: string;
}

/** What was decided of the strategy and the policies, the last of each. */
function documentDecisions(records: readonly RecordEntry[]): ReadonlyMap<string, DocumentDecision> {
  const found = new Map<string, DocumentDecision>();
  for (const { kind, subject, at, by = "", data } of records) {
    const { what, outcome, state, decidedBy } = data;
    const wanted = documentStates.find((each) => each === state);
    if (kind !== "decision" || subject === undefined || what !== "document" || outcome !== "approved" || wanted === undefined) continue;
    const before = found.get(subject);
    if (before && Date.parse(before.at) > Date.parse(at)) continue;
    found.set(subject, { state: wanted, at, by: Array.isArray(decidedBy) ? decidedBy.join(", ") : by });
  }
  return found;
}

/** Front matter that somebody dated later than the decision says what is so. */
function decided<T extends Policy | Strategy>(document: T, decision: DocumentDecision | undefined): T {
  const day = decision?.at.slice(0, 10);
  if (!decision || day === undefined || (document.inForce !== undefined && document.inForce > day)) return document;
  return {
    ...document,
    state: decision.state,
    ...(decision.state === "in-force" ? { inForce: day } : {}),
    ...("area" in document && (decision.state === "in-force" || decision.state === "approved") ? { approvedBy: decision.by } : {}),
  };
}

type Membership = NonNullable<NonNullable<Registers["memberships"]>["memberships"]>[string];

/** Memberships that were decided and that the register does not name yet. */
function withMemberships(
  registers: Registers | undefined,
  records: readonly RecordEntry[],
  lapsed: ReadonlySet<string>,
): Registers | undefined {
  const decidedOn = records.flatMap(({ kind, subject, id, at, data }): [string, Membership][] => {
    if (kind !== "membership" || subject === undefined || (id !== undefined && lapsed.has(id))) return [];
    const { owner, cost, currency, because } = data;
    return [
      [
        subject.replace(/^membership:/, ""),
        {
          organization: subject.replace(/^membership:/, ""),
          since: at.slice(0, 10),
          ...(typeof owner === "string" ? { owner } : {}),
          ...(typeof cost === "number" && typeof currency === "string" ? { cost: { amount: cost, currency } } : {}),
          ...(Array.isArray(because) && typeof because[0] === "string" ? { case: because[0] } : {}),
        },
      ],
    ];
  });
  if (decidedOn.length === 0) return registers;
  const { schema = "allmend.register/1", memberships = {}, ...rest } = registers?.memberships ?? {};
  return { ...registers, memberships: { ...rest, schema, memberships: { ...Object.fromEntries(decidedOn), ...memberships } } } as Registers;
}
