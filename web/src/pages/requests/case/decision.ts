// A decision before it is sent: what it needs, and what it is for the server.
import type { deskWords } from "@allmend/look/words/portal/desk";
import type { View } from "../case-text.ts";
import type { Act } from "./use-act.ts";

export const ways = ["approve", "conditions", "reject", "ask", "abstain"] as const;
export type Way = (typeof ways)[number];

export interface Decision {
  readonly seat: View["seats"][number];
  /** Conditions, one a line; or the question. */
  readonly text: string;
  readonly because: string;
  readonly attested: readonly string[];
  /** What the lane asks to state. */
  readonly attests: readonly string[];
}

/** Whoever stands above says yes or no; asking back is for those who look at it. */
export function waysIn(view: View, lane: string): readonly Way[] {
  return ways.filter((way) => (way === "ask" ? view.ways.ask.includes(lane) : way !== "abstain" || lane !== "escalation"));
}

export function flawIn(way: Way, { text, because, attested, attests }: Decision, words: (typeof deskWords)["en"]): string | undefined {
  if (way === "reject" && because.trim() === "") return words.needsReason;
  if (way === "conditions" && linesOf(text).length === 0) return words.needsConditions;
  if (way === "ask" && text.trim() === "") return words.needsQuestion;
  const states = way === "approve" || way === "conditions";
  return states && attests.some((id) => !attested.includes(id)) ? words.needsAttest : undefined;
}

export function actOf(way: Way, { seat, text, because, attested }: Decision): Act {
  if (way === "ask") return { path: "/api/cases/{id}/questions", body: { lane: seat.lane, question: text.trim() } };
  const reason = because.trim() === "" ? {} : { because: because.trim() };
  const vote = way === "reject" ? "reject" : way === "abstain" ? "abstain" : "approve";
  return {
    path: "/api/cases/{id}/decisions",
    body: {
      ...seat,
      vote,
      ...reason,
      ...(vote === "approve" ? { attested: [...attested] } : {}),
      ...(way === "conditions" ? { conditions: linesOf(text) } : {}),
    },
  };
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
