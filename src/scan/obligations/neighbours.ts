// What is linked into one work with a component: what the same manifest of the same deliverable brings in.
import { asksForOneWork, clashOf, type Compatibility, type InWork, isOneWork, type LicenseUsage } from "#facts";
import { compareText } from "#kit";
import type { ResultComponent, ResultUse } from "../result.ts";
import type { CompatibilityContext } from "./compatibility.ts";
import type { UsageOf } from "./usages.ts";

/** The first licence beside a use that is no one work with it. */
export interface Beside extends Compatibility {
  readonly beside: string;
}

export function neighbours({ uses, components, matrix }: CompatibilityContext, usageOf: UsageOf) {
  let works: Works | undefined;
  return (use: ResultUse, license: string, usage: LicenseUsage): Beside | undefined => {
    // Most licences ask nothing of what stands beside them: then nobody looks.
    if (!isOneWork(usage) || !asksForOneWork(license)) return undefined;
    works ??= worksOf(uses, components, usageOf);
    const here = works.at(use);
    for (const { path } of use.manifests) {
      const found = here.get(path)?.clash({ license, usage }, matrix);
      if (found) return found;
    }
    return undefined;
  };
}

/** Everything that one manifest brings into one deliverable. */
class Work {
  /** Each licence once, as it is first used here: how one work uses it differs little. */
  readonly licenses = new Map<string, InWork>();
  readonly #answers = new Map<string, Map<LicenseUsage, Beside | undefined>>();

  /** The first by name of the licences that does not go with it. */
  clash(whole: InWork, matrix: CompatibilityContext["matrix"]): Beside | undefined {
    const { license, usage } = whole;
    const answers = this.#answers.get(license) ?? new Map<LicenseUsage, Beside | undefined>();
    this.#answers.set(license, answers);
    if (answers.has(usage)) return answers.get(usage);
    const answer = firstClash(whole, this.licenses.values(), matrix);
    answers.set(usage, answer);
    return answer;
  }
}

function firstClash(whole: InWork, others: Iterable<InWork>, matrix: CompatibilityContext["matrix"]): Beside | undefined {
  for (const other of [...others].sort((a, b) => compareText(a.license, b.license))) {
    const found = clashOf(whole, other, matrix);
    if (found) return { ...found, beside: other.license };
  }
  return undefined;
}

type Paths = Map<string, Work>;

/** Works by repository, product, deliverable and path: maps in maps, because a million uses would make a million names. */
class Works {
  readonly #found = new Map<string, Map<string, Map<string, Paths>>>();

  at({ repository, product = "", deliverable = "" }: ResultUse): Paths {
    let products = this.#found.get(repository);
    if (!products) this.#found.set(repository, (products = new Map()));
    let deliverables = products.get(product);
    if (!deliverables) products.set(product, (deliverables = new Map()));
    let paths = deliverables.get(deliverable);
    if (!paths) deliverables.set(deliverable, (paths = new Map()));
    return paths;
  }
}

/** Only what becomes part of one work counts: what only builds or tests it does not. */
function worksOf(uses: readonly ResultUse[], components: readonly ResultComponent[], usageOf: UsageOf): Works {
  const works = new Works();
  for (const use of uses) {
    const component = components[use.component];
    const usage = component && usageOf(use, component);
    if (!usage || component.license === undefined || !isOneWork(usage)) continue;
    const here = works.at(use);
    for (const { path } of use.manifests) {
      let work = here.get(path);
      if (!work) here.set(path, (work = new Work()));
      if (!work.licenses.has(component.license)) work.licenses.set(component.license, { license: component.license, usage });
    }
  }
  return works;
}
