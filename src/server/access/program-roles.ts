// The roles that the organisation's documents give: who sits in the teams, boards and lanes that they name.
import type { CaseKind, Decider, Organization, Program, Team } from "#program";
import type { RoleGrant } from "./caller.ts";

/** Made once per version of the program. */
export type ProgramRoles = ReadonlyMap<string, ProgramPerson>;

export interface ProgramPerson {
  readonly roles: readonly RoleGrant[];
  /** Units of the teams that they are in. */
  readonly units: readonly string[];
}

export function programRoles(program: Program): ProgramRoles {
  const { organization } = program;
  const people = new Map<string, { roles: RoleGrant[]; units: Set<string> }>();
  const give = (person: string, grant: RoleGrant) => {
    const known = people.get(person) ?? { roles: [], units: new Set<string>() };
    if (!known.roles.some((other) => same(other, grant))) known.roles.push(grant);
    people.set(person, known);
  };
  for (const team of organization.teams) {
    for (const person of seatsOf(team, organization)) {
      give(person, { role: "requester", unit: team.unit ?? NO_UNIT });
      if (team.unit !== undefined) people.get(person)?.units.add(team.unit);
    }
  }
  for (const person of organization.executives) give(person, { role: "executive" });
  for (const board of organization.boards) {
    const teams = organization.teams.filter(({ id }) => Object.hasOwn(board.lanes, id));
    for (const person of teams.flatMap((team) => seatsOf(team, organization))) give(person, { role: "approver", board: board.id });
  }
  for (const kind of program.cases ?? [])
    for (const [lane, person] of laneSeats(kind, organization)) give(person, { role: "reviewer", lane });
  for (const { owner, unit } of organization.products) {
    const team = organization.teams.find(({ id }) => id === owner);
    if (team) for (const person of seatsOf(team, organization)) give(person, { role: "owner", unit: unit ?? team.unit ?? NO_UNIT });
  }
  return new Map([...people].map(([id, { roles, units }]) => [id, { roles, units: [...units] }]));
}

/** A role that ends at no unit at all: it sees what belongs to none. No unit can be called so. */
export const NO_UNIT = "";

function laneSeats(kind: CaseKind, organization: Organization): (readonly [string, string])[] {
  return kind.lanes.flatMap(({ id, decides }) => deciders(decides, organization).map((person) => [id, person] as const));
}

/** Boards and executives have roles of their own; who a field names is known only in the case. */
function deciders(decider: Decider, organization: Organization): readonly string[] {
  if (decider.is !== "team") return [];
  const team = organization.teams.find(({ id }) => id === decider.team);
  return team ? seatsOf(team, organization) : [];
}

/** Who leads it, its members, and who stands in for them. */
function seatsOf(team: Team, { teams }: Organization): string[] {
  const own = [...(team.lead === undefined ? [] : [team.lead]), ...team.members];
  const deputies = team.deputies.flatMap((deputy) => {
    const other = teams.find(({ id }) => id === deputy);
    return other ? [...(other.lead === undefined ? [] : [other.lead]), ...other.members] : [deputy];
  });
  return [...new Set([...own, ...deputies])];
}

function same(a: RoleGrant, b: RoleGrant): boolean {
  return a.role === b.role && a.lane === b.lane && a.board === b.board && a.unit === b.unit;
}
