// A result in portions that are kept one after the other: components with all of their uses.
import { positionsByGroup } from "#kit";
import type { ResultComponent, ResultUse, ScanResult } from "#scan";

export interface Portion {
  /** Index in the result of its first component. */
  readonly from: number;
  readonly components: readonly ResultComponent[];
  /** Uses of these components, by component. */
  readonly uses: readonly ResultUse[];
}

interface PortionOptions {
  /** Components of each. */
  readonly size: number;
  /** Lets go of what was handed out: the lists are empty places afterwards. For callers whose result it is alone. */
  readonly letGo?: boolean;
}

/** A document of others may name a component twice: its uses stand with the first. A use of a component that is not there is left out. */
export function* portionsOf(result: Pick<ScanResult, "components" | "uses">, { size, letGo = false }: PortionOptions): Generator<Portion> {
  const components = result.components as (ResultComponent | undefined)[];
  const usesOf = usesByComponent(result, letGo);
  for (let from = 0; from < components.length; from += size) {
    const until = Math.min(from + size, components.length);
    const portion = { from, components: components.slice(from, until) as ResultComponent[], uses: usesOf(from, until) };
    if (letGo) components.fill(undefined, from, until);
    yield portion;
  }
}

/** Takes the uses of the components from … until. What is held for it is two numbers a use, however large the result is. */
function usesByComponent(result: Pick<ScanResult, "components" | "uses">, letGo: boolean): (from: number, until: number) => ResultUse[] {
  const uses = result.uses as (ResultUse | undefined)[];
  const firsts = firstOfEach(result.components);
  const positions = positionsByGroup(firsts.length, uses.length, (index) => firsts[uses[index]?.component ?? -1]);
  return (from, until) => {
    const taken: ResultUse[] = [];
    for (let component = from; component < until; component++) {
      for (const index of positions(component)) {
        const use = uses[index] as ResultUse;
        taken.push(use.component === component ? use : { ...use, component });
        if (letGo) uses[index] = undefined;
      }
    }
    return taken;
  };
}

function firstOfEach(components: readonly ResultComponent[]): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(components, ({ purl }, index) => {
    const first = known.get(purl);
    if (first === undefined) known.set(purl, index);
    return first ?? index;
  });
}
