// An entry as it is typed: texts as they stand in the fields, made into what the register takes when it is sent.
import type { CatalogueState } from "./marks.ts";
import type { Entry } from "./use-catalogue.ts";

export interface DraftCriterion {
  readonly id: string;
  readonly score: string;
  readonly evidence: string;
}

export interface DraftAlternative {
  readonly name: string;
  readonly kind: "open" | "commercial" | "own";
  readonly amount: string;
  readonly currency: string;
  readonly because: string;
}

export interface Draft {
  readonly component: string;
  readonly state: CatalogueState;
  readonly purpose: string;
  readonly category: string;
  readonly because: string;
  readonly owner: string;
  readonly evaluated: string;
  readonly by: string;
  readonly review: string;
  readonly criteria: readonly DraftCriterion[];
  readonly alternatives: readonly DraftAlternative[];
  /** Why it changes: stands in the record. */
  readonly reason: string;
}

export const noCriterion: DraftCriterion = { id: "", score: "3", evidence: "" };
export const noAlternative: DraftAlternative = { name: "", kind: "open", amount: "", currency: "CHF", because: "" };

/** What a form starts from: an entry that is there, or nothing but a component. */
export function draftOf(entry: Entry | undefined, component: string): Draft {
  return {
    component: entry?.component ?? component,
    state: entry?.state ?? "candidate",
    purpose: entry?.for ?? "",
    category: entry?.category ?? "",
    because: entry?.because ?? "",
    owner: entry?.owner ?? "",
    evaluated: entry?.evaluated ?? "",
    by: entry?.by ?? "",
    review: entry?.review ?? "",
    criteria: (entry?.criteria ?? []).map(({ id, score, evidence }) => ({ id, score: `${score}`, evidence: evidence ?? "" })),
    alternatives: (entry?.alternatives ?? []).map(({ name, kind, cost, because }) => ({
      name,
      kind,
      amount: cost ? `${cost.amount}` : "",
      currency: cost?.currency ?? "CHF",
      because: because ?? "",
    })),
    reason: "",
  };
}

/** As registers/catalogue.yaml writes it: what is empty is left out. */
export function writtenOf(draft: Draft): Record<string, unknown> {
  const { component, state, purpose, category, because, owner, evaluated, by, review, criteria, alternatives } = draft;
  const named = criteria.filter(({ id }) => id.trim() !== "");
  const others = alternatives.filter(({ name }) => name.trim() !== "");
  return {
    component: component.trim(),
    state,
    ...filled({ for: purpose, category, because, owner, evaluated, by, review }),
    ...(named.length > 0
      ? {
          criteria: Object.fromEntries(
            named.map(({ id, score, evidence }) => [idOf(id), { score: Number(score), ...filled({ evidence }) }]),
          ),
        }
      : {}),
    ...(others.length > 0 ? { alternatives: others.map(alternativeOf) } : {}),
  };
}

function alternativeOf({ name, kind, amount, currency, because }: DraftAlternative) {
  const cost =
    amount.trim() === "" ? {} : { cost: { amount: Number(amount.replaceAll(/['’\s]/g, "")), currency: currency.trim().toUpperCase() } };
  return { name: name.trim(), kind, ...cost, ...filled({ because }) };
}

function filled(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text.trim() === "" ? [] : [[name, text.trim()]])));
}

/** `Bus factor` becomes `bus-factor`: criteria have ids. */
function idOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
