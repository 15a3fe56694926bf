// Whether the licences of components go together with the licence under which each repository is passed on.
import { type Compatibility, compatibilityOf, type LicenseUsage } from "#facts";
import { compareText } from "#kit";
import type { ScanContext } from "../context.ts";
import { declaredByAll, ownLicense } from "../own-license.ts";
import type { ResultCompatibility, ResultComponent, ResultUse } from "../result.ts";
import { type Beside, neighbours } from "./neighbours.ts";
import { usagesOf } from "./usages.ts";

/** What is said of one use; undefined outside every product, where nobody knows how it is passed on. */
export type CompatibilityOfUse = (
  use: ResultUse,
  component: ResultComponent,
) => (Compatibility & Partial<Pick<Beside, "beside">>) | undefined;

/** What compatibility is judged from. */
export type CompatibilityContext = Pick<ScanContext, "program" | "organization" | "repositories" | "components" | "uses" | "matrix">;

const made = new WeakMap<CompatibilityContext, CompatibilityOfUse>();

/** One for each context: several stages ask about the same uses. */
export function compatibilityBook(context: CompatibilityContext): CompatibilityOfUse {
  const known = made.get(context) ?? bookOf(context);
  made.set(context, known);
  return known;
}

function bookOf(context: CompatibilityContext): CompatibilityOfUse {
  const outbound = outboundLicenses(context);
  const usageOf = usagesOf(context);
  const beside = neighbours(context, usageOf);
  const answers = new Map<string | undefined, Map<string, Map<LicenseUsage, Compatibility>>>();
  const withOurs = (out: string | undefined, license: string, usage: LicenseUsage): Compatibility => {
    let byLicense = answers.get(out);
    if (!byLicense) answers.set(out, (byLicense = new Map()));
    let byUsage = byLicense.get(license);
    if (!byUsage) byLicense.set(license, (byUsage = new Map()));
    let answer = byUsage.get(usage);
    if (!answer) byUsage.set(usage, (answer = compatibilityOf(out, license, usage, context.matrix)));
    return answer;
  };
  return (use, component) => {
    const usage = usageOf(use, component);
    if (usage === undefined || component.license === undefined) return undefined;
    const answer = withOurs(outbound.get(use.repository), component.license, usage);
    // What already does not fit ours needs no second reason.
    return answer.compatible === false ? answer : (beside(use, component.license, usage) ?? answer);
  };
}

/** The licence text of each repository, else what all its manifests declare. */
export function outboundLicenses({ repositories }: Pick<CompatibilityContext, "repositories">): ReadonlyMap<string, string> {
  return new Map(
    repositories.flatMap((repository) => {
      const found = ownLicense(repository) ?? declaredByAll(repository);
      return found === undefined ? [] : [[repository.id, found] as const];
    }),
  );
}

/** Every answer that is not yes, joined by repository, licence and reason. What nobody knows for want of the component's licence is told elsewhere. */
export function incompatibilities(context: CompatibilityContext): ResultCompatibility[] {
  const book = compatibilityBook(context);
  const outbound = outboundLicenses(context);
  const groups = new Map<string, { readonly entry: Omit<ResultCompatibility, "components">; readonly components: Set<number> }>();
  for (const use of context.uses) {
    const component = context.components[use.component];
    const answer = component && book(use, component);
    if (!answer || answer.compatible === true || answer.reason === "unknown-licence" || component.license === undefined) continue;
    const { reason, source, confidence, beside } = answer;
    const key = [use.product, use.repository, component.license, reason, beside ?? ""].join("\n");
    const out = outbound.get(use.repository);
    const entry = {
      repository: use.repository,
      ...(use.product === undefined ? {} : { product: use.product }),
      ...(out === undefined ? {} : { outbound: out }),
      inbound: component.license,
      compatible: answer.compatible === false ? ("no" as const) : ("unknown" as const),
      reason,
      ...(beside === undefined ? {} : { beside }),
      source,
      confidence,
    };
    const group = groups.get(key) ?? { entry, components: new Set<number>() };
    group.components.add(use.component);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { entry, components }]) => ({ ...entry, components: [...components].sort((a, b) => a - b) }));
}

/** The answer for one component in one product, whatever it is. */
export interface CompatibilityAnswer {
  readonly product: string;
  readonly outbound?: string;
  readonly compatible: "yes" | "no" | "unknown";
  readonly reason: Compatibility["reason"];
  readonly beside?: string;
  readonly source: string;
  readonly confidence: number;
}

export function compatibilityIn(context: CompatibilityContext, component: ResultComponent): CompatibilityAnswer[] {
  const book = compatibilityBook(context);
  const outbound = outboundLicenses(context);
  return context.uses.flatMap((use) => {
    const answer = book(use, component);
    if (!answer || use.product === undefined) return [];
    const out = outbound.get(use.repository);
    const { reason, source, confidence, beside } = answer;
    const compatible = answer.compatible === undefined ? "unknown" : answer.compatible ? "yes" : "no";
    return [
      {
        product: use.product,
        ...(out === undefined ? {} : { outbound: out }),
        compatible,
        reason,
        ...(beside === undefined ? {} : { beside }),
        source,
        confidence,
      } as const,
    ];
  });
}
