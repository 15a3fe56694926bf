// One transaction of the office: events are taken by the machine, what follows from them is carried out, and all of it is kept together or not at all.
import type { Transaction } from "kysely";
import { laterOf } from "#kit";
import { type CaseEvent, type CaseState, type Effect, isRefusal, missingFields, RULES, type Refusal, type Seats, step } from "#decisions";
import type { CaseKind, CaseRole, NewRecord, Program } from "#program";
import {
  addNotices,
  addTasks,
  appendAll,
  changeOf,
  findPerson,
  leftAmong,
  insertStored,
  keepCase,
  linesOf,
  type NewNotice,
  type NewTask,
  nextCaseId,
  recordLine,
  type Reminder,
  type Tables,
} from "#store";
import { changesJudgement, orderJudgement } from "../judging/judge-job.ts";
import type { AskedResult } from "#scan";
import { cardOf } from "./card.ts";
import { correctionsOfContribution, correctionsOfUse, fitting } from "./corrections.ts";
import { judge, resultAbout } from "./judging.ts";
import type { PatchFacts } from "./patch.ts";
import type { Office } from "./office.ts";
import { acceptedIn, presentOf } from "./present.ts";
import { administrators, awayAt, type Directory, lanesSeated, readDirectory, seated } from "./seating.ts";
import { nextDueOf } from "./times.ts";

/** Who acts where no person does. */
export const OFFICE = "office";
const SYSTEM = { by: OFFICE, roles: ["system"] as readonly CaseRole[] };

/** A case while it is worked on. */
export interface Work {
  readonly kind: CaseKind;
  /** Number of the last event that is kept. */
  readonly version: number;
  readonly events: CaseEvent[];
  state: CaseState | undefined;
  reminders: readonly Reminder[];
  requestKey?: string;
}

type WithoutTime<T> = T extends unknown ? Omit<T, "at"> : never;
export type NewEvent = WithoutTime<CaseEvent>;

const URGENT: ReadonlySet<string> = new Set(["escalated", "question", "lapsed"]);

export class Acts {
  readonly #tx: Transaction<Tables>;
  readonly #office: Office;
  readonly #program: Program;
  readonly #now: string;
  readonly #works: Work[] = [];
  readonly #notices: NewNotice[] = [];
  readonly #tasks: NewTask[] = [];
  readonly #records: { readonly record: NewRecord; readonly by: string }[] = [];
  readonly #asked = new Map<string, Promise<AskedResult>>();
  #directory: Directory | undefined;

  constructor(tx: Transaction<Tables>, office: Office, program: Program, now: Date) {
    this.#tx = tx;
    this.#office = office;
    this.#program = program;
    this.#now = now.toISOString();
  }

