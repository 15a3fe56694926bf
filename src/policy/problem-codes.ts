// Everything that can be wrong with the conditions and examples of rules.
import type { ProblemMeaning } from "#kit";

/** Codes of this room: docs/reference/errors.md is made from it. */
export const policyProblems = {
  "rule-syntax": {
    means: "A condition is not CEL, or not the part of it that rules use.",
    remedy: "Mend it where the message points; `docs/handbook/writing-a-policy.md` shows conditions.",
  },
  "rule-too-large": {
    means: "A condition is too long or too deeply nested.",
    remedy: "Say it in several rules.",
  },
  "rule-unknown-fact": {
    means: "A condition names a fact, a group or a parameter that its subject does not have.",
    remedy: "Write the name as the message suggests; `docs/reference/facts.md` lists them by subject.",
  },
  "rule-literal": {
    means: "A text is none of the values that the fact can have.",
    remedy: "Take one of the values that the message lists.",
  },
  "rule-type": {
    means: "Two things are compared or joined that do not go together, or a value is no condition.",
    remedy: "Compare a number with a number, a text with a text; a condition is true or false.",
  },
  "rule-function": {
    means: "A function is not known, or is called in another way than it takes.",
    remedy: "Call it as the message shows.",
  },
  "rule-pattern": {
    means: "A pattern is no regular expression of RE2.",
    remedy: "Mend the pattern; RE2 has no look-around and no back-references.",
  },
  "rule-unknown-measure": {
    means: "A condition asks for a measure that does not exist.",
    remedy: "Write the id as the message suggests; `docs/reference/measures.md` lists them.",
  },
  "rule-parameter-unset": {
    means: "A condition reads a parameter that nobody has set; the rule will answer unknown.",
    remedy: "Set it under `parameters` in organization.yaml.",
  },
  "example-facts": {
    means: "An example gives a fact that does not exist, or a value that it cannot have.",
    remedy: "Correct it; an example gives the facts that the rule's subject has.",
  },
  "waiver-of-obligation": {
    means: "An exception names a rule that says what licensors ask. Our own rules can be waived, a licensor's cannot.",
    remedy: "Do what is asked and record the evidence, or record why it does not apply (`allmend record obligation`).",
  },
  "rules-invalid": {
    means: "Rules that were to be judged by have mistakes.",
    remedy: "Run `allmend validate` and mend what it lists.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
export type PolicyProblemCode = keyof typeof policyProblems;
