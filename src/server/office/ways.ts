// What somebody may do to a case now: the machine itself is asked, so that no button is shown that it refuses.
import { type CaseEvent, type CaseState, isRefusal, step } from "#decisions";
import type { CaseKind } from "#program";
import type { Actor } from "./actions.ts";

export interface Ways {
  readonly change: boolean;
  readonly submit: boolean;
  readonly answer: boolean;
  readonly withdraw: boolean;
  readonly escalate: boolean;
  readonly replace: boolean;
  readonly moves: readonly string[];
  readonly clocks: readonly string[];
  readonly later: readonly string[];
  readonly ask: readonly string[];
}

type Tried = CaseEvent extends infer Each ? (Each extends CaseEvent ? Omit<Each, "at" | "by" | "roles"> : never) : never;

/** Says nothing of permissions that the routes ask for besides. */
export function waysOf(kind: CaseKind, state: CaseState, { id, roles }: Actor, now: string): Ways {
  const at = Date.parse(state.at) > Date.parse(now) ? state.at : now;
  const may = (event: Tried) => !isRefusal(step(kind, state, { ...event, at, by: id, roles } as CaseEvent));
  const because = "-";
  const counted = kind.clocks.flatMap(({ from }) => (from === undefined || state.fields[from] !== undefined ? [] : [from]));
  const theirs = id === state.requester || id === state.opener;
  return {
    change: state.phase === "draft" && theirs,
    // What is missing is said at its field: the way is there for whoever asks.
    submit: state.phase === "draft" && theirs,
    answer: state.phase === "waiting" && theirs,
    withdraw: may({ is: "withdrawn", because }),
    escalate: may({ is: "escalated", because, seats: { members: ["somebody above"], deputies: [] } }),
    replace: may({ is: "superseded", case: "another" }),
    moves: Object.keys(kind.life?.states ?? {}).filter((to) => may({ is: "moved", to, because })),
    clocks: state.clocks.flatMap(({ id: clock }) => (may({ is: "met", clock, evidence: because }) ? [clock] : [])),
    later:
      theirs && state.phase !== "draft" ? [...new Set(counted)].filter((field) => may({ is: "changed", fields: { [field]: "" } })) : [],
    ask: state.lanes.flatMap(({ id: lane, outcome }) =>
      outcome === undefined && may({ is: "asked", lane, question: because }) ? [lane] : [],
    ),
  };
}
