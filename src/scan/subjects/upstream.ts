// Upstream projects: how much depends on them here, how much of us is in them, and where we want to stand.
import { type Facts, knowledgeOf, type Subject } from "#facts";
import { atomsOf, formatAtom, parseExpression } from "#kit";
import type { ScanContext } from "../context.ts";
import { scorecardFact } from "../imports/scorecards.ts";
import type { Upstream } from "../upstreams/upstreams.ts";
import { organizationFacts } from "./organization.ts";

type Values = NonNullable<Facts[string]>;

export function upstreamSubjects(context: ScanContext): Subject[] {
  const organization = organizationFacts(context);
  const wishes = new Map((context.program.strategy?.upstreams ?? []).map((wish) => [wish.project, wish]));
  return context.upstreams.projects.map((upstream) => {
    const position = wishes.get(upstream.project)?.position;
    return {
      kind: "upstream",
      id: `upstream:${upstream.project}`,
      label: upstream.project,
      facts: { organization, upstream: { ...upstreamFacts(upstream), ...scorecardFact(upstream.project, context) } },
      ...(position ? { evidence: { "": [{ path: position.file, line: position.line }] } } : {}),
    };
  });
}

function upstreamFacts(upstream: Upstream): Values {
  const { project, products, uses, criticality, wanted, rung, agreement, involvement } = upstream;
  const { absenceFactor, elephantFactor, daysSinceRelease, ours } = involvement ?? {};
  return {
    project,
    products,
    uses,
    criticality,
    // Nobody asked for more than using it.
    wanted: wanted ?? "consumer",
    rung,
    agreement,
    ...licenseFacts(upstream.license),
    ourShare: ours?.share ?? undefined,
    maintainersOfOurs: ours?.maintainers,
    absenceFactor: absenceFactor ?? undefined,
    elephantFactor: elephantFactor ?? undefined,
    daysSinceRelease: daysSinceRelease ?? undefined,
  };
}

function licenseFacts(license: string | undefined): Values {
  const expression = license === undefined ? undefined : parseExpression(license);
  if (license === undefined || !expression) return {};
  const strengths = atomsOf(expression).map((atom) => knowledgeOf(formatAtom(atom)).strength);
  return { "license.id": license, "license.strength": strengths[0], networkClause: strengths.includes("network") };
}
