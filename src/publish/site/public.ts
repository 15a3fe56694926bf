// What everybody may read and see. The rule, in full: a document is public where `site.documents` of organization.yaml names it and it is in force; a
// repository where `site.projects` names it, it is published (an open licence and a public address) and its forge does not say that it is private. Nothing else is.
import { policyAreas, type Policy, type PolicyArea, type PublicSite, type Strategy } from "#program";
import { repositoryMatcher, type ResultRepository, type ScanResult } from "#scan";

export interface PublicPart {
  readonly strategy?: Strategy;
  readonly policies: readonly Policy[];
  readonly projects: readonly ResultRepository[];
  readonly contacts: PublicSite["contacts"];
  readonly address?: string;
  /** What was named and is not shown, or could be: for whoever writes the site, never for its readers. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly what: string;
  readonly why: "not-in-force" | "not-there" | "not-published" | "private" | "no-address" | "not-named" | "no-match";
}

export function publicPart(result: ScanResult): PublicPart {
  const { organization, strategy, policies } = result.program;
  const site = organization.site ?? { documents: [], projects: [], contacts: {} };
  const leftOut: LeftOut[] = [];
  const shownStrategy = site.documents.includes("strategy") && strategy && isInForce(strategy.state) ? strategy : undefined;
  const shown = policies.filter(({ area, state }) => site.documents.includes(area) && isInForce(state));
  for (const document of new Set(site.documents)) {
    const there = document === "strategy" ? strategy : policies.find(({ area }) => area === document);
    if (!there) leftOut.push({ what: document, why: "not-there" });
    else if (!isInForce(there.state)) leftOut.push({ what: document, why: "not-in-force" });
  }
  const projects = publicProjects(result, site, leftOut);
  return {
    ...(shownStrategy ? { strategy: shownStrategy } : {}),
    policies: shown.toSorted((a, b) => rank(a.area) - rank(b.area)),
    projects,
    contacts: site.contacts,
    ...(site.address === undefined ? {} : { address: site.address }),
    leftOut,
  };
}

function isInForce(state: string): boolean {
  return state === "in-force" || state === "review-due";
}

function rank(area: PolicyArea): number {
  return policyAreas.indexOf(area);
}

function publicProjects({ repositories }: ScanResult, site: PublicSite, leftOut: LeftOut[]): ResultRepository[] {
  for (const pattern of site.projects)
    if (!repositories.some(({ id }) => repositoryMatcher([pattern])(id))) leftOut.push({ what: pattern, why: "no-match" });
  const named = repositoryMatcher(site.projects);
  return repositories.filter((repository) => {
    const why = whyNot(repository, named(repository.id));
    // Of what nobody named, only what looks published is worth a word.
    if (why !== undefined && !(why === "not-named" && repository.facts["published"] !== true)) leftOut.push({ what: repository.id, why });
    return why === undefined;
  });
}

function whyNot({ facts }: ResultRepository, named: boolean): LeftOut["why"] | undefined {
  if (!named) return "not-named";
  if (facts["visibility"] === "private" || facts["visibility"] === "internal") return "private";
  if (facts["published"] !== true) return "not-published";
  return webAddress(facts["origin"]) === undefined ? "no-address" : undefined;
}

/** An address that a reader can open; undefined for anything else. */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== "string" || !URL.canParse(value)) return undefined;
  const { protocol, username, password, href } = new URL(value);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "" ? href : undefined;
}
