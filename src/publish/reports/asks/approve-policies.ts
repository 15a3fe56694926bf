// Ask: stand behind the policies by which everything is judged already.
import type { StatementRule } from "../statement.ts";

export const approvePolicies: StatementRule = {
  id: "approve-policies",
  condition: "A policy is in force and nobody is named who approved it. Weight 62.",
  words: {
    en: {
      title: "Approve {count} {count|policy|policies} by which we judge today.",
      text: "{count|It applies|They apply}, and nobody has put a name to {count|it|them}.",
    },
    de: {
      title: "Genehmigen Sie {count} {count|Richtlinie|Richtlinien}, nach denen heute geprüft wird.",
      text: "{count|Sie gilt|Sie gelten}, und niemand steht mit Namen dafür ein.",
    },
  },
  speak({ result }) {
    const open = result.program.policies.filter(({ state, approvedBy }) => state === "in-force" && approvedBy === undefined);
    return open.length === 0 ? undefined : { priority: 62, state: "review", values: { count: open.length } };
  },
};
