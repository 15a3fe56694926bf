// What changed in a document of the program between two versions, or against the pack that it comes from: its text sentence by sentence, its rules field by field.
import { align, type Step } from "#kit";
import { type Language, localText, wordFor, wordsOf } from "#look";
import type { Departure, LocalText, PolicyArea, Program } from "#program";

export interface ChangedField {
  /** As documents name it: `decide`, `when`, `remedy`. */
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

export type DocumentChange =
  | { readonly is: "prose"; readonly sentences: readonly { readonly is: "same" | "gone" | "new"; readonly text: string }[] }
  | {
      readonly is: "part";
      readonly what: Departure["what"];
      readonly id: string;
      readonly kind: Departure["kind"];
      /** The sentence that a rule enforces, the statement of an objective. */
      readonly says?: string;
      readonly because?: string;
      readonly fields: readonly ChangedField[];
    }
  | ({ readonly is: "head" } & ChangedField);

/** Which document: one policy, or the strategy. */
export type DocumentName = PolicyArea | "strategy";

const OF_STRATEGY: ReadonlySet<Departure["what"]> = new Set(["strategy", "objective", "activity"]);

/** Those of one document, in the reader's language. `before` names what is gone; without it, what is gone has its id alone. */
export function changesIn(
  departures: readonly Departure[],
  document: DocumentName,
  { after, before }: { readonly after: Program; readonly before?: Program },
  language: Language,
): DocumentChange[] {
  const programs = before === undefined ? [after] : [after, before];
  return departures
    .filter(({ what, area }) => (document === "strategy" ? OF_STRATEGY.has(what) : area === document))
    .flatMap((departure) => (departure.kind === "prose" ? proseOf(departure, language) : [partOf(departure, programs, language)]));
}

function partOf({ what, id, kind, because, fields = [] }: Departure, programs: readonly Program[], language: Language): DocumentChange {
  const says = firstOf(programs, (program) => saysOf(what, id, program, language));
  return {
    is: "part",
    what,
    id,
    kind,
    ...(says === undefined ? {} : { says }),
    ...(because === undefined ? {} : { because }),
    fields: fields.map(({ name, pack, ours }) => ({
      name,
      ...said("before", name, pack, programs, language),
      ...said("after", name, ours, programs, language),
    })),
  };
}

function saysOf(what: Departure["what"], id: string, { policies, strategy }: Program, language: Language): string | undefined {
  const text: LocalText | undefined =
    what === "rule"
      ? policies.flatMap(({ rules }) => rules).find((rule) => rule.id === id)?.statement
      : what === "objective"
        ? strategy?.objectives.find((one) => one.id === id)?.statement
        : strategy?.activities.find((one) => one.id === id)?.title;
  return localText(text, language);
}

function firstOf<T>(programs: readonly Program[], read: (program: Program) => T | undefined): T | undefined {
  for (const program of programs) {
    const found = read(program);
    if (found !== undefined) return found;
  }
  return undefined;
}

const OUTCOMES: ReadonlySet<string> = new Set(["decide", "unknown"]);

/** Outcomes and lanes in words, texts in the reader's language, the rest as it is written. */
function said(
  key: "before" | "after",
  name: string,
  value: string | undefined,
  programs: readonly Program[],
  language: Language,
): Partial<Record<typeof key, string>> {
  if (value === undefined) return {};
  const words = wordsOf(language);
  if (OUTCOMES.has(name)) return { [key]: wordFor(words.outcome, value) };
  if (name === "lane") return { [key]: wordFor(words.lane, value) };
  return { [key]: textIn(value, language, (id) => firstOf(programs, (program) => servedName(id, program, language)) ?? id) };
}

/** What an activity or a rule serves, as people call it. */
function servedName(id: string, { strategy }: Program, language: Language): string | undefined {
  const objective = strategy?.objectives.find((one) => one.id === id)?.statement;
  const activity = strategy?.activities.find((one) => one.id === id)?.title;
  return localText(objective ?? activity, language);
}

/** Lists by their items, what carries a strength with it (`Ship faster (3)`), texts in the reader's language. */
function textIn(value: string, language: Language, called: (id: string) => string): string {
  if (!/^[{[]/.test(value)) return value;
  try {
    const parsed = JSON.parse(value) as Readonly<Record<string, unknown>> | readonly unknown[];
    const values = Object.values(parsed);
    if (Array.isArray(parsed)) return values.every((item) => typeof item === "string") ? values.join(", ") : value;
    if (values.every((item) => typeof item === "number"))
      return Object.entries(parsed)
        .map(([id, strength]) => `${called(id)} (${String(strength)})`)
        .join(", ");
    const texts = parsed as Readonly<Record<string, unknown>>;
    const text = texts[language] ?? texts["en"] ?? texts["de"];
    return typeof text === "string" ? text : value;
  } catch {
    return value;
  }
}

function proseOf({ fields = [] }: Departure, language: Language): DocumentChange[] {
  const field = fields.find(({ name }) => name === language) ?? (fields.length === 1 ? fields[0] : undefined);
  if (!field) return [];
  return [{ is: "prose", sentences: sentenceSteps(field.pack ?? "", field.ours ?? "") }];
}

/** Both texts sentence by sentence. */
export function sentenceSteps(before: string, after: string): { is: Step<string>["is"]; text: string }[] {
  return align(sentencesOf(before), sentencesOf(after)).map(({ is, item }) => ({ is, text: item }));
}

/** A heading or an item of a list is a sentence of its own. */
function sentencesOf(text: string): string[] {
  return text.split(/\n+|(?<=[.!?…:»”"])\s+(?=[\p{Lu}*«“[])/u).flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}

/** What stands at the head of both: who answers, who approved, what state it is in. */
export function headChanges(before: Program | undefined, after: Program, document: DocumentName, language: Language): DocumentChange[] {
  const [old, fresh] = [headOf(before, document, language), headOf(after, document, language)];
  return Object.keys({ ...old, ...fresh }).flatMap((name): DocumentChange[] => {
    const [was, is] = [old[name], fresh[name]];
    if (was === is) return [];
    return [{ is: "head", name, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}

function headOf(program: Program | undefined, document: DocumentName, language: Language): Readonly<Record<string, string | undefined>> {
  const { state } = wordsOf(language);
  if (document === "strategy") {
    const strategy = program?.strategy;
    if (!strategy) return {};
    const { owner, sponsor, inForce, review, version } = strategy;
    return { title: localText(strategy.title, language), version, state: state[strategy.state], owner, sponsor, inForce, review };
  }
  const policy = program?.policies.find(({ area }) => area === document);
  if (!policy) return {};
  const { owner, approvedBy, inForce, review } = policy;
  return { title: localText(policy.title, language), state: state[policy.state], owner, approvedBy, inForce, review };
}
