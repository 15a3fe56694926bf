// What a request is called, asks and came to, in sentences.
import { inWords } from "../../api/names.ts";
import type { State } from "@allmend/look";
import { requestsWords } from "@allmend/look/words/portal/requests";
import type { components } from "../../api/schema.generated.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { type Field, type Kind, useLocal, type Value } from "./kinds.ts";

export type View = components["schemas"]["CaseView"];
export type Row = components["schemas"]["CaseRow"];
type Words = (typeof requestsWords)["en"];

/** `pkg:npm/%40scope/name@1.2.3` as people say it: `@scope/name 1.2.3`; anything else as it is. */
export function spokenName(text: string): string {
  const [, rest] = /^pkg:[^/]+\/([^?#]+)/.exec(text) ?? [];
  if (rest === undefined) return text;
  const at = rest.lastIndexOf("@");
  const [name, version] = at > 0 ? [rest.slice(0, at), rest.slice(at + 1)] : [rest, ""];
  return [decoded(name), decoded(version)].filter((part) => part !== "").join(" ");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function stateOf(phase: string): State {
  if (phase === "approved") return "allow";
  if (phase === "rejected" || phase === "lapsed") return "deny";
  if (["review", "waiting", "escalated"].includes(phase)) return "review";
  return phase === "submitted" || phase === "triage" ? "unknown" : "none";
}

export function phaseWord(phase: string, words: Words): string {
  return Object.hasOwn(words.phase, phase) ? words.phase[phase as keyof Words["phase"]] : phase;
}

/** What was answered, as people read it. */
export function useValueText(): (field: Field | undefined, value: Value | undefined) => string {
  const words = useWords(requestsWords);
  const local = useLocal();
  const { date, number } = useSpeech();
  return (field, value) => {
    if (value === undefined || value === "") return words.notSaid;
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (typeof value === "number") return number(value);
    if (Array.isArray(value)) return value.map((each) => local(field?.options[each]) || each).join(", ");
    if (field?.type === "date" || field?.type === "moment") return Number.isNaN(Date.parse(value)) ? value : date(value);
    if (field?.type === "purl") return spokenName(value);
    if (value === "unknown") return local(field?.options[value]) || words.notKnown;
    return local(field?.options[value]) || value;
  };
}

/** The question in one sentence. */
export function useQuestion(): (view: Pick<View, "case" | "title">, kind: Kind | undefined) => string {
  const words = useWords(requestsWords).question;
  const { say } = useSpeech();
  const local = useLocal();
  const valueText = useValueText();
  return ({ case: { fields, kind: id }, title }, kind) => {
    const own = fields["question"];
    if (typeof own === "string" && own !== "" && (id === "resolve" || id === "ask")) return own;
    const told = (name: string) =>
      valueText(
        kind?.fields.find((field) => field.id === name),
        fields[name],
      );
    const pattern = Object.hasOwn(words, id) ? words[id as keyof typeof words] : words.other;
    const what = id === "procure" ? [title, fields["version"]].filter(Boolean).join(" ") : spokenName(title);
    return say(pattern, {
      what,
      product: told("product"),
      rule: told("rule"),
      until: told("expires"),
      kind: local(kind?.title) || id,
    });
  };
}

/** The answer, or how it stands. */
export function useStanding(): (view: View, kind: Kind | undefined) => string {
  const words = useWords(requestsWords);
  const { say, date } = useSpeech();
  const local = useLocal();
  return (view, kind) => {
    const { case: state, due, names } = view;
    const { phase } = state;
    if (phase === "approved" || phase === "rejected") {
      const answers = words.mayBeUsed[phase];
      return Object.hasOwn(answers, state.kind) ? answers[state.kind as keyof typeof answers] : answers.other;
    }
    const lanes = state.lanes
      .filter(({ outcome }) => outcome === undefined)
      .map(({ id }) => local(kind?.lanes.find((lane) => lane.id === id)?.title) || id)
      .join(", ");
    const asker = state.requester;
    if (phase === "review") {
      const next = due.find(({ what }) => what === "lane" || what === "decide");
      if (next && view.seats.length > 0) return say(words.state.yours, { day: date(next.due) });
      return next ? say(words.state.review, { lanes, day: date(next.due) }) : say(words.state.reviewOpen, { lanes });
    }
    if (phase === "waiting") return say(words.state.waiting, { name: nameOf(state.question?.by ?? asker, names, words) });
    return words.state[phase];
  };
}

export function nameOf(id: string, names: Readonly<Record<string, string>> | undefined, words: Words): string {
  if (id === "rules") return words.byRules;
  if (id === "office") return words.office;
  if (id.startsWith("public:")) return words.outside;
  return names && Object.hasOwn(names, id) ? (names[id] ?? id) : inWords(id);
}
