// Facts of each repository: what its tree says (collected), joined with what the program says of it.
import { type CheckResult, evaluateChecks, type FactValue, knowledgeOf, type Subject } from "#facts";
import { atomsOf, formatAtom, parseExpression } from "#kit";
import { type Collected, daysBetween, type ScanContext } from "../context.ts";
import { fileLicensesOf } from "../imports/licenses.ts";
import { scorecardFact } from "../imports/scorecards.ts";
import { incompatibleIn } from "../obligations/incompatible-here.ts";
import { matchesManifests, ownLicense, strengthOf } from "../own-license.ts";
import { organizationFacts } from "./organization.ts";

export function repositorySubjects(context: ScanContext): Subject[] {
  const organization = organizationFacts(context);
  return context.repositories
    .filter(({ kind }) => kind !== "sbom")
    .map((found) => {
      const product = context.places.get(found.id)?.[0]?.product.id;
      return {
        kind: "repository",
        id: `repository:${found.id}`,
        label: found.id,
        ...(product === undefined ? {} : { product }),
        facts: { organization, repository: repositoryFacts(found, context) },
        evidence: Object.fromEntries(Object.entries(found.evidence).map(([name, list]) => [`repository.${name}`, list])),
      };
    });
}

interface Known {
  readonly facts: Record<string, FactValue>;
  readonly checks: readonly CheckResult[];
}

const known = new WeakMap<Collected, { readonly context: ScanContext; readonly answer: Known }>();

/** Several stages ask for the same repository. */
function knownOf(found: Collected, context: ScanContext): Known {
  const before = known.get(found);
  if (before?.context === context) return before.answer;
  const facts = factsOf(found, context);
  const checks = evaluateChecks({ facts, evidence: found.evidence, failed: found.failed ?? [] });
  const idsWith = (...outcomes: readonly CheckResult["outcome"][]) =>
    checks.filter(({ outcome }) => outcomes.includes(outcome)).map(({ id }) => id);
  const answer = { facts: { ...facts, checksFailed: idsWith("fail"), checksUnknown: idsWith("unknown", "error") }, checks };
  known.set(found, { context, answer });
  return answer;
}

/** Everything that is known of one repository now; what later stages fill is absent and thereby unknown. */
export function repositoryFacts(found: Collected, context: ScanContext): Record<string, FactValue> {
  return knownOf(found, context).facts;
}

/** What published definitions say of it. */
export function checksOf(found: Collected, context: ScanContext): readonly CheckResult[] {
  return knownOf(found, context).checks;
}

function incompatible({ id, kind }: Collected, context: ScanContext): { incompatibleLicenses?: readonly string[] } {
  // A bill of materials is passed on under no licence of its own.
  if (kind === "sbom") return {};
  const incompatibleLicenses = incompatibleIn(id, context);
  return incompatibleLicenses ? { incompatibleLicenses } : {};
}

function factsOf(found: Collected, context: ScanContext): Record<string, FactValue> {
  const places = context.places.get(found.id) ?? [];
  const forge = forgeOrganization(found.origin);
  const unknown = found.inventory.components.filter((component) => component.licenses.length === 0).length;
  return {
    ...found.facts,
    ...licenseFacts(found),
    id: found.id,
    name: found.id.slice(found.id.lastIndexOf("/") + 1),
    origin: found.origin ?? "",
    forgeOrganization: forge,
    products: [...new Set(places.map((place) => place.product.id))],
    owner: places[0]?.product.owner ?? "",
    files: found.files,
    ...(found.counted ?? { components: found.inventory.components.length, unknownLicenses: unknown }),
    published: isPublished(
      found,
      places.some((place) => place.deliverable.distribution === "source"),
      forge,
      context,
    ),
    usedInside: usedInside(found, context),
    ...incompatible(found, context),
    ...insightsAge(found, context),
    ...vulnerabilityCount(found, context),
    ...importedFacts(found, context),
  };
}

