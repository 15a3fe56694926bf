// `$NAME`, `${NAME}`, `${NAME:-default}` and their kin, as Dockerfiles and Compose files have them.

const MAX_LENGTH = 4_096;

/** The text with variables replaced by `lookup`; undefined where one has no value and no default. */
export function substitute(text: string, lookup: (name: string) => string | undefined): string | undefined {
  if (!text.includes("$")) return text;
  if (text.length > MAX_LENGTH) return undefined;
  return new Substitution(text, lookup).run();
}

class Substitution {
  readonly #text: string;
  readonly #lookup: (name: string) => string | undefined;

  constructor(text: string, lookup: (name: string) => string | undefined) {
    this.#text = text;
    this.#lookup = lookup;
  }

  run(): string | undefined {
    let result = "";
    let at = 0;
    while (at < this.#text.length) {
      const dollar = this.#text.indexOf("$", at);
      if (dollar < 0) return result + this.#text.slice(at);
      result += this.#text.slice(at, dollar);
      if (this.#text[dollar + 1] === "$") {
        result += "$";
        at = dollar + 2;
        continue;
      }
      const braced = this.#text[dollar + 1] === "{";
      const end = braced ? this.#closing(dollar + 1) : dollar + 1 + (/^\w+/.exec(this.#text.slice(dollar + 1))?.[0].length ?? 0);
      if (end < 0 || end === dollar + 1) return undefined;
      const value = this.#value(this.#text.slice(dollar + (braced ? 2 : 1), end));
      if (value === undefined || result.length + value.length > MAX_LENGTH) return undefined;
      result += value;
      at = braced ? end + 1 : end;
    }
    return result;
  }

  #closing(from: number): number {
    let depth = 0;
    for (let at = from; at < this.#text.length; at += 1) {
      if (this.#text[at] === "{") depth += 1;
      else if (this.#text[at] === "}" && --depth === 0) return at;
    }
    return -1;
  }

  #value(expression: string): string | undefined {
    const found = /^(\w+)(:?[-+?])?/.exec(expression);
    const name = found?.[1];
    if (!found || name === undefined) return undefined;
    const value = this.#lookup(name);
    const rest = expression.slice(found[0].length);
    const isSet = value !== undefined && (value !== "" || !found[2]?.startsWith(":"));
    switch (found[2]?.at(-1)) {
      case "-":
        return isSet ? value : substitute(rest, this.#lookup);
      case "+":
        return isSet ? substitute(rest, this.#lookup) : "";
      default:
        return rest === "" || found[2] ? value : undefined;
    }
  }
}
