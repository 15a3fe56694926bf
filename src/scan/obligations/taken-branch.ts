// The licences under which a component is taken: all that AND joins, and of OR the branch that licenses.yaml or the rules chose, else the one that asks least.
import { knowledgeOf } from "#facts";
import { parseExpression, type Strength } from "#kit";
import { choiceTable, settle, type Standing } from "#policy";
import type { Choice } from "#program";

const standings: Readonly<Record<Strength, Standing>> = {
  "public-domain": "allow",
  permissive: "allow",
  weak: "warn",
  strong: "review",
  network: "deny",
  proprietary: "deny",
  none: "deny",
  unknown: "deny",
};

/** Atoms of the branch that is taken; undefined where the text is no expression. */
export type AtomsTaken = (license: string, product: string | undefined, chosen?: string) => readonly string[] | undefined;

export function atomsTaken(choices: readonly Choice[]): AtomsTaken {
  const table = choiceTable(choices);
  const products = new Set(choices.flatMap(({ product }) => product ?? []));
  const known = new Map<string, readonly string[] | undefined>();
  return (license, product, chosen) => {
    const text = chosen ?? license;
    // Products share an answer unless a choice is made for one of them.
    const key = product !== undefined && products.has(product) ? `${product}\n${text}` : text;
    if (!known.has(key)) {
      const expression = parseExpression(text);
      known.set(key, expression && settle(expression, (atom) => standings[knowledgeOf(atom).strength], table, product).atoms);
    }
    return known.get(key);
  };
}