  /** What happens now happens not before what happened last, whatever the clock of the machine says. */
  momentFor(state: CaseState | undefined): string {
    return laterOf(this.#now, state?.at);
  }

  kindNamed(id: string): CaseKind | undefined {
    return this.#program.cases?.find(({ kind }) => kind === id);
  }

  begin(kind: CaseKind, kept: { version: number; state: CaseState; reminders: readonly Reminder[] } | undefined): Work {
    const work: Work = { kind, version: kept?.version ?? 0, events: [], state: kept?.state, reminders: kept?.reminders ?? [] };
    this.#works.push(work);
    return work;
  }

  /** Takes one event and carries out what follows. Gives the refusal where the machine does not take it; then nothing has changed. */
  async take(work: Work, event: NewEvent): Promise<Refusal | undefined> {
    const timed = { ...event, at: this.momentFor(work.state) } as CaseEvent;
    const taken = step(work.kind, work.state, timed);
    if (isRefusal(taken)) return taken;
    work.events.push(timed);
    work.state = taken.state;
    for (const effect of taken.effects) await this.#carry(work, effect, timed);
    return undefined;
  }

  /** What is known of a component, read once for all that follows in this transaction. */
  about(purl: string): Promise<AskedResult> {
    const asked = this.#asked.get(purl) ?? resultAbout(this.#tx, this.#office.known, this.#program, this.#now, purl);
    this.#asked.set(purl, asked);
    return asked;
  }

  notify(notice: Omit<NewNotice, "at">): void {
    this.#notices.push({ ...notice, at: this.#now });
  }

  /** Writes everything, the lines of the record last: from there on others wait. */
  async keep(): Promise<void> {
    const changes = this.#works.flatMap((work) => {
      const { kind, version, events, state, reminders, requestKey } = work;
      if (!state || events.length === 0) return [];
      const nextDue = nextDueOf(kind, state, this.#now, reminders);
      const card = { ...cardOf(kind, state, this.#program.organization), ...(nextDue === undefined ? {} : { nextDue }) };
      return [
        changeOf({ version, events, state, card, policy: this.#program.digest, ...(requestKey === undefined ? {} : { requestKey }) }),
      ];
    });
    const came = { at: this.#now, policy: this.#program.digest };
    const recordLines = this.#records.map(({ record, by }) => recordLine(record, { ...came, by }));
    const lines = await appendAll(this.#tx, [...changes.flatMap(linesOf), ...recordLines]);
    let next = 0;
    for (const change of changes) {
      await keepCase(
        this.#tx,
        change,
        lines.slice(next, next + change.events.length).map(({ sequence }) => sequence),
      );
      next += change.events.length;
    }
    await insertStored(
      this.#tx,
      this.#records.map(({ record }, index) => ({ record, line: lines[next + index]?.sequence ?? 0 })),
    );
    await addNotices(this.#tx, this.#notices);
    await addTasks(this.#tx, this.#tasks);
    await this.#judgeAnew();
  }

  /** Exceptions and decisions change what rules say of everything; so do approvals where rules ask for them. */
  async #judgeAnew(): Promise<void> {
    const { jobs, clock } = this.#office;
    if (jobs && this.#records.some(({ record }) => changesJudgement(record.kind, this.#program))) {
      await orderJudgement(this.#tx, { jobs, clock }, { why: "records", by: OFFICE });
    }
  }

  async #carry(work: Work, effect: Effect, event: CaseEvent): Promise<void> {
    const state = work.state;
    if (!state) return;
    const subject = `case:${state.id}`;
    switch (effect.is) {
      case "write":
        return this.#write(effect, event, state);
      case "notify":
        for (const person of new Set(effect.to)) {
          if (person === OFFICE || person === RULES || person === event.by) continue;
          this.notify({
            person,
            what: effect.what,
            subject,
            urgent: URGENT.has(effect.what),
            ...(effect.text === undefined ? {} : { text: effect.text }),
          });
        }
        return undefined;
      case "task":
        this.#tasks.push({ for: effect.for, subject, text: effect.text, at: event.at });
        return undefined;
      case "clock":
        // It runs in the state of the case; when it is due stands in its row.
        return undefined;
      case "judge":
        return this.#judge(work, state);
      case "triage":
        return this.#triage(work, state, effect.lanes);
      case "escalate":
        return this.#escalate(work, state, effect.because);
      case "open":
        return this.#open(effect);
    }
  }

  async #write(effect: Extract<Effect, { is: "write" }>, event: CaseEvent, state: CaseState): Promise<void> {
    const { record, subject, id } = effect;
    const data = record === "approval" || record === "approved-use" ? { ...effect.data, ...(await this.#known(subject)) } : effect.data;
    const by = state.outcome?.by.join(", ");
    this.#records.push({
      record: { kind: record, at: event.at, by: by === undefined || record === "lapse" ? event.by : by, subject, id, data },
      by: event.by,
    });
  }

  /** What was known of a component when it was approved, and does not end the approval therefore. */
  async #known(purl: string): Promise<{ accepted?: string[] }> {
    if (!purl.startsWith("pkg:")) return {};
    const accepted = acceptedIn(presentOf(await this.about(purl), purl));
    return accepted.length === 0 ? {} : { accepted };
  }

  /** Before a draft is sent off: fields that we know better are set right, as an event of its own with its reasons. */
  async correct(work: Work, patch?: PatchFacts): Promise<void> {
    const { kind, state } = work;
    if (state?.phase !== "draft" || kind.about === undefined) return;
    const component = state.fields["component"];
    const found =
      kind.about === "usage"
        ? typeof component === "string"
          ? correctionsOfUse(state.fields, await this.about(component))
          : []
        : correctionsOfContribution(state.fields, this.#program, await this.#authors(state, patch), patch, this.#now);
    const corrections = fitting(kind, found);
    if (corrections.length === 0) return;
    const fields = Object.fromEntries(corrections.map(({ field, value }) => [field, value]));
    const because = corrections.map((each) => `${each.field}: ${each.because}`);
    this.#must(await this.take(work, { is: "facts-changed", because, fields, ...SYSTEM }));
  }

  async #contributor({ requester }: CaseState): Promise<{ person: string; login: string; email?: string }> {
    const person = await findPerson(this.#tx, requester);
    return { person: requester, login: requester, ...(person?.email === undefined ? {} : { email: person.email }) };
  }

  async #authors(state: CaseState, patch: PatchFacts | undefined) {
    return { ...(await this.#contributor(state)), left: await leftAmong(this.#tx, patch?.authors ?? []) };
  }

  async #judge(work: Work, state: CaseState): Promise<void> {
    const who = await this.#contributor(state);
    const judgement = await judge((purl) => this.about(purl), work.kind, state, who, this.#program.digest);
    this.#must(await this.take(work, { is: "judged", by: RULES, roles: ["system"], ...judgement }));
  }

  /** Where a lane cannot be filled, whoever stands above decides. */
  async #triage(work: Work, state: CaseState, wanted: readonly string[]): Promise<void> {
    const directory = await this.#people();
    const lanes = lanesSeated(work.kind, state, wanted, this.#program.organization, directory);
    await this.tellAbsences(work, Object.values(lanes));
    const refused = await this.take(work, { is: "triaged", lanes, ...SYSTEM });
    if (refused) await this.#escalate(work, state, refused.message);
  }

  async #escalate(work: Work, state: CaseState, because: string): Promise<void> {
    const refused = await this.escalate(work, because);
    if (!refused) return;
    for (const person of administrators(await this.#people())) {
      this.#tasks.push({ for: person, subject: `case:${state.id}`, text: `${because}; ${refused.message}`, at: this.#now });
    }
  }

  /** Names whoever stands above, by the kind. */
  async escalate(work: Work, because: string, who: { by: string; roles: readonly CaseRole[] } = SYSTEM): Promise<Refusal | undefined> {
    if (!work.state) return undefined;
    const seats = seated(work.kind.escalation, this.#program.organization, work.state, await this.#people());
    await this.tellAbsences(work, [seats]);
    return this.take(work, { is: "escalated", because, seats, ...who });
  }

  /** A deputy sits in for a member who is away: the case has to know it. */
  async tellAbsences(work: Work, seats: readonly Seats[]): Promise<void> {
    if (!work.state) return;
    const members = new Set(seats.flatMap((each) => each.members));
    const at = this.momentFor(work.state);
    for (const { person, until } of awayAt(await this.#people(), at)) {
      const told = work.state?.absences.some((absence) => absence.person === person && absence.until >= until);
      if (members.has(person) && !told) this.#must(await this.take(work, { is: "absent", person, until, ...SYSTEM }));
    }
  }

  /** The next case after one that ended: sent off by itself where nothing in it has run out. */
  async #open({ kind: name, requester, fields }: Extract<Effect, { is: "open" }>): Promise<void> {
    const kind = this.kindNamed(name);
    if (!kind) return;
    const work = this.begin(kind, undefined);
    const id = await nextCaseId(this.#tx, name);
    this.#must(
      await this.take(work, { is: "opened", id, kind: name, requester, fields, by: OFFICE, roles: [...SYSTEM.roles, ...kind.openBy] }),
    );
    if (kind.expires === undefined && missingFields(kind, fields).length === 0) {
      this.#must(await this.take(work, { is: "submitted", ...SYSTEM }));
    } else {
      this.notify({ person: requester, what: "to-renew", subject: `case:${id}`, urgent: true });
    }
  }

  async #people(): Promise<Directory> {
    this.#directory ??= await readDirectory(this.#tx, new Date(this.#now));
    return this.#directory;
  }

  /** What the office does itself, the machine takes; otherwise nothing of it may be kept. */
  #must(refused: Refusal | undefined): void {
    if (refused) throw new Error(`the office did what its machine refuses: ${refused.message}`);
  }
}
