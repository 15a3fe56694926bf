// What lists and searches ask of a case: told from its state.
import { type CaseState, dueOf } from "#decisions";
import type { CaseKind, FieldValue, Organization } from "#program";
import { type CaseCard, wordsIn } from "#store";
import { unitOf } from "./office.ts";

export function cardOf(kind: CaseKind, state: CaseState, organization: Organization): Omit<CaseCard, "nextDue"> {
  const product = fieldOfType(kind, state, "product");
  const unit = unitOf(organization, product, state.requester);
  const component = fieldOfType(kind, state, "purl");
  const title = titleOf(kind, state);
  const due = dueOf(kind, state, state.at).find(({ what }) => what !== "expires");
  return {
    title,
    ...(unit === undefined ? {} : { unit }),
    ...(product === undefined ? {} : { product }),
    ...(component === undefined ? {} : { component }),
    lanes: lanesOpen(state),
    waitsFor: waitsFor(state),
    people: peopleIn(kind, state),
    words: wordsIn([state.id, title, state.kind, state.requester, ...Object.values(state.fields).flatMap(textsOf)]),
    ...(due ? { dueAt: due.due } : {}),
  };
}

/** What it is about, as its kind writes it; else the first text in it. */
export function titleOf(kind: CaseKind, { fields, id }: Pick<CaseState, "fields" | "id">): string {
  const first = kind.writes[0]?.subject;
  // Of many reports about a product, its name tells none from another.
  const subject = kind.fields.find(({ id: field }) => field === first)?.type === "product" ? undefined : first;
  const texts = [
    ...(subject === undefined ? [] : [subject]),
    ...kind.fields.filter(({ type }) => type === "text").map((field) => field.id),
  ];
  const found = texts.map((field) => fields[field]).find((value) => typeof value === "string" && value !== "");
  return String(found ?? id).slice(0, 300);
}

function fieldOfType(kind: CaseKind, { fields }: CaseState, type: "product" | "purl"): string | undefined {
  const field = kind.fields.find((each) => each.type === type);
  const value = field && fields[field.id];
  return typeof value === "string" && value !== "" ? value.slice(0, 500) : undefined;
}

function textsOf(value: FieldValue): readonly string[] {
  return typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
}

function lanesOpen({ phase, lanes }: CaseState): string[] {
  if (phase === "escalated") return ["escalation"];
  if (phase !== "triage" && phase !== "review" && phase !== "waiting") return [];
  return lanes.flatMap(({ id, outcome }) => (outcome === undefined ? [id] : []));
}

/** Whose turn it is. Deputies are told of it by the absence of their member, not here. */
function waitsFor(state: CaseState): string[] {
  const { phase, requester, opener, lanes, escalation } = state;
  if (phase === "draft" || phase === "waiting") return [requester];
  if (phase === "escalated") return (escalation?.members ?? []).filter((person) => person !== requester && person !== opener);
  if (phase !== "review") return [];
  const open = lanes.filter(({ outcome }) => outcome === undefined);
  const turn = open.flatMap(({ members, deputies, votes }) => {
    const voted = new Set(votes.flatMap(({ by, seat }) => [by, seat]));
    const away = state.absences.filter(({ from, until }) => from <= state.at && state.at < until).map(({ person }) => person);
    const standIns = members.some((member) => away.includes(member) || member === requester || member === opener) ? deputies : [];
    return [...members.filter((member) => !away.includes(member)), ...standIns].filter((person) => !voted.has(person));
  });
  return [...new Set(turn)].filter((person) => person !== requester && person !== opener);
}

function peopleIn(kind: CaseKind, { requester, opener, lanes, escalation, fields }: CaseState): string[] {
  const named = kind.fields.filter(({ type }) => type === "person").flatMap(({ id }) => textsOf(fields[id] ?? ""));
  const seats = [...lanes, ...(escalation ? [escalation] : [])].flatMap(({ members, deputies }) => [...members, ...deputies]);
  return [...new Set([requester, opener, ...seats, ...named])].filter((person) => person !== "");
}
