// Who may vote, and what the votes make together. Nobody votes in their own case; a deputy sits only in a seat whose member is away or may not vote.
import type { CaseKind, Lane, Organization, Decider, FieldValues } from "#program";
import { isBefore } from "./span.ts";
import { type CaseState, type LaneState, refuse, type Refusal, type Seats } from "./types.ts";

/** The people who may not decide: who asks, who opened it, and whom the kind names besides. */
export function apart(kind: CaseKind, state: CaseState): ReadonlySet<string> {
  const named = kind.alsoApart.flatMap((field) => state.fields[field] ?? []);
  return new Set([state.requester, state.opener, ...named.map(String)]);
}

/** How many votes can ever be cast: seats of members who may vote, and of the others as many as there are deputies who may. */
export function possibleVotes({ members, deputies }: Seats, excluded: ReadonlySet<string>): number {
  const own = members.filter((member) => !excluded.has(member));
  const standIns = deputies.filter((deputy) => !excluded.has(deputy) && !members.includes(deputy));
  return own.length + Math.min(members.length - own.length, standIns.length);
}

/** The seat in which somebody votes, or why there is none. */
export function seatOf(
  seats: Seats & Pick<LaneState, "votes">,
  voter: { readonly by: string; readonly for?: string; readonly at: string },
  kind: CaseKind,
  state: CaseState,
): string | Refusal {
  const excluded = apart(kind, state);
  if (excluded.has(voter.by)) return refuse("own-case", `${voter.by} asks for it, and decides nothing in it`);
  const taken = (seat: string) => seats.votes.some((vote) => vote.seat === seat || vote.by === voter.by);
  if (seats.members.includes(voter.by)) {
    if (voter.for !== undefined && voter.for !== voter.by) return refuse("no-seat", `${voter.by} has a seat of their own`);
    return taken(voter.by) ? refuse("seat-taken", `${voter.by} has voted, or was stood in for`) : voter.by;
  }
  if (!seats.deputies.includes(voter.by)) return refuse("no-seat", `${voter.by} has no seat here`);
  if (voter.for === undefined || !seats.members.includes(voter.for)) {
    return refuse("no-seat", `${voter.by} is a deputy and must say for which member`);
  }
  if (taken(voter.for)) return refuse("seat-taken", `the seat of ${voter.for} has voted, or ${voter.by} has`);
  if (!excluded.has(voter.for) && !isAway(voter.for, voter.at, state)) {
    return refuse("not-absent", `${voter.for} is not away, and votes for themselves`);
  }
  return voter.for;
}

function isAway(person: string, at: string, { absences }: CaseState): boolean {
  return absences.some((absence) => absence.person === person && !isBefore(at, absence.from) && isBefore(at, absence.until));
}

/**
 * What the votes make: nothing while the quorum is not there; then the majority of those who voted for or against; an even vote waits for the others,
 * and is settled by the tie rule once nobody is left.
 */
export function laneOutcome(lane: Lane, votes: LaneState["votes"], possible: number): LaneState["outcome"] {
  if (votes.length < lane.quorum) return undefined;
  const count = (answer: string) => votes.filter(({ vote }) => vote === answer).length;
  const [forIt, against] = [count("approve"), count("reject")];
  if (forIt !== against) return forIt > against ? "approved" : "rejected";
  if (votes.length < possible) return undefined;
  return lane.tie === "escalate" ? "tied" : lane.tie === "approve" ? "approved" : "rejected";
}

/** The people of a decider by the organisation's document. Where nobody leads a team, its deputies sit. `holders`: people by role, from the directory. */
export function seatsFor(
  decider: Decider,
  organization: Organization,
  fields: FieldValues,
  holders: (role: string) => readonly string[],
  lane?: string,
): Seats {
  switch (decider.is) {
    case "team":
      return teamSeats(decider.team, organization);
    case "board":
      return boardSeats(decider.board, organization, decider.lane ?? lane);
    case "role":
      return { members: decider.role === "executive" ? organization.executives : holders(decider.role), deputies: [] };
    case "field":
      return namedSeats(String(fields[decider.field] ?? ""), organization);
  }
}

/** Who leads it and its members. */
function teamSeats(id: string, { teams }: Organization): Seats {
  const team = teams.find((candidate) => candidate.id === id);
  if (!team) return { members: [], deputies: [] };
  const people = [...new Set([...(team.lead === undefined ? [] : [team.lead]), ...team.members])];
  const deputies = [...new Set(team.deputies.flatMap((deputy) => peopleOf(deputy, teams)))].filter((person) => !people.includes(person));
  return people.length === 0 ? { members: deputies, deputies: [] } : { members: people, deputies };
}

/** A deputy may be a whole team; its own deputies are not followed. */
function peopleOf(id: string, teams: Organization["teams"]): readonly string[] {
  const team = teams.find((candidate) => candidate.id === id);
  return team ? [...(team.lead === undefined ? [] : [team.lead]), ...team.members] : [id];
}

/** A board's lanes are teams of the same name; a lane of a case takes its own, any other all of them. */
function boardSeats(id: string, organization: Organization, lane: string | undefined): Seats {
  const board = organization.boards.find((candidate) => candidate.id === id);
  if (!board) return { members: [], deputies: [] };
  const lanes = lane !== undefined && Object.hasOwn(board.lanes, lane) ? [lane] : Object.keys(board.lanes);
  const seats = lanes.map((name) => teamSeats(name, organization));
  const members = [...new Set(seats.flatMap((each) => each.members))];
  const deputies = [...new Set(seats.flatMap((each) => each.deputies))].filter((person) => !members.includes(person));
  return { members, deputies };
}

/** A person, a team, or the team that owns a product. */
function namedSeats(name: string, organization: Organization): Seats {
  const owner = organization.products.find(({ id }) => id === name)?.owner;
  const team = organization.teams.some(({ id }) => id === (owner ?? name));
  if (team) return teamSeats(owner ?? name, organization);
  return { members: name === "" || owner !== undefined ? [] : [name], deputies: [] };
}
