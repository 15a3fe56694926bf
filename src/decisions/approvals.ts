// Approvals of uses as records say them, what they cover, and whether they still hold: they lapse when facts change, not by the calendar.
import { compareText, formatExpression, matchesPurl, parseExpression, parsePurl, parsePurlRange } from "#kit";
import type { CaseKind, LapseReason, Position, RecordEntry } from "#program";
import { endOfDay, isBefore } from "./span.ts";

/** How a component is used: what an approval speaks of. */
export interface Usage {
  readonly license?: string;
  readonly product?: string;
  readonly linkage?: string;
  readonly modified?: boolean;
  readonly distribution?: string;
}

export interface Approval extends Usage {
  /** Case, or the id that an import gave. */
  readonly id: string;
  /** Package URL; with a version, or a range after @. */
  readonly component: string;
  readonly at: string;
  readonly by?: string;
  readonly conditions: readonly string[];
  /** Facts that were known and accepted: `archived`, `exploited`. */
  readonly accepted: readonly string[];
  /** What was decided on, where not the component: licence and use. */
  readonly per: readonly string[];
  /** The tool that it comes from; absent for our own. */
  readonly origin?: string;
  readonly position: Position;
}

/** Approvals that records say and that nothing ended by `now`: no record of a lapse, no day that passed. */
export function approvalsIn(records: readonly RecordEntry[], now: string): readonly Approval[] {
  const heard = records.filter(({ at }) => !isBefore(now.length > 10 ? now : endOfDay(now), at));
  const ended = new Map<string, string>();
  for (const { kind, id, at } of heard) if (kind === "lapse" && id !== undefined) ended.set(id, at);
  const refusals = Map.groupBy(
    heard.filter(({ data }) => data["outcome"] === "rejected"),
    (record) => record.subject ?? "",
  );
  return heard
    .flatMap((record): Approval[] => {
      const { kind, subject, id, at, data } = record;
      if (
        (kind !== "approval" && kind !== "approved-use") ||
        id === undefined ||
        !subject?.startsWith("pkg:") ||
        data["outcome"] === "rejected"
      )
        return [];
      const end = ended.get(id);
      if (end !== undefined && !isBefore(end, at)) return [];
      if (refusedLater(record, refusals.get(subject) ?? [])) return [];
      const expires = text(data["expires"]);
      return expires !== undefined && isBefore(endOfDay(expires), now) ? [] : [approvalOf(record, subject, id)];
    })
    .sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id));
}

/** A later no to the same component and product ends an earlier yes, whoever said it. */
function refusedLater({ at, data }: RecordEntry, records: readonly RecordEntry[]): boolean {
  return records.some(
    (other) =>
      (other.kind === "approval" || other.kind === "approved-use") &&
      (other.data["product"] === undefined || other.data["product"] === data["product"]) &&
      isBefore(at, other.at),
  );
}

