// A board as a page: what waits for it with the votes so far, and what it decided, as its record says it.
import { type CaseState, ESCALATION, type LaneState, type VoteAnswer } from "#decisions";
import { sortBy } from "#kit";
import type { Board, CaseKind, Decider, TieRule } from "#program";

/** Whose it is: the whole board's, or a lane's of which the board is made. */
export type BoardPart = "board" | "lane";

export interface BoardVote {
  readonly by: string;
  /** The member whose seat it is, where a deputy voted. */
  readonly for?: string;
  readonly vote: VoteAnswer;
  readonly at: string;
  readonly because?: string;
  readonly conditions: readonly string[];
}

interface BoardLine {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly requester: string;
  readonly lane: string;
  readonly part: BoardPart;
  readonly quorum: number;
  readonly tie: TieRule;
  readonly votes: readonly BoardVote[];
}

export interface AgendaItem extends BoardLine {
  /** Who may still vote. */
  readonly open: readonly string[];
  readonly submittedAt?: string;
}

export interface BoardDecision extends BoardLine {
  readonly outcome: "approved" | "rejected" | "tied";
  /** When the vote fell with which it was decided. */
  readonly at: string;
}

export interface TitledCase {
  readonly title: string;
  readonly state: CaseState;
}

/** What of a kind is this board's: a lane that it decides, one of the teams of which it is made, or what is taken up to it. */
export function lanesOf(board: Board, kind: CaseKind): readonly { readonly lane: string; readonly part: BoardPart }[] {
  const part = (decides: Decider): BoardPart | undefined => {
    if (decides.is === "board" && decides.board === board.id) return "board";
    return decides.is === "team" && Object.hasOwn(board.lanes, decides.team) ? "lane" : undefined;
  };
  const above = part(kind.escalation);
  return [
    ...kind.lanes.flatMap(({ id, decides }) => {
      const theirs = part(decides);
      return theirs ? [{ lane: id, part: theirs }] : [];
    }),
    ...(above === "board" ? [{ lane: ESCALATION, part: above }] : []),
  ];
}

/** What waits for the board; what has waited longest first. */
export function agendaOf(board: Board, kinds: readonly CaseKind[], cases: readonly TitledCase[]): AgendaItem[] {
  const waiting = lines(board, kinds, cases)
    .filter(({ state, of }) => of.outcome === undefined && (of.id === ESCALATION ? state.phase === "escalated" : state.phase === "review"))
    .map(({ line, state, of }) => {
      const voted = new Set(of.votes.flatMap(({ by, seat }) => [by, seat]));
      const { requester, opener, submittedAt } = state;
      const open = of.members.filter((person) => !voted.has(person) && person !== requester && person !== opener);
      return { ...line, open, ...(submittedAt === undefined ? {} : { submittedAt }) };
    });
  return sortBy(
    waiting,
    ({ submittedAt = "" }) => submittedAt,
    ({ id }) => id,
  );
}

/** What the board decided from a moment on, until another, in that order. */
export function decisionsOf(
  board: Board,
  kinds: readonly CaseKind[],
  cases: readonly TitledCase[],
  { from, until }: { readonly from: string; readonly until: string },
): BoardDecision[] {
  const decided = lines(board, kinds, cases).flatMap(({ line, of }): BoardDecision[] => {
    const at = of.votes.at(-1)?.at;
    return of.outcome === undefined || at === undefined || at < from || at >= until ? [] : [{ ...line, outcome: of.outcome, at }];
  });
  return sortBy(
    decided,
    ({ at }) => at,
    ({ id }) => id,
  );
}

function lines(
  board: Board,
  kinds: readonly CaseKind[],
  cases: readonly TitledCase[],
): { readonly line: BoardLine; readonly state: CaseState; readonly of: LaneState }[] {
  const theirs = new Map(kinds.map((kind) => [kind.kind, { kind, lanes: lanesOf(board, kind) }]));
  return cases.flatMap(({ title, state }) => {
    const { kind, lanes = [] } = theirs.get(state.kind) ?? {};
    return lanes.flatMap(({ lane, part }) => {
      const of = lane === ESCALATION ? escalationOf(state) : state.lanes.find(({ id }) => id === lane);
      if (!of) return [];
      const { quorum = 1, tie = "reject" } = kind?.lanes.find(({ id }) => id === lane) ?? {};
      const { id, requester } = state;
      return [{ line: { id, kind: state.kind, title, requester, lane, part, quorum, tie, votes: of.votes.map(voteOf) }, state, of }];
    });
  });
}

/** Whoever stands above decides with one vote, which is the outcome. */
function escalationOf({ escalation, outcome, requester }: CaseState): LaneState | undefined {
  if (!escalation) return undefined;
  const { members, deputies } = escalation;
  if (!outcome) return { id: ESCALATION, members, deputies, votes: [] };
  const [by = requester] = outcome.by;
  const [because] = outcome.because;
  const vote = {
    by,
    seat: by,
    vote: outcome.is === "approved" ? ("approve" as const) : ("reject" as const),
    at: outcome.at,
    conditions: outcome.conditions,
    ...(because === undefined ? {} : { because }),
  };
  return { id: ESCALATION, members, deputies, votes: [vote], outcome: outcome.is };
}

function voteOf({ by, seat, vote, at, because, conditions }: LaneState["votes"][number]): BoardVote {
  return { by, ...(seat === by ? {} : { for: seat }), vote, at, ...(because === undefined ? {} : { because }), conditions };
}
