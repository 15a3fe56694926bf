// What the rules say to a request, from the last result: the judgement that a case of kind use waits for, and what its fields can be filled with.
import type { HomeImports } from "#facts";
import { approvalFor, approvalsIn, type Judgement } from "#decisions";
import { type CaseKind, type FieldValue, type FieldValues, type Prefill, type Product, type UseStatement } from "#program";
import { parsePurl } from "#kit";
import { askUse, type UseAnswer } from "./ask.ts";
import { judgementOf } from "./judgement-of.ts";
import type { AskedResult } from "./result.ts";

/** Judges the use that the fields describe, by the result's own program. `linkage`, `modified` and `distribution` are taken as the fields say them. */
export async function judgeUse(result: AskedResult, kind: CaseKind, fields: FieldValues, imports?: HomeImports): Promise<Judgement> {
  const purl = textOf(fields["component"]);
  const license = textOf(fields["license"]);
  const answer = await askUse(asDescribed(result, purl, fields), {
    purl,
    product: textOf(fields["product"]),
    ...(license === "" ? {} : { license }),
    ...(imports ? { imports } : {}),
  });
  const approval = approvalOf(result, kind, purl, fields, answer);
  return {
    ...doubted(judgementOf(answer, result.program.digest), result, kind, fields),
    obligations: [...new Set(answer.obligations.map(({ kind: asked }) => asked))].sort(),
    ...(approval ? { approval } : {}),
  };
}

/**
 * A product that reaches people otherwise than the request says: the rules judged what is said, so what they would allow goes to people, in the lanes that decide by
 * use. It may be a deliverable that the program does not name yet.
 */
function doubted(judgement: Judgement, { program }: AskedResult, kind: CaseKind, fields: FieldValues): Judgement {
  const [product, distribution] = [textOf(fields["product"]), textOf(fields["distribution"])];
  const deliverables = program.organization.products.find(({ id }) => id === product)?.deliverables ?? [];
  const ways = [...new Set(deliverables.map((each) => each.distribution))].sort();
  if (distribution === "" || ways.length === 0 || ways.some((way) => way === distribution)) return judgement;
  const told = [
    ...judgement.because,
    `distribution: the request says ${distribution}, the deliverables of ${product} are ${ways.join(", ")}`,
  ];
  if (judgement.outcome !== "allow" && judgement.outcome !== "warn") return { ...judgement, because: told };
  const byUse = kind.lanes.filter(({ per }) => per.includes("use")).map(({ id }) => id);
  return { ...judgement, outcome: "review", lanes: [...new Set([...judgement.lanes, ...byUse])].sort(), because: told };
}

function textOf(value: FieldValue | undefined): string {
  return typeof value === "string" ? value : "";
}

/** The result with this use as the fields say it: a request may be about a use that no scan has seen. */
function asDescribed(result: AskedResult, component: string, fields: FieldValues): AskedResult {
  const [product, distribution] = [textOf(fields["product"]), textOf(fields["distribution"])];
  const { modified, linkage } = fields;
  const { program } = result;
  const stated = {
    component,
    product,
    ...(typeof modified === "boolean" ? { modified } : {}),
    ...(isLinkage(linkage) ? { linkage } : {}),
    position: program.organization.position,
  };
  const products = program.organization.products.map((each) => (each.id === product ? reaching(each, distribution) : each));
  return {
    ...result,
    program: {
      ...program,
      organization: { ...program.organization, products },
      licenses: { ...program.licenses, uses: [stated, ...(program.licenses.uses ?? [])] },
    },
  };
}

function isLinkage(value: unknown): value is NonNullable<UseStatement["linkage"]> {
  return value === "static" || value === "dynamic" || value === "separate" || value === "none";
}

/** Only the deliverables that reach people in that way; where none does, one that would. */
function reaching(product: Product, distribution: string): Product {
  const fitting = product.deliverables.filter((each) => each.distribution === distribution);
  const [first] = product.deliverables;
  if (fitting.length > 0 || !first || distribution === "") return fitting.length > 0 ? { ...product, deliverables: fitting } : product;
  return { ...product, deliverables: [{ ...first, id: "requested", distribution: distribution as (typeof first)["distribution"] }] };
}

