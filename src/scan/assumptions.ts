// What a run had to take for granted about products: said, so that nobody takes an assumption for an answer.
import { type Phrase, phrase, phraseRow, type Problem, problemText } from "#kit";
import type { Program } from "#program";
import { unmatchedPatterns } from "./assign.ts";
import type { ScanContext } from "./context.ts";
import type { ScanProblemCode } from "./problem-codes.ts";

const MOST_NAMES = 8;

/** `program`: the one that was given; the context may hold assumed products. */
export function assumptionProblems(program: Program, context: ScanContext): Problem[] {
  if (context.repositories.length === 0) return [];
  const file = program.organization.position.file;
  if (program.organization.products.length === 0) return [assumed(file)];
  const ids = context.repositories.map((found) => found.id);
  const unmatched = [...new Set(program.organization.products.flatMap((product) => unmatchedPatterns(product, ids)))].sort();
  if (unmatched.length === 0) return [];
  const nothing = [...context.places.values()].every((places) => places.length === 0);
  return [nothing ? noneInProducts(file, unmatched, ids) : someUnmatched(file, unmatched)];
}

function assumed(file: string): Problem {
  return problem(
    "products-assumed",
    "note",
    file,
    phrase`No product is described, so each repository was taken as a product of its own that leaves the house: the strictest reading.`,
    phrase`Run "allmend init --from" on the folder: it proposes products, deliverables and owners.`,
  );
}

/** A program for another folder, or ids that nobody has: rules about products then know nothing. */
function noneInProducts(file: string, unmatched: readonly string[], ids: readonly string[]): Problem {
  return problem(
    "pattern-matches-nothing",
    "warning",
    file,
    phrase`None of the repositories that were found belongs to a product: ${listed(unmatched)} match none of ${listed(ids)}.`,
    phrase`Correct “repositories” of the deliverables, or scan the folder that holds them.`,
  );
}

/** Usual where only a part of the organisation is scanned. */
function someUnmatched(file: string, unmatched: readonly string[]): Problem {
  return problem(
    "pattern-matches-nothing",
    "note",
    file,
    phrase`Named as repositories of a product, and not among those that were found: ${listed(unmatched)}.`,
    phrase`Correct them, or scan the folder that holds them.`,
  );
}

function problem(code: ScanProblemCode, severity: Problem["severity"], file: string, message: Phrase, hint: Phrase): Problem {
  return { code, severity, file, ...problemText({ message, hint }) };
}

function listed(names: readonly string[]): Phrase {
  const more = names.length - MOST_NAMES;
  const told = phraseRow(names.slice(0, MOST_NAMES));
  return more > 0 ? phrase`${told} and ${more} more` : told;
}
