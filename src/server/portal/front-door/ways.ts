// Where no rule answers, or an answer is wanted on record: requests that somebody may open, filled with what was asked.
import type { Asked } from "#publish";
import { actorOf } from "../../routes/cases/acting.ts";
import type { Looking } from "./question.ts";
import type { AnswerForUse } from "./use.ts";

export interface Way {
  readonly kind: "use" | "contribute" | "publish" | "procure" | "ask";
  /** Fields of the request. */
  readonly fields: Readonly<Record<string, string>>;
}

const LONGEST_SUBJECT = 120;

export function waysOn({ caller, program, asked, product }: Looking, answer: AnswerForUse | undefined): readonly Way[] {
  const { roles } = actorOf(caller);
  const opens = new Set(
    caller.permissions.has("cases:open")
      ? (program.cases ?? []).flatMap(({ kind, openBy }) => (openBy.some((role) => roles.includes(role)) ? [kind] : []))
      : [],
  );
  const about = asked.words.join(" ");
  const ways: (Way | undefined)[] = [
    answer || asked.purl !== undefined || asked.intent === "use"
      ? { kind: "use", fields: { component: answer?.purl ?? asked.purl ?? about, ...(product === undefined ? {} : { product }) } }
      : undefined,
    meant(asked, about, product),
    asked.text.length > 2
      ? { kind: "ask", fields: { about: "advice", subject: asked.text.slice(0, LONGEST_SUBJECT), question: asked.text } }
      : undefined,
  ];
  return ways.filter((way) => way !== undefined).filter(({ kind }) => opens.has(kind));
}

function meant({ intent }: Asked, about: string, product: string | undefined): Way | undefined {
  const what = about === "" ? (product ?? "") : about;
  if (intent === "contribute") return { kind: intent, fields: { project: what } };
  if (intent === "publish") return { kind: intent, fields: { repository: what } };
  if (intent === "procure") return { kind: intent, fields: { item: what } };
  return undefined;
}
