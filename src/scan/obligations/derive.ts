// Obligations of every product: derived from its uses, joined where licence and duty are the same, with the state that records give them.
import { type DerivedObligation, type LicenseUsage, obligationsOf } from "#facts";
import { compareText, shortHash } from "#kit";
import { obligationRecords } from "#program";
import type { ScanContext } from "../context.ts";
import type { ResultComponent, ResultObligation, ResultUse } from "../result.ts";
import { type ObligationWord, obligationWords } from "./states.ts";
import { atomsTaken } from "./taken-branch.ts";
import { usagesOf } from "./usages.ts";

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
  const { records } = context.program;
  const words = obligationWords(records, { now: context.now, releases: context.releases });
  const spoken = new Set(obligationRecords(records).map(({ product }) => product));
  const stateOf = (product: string, { kind, license }: DerivedObligation, purl: string) =>
    spoken.has(product) ? words(product, kind, license, purl) : undefined;
  const counted = new Map<readonly DerivedObligation[], number>();
  const todo = (duties: readonly DerivedObligation[]): number => {
    const known = counted.get(duties);
    if (known !== undefined) return known;
    const count = duties.filter((duty) => !duty.standing).length;
    counted.set(duties, count);
    return count;
  };
  return {
    askedOf,
    open(use, component) {
      const duties = askedOf(use, component);
      if (duties === undefined) return undefined;
      const { product } = use;
      if (product === undefined || !spoken.has(product)) return todo(duties);
      return duties.filter((duty) => !duty.standing && isOpen(stateOf(product, duty, component.purl))).length;
    },
    all: (chosen) => collect(context, askedOf, chosen, stateOf),
  };
}

function isOpen(word: ObligationWord | undefined): boolean {
  return word === undefined || word.record.state === "open";
}

const NOTHING: readonly DerivedObligation[] = [];

function asking(context: ObligationContext): AskedOf {
  const usageOf = usagesOf(context);
  const taken = atomsTaken(context.program.licenses.choices);
  const known = new Map<LicenseUsage, Map<readonly string[], readonly DerivedObligation[] | undefined>>();
  return (use, component, chosen) => {
    // Outside every product nobody knows how it leaves the house: nothing is derived, and the rules ask about the product.
    const usage = usageOf(use, component);
    if (usage === undefined) return undefined;
    if (usage.scope === "development" || usage.place !== "product") return NOTHING;
    // The same atoms are the same list.
    const atoms = component.license === undefined ? undefined : taken(component.license, use.product, chosen);
    if (atoms === undefined) return undefined;
    let answers = known.get(usage);
    if (!answers) known.set(usage, (answers = new Map()));
    if (!answers.has(atoms)) answers.set(atoms, askedTogether(atoms, usage));
    return answers.get(atoms);
  };
}

function askedTogether(atoms: readonly string[], usage: LicenseUsage): readonly DerivedObligation[] | undefined {
  const asked = atoms.map((atom) => obligationsOf(atom, usage));
  return asked.includes(undefined) ? undefined : asked.length === 1 ? asked[0] : asked.flatMap((list) => list ?? []);
}

interface Group {
  readonly product: string;
  readonly duty: DerivedObligation;
  readonly word: ObligationWord | undefined;
  readonly deliverables: Set<string>;
  readonly components: Set<number>;
}

/** What nobody can derive: stands beside the kinds that licences know. */
const unknownDuty = {
  kind: "unknown",
  license: "unknown",
  trigger: "it is used",
  source: "none",
  confidence: 0,
  standing: false,
} as unknown as DerivedObligation;

function collect(
  context: ObligationContext,
  askedOf: AskedOf,
  chosen: Parameters<ObligationBook["all"]>[0],
  wordFor: (product: string, duty: DerivedObligation, purl: string) => ObligationWord | undefined,
): readonly ResultObligation[] {
  const groups = new Groups();
  const add = (use: ResultUse, duty: DerivedObligation, word: ObligationWord | undefined): void => {
    const group = groups.of(use.product ?? "", duty, word);
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
  return groups.list().map(resultObligation).sort(byPlace);
}

class Groups {
  readonly #byName = new Map<string, Group>();
  /** Where nobody said anything, which is nearly everywhere: duties are the same few objects. */
  readonly #unsaid = new Map<string, Map<DerivedObligation, Group>>();

  of(product: string, duty: DerivedObligation, word: ObligationWord | undefined): Group {
    if (word) return this.#named(product, duty, word);
    let groups = this.#unsaid.get(product);
    if (!groups) this.#unsaid.set(product, (groups = new Map()));
    let group = groups.get(duty);
    if (!group) groups.set(duty, (group = this.#named(product, duty, undefined)));
    return group;
  }

  #named(product: string, duty: DerivedObligation, word: ObligationWord | undefined): Group {
    const key = `${product}\n${duty.kind}\n${duty.license}\n${word?.key ?? ""}`;
    let group = this.#byName.get(key);
    if (!group) this.#byName.set(key, (group = { product, duty, word, deliverables: new Set(), components: new Set() }));
    return group;
  }

  list(): Group[] {
    return [...this.#byName.values()];
  }
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
