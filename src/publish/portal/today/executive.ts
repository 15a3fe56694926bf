// Three messages and one ask, by the rules of the executive's report: what is open is known by its counts, and that is all that they ask for.
import type { Finding } from "#policy";
import { askRules } from "../../reports/asks/index.ts";
import { messageRules } from "../../reports/messages/index.ts";
import { speak, type Spoken } from "../../reports/statement.ts";
import { viewOf } from "../../reports/view.ts";
import type { OpenGroup, TodayFacts } from "./types.ts";

const MESSAGES = 3;

export interface ExecutiveView {
  readonly messages: readonly Spoken[];
  /** What the figures would have decided; a case that waits comes before it. */
  readonly ask?: Spoken;
}

export function executiveView({ result, open, duties, known, language }: TodayFacts): ExecutiveView {
  const counted = { ...result, findings: open.flatMap(findingsOf), obligations: duties, vulnerabilities: known };
  const view = viewOf({ result: counted, language });
  const [ask] = speak(askRules, view);
  return { messages: speak(messageRules, view).slice(0, MESSAGES), ...(ask ? { ask } : {}) };
}

/** As many as there are, of which only what they share is known. */
function findingsOf({ count, product, label, age, ...rest }: OpenGroup): Finding[] {
  const one: Finding = {
    ...rest,
    id: "",
    mode: "enforce",
    subject: { kind: "organization", id: "", label, ...(product === undefined ? {} : { product }) },
    evidence: [],
    ...(age === undefined ? {} : { age }),
  } as unknown as Finding;
  return Array.from({ length: count }, () => one);
}