function approvalOf({ at, by, data, position }: RecordEntry, component: string, id: string): Approval {
  const [license, product, linkage, distribution, origin] = ["license", "product", "linkage", "distribution", "origin"].map((key) =>
    text(data[key]),
  );
  const { modified } = data;
  return {
    id,
    component,
    at,
    ...(by === undefined ? {} : { by }),
    ...(license === undefined ? {} : { license }),
    ...(product === undefined ? {} : { product }),
    ...(linkage === undefined ? {} : { linkage }),
    ...(distribution === undefined ? {} : { distribution }),
    ...(typeof modified === "boolean" ? { modified } : {}),
    ...(origin === undefined ? {} : { origin }),
    conditions: texts(data["conditions"]),
    accepted: texts(data["accepted"]),
    per: texts(data["per"]),
    position,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

export type Coverage = "same" | "carried" | "precedent";

/**
 * Whether an approval speaks of this version in this use: `same` where it does, `carried` where the kind lets it carry over to other versions and products,
 * `precedent` where it was decided for its licence and use, whatever the component. What an approval leaves open it approves for all; a range covers
 * what lies in it.
 */
export function covers(approval: Approval, component: string, usage: Usage, kind: Pick<CaseKind, "carriesOver">): Coverage | undefined {
  const licensed = approval.license === undefined || sameLicense(approval.license, usage.license);
  const used = (["linkage", "modified", "distribution"] as const).every(
    (key) => approval[key] === undefined || approval[key] === usage[key],
  );
  const sold = approval.product === undefined || approval.product === usage.product;
  const [wanted, range] = [parsePurl(component), parsePurlRange(approval.component)];
  if (!wanted || "error" in range) return undefined;
  if (licensed && used && sold && matchesPurl(range, wanted) === true) return "same";
  const { carriesOver } = kind;
  const fits = (rule: boolean, same: boolean, stated: boolean) => !rule || (same && stated);
  if (
    carriesOver &&
    fits(carriesOver.license, licensed, approval.license !== undefined) &&
    fits(carriesOver.use, used, true) &&
    near(approval.component, component, carriesOver.versions)
  ) {
    return "carried";
  }
  const decided = approval.per.length > 0 && !approval.per.includes("component");
  const precedent =
    decided &&
    fits(approval.per.includes("license"), licensed, approval.license !== undefined) &&
    fits(approval.per.includes("use"), used, true);
  return precedent ? "precedent" : undefined;
}

/** Whether two versions of one component lie as near as that; a version that is no three numbers is near only itself, or any. */
function near(approved: string, component: string, versions: NonNullable<CaseKind["carriesOver"]>["versions"]): boolean {
  const [before, now] = [parsePurl(approved), parsePurl(component)];
  if (!before || !now || before.type !== now.type || before.namespace !== now.namespace || before.name !== now.name) return false;
  if (versions === "any" || before.version === now.version) return true;
  const [from, to] = [before.version, now.version].map((version) =>
    /^v?(\d+)\.(\d+)\.(\d+)$/
      .exec(version ?? "")
      ?.slice(1)
      .map(Number),
  );
  if (!from || !to || versions === "same" || from[0] !== to[0]) return false;
  if (versions === "patch") return from[1] === to[1] && (to[2] ?? 0) > (from[2] ?? 0);
  return (to[1] ?? 0) > (from[1] ?? 0) || (from[1] === to[1] && (to[2] ?? 0) > (from[2] ?? 0));
}

function sameLicense(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && normal(a) === normal(b);
}

function normal(expression: string): string {
  const parsed = parseExpression(expression);
  return parsed ? formatExpression(parsed).toLowerCase() : expression.trim().toLowerCase();
}

/** What is so now; what is absent is not known. */
export interface PresentFacts extends Usage {
  readonly archived?: boolean;
  readonly exploited?: boolean;
}

export interface Standing {
  readonly lapses: readonly LapseReason[];
  /** Facts that would have to be known to be sure that it holds. */
  readonly unknown: readonly string[];
}

const FACTS = { "project-archived": "archived", "exploited-vulnerability": "exploited" } as const;

/** Whether an approval still holds, by what ends one of its kind. What is not known ends nothing, and is told. */
export function standingOf(approval: Approval, present: PresentFacts, { lapsesWhen }: Pick<CaseKind, "lapsesWhen">): Standing {
  const lapses: LapseReason[] = [];
  const unknown: string[] = [];
  for (const reason of lapsesWhen) {
    const answers =
      reason === "license-changes"
        ? [licenseChanged(approval, present)]
        : reason === "use-changes"
          ? usesChanged(approval, present)
          : [happened(approval, present, FACTS[reason])];
    unknown.push(...answers.flatMap((answer) => (typeof answer === "string" ? [answer] : [])));
    if (answers.includes(true)) lapses.push(reason);
  }
  return { lapses, unknown };
}

/** Whether it changed; the name of the fact where nobody knows. */
type Changed = boolean | string;

function licenseChanged({ license }: Approval, present: PresentFacts): Changed {
  if (license === undefined) return false;
  return present.license === undefined ? "license" : !sameLicense(license, present.license);
}

function usesChanged(approval: Approval, present: PresentFacts): Changed[] {
  return (["linkage", "modified", "distribution"] as const).map((key) => {
    if (approval[key] === undefined) return false;
    return present[key] === undefined ? key : present[key] !== approval[key];
  });
}

function happened({ accepted }: Approval, present: PresentFacts, fact: "archived" | "exploited"): Changed {
  return present[fact] === undefined ? fact : present[fact] && !accepted.includes(fact);
}

/** The approval that speaks of this version in this use and that holds now: of the same before one that carries over, before a precedent; the newest first. */
export function approvalFor(
  approvals: readonly Approval[],
  component: string,
  present: PresentFacts,
  kind: Pick<CaseKind, "carriesOver" | "lapsesWhen">,
): { readonly approval: Approval; readonly is: Coverage } | undefined {
  const found = approvals.toReversed().flatMap((approval) => {
    const is = covers(approval, component, present, kind);
    return is && standingOf(approval, present, kind).lapses.length === 0 ? [{ approval, is }] : [];
  });
  return (["same", "carried", "precedent"] as const)
    .map((wanted) => found.find(({ is }) => is === wanted))
    .find((each) => each !== undefined);
}