function importedFacts(found: Collected, context: ScanContext): Record<string, FactValue> {
  const licenses = fileLicensesOf(found.id, context.imported)?.licenses;
  return {
    ...(licenses ? { fileLicenses: licenses.map(({ expression }) => expression) } : {}),
    ...scorecardFact(found.origin ?? "", context),
  };
}

const usesBy = new WeakMap<ScanContext, ReadonlyMap<string, ScanContext["uses"]>>();

function vulnerabilityCount(found: Collected, context: ScanContext): Record<string, FactValue> {
  const uses = usesBy.get(context) ?? Map.groupBy(context.uses, (use) => use.repository);
  usesBy.set(context, uses);
  const count = context.vulnerabilities.count(uses.get(found.id) ?? []);
  return count === undefined ? {} : { vulnerabilities: count };
}

function insightsAge({ facts }: Collected, { now }: ScanContext): Record<string, FactValue> {
  const days = typeof facts.securityInsightsReviewed === "string" ? daysBetween(facts.securityInsightsReviewed, now) : Number.NaN;
  return Number.isNaN(days) ? {} : { securityInsightsAgeDays: days };
}

function licenseFacts(found: Collected): Record<string, FactValue> {
  const text = ownLicense(found);
  if (text === undefined) return {};
  const expression = parseExpression(text);
  const knowledge = (expression ? atomsOf(expression) : []).map((atom) => knowledgeOf(formatAtom(atom)));
  const declared = found.inventory.own.flatMap((own) => own.license ?? []);
  const matches = matchesManifests(found);
  return {
    license: text,
    licenseStrength: expression ? strengthOf(expression) : "unknown",
    licenseOsiApproved: knowledge.length > 0 && knowledge.every((known) => known.osiApproved),
    ...(matches === undefined ? {} : { licenseMatchesManifests: matches }),
    ...(declared.length > 0 ? { declaredLicenses: [...new Set(declared)].sort() } : {}),
  };
}

/** `github.com/owner` of `https://github.com/owner/name.git` or `git@github.com:owner/name`; empty for anything else. */
export function forgeOrganization(origin: string | undefined): string {
  const match = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?\/?$/i.exec(origin ?? "");
  const [host, path] = [match?.[1], match?.[2]];
  if (!host || !path?.includes("/")) return "";
  return `${host.toLowerCase()}/${path.replace(/^\/+/, "").split("/").slice(0, -1).join("/")}`;
}

function isPublished(found: Collected, asSource: boolean, forge: string, context: ScanContext): boolean {
  const ours = context.organization.forges.some((known) => known.toLowerCase() === forge.toLowerCase());
  return asSource || (found.facts.hasLicense === true && forge !== "" && (ours || context.organization.forges.length === 0));
}

const usedBy = new WeakMap<ScanContext, ReadonlyMap<string, ReadonlySet<string>>>();

/** Products of ours that use one of this repository's own packages as a component. */
function usedInside(found: Collected, context: ScanContext): number {
  const users = usedBy.get(context) ?? productsByOwnPackage(context);
  usedBy.set(context, users);
  return users.get(found.id)?.size ?? 0;
}

function productsByOwnPackage(context: ScanContext): Map<string, Set<string>> {
  const owners = new Map<string, string>();
  const names = new Set<string>();
  for (const found of context.repositories) {
    for (const own of found.inventory.own) {
      const name = `${own.namespace ? `${own.namespace}/` : ""}${own.name}`;
      names.add(name);
      owners.set(`${own.type}\n${name}`, found.id);
    }
  }
  const users = new Map<string, Set<string>>();
  const owning = context.components.map(({ type, name }) => (names.has(name) ? owners.get(`${type}\n${name}`) : undefined));
  for (const use of context.uses) {
    const owner = owning[use.component];
    if (owner === undefined || owner === use.repository || use.product === undefined) continue;
    users.set(owner, (users.get(owner) ?? new Set()).add(use.product));
  }
  return users;
}
