// Whether what a case names is there: products, teams, deliverables, rules. The machine knows forms, the program knows what there is.
import type { CaseKind, FieldValues, Program } from "#program";
import { refuse, type Refusal } from "#decisions";

export function wrongReference(kind: CaseKind, fields: FieldValues, program: Program): Refusal | undefined {
  for (const { id, type } of kind.fields) {
    const value = fields[id];
    if (typeof value !== "string" || value === "") continue;
    const known = knownOf(type, program);
    if (known && !known.includes(value)) return missing(id, value, known);
  }
  return wrongWaiver(kind, fields, program);
}

function knownOf(type: CaseKind["fields"][number]["type"], { organization }: Program): readonly string[] | undefined {
  if (type === "product") return organization.products.map(({ id }) => id);
  if (type === "team") return organization.teams.map(({ id }) => id);
  if (type === "deliverable") return organization.products.flatMap(({ deliverables }) => deliverables.map(({ id }) => id));
  return undefined;
}

/** A waiver of a rule that is not there, or for a product that is not there, would hold for nothing. */
function wrongWaiver(kind: CaseKind, fields: FieldValues, program: Program): Refusal | undefined {
  const waiver = kind.writes.find(({ record }) => record === "waiver");
  if (!waiver) return undefined;
  const field = waiver.data["rule"];
  const rule = field === undefined ? undefined : fields[field];
  const rules = program.policies.flatMap(({ rules: each }) => each.map(({ id }) => id));
  if (typeof rule === "string" && field !== undefined && rule !== "" && !rules.includes(rule)) return missing(field, rule, rules);
  const about = waiver.data["about"];
  const subject = fields[waiver.subject];
  const products = program.organization.products.map(({ id }) => id);
  if (
    about !== undefined &&
    fields[about] === "product" &&
    typeof subject === "string" &&
    !products.includes(subject.replace(/^product:/, ""))
  )
    return missing(waiver.subject, subject, products);
  return undefined;
}

function missing(field: string, value: string, known: readonly string[]): Refusal {
  const shown = known.slice(0, 20).join(", ");
  return refuse("field-wrong", `field "${field}" names "${value.slice(0, 100)}", which is not there; there are: ${shown || "none"}`, [
    field,
  ]);
}
