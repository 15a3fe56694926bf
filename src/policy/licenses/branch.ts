// The licence algebra: AND takes the worst, OR the best, WITH is one atom. The branch that is taken is recorded.
import { type Expression, expressionKey, foldExpression, formatAtom, formatExpression, parseExpression } from "#kit";
import type { Choice, Outcome } from "#program";

/** What the rules make of one atom; `none`: no rule speaks of it. `none` is worse than an answer of allow. */
export type Standing = Outcome | "none";
const order: readonly Standing[] = ["allow", "none", "warn", "review", "deny"];

/** The part of an expression under which a component is taken. */
export interface Branch {
  readonly standing: Standing;
  /** What was there to settle. */
  readonly whole: Expression;
  /** What is left of it. */
  readonly expression: Expression;
  /** Atoms that apply, in the order of the text, each once. */
  readonly atoms: readonly string[];
  /** How OR was settled; absent where there was nothing to choose. */
  readonly because?: "best" | "choice";
}

/** Choices of licenses.yaml by the expression that they settle. */
export type ChoiceTable = ReadonlyMap<string, readonly Choice[]>;

export function choiceTable(choices: readonly Choice[]): ChoiceTable {
  const table = new Map<string, Choice[]>();
  for (const choice of choices) {
    const expression = parseExpression(choice.expression);
    if (expression) table.set(expressionKey(expression), [...(table.get(expressionKey(expression)) ?? []), choice]);
  }
  return table;
}

/** Settles an expression. One walk over the tree; the leftmost of equals wins, and what `choices` names for the product wins over both. */
export function settle(
  expression: Expression,
  standingOf: (atom: string) => Standing,
  choices: ChoiceTable = new Map(),
  product?: string,
): Branch {
  return foldExpression<Branch>(expression, {
    atom: (atom) => ({ standing: standingOf(formatAtom(atom)), whole: atom, expression: atom, atoms: [formatAtom(atom)] }),
    and: (parts) => together(parts),
    or: (parts) => chosen(parts, choices, product),
  });
}

export function branchText(branch: Branch): string {
  return formatExpression(branch.expression);
}

function together(parts: readonly Branch[]): Branch {
  const standing = parts.reduce<Standing>((worst, part) => (rank(part.standing) > rank(worst) ? part.standing : worst), "allow");
  const settled = parts.find((part) => part.because === "choice") ?? parts.find((part) => part.because !== undefined);
  return {
    standing,
    whole: { kind: "and", parts: parts.map((part) => part.whole) },
    expression: { kind: "and", parts: parts.flatMap(({ expression }) => (expression.kind === "and" ? expression.parts : [expression])) },
    atoms: [...new Set(parts.flatMap((part) => part.atoms))],
    ...(settled?.because ? { because: settled.because } : {}),
  };
}

function chosen(parts: readonly Branch[], choices: ChoiceTable, product: string | undefined): Branch {
  const whole: Expression = { kind: "or", parts: parts.map((part) => part.whole) };
  const wanted = choices.size > 0 ? wantedBranch(whole, parts, choices, product) : undefined;
  if (wanted) return { ...wanted, whole, because: "choice" };
  const best = parts.reduce((a, b) => (rank(b.standing) < rank(a.standing) ? b : a));
  return { ...best, whole, because: best.because ?? "best" };
}

/** The branch that licenses.yaml names: for this product before for all. */
function wantedBranch(whole: Expression, parts: readonly Branch[], choices: ChoiceTable, product: string | undefined): Branch | undefined {
  const named = choices.get(expressionKey(whole)) ?? [];
  const choice =
    named.find((one) => one.product !== undefined && one.product === product) ?? named.find((one) => one.product === undefined);
  const wanted = choice && parseExpression(choice.choose);
  return wanted && parts.find((part) => expressionKey(part.whole) === expressionKey(wanted));
}

function rank(standing: Standing): number {
  return order.indexOf(standing);
}
