// The example's program with a kind that its board decides by two votes, and what people ask for and answer under it.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { useFields } from "./cases-office.ts";

const PROPOSE = `schema: allmend.case/1
case: propose
title: { en: Propose to the board, de: Dem Gremium vorschlagen }
opens: [requester, owner, admin]
fields:
  subject: { ask: { en: What, de: Was }, type: text, required: true }
lanes:
  board: { title: { en: Board, de: Gremium }, decides: { board: review-board }, within: 5d }
escalation: { role: executive }
within: { acknowledge: 2d, decide: 14d, answer: 30d }
writes:
  - { record: decision, on: decided, subject: subject, data: {} }
`;

/** Lays it down in a folder below `home`; gives the folder. */
export function faultsProgram(root: string, home: string): string {
  const folder = join(home, "program");
  cpSync(join(root, "examples", "allmend"), folder, { recursive: true });
  mkdirSync(join(folder, "cases"), { recursive: true });
  writeFileSync(join(folder, "cases", "propose.yaml"), PROPOSE);
  return folder;
}

/** Who reads licences, who answers for the office, and who builds: the first and the last sit on the board. */
export type Decider = "dr" | "mk" | "lb";

export interface Sitting {
  readonly who: Decider;
  readonly lane: string;
  readonly attested: readonly string[];
}

export interface Request {
  readonly body: object;
  readonly sittings: readonly Sitting[];
}

/** A use that one person decides, a question that two lanes answer, and a proposal that a board decides by a quorum of two; each vote in a moment of its own. */
export function request(n: number, round: number): Request {
  const legal = { who: "dr", lane: "legal" } as const;
  if (round % 3 === 1) {
    const fields = { about: "license", subject: `Question ${n}-${round}`, question: "May we?" };
    return {
      body: { kind: "ask", fields },
      sittings: [
        { ...legal, attested: [] },
        { who: "mk", lane: "ospo", attested: [] },
      ],
    };
  }
  if (round % 3 === 2) {
    const sitting = (who: Decider): Sitting => ({ who, lane: "board", attested: [] });
    return { body: { kind: "propose", fields: { subject: `Proposal ${n}-${round}` } }, sittings: [sitting("dr"), sitting("lb")] };
  }
  const fields = { ...useFields, component: `pkg:npm/c${n}-${round}@1.0.0`, license: "GPL-3.0-only" };
  return { body: { kind: "use", fields }, sittings: [{ ...legal, attested: ["terms-read"] }] };
}
