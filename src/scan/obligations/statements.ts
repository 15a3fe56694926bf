// What licenses.yaml says of single uses: changed or not, linked how. Where it says nothing, the ecosystem's default holds.
import { type LicenseUsage, type Linkage, linkages, usualLinkage } from "#facts";
import { PurlIndex } from "#policy";
import type { UseStatement } from "#program";
import type { ScanContext } from "../context.ts";
import { type FilePlace, placeOf } from "../place.ts";
import type { ResultComponent, ResultUse } from "../result.ts";

export interface UseFacts extends Pick<LicenseUsage, "scope" | "place" | "modified" | "linkage"> {
  /** Whether somebody said how it is linked; otherwise it is the ecosystem's default. */
  readonly stated: boolean;
}

/** How a component is used. The same answer is the same object: a million uses have a few dozen. */
export type UsesOf = (use: ResultUse, component: ResultComponent) => UseFacts;

/** What answers are made from. */
export type StatementContext = Pick<ScanContext, "program">;

const made = new WeakMap<StatementContext, UsesOf>();

/** One for each context: several stages ask about the same uses. */
export function usesOf(context: StatementContext): UsesOf {
  const known = made.get(context) ?? remembering(reader(context.program.licenses.uses ?? []));
  made.set(context, known);
  return known;
}

/** Of one use everything is asked in a row. */
function remembering(read: UsesOf): UsesOf {
  let last: { readonly use: ResultUse; readonly component: ResultComponent; readonly facts: UseFacts } | undefined;
  return (use, component) => {
    if (last?.use === use && last.component === component) return last.facts;
    const facts = read(use, component);
    last = { use, component, facts };
    return facts;
  };
}

function reader(statements: readonly UseStatement[]): UsesOf {
  const index = new PurlIndex(statements, (statement) => statement.component);
  const placed = placer();
  const linked = linker();
  return (use, component) => {
    const place = placed(use.manifests);
    const said =
      statements.length === 0
        ? []
        : index.holding(component.purl).filter(({ product }) => product === undefined || product === use.product);
    if (said.length === 0) return oneOf(use.scope, place, linked(component.type), false, false);
    // For this product before for all.
    const ordered = [...said.filter(({ product }) => product !== undefined), ...said.filter(({ product }) => product === undefined)];
    const linkage = ordered.find((one) => one.linkage !== undefined)?.linkage;
    const modified = ordered.find((one) => one.modified !== undefined)?.modified ?? false;
    return oneOf(use.scope, place, linkage ?? linked(component.type), modified, linkage !== undefined);
  };
}

const SCOPES = ["production", "development", "optional"] as const satisfies readonly UseFacts["scope"][];
const PLACES = ["product", "test", "example"] as const satisfies readonly FilePlace[];
const all: (UseFacts | undefined)[] = [];

function oneOf(scope: UseFacts["scope"], place: FilePlace, linkage: Linkage, modified: boolean, stated: boolean): UseFacts {
  const number =
    ((SCOPES.indexOf(scope) * PLACES.length + PLACES.indexOf(place)) * linkages.length + linkages.indexOf(linkage)) * 4 +
    (modified ? 2 : 0) +
    (stated ? 1 : 0);
  return (all[number] ??= { scope, place, modified, linkage, stated });
}

function linker(): (type: string) => Linkage {
  const known = new Map<string, Linkage>();
  return (type) => {
    const before = known.get(type);
    if (before) return before;
    const linkage = usualLinkage(type);
    known.set(type, linkage);
    return linkage;
  };
}

/** A thousand uses stand in the same file. */
function placer(): (manifests: ResultUse["manifests"]) => UseFacts["place"] {
  const known = new Map<string, UseFacts["place"]>();
  return (manifests) => {
    const [only] = manifests;
    if (!only || manifests.length > 1) return placeOf(manifests.map(({ path }) => path));
    const before = known.get(only.path);
    if (before) return before;
    const place = placeOf([only.path]);
    known.set(only.path, place);
    return place;
  };
}

/** What licenses.yaml says of these uses, each value once; nothing where it says nothing. */
export function statedUses(
  context: StatementContext,
  uses: readonly ResultUse[],
  components: readonly ResultComponent[],
): { readonly modified: readonly boolean[]; readonly linkage: readonly Linkage[] } {
  const index = new PurlIndex(context.program.licenses.uses ?? [], (statement) => statement.component);
  const said = uses.flatMap((use) =>
    index.holding(components[use.component]?.purl ?? "").filter(({ product }) => product === undefined || product === use.product),
  );
  return {
    modified: [...new Set(said.flatMap(({ modified }) => modified ?? []))],
    linkage: [...new Set(said.flatMap(({ linkage }) => linkage ?? []))],
  };
}
