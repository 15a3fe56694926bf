// What measuring says of its inputs.
import type { ProblemMeaning } from "#kit";

/** Codes of this room: docs/reference/errors.md is made from it. */
export const measureProblems = {
  "delivery-unassigned": {
    means: "Deployments or incidents belong to no product or repository that was found, so they count nowhere.",
    remedy: "Name the product or the repository in the export as organization.yaml or the folder does.",
  },
  "delivery-commit-unknown": {
    means: "A deployment names a commit or a tag that its repository does not hold; its changes have no lead time.",
    remedy: "Fetch the whole history, tags included; a commit that was rewritten after the deployment cannot be found again.",
  },
  "delivery-future": {
    means:
      "A deployment, an incident or a tag lies after the moment for which the run answers, or before 1970: a clock was wrong; it is left out. An incident that ends after it counts as open.",
    remedy: "Correct the export, or give `--now`.",
  },
  "delivery-negative": {
    means:
      "A change is newer than the deployment that brought it or of 1970 and before, or an incident ended before it began; it is left out of the median.",
    remedy: "Look at the clocks of those who wrote it.",
  },
  "delivery-cause-unknown": {
    means: "An incident names as its cause a deployment, commit or tag that no deployment has; it is held against none.",
    remedy: "Correct the cause, or leave it empty: the newest deployment before it, within the horizon, is taken then.",
  },
  "delivery-no-cause": {
    means: "Incidents have no deployment shortly before them; they count for the time to restore and not for the failure rate.",
    remedy: "Name their cause where a deployment brought them, or widen `--horizon`.",
  },
  "delivery-overlap": {
    means: "Incidents of one product overlap; each counts on its own, with its own time.",
    remedy: "Join them in the tracker if they were one.",
  },
  "delivery-tags-unmatched": {
    means:
      "A pattern says which tags are releases, and no tag of the repository is one by it: a trend of its default branch is all that is left.",
    remedy: "Correct `--tags`, or `release-tags` of the deliverable in organization.yaml: it is a glob such as `v*`.",
  },
  "delivery-hotfix-rule-off": {
    means: "Releases follow one another so quickly that a patch soon afterwards says nothing; only reverts count as failures.",
    remedy: "Record incidents (`allmend record incident`), or say which releases failed (`allmend record failure TAG`).",
  },
  "delivery-release-unknown": {
    means:
      "A record says whether a release failed, and no release of that tag is measured: where deployments are told, incidents say what failed.",
    remedy: "Correct the tag or the repository in a new record, or record an incident.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
export type MeasureProblemCode = keyof typeof measureProblems;
