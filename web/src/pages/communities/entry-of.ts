// What was typed about communities, as their registers hold it.
export type List = "events" | "collaborations" | "recognition";

export interface Typed {
  readonly title: string;
  readonly where: string;
  readonly owner: string;
  readonly problem: string;
  /** Several, parted by commas. */
  readonly partners: string;
  readonly for: string;
  readonly team: string;
  /** A day: when it is, was, or is looked at again. */
  readonly on: string;
  readonly kind: string;
}

export function entryOf(list: List, typed: Typed): { readonly id?: string; readonly entry: Record<string, unknown> } {
  const { title, where, owner, problem, partners, on, kind, team } = typed;
  switch (list) {
    case "events":
      return { id: idOf(`${title} ${on}`), entry: given({ title, on, kind, where, owner }) };
    case "collaborations": {
      const names = partners.split(/[,;]/).flatMap((name) => name.trim() || []);
      return { id: idOf(problem), entry: { ...given({ problem, owner, review: on }), partners: names } };
    }
    case "recognition":
      return { entry: given({ on, for: typed.for, team }) };
  }
}

function given(texts: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text.trim() === "" ? [] : [[name, text.trim()]])));
}

/** Small letters, digits and `-`, as registers name things. */
function idOf(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "entry" : plain;
}
