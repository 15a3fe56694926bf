// What refers to what: documents say what they declare and what they need; once all are read, every need must be met.
import { didYouMean, type Phrase, phrase, phraseList } from "#kit";
import type { Position } from "../model.ts";
import { isStandIn } from "../read/check.ts";
import { type ProblemList } from "../read/problems.ts";

export type Kind =
  | "unit"
  | "team"
  | "person"
  | "executive"
  | "board"
  | "lane"
  | "product"
  | "objective"
  | "activity"
  | "rule"
  | "measure"
  | "case kind";

interface Need {
  readonly kinds: readonly Kind[];
  readonly id: string;
  readonly at: Position;
}

/** How a message calls what was meant. */
function wordsFor(kinds: readonly Kind[]): Phrase {
  const named = phraseList(kinds.map((kind) => words[kind]));
  return /^(?:executive|objective|activity)/.test(kinds[0] ?? "") ? phrase`an ${named}` : phrase`a ${named}`;
}

const words: Readonly<Record<Kind, Phrase>> = {
  unit: phrase`unit`,
  team: phrase`team`,
  person: phrase`person`,
  executive: phrase`executive`,
  board: phrase`board`,
  lane: phrase`lane`,
  product: phrase`product`,
  objective: phrase`objective`,
  activity: phrase`activity`,
  rule: phrase`rule`,
  measure: phrase`measure`,
  "case kind": phrase`case kind`,
};

export class References {
  private readonly declared = new Map<Kind, Map<string, Position | undefined>>();
  private readonly needs: Need[] = [];
  private readonly problems: ProblemList;
  private readonly unseen = new Set<Kind>();

  constructor(problems: ProblemList) {
    this.problems = problems;
  }

  /** Says that something is there. Twice the same id in documents of one program is an error. */
  declare(kind: Kind, id: string, at?: Position): void {
    const known = this.of(kind);
    const first = known.get(id);
    if (at && first) {
      const where = first.file === at.file ? phrase`line ${first.line}` : phrase`${first.file}, line ${first.line}`;
      this.problems.add("duplicate-id", at, phrase`there is a second ${words[kind]} "${id}"; the first is in ${where}`, {
        expected: phrase`each id once`,
      });
      return;
    }
    known.set(id, at);
  }

  /** Says that something of one of these kinds must be there. */
  need(kinds: readonly Kind[], id: string | undefined, at: Position): void {
    if (id !== undefined && !isStandIn(id)) this.needs.push({ kinds, id, at });
  }

  /** Says that a document which would declare such things could not be read: needs of them cannot be judged. */
  cannotSee(...kinds: readonly Kind[]): void {
    for (const kind of kinds) this.unseen.add(kind);
  }

  has(kind: Kind, id: string): boolean {
    return this.of(kind).has(id);
  }

  ids(kind: Kind): string[] {
    return [...this.of(kind).keys()];
  }

  /** Needs that nothing meets, as problems. `also` holds what packs bring. */
  check(also?: References): void {
    for (const { kinds, id, at } of this.needs) {
      if (kinds.some((kind) => this.unseen.has(kind) || this.has(kind, id) || also?.has(kind, id))) continue;
      const candidates = kinds.flatMap((kind) => [...this.ids(kind), ...(also?.ids(kind) ?? [])]);
      this.problems.add("unknown-reference", at, phrase`there is no ${phraseList(kinds.map((kind) => words[kind]))} "${id}"`, {
        expected:
          candidates.length === 0
            ? phrase`${wordsFor(kinds)}; none is declared`
            : candidates.length <= 12
              ? phraseList(new Set(candidates))
              : wordsFor(kinds),
        hint: didYouMean(id, candidates) ?? this.otherwise(id, also),
      });
    }
  }

  /** What an id is, where it is not what was asked for. */
  private otherwise(id: string, also: References | undefined): Phrase | undefined {
    const kind = [...this.declared.keys()].find((each) => this.has(each, id) || also?.has(each, id));
    if (kind === undefined) return undefined;
    const is = phrase`"${id}" is ${wordsFor([kind])}.`;
    return kind === "activity" ? phrase`${is} What comes before an activity stands under after.` : is;
  }

  /** Ids of one kind that are needed somewhere. */
  needed(kind: Kind): Set<string> {
    return new Set(this.needs.filter((need) => need.kinds.includes(kind)).map((need) => need.id));
  }

  private of(kind: Kind): Map<string, Position | undefined> {
    let known = this.declared.get(kind);
    if (!known) this.declared.set(kind, (known = new Map()));
    return known;
  }
}
