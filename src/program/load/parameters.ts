// Parameters: what a pack leaves open. `${name}` stands for their value in texts and, as a literal, in rules.
import { didYouMean, phrase } from "#kit";
import type { Position } from "../model.ts";
import { type ProblemList } from "../read/problems.ts";

export type ParameterValue = string | number | boolean | readonly string[];
export type Parameters = Readonly<Record<string, ParameterValue>>;

const placeholder = /\$\{([A-Za-z][A-Za-z0-9._-]{0,79})\}/g;

export class Placeholders {
  private readonly values: ReadonlyMap<string, ParameterValue>;
  private readonly problems: ProblemList;
  /** Names that were filled in somewhere. */
  readonly used = new Set<string>();

  constructor(values: ReadonlyMap<string, ParameterValue>, problems: ProblemList) {
    this.values = values;
    this.problems = problems;
  }

  /** Fills a text. `at` is given where an unknown name is a fault; prose of an organisation may speak of `${HOME}`. */
  text(text: string, at?: Position): string {
    if (!text.includes("${")) return text;
    return text.replace(placeholder, (whole, name: string) => {
      const value = this.values.get(name);
      if (value === undefined) {
        if (at) this.unknown(name, at);
        return whole;
      }
      this.used.add(name);
      return Array.isArray(value) ? value.join(", ") : String(value);
    });
  }

  /** A value: the parameter's own where the text is one placeholder and nothing else. */
  value(text: string): ParameterValue {
    const name = /^\$\{([A-Za-z][A-Za-z0-9._-]{0,79})\}$/.exec(text)?.[1];
    return (name === undefined ? undefined : this.values.get(name)) ?? this.text(text);
  }

  /**
   * Fills an expression with literals (`"text"`, `3`, `["a", "b"]`). `offsets` says where each character stands in the source;
   * all characters of a literal stand where the placeholder begins.
   */
  expression(
    expression: string,
    offsets: readonly number[],
    at: (offset: number) => Position,
  ): { readonly text: string; readonly offsets: number[] } {
    let text = "";
    const filled: number[] = [];
    let end = 0;
    const copy = (to: number) => {
      text += expression.slice(end, to);
      for (let index = end; index < to; index++) filled.push(offsets[index] ?? 0);
    };
    for (const match of expression.matchAll(placeholder)) {
      const name = match[1] ?? "";
      const value = this.values.get(name);
      const start = offsets[match.index] ?? 0;
      if (value === undefined) this.unknown(name, at(start));
      else if (isInsideQuotes(expression.slice(0, match.index))) this.quoted(name, at(start));
      copy(match.index);
      const literal = value === undefined ? match[0] : JSON.stringify(value);
      this.used.add(name);
      text += literal;
      for (let index = 0; index < literal.length; index++) filled.push(start);
      end = match.index + match[0].length;
    }
    copy(expression.length);
    return { text, offsets: filled };
  }

  private unknown(name: string, at: Position): void {
    this.problems.add("placeholder-unknown", at, phrase`there is no parameter "${name}"`, { hint: didYouMean(name, this.values.keys()) });
  }

  private quoted(name: string, at: Position): void {
    this.problems.add("placeholder-unknown", at, phrase`\${${name}} stands for a whole value`, {
      hint: phrase`Write \${${name}} without quotes around it.`,
    });
  }
}

/** Whether a text that ends here has opened a string of CEL and not closed it. */
function isInsideQuotes(before: string): boolean {
  let open = "";
  for (let index = 0; index < before.length; index++) {
    const sign = before.charAt(index);
    if (sign === "\\" && open !== "") index++;
    else if (open === "" && (sign === '"' || sign === "'")) open = sign;
    else if (sign === open) open = "";
  }
  return open !== "";
}
