// The chain of a result: every document, rule, finding, decision and figure in it, and how they hang together.
import type { Finding } from "#policy";
import type { Policy, Position, Rule, Strategy } from "#program";
import type { ScanResult } from "#scan";
import { stateOf } from "../shared/states.ts";
import { addAsked } from "./asked.ts";
import { addFigures } from "./figures.ts";
import { addResponsibilities } from "./office.ts";
import type { Chain, ChainNode } from "./types.ts";

/** What a chain is written into while it is built. */
export interface ChainBuilder {
  node(node: ChainNode): void;
  /** `upper` is why `lower` is there. */
  link(upper: string, lower: string): void;
  has(id: string): boolean;
}

/** The whole chain of a result, and what is asked for. What a document names and nothing defines is left out: loading has complained of it. */
export function chainOf(result: ScanResult, asked?: string): Chain {
  const nodes = new Map<string, ChainNode>();
  const links: [string, string][] = [];
  const builder: ChainBuilder = {
    node: (node) => void (nodes.has(node.id) || nodes.set(node.id, node)),
    link: (upper, lower) => void links.push([upper, lower]),
    has: (id) => nodes.has(id),
  };
  if (result.program.strategy) addStrategy(result.program.strategy, builder);
  for (const policy of result.program.policies) addPolicy(policy, builder);
  for (const finding of result.findings) if (finding.outcome !== "allow") addFinding(finding, builder);
  addFigures(result, builder);
  addResponsibilities(result, builder);
  if (asked !== undefined) addAsked(result, asked, builder);
  return { nodes, above: grouped(links, nodes, 1), below: grouped(links, nodes, 0) };
}

function grouped(
  links: readonly [string, string][],
  nodes: ReadonlyMap<string, ChainNode>,
  end: 0 | 1,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, Set<string>>();
  for (const link of links) {
    if (!nodes.has(link[0]) || !nodes.has(link[1])) continue;
    const set = groups.get(link[end]) ?? new Set();
    groups.set(link[end], set.add(link[1 - end] as string));
  }
  return new Map([...groups].map(([id, set]) => [id, [...set]]));
}

function place({ file, line }: Position): ChainNode["place"] {
  return { file, line };
}

function addStrategy(strategy: Strategy, builder: ChainBuilder): void {
  for (const { id, statement, position } of strategy.objectives)
    builder.node({ id: `objective:${id}`, kind: "objective", label: statement, place: place(position) });
  for (const { id, title, serves, position } of strategy.activities) {
    builder.node({ id: `activity:${id}`, kind: "activity", label: title, place: place(position) });
    for (const objective of Object.keys(serves)) builder.link(`objective:${objective}`, `activity:${id}`);
  }
}

function addPolicy(policy: Policy, builder: ChainBuilder): void {
  const id = `policy:${policy.area}`;
  builder.node({ id, kind: "policy", label: policy.title, state: policy.state, place: place(policy.position) });
  for (const activity of policy.serves) builder.link(`activity:${activity}`, id);
  for (const rule of policy.rules) addRule(rule, policy, builder);
}

function addRule(rule: Rule, policy: Policy, builder: ChainBuilder): void {
  const id = `rule:${rule.id}`;
  builder.node({ id, kind: "rule", label: rule.statement, state: rule.decide, place: place(rule.position) });
  builder.link(`policy:${policy.area}`, id);
  // What the policy serves as a whole is reached through the policy.
  for (const activity of rule.serves) if (!policy.serves.includes(activity)) builder.link(`activity:${activity}`, id);
}

function addFinding(finding: Finding, builder: ChainBuilder): void {
  const { subject, waiver } = finding;
  builder.node({ id: finding.id, kind: "finding", label: { en: subject.label }, state: stateOf(finding), place: place(finding.position) });
  // A policy's default answers where no rule speaks.
  const upper = builder.has(`rule:${finding.rule}`) ? `rule:${finding.rule}` : `policy:${finding.area}`;
  builder.link(upper, finding.id);
  builder.node({ id: subject.id, kind: "subject", label: { en: subject.label } });
  builder.link(finding.id, subject.id);
  if (!waiver) return;
  const id = `decision:waiver/${finding.id.replace(/^finding:/, "")}`;
  builder.node({
    id,
    kind: "decision",
    label: { en: `${waiver.because} (${waiver.owner}, ${waiver.expires})` },
    state: waiver.expired ? "expired" : "waived",
  });
  builder.link(finding.id, id);
}
