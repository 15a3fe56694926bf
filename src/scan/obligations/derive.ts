// Obligations of every product: derived from its uses, joined where licence and duty are the same, with the state that records give them.
import { type DerivedObligation, obligationsOf } from "#facts";
import { compareText, shortHash } from "#kit";
import type { ScanContext } from "../context.ts";
import type { ResultComponent, ResultObligation, ResultUse } from "../result.ts";
import { type ObligationWord, obligationWords } from "./states.ts";
import { usesOf } from "./statements.ts";
import { atomsTaken } from "./taken-branch.ts";

/** What is asked for one use: undefined where its licence, or what its licence asks, is not known. */
export type AskedOf = (use: ResultUse, component: ResultComponent, chosen?: string) => readonly DerivedObligation[] | undefined;

export interface ObligationBook {
  readonly askedOf: AskedOf;
  /** Duties that are open for one use; undefined where nobody knows what is asked. */
  open(use: ResultUse, component: ResultComponent): number | undefined;
  /** Every obligation of every product. `chosen`: the branch of an OR that the rules took for a use. */
  all(chosen: (use: ResultUse, component: ResultComponent) => string | undefined): readonly ResultObligation[];
}

/** What obligations are derived from. */
export type ObligationContext = Pick<ScanContext, "program" | "organization" | "now" | "components" | "uses" | "releases">;

export function obligationBook(context: ObligationContext): ObligationBook {
  const askedOf = asking(context);
  const words = obligationWords(context.program.records, { now: context.now, releases: context.releases });
  const stateOf = (product: string, { kind, license }: DerivedObligation, purl: string) => words(product, kind, license, purl);
  return {
    askedOf,
    open(use, component) {
      const duties = askedOf(use, component)?.filter((duty) => !duty.standing);
      if (duties === undefined || use.product === undefined) return duties?.length;
      return duties.filter((duty) => isOpen(stateOf(use.product ?? "", duty, component.purl))).length;
    },
    all: (chosen) => collect(context, askedOf, chosen, stateOf),
  };
}

function isOpen(word: ObligationWord | undefined): boolean {
  return word === undefined || word.record.state === "open";
}

function asking(context: ObligationContext): AskedOf {
  const { licenses } = context.program;
  const factsOf = usesOf(licenses.uses ?? []);
  const taken = atomsTaken(licenses.choices);
  const ways = new Map(
    context.organization.products.flatMap((product) =>
      product.deliverables.map((deliverable) => [`${product.id}/${deliverable.id}`, deliverable.distribution] as const),
    ),
  );
  return (use, component, chosen) => {
    // Outside every product nobody knows how it leaves the house: nothing is derived, and the rules ask about the product.
    const distribution = ways.get(`${use.product}/${use.deliverable}`);
    if (distribution === undefined) return undefined;
    const usage = { ...factsOf(use, component), distribution };
    if (usage.scope === "development" || usage.place !== "product") return [];
    const atoms = component.license === undefined ? undefined : taken(component.license, use.product, chosen);
    if (atoms === undefined) return undefined;
    const asked = atoms.map((atom) => obligationsOf(atom, usage));
    return asked.includes(undefined) ? undefined : asked.length === 1 ? asked[0] : asked.flatMap((list) => list ?? []);
  };
}

interface Group {
  readonly product: string;
  readonly duty: DerivedObligation;
  readonly word: ObligationWord | undefined;
  readonly deliverables: Set<string>;
  readonly components: Set<number>;
}

const unknownDuty = { kind: "unknown", license: "unknown", trigger: "it is used", source: "none", confidence: 0, standing: false } as const;

function collect(
  context: ObligationContext,
  askedOf: AskedOf,
  chosen: Parameters<ObligationBook["all"]>[0],
  wordFor: (product: string, duty: DerivedObligation, purl: string) => ObligationWord | undefined,
): readonly ResultObligation[] {
  const groups = new Map<string, Group>();
  const add = (use: ResultUse, duty: Group["duty"] | typeof unknownDuty, word: ObligationWord | undefined): void => {
    const product = use.product ?? "";
    const key = `${product}\n${duty.kind}\n${duty.license}\n${word?.key ?? ""}`;
    let group = groups.get(key);
    if (!group)
      groups.set(key, (group = { product, duty: duty as DerivedObligation, word, deliverables: new Set(), components: new Set() }));
    group.components.add(use.component);
    if (use.deliverable !== undefined) group.deliverables.add(use.deliverable);
  };
  for (const use of context.uses) {
    const component = context.components[use.component];
    if (!component || use.product === undefined) continue;
    const asked = askedOf(use, component, chosen(use, component));
    if (asked === undefined) add(use, unknownDuty, undefined);
    else for (const duty of asked) add(use, duty, wordFor(use.product, duty, component.purl));
  }
  return [...groups.values()].map(resultObligation).sort(byPlace);
}

function resultObligation({ product, duty, word, deliverables, components }: Group): ResultObligation {
  const { kind, license, trigger, source, confidence, standing } = duty;
  const record = word?.record;
  const open = (kind as string) === "unknown" ? "unknown" : standing ? "standing" : "open";
  return {
    id: `obligation:${shortHash(product, kind, license, word?.key ?? "")}`,
    product,
    deliverables: [...deliverables].sort(compareText),
    kind,
    license,
    trigger,
    source,
    confidence,
    components: [...components].sort((a, b) => a - b),
    state: record === undefined || record.state === "open" ? open : record.state,
    ...(record?.evidence === undefined ? {} : { evidence: record.evidence }),
    ...(record?.because === undefined ? {} : { because: record.because }),
    ...(record?.owner === undefined ? {} : { owner: record.owner }),
    ...(record?.due === undefined ? {} : { due: record.due }),
  };
}

function byPlace(a: ResultObligation, b: ResultObligation): number {
  return compareText(a.product, b.product) || compareText(a.kind, b.kind) || compareText(a.license, b.license) || compareText(a.id, b.id);
}
