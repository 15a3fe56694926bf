// Every decision that may be wanted of executives. A new one is one file and one line here; the heaviest is the ask.
import { answerSupplier } from "./answer-supplier.ts";
import { approvePolicies } from "./approve-policies.ts";
import { approveStrategy } from "./approve-strategy.ts";
import { correctObjective } from "./correct-objective.ts";
import { measureObjectives } from "./measure-objectives.ts";
import { mendDenied } from "./mend-denied.ts";
import { nameOwners } from "./name-owners.ts";
import { policiesIntoForce } from "./policies-into-force.ts";
import { renewExceptions } from "./renew-exceptions.ts";
import { reviewStrategy } from "./review-strategy.ts";
import { staffUpstream } from "./staff-upstream.ts";
import { writeStrategy } from "./write-strategy.ts";
import type { StatementRule } from "../statement.ts";

export const askRules: readonly StatementRule[] = [
  mendDenied,
  writeStrategy,
  approveStrategy,
  staffUpstream,
  correctObjective,
  renewExceptions,
  reviewStrategy,
  policiesIntoForce,
  approvePolicies,
  answerSupplier,
  nameOwners,
  measureObjectives,
];
