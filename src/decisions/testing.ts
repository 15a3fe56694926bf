// Kinds of cases for tests, small and by code.
import type { CaseKind, Lane } from "#program";

export const noAutomatic: CaseKind["automatic"] = {
  approve: [],
  reject: [],
  approveWhen: [],
  withoutLanes: false,
};

export function lane(id: string, more: Partial<Lane> = {}): Lane {
  return { id, title: { en: id }, decides: { is: "team", team: id }, quorum: 1, tie: "escalate", per: ["component"], attests: {}, ...more };
}

export function kindOf(more: Partial<CaseKind> = {}): CaseKind {
  return {
    kind: "use",
    title: { en: "Use" },
    openBy: ["requester"],
    fields: [{ id: "what", label: { en: "What" }, type: "text", options: {}, required: true }],
    automatic: noAutomatic,
    lanes: [lane("legal")],
    escalation: { is: "role", role: "executive" },
    within: { answer: "30d" },
    alsoApart: [],
    clocks: [],
    lapsesWhen: [],
    writes: [{ record: "approval", on: "approved", subject: "what", data: {} }],
    reopens: false,
    words: {},
    position: { file: "cases/use.yaml", line: 1, column: 1 },
    ...more,
  };
}
