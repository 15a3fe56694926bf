// Environment markers of Python (PEP 508, PEP 751), as far as they say for whom a package is: extras and dependency groups.
// Everything about the environment itself counts as true, for an inventory covers all environments.

/** Extras and groups that are switched on while a marker is asked. */
export interface MarkerSets {
  readonly extras: ReadonlySet<string> | "all";
  readonly groups: ReadonlySet<string> | "all";
}

const TOKEN = /\s*(?:(\(|\))|('[^']*'|"[^"]*")|(===|==|~=|!=|<=|>=|<|>)|([A-Za-z_][\w.]*))/y;
const MAX_TOKENS = 2000;

/** Whether a marker can be true with these extras and groups. What is no marker is true. */
export function markerHolds(marker: string, sets: MarkerSets): boolean {
  const tokens = tokensOf(marker);
  if (tokens === undefined) return true;
  const reader = new MarkerReader(tokens, sets);
  return reader.either() || reader.broken;
}

function tokensOf(marker: string): string[] | undefined {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN);
  const text = marker.trim();
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (!found || tokens.length >= MAX_TOKENS) return undefined;
    tokens.push(found[0].trim());
  }
  return tokens;
}

class MarkerReader {
  readonly #tokens: readonly string[];
  readonly #sets: MarkerSets;
  #at = 0;
  #depth = 0;
  broken = false;

  constructor(tokens: readonly string[], sets: MarkerSets) {
    this.#tokens = tokens;
    this.#sets = sets;
  }

  either(): boolean {
    let result = this.#both();
    while (this.#take("or")) result = this.#both() || result;
    return result;
  }

  #both(): boolean {
    let result = this.#single();
    while (this.#take("and")) result = this.#single() && result;
    return result;
  }

  #single(): boolean {
    this.#depth += 1;
    const result = this.#depth > 100 ? this.#give() : this.#take("(") ? this.#bracket() : this.#comparison();
    this.#depth -= 1;
    return result;
  }

  #bracket(): boolean {
    const result = this.either();
    return this.#take(")") ? result : this.#give();
  }

  #give(): boolean {
    this.broken = true;
    this.#at = this.#tokens.length;
    return true;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #comparison(): boolean {
    const left = this.#tokens[this.#at];
    const negated = this.#tokens[this.#at + 1] === "not";
    const operator = this.#tokens[this.#at + (negated ? 2 : 1)];
    const right = this.#tokens[this.#at + (negated ? 3 : 2)];
    if (left === undefined || operator === undefined || right === undefined) return this.#give();
    this.#at += negated ? 4 : 3;
    const member = this.#member(left, operator, right);
    return member === undefined ? true : member !== (negated || operator === "!=");
  }

  /** Whether the extra or group that is compared is switched on; undefined where the comparison is about something else. */
  #member(left: string, operator: string, right: string): boolean | undefined {
    if (operator === "in" && right === "extras") return holds(this.#sets.extras, left);
    if (operator === "in" && right === "dependency_groups") return holds(this.#sets.groups, left);
    if ((operator === "==" || operator === "!=") && left === "extra") return holds(this.#sets.extras, right);
    if ((operator === "==" || operator === "!=") && right === "extra") return holds(this.#sets.extras, left);
    return undefined;
  }
}

function holds(set: ReadonlySet<string> | "all", quoted: string): boolean {
  return set === "all" || set.has(quoted.slice(1, -1));
}
