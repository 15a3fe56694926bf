// Choices between licences that settle nothing any more: what upstream offers has changed, so somebody chooses again.
import { type Expression, expressionKey, parseExpression, type Phrase, phrase, type Problem, problemText } from "#kit";
import type { Choice, Program } from "#program";
import type { ScanProblemCode } from "./problem-codes.ts";
import type { ResultComponent } from "./result.ts";

/** Choices of the program itself; those of a pack are for everybody. A choice whose branches are offered together with others is a warning, one that meets nothing a note. */
export function idleChoices({ licenses, location }: Program, components: readonly ResultComponent[]): Problem[] {
  const own = licenses.choices.filter(({ position }) => position.file.startsWith(location));
  if (own.length === 0) return [];
  const offers = offersOf(components);
  return own.flatMap((choice) => {
    const expression = parseExpression(choice.expression);
    if (expression?.kind !== "or" || offers.has(expressionKey(expression))) return [];
    const wider = [...offers.values()].find((offer) => holdsAll(offer, expression));
    return [wider ? changed(choice, wider) : unused(choice)];
  });
}

interface Offer {
  readonly expression: Expression;
  readonly branches: ReadonlySet<string>;
  readonly example: string;
}

/** Every OR in the licences of components, by its key. */
function offersOf(components: readonly ResultComponent[]): ReadonlyMap<string, Offer> {
  const offers = new Map<string, Offer>();
  const seen = new Set<string>();
  for (const { license, declaredLicense, purl } of components) {
    for (const text of [license, declaredLicense]) {
      if (text === undefined || seen.has(text)) continue;
      seen.add(text);
      for (const expression of choicesIn(parseExpression(text))) {
        const branches = new Set(expression.parts.map(expressionKey));
        offers.set(expressionKey(expression), { expression, branches, example: `${purl} (${text})` });
      }
    }
  }
  return offers;
}

type Compound = Extract<Expression, { readonly parts: unknown }>;

function choicesIn(expression: Expression | undefined): Compound[] {
  if (expression === undefined || expression.kind === "license") return [];
  return [...(expression.kind === "or" ? [expression] : []), ...expression.parts.flatMap(choicesIn)];
}

function holdsAll(offer: Offer, expression: Compound): boolean {
  return expression.parts.every((part) => offer.branches.has(expressionKey(part)));
}

function changed({ expression, position }: Choice, offer: Offer): Problem {
  return problem(
    "choice-changed",
    "warning",
    position,
    phrase`Nothing offers "${expression}" any more; with further licences it is offered by ${offer.example}`,
    phrase`Choose again for what is offered now: until then the mildest branch is taken.`,
  );
}

function unused({ expression, position }: Choice): Problem {
  return problem(
    "choice-unused",
    "note",
    position,
    phrase`Nothing that was scanned offers "${expression}"`,
    phrase`Remove the choice, if nothing else does.`,
  );
}

function problem(
  code: ScanProblemCode,
  severity: Problem["severity"],
  { file, line }: Choice["position"],
  message: Phrase,
  hint: Phrase,
): Problem {
  return { code, severity, file, line, ...problemText({ message, hint }) };
}
