// A question from outside becomes a case of the office: checked, and opened in the name of nobody known.
import { fill, type Language, siteWords } from "#look";
import { dueOf } from "#decisions";
import { publicSite } from "#publish";
import type { CaseKind } from "#program";
import type { Deps } from "../deps.ts";
import { CaseRefused, openCase } from "../office/actions.ts";
import { officeFor } from "../routes/cases/acting.ts";
import { isAddress, OUTSIDE } from "./outside.ts";

export interface Taken {
  readonly id: string;
  readonly contact: string;
  /** Until when the office means to have answered. */
  readonly by?: string;
}

export type NotTaken = Readonly<Record<"problem", string>> & { readonly wrong: readonly string[] };

export async function takeQuestion(
  deps: Deps,
  kind: CaseKind,
  language: Language,
  typed: Readonly<Record<string, string>>,
): Promise<Taken | NotTaken> {
  const { CONTACT, askedOutside, fieldLabel } = await publicSite();
  const words = siteWords(language).ask;
  const fields = askedOutside(kind);
  const labels = (ids: readonly string[]) =>
    fields
      .filter(({ id }) => ids.includes(id))
      .map((field) => fieldLabel(field, language))
      .join(", ");
  const missing = (wrong: readonly string[]) => ({ wrong, problem: fill(words.missing, { what: labels(wrong) }, language) });
  const contact = typed[CONTACT] ?? "";
  const answers = Object.fromEntries(fields.flatMap(({ id }) => (typed[id] ? [[id, typed[id]]] : [])));
  try {
    if (contact === "") return missing([CONTACT]);
    if (!isAddress(contact)) return { wrong: [CONTACT], problem: fill(words.noAddress, { what: contact.slice(0, 80) }, language) };
    const { state } = await openCase(
      officeFor(deps),
      { id: OUTSIDE, roles: ["public"] },
      { kind: kind.kind, fields: answers, submit: true },
    );
    const by = dueOf(kind, state, deps.clock().toISOString()).find(({ what }) => what === "decide")?.due;
    return { id: state.id, contact, ...(by === undefined ? {} : { by }) };
  } catch (error) {
    if (!(error instanceof CaseRefused) || !error.refusal.fields) throw error;
    return missing(error.refusal.fields);
  }
}
