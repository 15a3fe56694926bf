// Links in mails with which an executive answers one case without signing in. Looking at one decides nothing; it works once, for two weeks, in that case.
import { makeLink, type Notice, readCase, transact } from "#store";
import { personCaller } from "../access/callers.ts";
import type { Deps } from "../deps.ts";
import { titleOf } from "../office/card.ts";
import { seatsOf } from "../office/view.ts";

type Need = Pick<Deps, "database" | "clock" | "config" | "program">;

export interface DecisionLink {
  readonly question: string;
  readonly address: string;
}

const TWO_WEEKS = 14 * 24 * 3_600_000;
const ASKS: ReadonlySet<string> = new Set(["lanes-opened", "escalated", "answered", "due-soon", "overdue"]);

/** By the subject of the notice; nothing for whoever is no executive, or has no seat in the case. */
export async function decisionLinks(
  need: Need,
  person: { readonly id: string; readonly name: string },
  notices: readonly Notice[],
): Promise<ReadonlyMap<string, DecisionLink>> {
  const { database, clock, config } = need;
  const asked = new Set(notices.filter(({ what, subject }) => ASKS.has(what) && subject.startsWith("case:")).map(({ subject }) => subject));
  if (asked.size === 0) return new Map();
  const { roles } = await personCaller({ ...need, sql: database.sql }, person);
  if (!roles.some(({ role }) => role === "executive")) return new Map();
  const { program } = await need.program();
  const links = new Map<string, DecisionLink>();
  for (const subject of asked) {
    const id = subject.slice("case:".length);
    const found = await readCase(database.sql, id);
    const kind = program.cases?.find((each) => each.kind === found?.kind);
    if (!found || !kind || seatsOf(kind, found.state, person).length === 0) continue;
    const secret = await transact(database, (tx) =>
      makeLink(tx, { purpose: "decide", person: person.id, about: id }, "office", clock(), TWO_WEEKS),
    );
    const { question } = found.state.fields;
    links.set(subject, {
      question: typeof question === "string" && question !== "" ? question : titleOf(kind, found.state),
      address: new URL(`/decide/${encodeURIComponent(id)}?token=${secret}`, config.url).href,
    });
  }
  return links;
}
