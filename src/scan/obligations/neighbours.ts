// What is linked into one work with a component: what the same manifest of the same deliverable brings in.
import { clashOf, type Compatibility, type InWork, type LicenseUsage } from "#facts";
import { compareText } from "#kit";
import type { ResultComponent, ResultUse } from "../result.ts";
import type { CompatibilityContext } from "./compatibility.ts";

/** The first licence beside a use that is no one work with it. */
export interface Beside extends Compatibility {
  readonly beside: string;
}

export type UsageOf = (use: ResultUse, component: ResultComponent) => LicenseUsage | undefined;

type Works = ReadonlyMap<string, ReadonlyMap<string, InWork>>;

export function neighbours({ uses, components, matrix }: CompatibilityContext, usageOf: UsageOf) {
  let works: Works | undefined;
  const known = new Map<string, Beside | undefined>();
  return (use: ResultUse, license: string, usage: LicenseUsage): Beside | undefined => {
    works ??= worksOf(uses, components, usageOf);
    for (const work of keysOf(use)) {
      const key = `${work}\n${license}\n${usage.linkage}\n${usage.modified}`;
      if (!known.has(key)) known.set(key, firstClash({ license, usage }, works.get(work), matrix));
      const found = known.get(key);
      if (found) return found;
    }
    return undefined;
  };
}

function firstClash(
  whole: InWork,
  others: ReadonlyMap<string, InWork> | undefined,
  matrix: CompatibilityContext["matrix"],
): Beside | undefined {
  for (const other of [...(others?.values() ?? [])].sort((a, b) => compareText(a.license, b.license))) {
    const found = clashOf(whole, other, matrix);
    if (found) return { ...found, beside: other.license };
  }
  return undefined;
}

/** Each licence once in each work: how it is used there differs little, and the strictest use is looked at. */
function worksOf(uses: readonly ResultUse[], components: readonly ResultComponent[], usageOf: UsageOf): Works {
  const works = new Map<string, Map<string, InWork>>();
  for (const use of uses) {
    const component = components[use.component];
    const usage = component && usageOf(use, component);
    if (!usage || component.license === undefined) continue;
    for (const key of keysOf(use)) {
      const work = works.get(key) ?? new Map<string, InWork>();
      works.set(key, work);
      const before = work.get(component.license);
      if (!before || before.usage.scope === "development" || before.usage.linkage === "separate")
        work.set(component.license, { license: component.license, usage });
    }
  }
  return works;
}

function keysOf({ product, deliverable, repository, manifests }: ResultUse): string[] {
  return manifests.map(({ path }) => `${product}/${deliverable}\n${repository}\n${path}`);
}