/** An approval that answers it, where it still holds by what is known of the component now. */
function approvalOf(
  result: AskedResult,
  kind: CaseKind,
  purl: string,
  fields: FieldValues,
  { component }: UseAnswer,
): Judgement["approval"] {
  const { modified } = fields;
  const license = component.license ?? textOf(fields["license"]);
  // That nothing is known of an exploit is no knowledge that there is none.
  const exploited = result.vulnerabilities.some(
    (each) =>
      each.exploited !== undefined &&
      each.affects.some((affected) => affected.open && result.components[affected.component]?.purl === purl),
  );
  const found = approvalFor(
    approvalsIn(result.program.records, result.now),
    purl,
    {
      ...(license === "" ? {} : { license }),
      product: textOf(fields["product"]),
      linkage: textOf(fields["linkage"]),
      distribution: textOf(fields["distribution"]),
      ...(typeof modified === "boolean" ? { modified } : {}),
      ...(exploited ? { exploited } : {}),
    },
    kind,
  );
  return found && { id: found.approval.id, is: found.is };
}

/** What the fields of a kind can be filled with, for a component and a product. What nobody knows is left out. */
export async function prefillUse(result: AskedResult, kind: CaseKind, purl: string, product: string): Promise<FieldValues> {
  const answer = await askUse(result, { purl, product });
  const known = knownOf(result, purl, product, answer);
  return Object.fromEntries(
    kind.fields.flatMap(({ id, from, default: standard }): [string, FieldValue][] => {
      const value = (from === undefined ? undefined : known[from]) ?? standard;
      return value === undefined || value === "" ? [] : [[id, value]];
    }),
  );
}

function knownOf(
  result: AskedResult,
  purl: string,
  product: string,
  { component, obligations }: UseAnswer,
): Partial<Record<Prefill, FieldValue>> {
  const index = result.components.findIndex((each) => each.purl === purl);
  const below = new Set(
    result.uses
      .filter(({ path }) => path !== undefined && path.length > 1 && path.at(-2) === purl)
      .map((use) => result.components[use.component]?.purl ?? ""),
  );
  const used = result.uses.filter((use) => use.component === index && use.product === product);
  const deliverables = result.program.organization.products.find(({ id }) => id === product)?.deliverables ?? [];
  const approvals = approvalsIn(result.program.records, result.now).filter(({ component: approved }) => sameName(approved, purl));
  const [usual] = deliverables.filter(({ id }) => used.length === 0 || used.some((use) => use.deliverable === id));
  return {
    "component.purl": purl,
    "component.name": component.name,
    "component.version": component.version,
    "product.id": product,
    ...(component.license === undefined ? {} : { "component.license": component.license }),
    ...(component.health ? { "component.status": statusOf(component.health) } : {}),
    "component.notices": [...new Set(obligations.map(({ kind: asked }) => asked))].sort().join(", "),
    "component.dependencies": [...below]
      .filter((each) => each !== "")
      .sort()
      .join(", "),
    "component.approvals": approvals.map(({ id, component: approved, at }) => `${id}: ${approved}, ${at.slice(0, 10)}`).join("; "),
    ...(usual ? { "deliverable.distribution": usual.distribution, "deliverable.repositories": usual.repositories.join(", ") } : {}),
  };
}

function statusOf({ latest, deprecated }: NonNullable<UseAnswer["component"]["health"]>): string {
  return [latest === undefined ? "" : `newest ${latest}`, deprecated === true ? "deprecated" : ""].filter((each) => each !== "").join(", ");
}

function sameName(approved: string, purl: string): boolean {
  const [a, b] = [parsePurl(approved.replace(/@[<>=^~*].*$/, "")), parsePurl(purl)];
  return a !== undefined && b !== undefined && a.type === b.type && a.namespace === b.namespace && a.name === b.name;
}
