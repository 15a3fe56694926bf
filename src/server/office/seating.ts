// Who sits in a lane now: whom the organisation's document names, whom a role was given for it, without those who left.
import type { Kysely } from "kysely";
import { type CaseState, seatsFor, type Seats } from "#decisions";
import type { CaseKind, Decider, Organization } from "#program";
import { absencesFrom, grantsInForce, type Tables, whoLeft } from "#store";

export interface Directory {
  readonly grants: readonly { readonly person: string; readonly role: string; readonly lane?: string; readonly board?: string }[];
  readonly left: ReadonlySet<string>;
  readonly absences: readonly { readonly person: string; readonly from: string; readonly until: string; readonly deputy?: string }[];
}

export async function readDirectory(sql: Kysely<Tables>, at: Date): Promise<Directory> {
  const grants = await grantsInForce(sql, at);
  const left = await whoLeft(sql);
  const absences = await absencesFrom(sql, at);
  return {
    grants: grants.map(({ person, role, lane, board }) => ({ person, role, ...(lane ? { lane } : {}), ...(board ? { board } : {}) })),
    left: new Set(left),
    absences: absences.map(({ person, from, until, deputy }) => ({
      person,
      from: from.toISOString(),
      until: until.toISOString(),
      ...(deputy === undefined ? {} : { deputy }),
    })),
  };
}

export function seated(decider: Decider, organization: Organization, state: CaseState, directory: Directory, lane?: string): Seats {
  const holders = (role: string) => directory.grants.filter((grant) => grant.role === role).map(({ person }) => person);
  const { members, deputies } = seatsFor(decider, organization, state.fields, holders, lane);
  const given = givenFor(decider, directory, lane);
  const stays = (person: string) => !directory.left.has(person);
  const all = [...new Set([...members, ...given])].filter(stays);
  const standIns = directory.absences.flatMap(({ person, deputy }) => (deputy !== undefined && all.includes(person) ? [deputy] : []));
  return { members: all, deputies: [...new Set([...deputies, ...standIns])].filter((person) => stays(person) && !all.includes(person)) };
}

/** A role that was given for this lane or board is a seat in it. */
function givenFor(decider: Decider, { grants }: Directory, lane: string | undefined): string[] {
  if (decider.is === "team") {
    return grants
      .filter((grant) => grant.role === "reviewer" && (grant.lane === decider.team || grant.lane === lane))
      .map(({ person }) => person);
  }
  if (decider.is === "board")
    return grants.filter((grant) => grant.role === "approver" && grant.board === decider.board).map(({ person }) => person);
  return decider.is === "role" && decider.role === "executive"
    ? grants.filter(({ role }) => role === "executive").map(({ person }) => person)
    : [];
}

/** Who is away at a moment. */
export function awayAt({ absences }: Directory, at: string): Directory["absences"] {
  return absences.filter(({ from, until }) => from <= at && at < until);
}

/** Those who keep the office running: whom it is told where nobody can decide. */
export function administrators({ grants, left }: Directory): string[] {
  return [...new Set(grants.filter(({ role, person }) => role === "admin" && !left.has(person)).map(({ person }) => person))];
}

export function lanesSeated(
  kind: CaseKind,
  state: CaseState,
  lanes: readonly string[],
  organization: Organization,
  directory: Directory,
): Record<string, Seats> {
  return Object.fromEntries(
    lanes.map((id) => {
      const decider = kind.lanes.find((lane) => lane.id === id)?.decides ?? kind.escalation;
      return [id, seated(decider, organization, state, directory, id)];
    }),
  );
}
