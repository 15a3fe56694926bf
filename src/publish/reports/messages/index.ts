// Every message that the page for executives may give. A new one is one file and one line here; what weighs more is said, three of them.
import { allClear } from "./all-clear.ts";
import { belowRung } from "./below-rung.ts";
import { denied } from "./denied.ts";
import { dutiesOpen } from "./duties-open.ts";
import { exploited } from "./exploited.ts";
import { fewerDenied } from "./fewer-denied.ts";
import { licensesUnknown } from "./licenses-unknown.ts";
import { moreDenied } from "./more-denied.ts";
import { noStrategy } from "./no-strategy.ts";
import { nothingRead } from "./nothing-read.ts";
import { objectivesBehind } from "./objectives-behind.ts";
import { objectivesUnknown } from "./objectives-unknown.ts";
import { onTrack } from "./on-track.ts";
import { openSourceShare } from "./open-source-share.ts";
import { policiesNotInForce } from "./policies-not-in-force.ts";
import { severeVulnerabilities } from "./severe-vulnerabilities.ts";
import { strategyProposed } from "./strategy-proposed.ts";
import { supplierGaps } from "./supplier-gaps.ts";
import { toReview } from "./to-review.ts";
import type { StatementRule } from "../statement.ts";

export const messageRules: readonly StatementRule[] = [
  nothingRead,
  exploited,
  denied,
  noStrategy,
  severeVulnerabilities,
  objectivesBehind,
  strategyProposed,
  dutiesOpen,
  belowRung,
  moreDenied,
  fewerDenied,
  supplierGaps,
  policiesNotInForce,
  objectivesUnknown,
  licensesUnknown,
  allClear,
  toReview,
  onTrack,
  openSourceShare,
];
