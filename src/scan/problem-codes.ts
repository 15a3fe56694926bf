// What a run says of itself: about repositories as a whole, and about what it had to assume.
import type { ProblemMeaning } from "#kit";

/** Codes of this room: docs/reference/errors.md is made from it. */
export const scanProblems = {
  "repository-unreadable": {
    means: "A repository could not be read at all; the others were.",
    remedy: "Look at it with `git fsck`, or leave it out knowingly: it counts as not covered.",
  },
  "history-unreadable": {
    means: "The history of a repository could not be read; figures about it are unknown.",
    remedy: "Look at it with `git fsck`, or fetch it again.",
  },
  "secrets-incomplete": {
    means: "Not every version of every file could be searched for secrets.",
    remedy: "Look at the repository with `git fsck`, or make a full clone; then `allmend scan --history` again.",
  },
  "two-repositories-one-name": {
    means: "Two folders that were given hold repositories of the same name.",
    remedy: "Scan the folder that holds both, so that their names differ.",
  },
  "several-components": {
    means: "A component was named as people call it, and several are called so.",
    remedy: "Write the package URL that is meant: the message lists them.",
  },
  "products-assumed": {
    means: "No product is described, so each repository was taken as a product of its own that leaves the house: the strictest reading.",
    remedy: "Run `allmend init --from FOLDER`; it proposes products, deliverables and owners.",
  },
  "pattern-matches-nothing": {
    means: "A deliverable names a repository, or a pattern, that matches none of those that were found.",
    remedy: "Correct it in organization.yaml, or scan the folder that holds the repository.",
  },
  "choice-changed": {
    means: "A choice in licenses.yaml meets nothing any more, because a component is offered under further licences now.",
    remedy: "Choose again for the expression that is offered now.",
  },
  "choice-unused": {
    means: "A choice in licenses.yaml meets no licence of what was scanned.",
    remedy: "Remove it, unless another repository needs it.",
  },
  "delivery-step-refused-in-records": {
    means: "A record claims a step of a supplier's delivery that the delivery cannot take; it is not heard.",
    remedy: "Record the step before it, or give the reason that it needs.",
  },
  "results-left-out": {
    means: "A SARIF file holds as many findings as code hosts take; milder ones were left out.",
    remedy: "Mend the worst first; result.json holds all.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
export type ScanProblemCode = keyof typeof scanProblems;
