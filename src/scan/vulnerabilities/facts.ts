// Facts of components about their vulnerabilities. What nobody looked at is unknown; what was looked at and is in no list has none.
import { type FactValue, firstFreeVersion, type SeverityBand, severityBands } from "#facts";
import type { ScanContext } from "../context.ts";
import { isOpenIn, type KnownMatch, type KnownVulnerabilities } from "./known.ts";

type Values = Readonly<Record<string, FactValue>>;

export class VulnerabilityFacts {
  readonly #known: KnownVulnerabilities;
  readonly #context: Pick<ScanContext, "components" | "uses">;
  readonly #covered: readonly boolean[];
  /** Whether a list of what is exploited was imported: without one, silence about it says nothing. */
  readonly #knowsExploited: boolean;

  constructor(known: KnownVulnerabilities, context: Pick<ScanContext, "components" | "uses">) {
    this.#known = known;
    this.#context = context;
    this.#covered = coveredComponents(known, context);
    this.#knowsExploited = known.files.some((file) => file.kind === "kev");
  }

  /** Components whose answers differ between products: facts of others are made once. */
  differs(component: number): boolean {
    return this.#known.byComponent.get(component)?.some((match) => match.answers.some((answer) => answer.product !== undefined)) ?? false;
  }

  isCovered(component: number): boolean {
    return this.#covered[component] ?? false;
  }

  /** Which components data of this moment or later speak of; undefined where nothing speaks of any component. */
  watchedSince(moment: string): ((component: number) => boolean) | undefined {
    const speaking = this.#known.files.filter(({ covers = [], looksAt = [] }) => covers.length + looksAt.length > 0);
    if (speaking.length === 0) return undefined;
    const files = speaking.filter(({ at }) => at !== "" && Date.parse(at) >= Date.parse(moment));
    const watched = coveredComponents({ files }, this.#context);
    return (component) => watched[component] ?? false;
  }

  open(component: number, product: string | undefined): readonly KnownMatch[] {
    return (this.#known.byComponent.get(component) ?? []).filter((match) => isOpenIn(match, product));
  }

  /** The worst that is open; undefined where nobody looked, or nobody can say of this version. */
  worst(component: number, product: string | undefined): SeverityBand | "unknown" | undefined {
    const open = this.open(component, product);
    const sure = open.filter((match) => match.sure);
    if (sure.length === 0) return open.length > 0 || !this.isCovered(component) ? undefined : "none";
    return worstOf(sure.map((match) => this.#known.vulnerabilities[match.vulnerability]?.severity?.band)) ?? "unknown";
  }

  of(component: number, product: string | undefined): Values {
    const open = this.open(component, product);
    const sure = open.filter((match) => match.sure);
    const version = this.#context.components[component]?.version ?? "";
    if (sure.length === 0) {
      // Nobody can say of a version that has no place in the order, or is not pinned.
      return open.length > 0 || !this.isCovered(component)
        ? {}
        : { exploited: false, severity: "none", fixedVersion: version, vulnerabilities: [] };
    }
    const details = sure.flatMap((match) => this.#known.vulnerabilities[match.vulnerability] ?? []);
    const exploited = details.some((vulnerability) => vulnerability.exploited);
    const severity = worstOf(details.map((vulnerability) => vulnerability.severity?.band));
    return {
      ...(exploited || this.#knowsExploited ? { exploited } : {}),
      ...(severity === undefined ? {} : { severity }),
      fixedVersion:
        firstFreeVersion(
          sure.flatMap((match) => match.affected),
          version,
        ) ?? "",
      vulnerabilities: details.map((vulnerability) => vulnerability.id),
    };
  }

  /** Open vulnerabilities, each once, in what is used there; undefined where some of it was looked at by nobody and nothing was found. */
  count(uses: Iterable<{ readonly component: number; readonly product?: string }>): number | undefined {
    const found = new Set<number>();
    let uncovered = false;
    for (const { component, product } of uses) {
      const open = this.open(component, product).filter((match) => match.sure);
      for (const match of open) found.add(match.vulnerability);
      uncovered ||= open.length === 0 && !this.isCovered(component);
    }
    return found.size === 0 && uncovered ? undefined : found.size;
  }
}

/** One of unknown severity may be the worst of all, unless something high is known already. */
function worstOf(bands: readonly (SeverityBand | undefined)[]): SeverityBand | undefined {
  const worst = Math.max(...bands.map((band) => (band === undefined ? -1 : severityBands.indexOf(band))));
  if (bands.includes(undefined) && worst < severityBands.indexOf("high")) return undefined;
  return severityBands[worst];
}

function coveredComponents(
  known: Pick<KnownVulnerabilities, "files">,
  { components, uses }: Pick<ScanContext, "components" | "uses">,
): boolean[] {
  const everywhere = known.files.filter((file) => file.about === undefined).flatMap((file) => file.covers ?? []);
  const named = new Set(known.files.flatMap((file) => file.looksAt ?? []).map(withoutQualifiers));
  const places = known.files.flatMap((file) =>
    file.about === undefined ? [] : (file.covers ?? []).map((cover) => ({ cover, about: file.about })),
  );
  const here = new Map<number, Set<string>>();
  if (places.length > 0) for (const use of uses) here.set(use.component, namesOf(use, here.get(use.component)));
  return components.map(
    ({ purl }, index) =>
      everywhere.some((cover) => purl.startsWith(`pkg:${cover}/`)) ||
      named.has(withoutQualifiers(purl)) ||
      places.some(({ cover, about }) => purl.startsWith(`pkg:${cover}/`) && here.get(index)?.has(about ?? "")),
  );
}

function namesOf(use: { readonly repository: string; readonly product?: string }, before: Set<string> = new Set()): Set<string> {
  before.add(`repository:${use.repository}`);
  if (use.product !== undefined) before.add(`product:${use.product}`);
  return before;
}

function withoutQualifiers(purl: string): string {
  return purl.split(/[?#]/, 1)[0] ?? purl;
}
