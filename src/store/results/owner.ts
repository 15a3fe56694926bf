// Who answers for a finding: the owner of its product, else of the rule, else of the policy.
import type { Finding } from "#policy";
import type { Program } from "#program";

export function ownerOf(program: Program): (finding: Pick<Finding, "rule" | "area" | "subject">) => string | undefined {
  const ofProduct = new Map(program.organization.products.map(({ id, owner }) => [id, owner]));
  const ofRule = new Map(program.policies.flatMap(({ rules }) => rules.map(({ id, owner }) => [id, owner] as const)));
  const ofArea = new Map(program.policies.map(({ area, owner }) => [area, owner]));
  return ({ rule, area, subject }) =>
    (subject.product === undefined ? undefined : ofProduct.get(subject.product)) ?? ofRule.get(rule) ?? ofArea.get(area);
}
