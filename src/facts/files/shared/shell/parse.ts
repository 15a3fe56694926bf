// Shell scripts as a flat list of the commands in them, whatever structure they stand in: enough to see what is downloaded and run. Tolerant: what is no
// shell gives odd commands, never an error. Linear in the length of the text.

export interface ShellWord {
  /** Without its quotes. */
  readonly text: string;
  readonly quote: "" | "'" | '"';
  /** Whether it is one literal or one quoted literal: what variables or substitutions make of it is not known. */
  readonly plain: boolean;
  /** The commands of a process substitution `<(…)`. */
  readonly process?: readonly ShellCommand[];
}

export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** 0-based, from the start of the script. */
  readonly line: number;
  /** The file that its output goes to. */
  readonly output?: string;
  /** The command that reads its output. */
  readonly pipe?: ShellCommand;
}

const MAX_DEPTH = 30;
const MAX_WORDS = 5000;
const RESERVED: ReadonlySet<string> = new Set([
  "if",
  "then",
  "elif",
  "else",
  "fi",
  "do",
  "done",
  "while",
  "until",
  "!",
  "{",
  "}",
  "time",
  "function",
]);

/** Every command in order, those of substitutions and subshells included (before the command that they are part of). */
export function parseShell(text: string): ShellCommand[] {
  return new Parser(text).run();
}

/** The program that a word calls, without its folder. */
export function nameOf(word: string | undefined): string {
  return (word ?? "").slice((word ?? "").lastIndexOf("/") + 1).toLowerCase();
}

interface Draft {
  words: ShellWord[];
  line: number;
  output?: string;
  pipe?: ShellCommand;
}

class Parser {
  readonly #text: string;
  readonly #all: Draft[] = [];
  #at = 0;
  #line = 0;
  #documents: { word: string; tabs: boolean }[] = [];
  /** How many backticks are open: the next one closes. */
  #ticks = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): ShellCommand[] {
    while (this.#at < this.#text.length) {
      this.#list(0);
      this.#at += 1; // a closing bracket that nothing opened
    }
    return this.#all;
  }

  /** Commands up to a closing bracket of this level, which is not taken. */
  #list(depth: number, close = ")"): Draft[] {
    const own: Draft[] = [];
    let current: Draft | undefined;
    let piped: Draft | undefined;
    const end = (): void => {
      if (current && current.words.length > 0) {
        this.#all.push(current);
        own.push(current);
      }
      current = undefined;
      piped = undefined;
    };
    while (this.#at < this.#text.length) {
      const c = this.#text[this.#at] as string;
      const next = this.#text[this.#at + 1];
      if (c === close && depth > 0) break;
      if (c === "\n") {
        end();
        this.#newline();
      } else if (c === " " || c === "\t" || c === "\r") {
        this.#at += 1;
      } else if (c === "\\" && (next === "\n" || (next === "\r" && this.#text[this.#at + 2] === "\n"))) {
        this.#at += next === "\n" ? 2 : 3;
        this.#line += 1;
      } else if (c === "#") {
        this.#skipComment();
      } else if (c === "|" && next !== "|") {
        const from = current;
        end();
        piped = from;
        this.#at += next === "&" ? 2 : 1;
      } else if (c === ";" || c === "&" || c === "|") {
        if (c === "&" && next === ">") {
          this.#at += 1;
          continue;
        }
        end();
        this.#at += next === c ? 2 : 1;
      } else if (c === "(" || c === ")") {
        end();
        this.#at += 1;
        if (c === "(") this.#inside(depth, ")");
      } else if (c === ">" || c === "<") {
        current ??= { words: [], line: this.#line };
        this.#redirect(current, depth);
      } else {
        current ??= { words: [], line: this.#line };
        if (current.words.length === 0 && piped) {
          piped.pipe = current;
          piped = undefined;
        }
        this.#take(current, depth);
      }
    }
    end();
    return own;
  }

  #take(command: Draft, depth: number): void {
    const word = this.#word(depth);
    const first = command.words.length === 0 && word.plain && word.quote === "";
    if (first && (RESERVED.has(word.text) || /^\w+\+?=/.test(word.text))) return;
    if (command.words.length < MAX_WORDS && (word.text !== "" || word.quote !== "" || word.process || !word.plain))
      command.words.push(word);
  }

  /** What a bracket holds; deeper ones than anybody writes are passed over. */
  #inside(depth: number, close: string): Draft[] {
    if (depth >= MAX_DEPTH) {
      this.#at = this.#text.length;
      return [];
    }
    const ticks = this.#ticks;
    this.#ticks = close === "`" ? 1 : 0;
    const found = this.#list(depth + 1, close);
    this.#ticks = ticks;
    this.#at += 1;
    return found;
  }

  #newline(): void {
    this.#at += 1;
    this.#line += 1;
    for (const { word, tabs } of this.#documents) this.#skipDocument(word, tabs);
    this.#documents = [];
  }

  #skipDocument(word: string, tabs: boolean): void {
    while (this.#at < this.#text.length) {
      const end = this.#text.indexOf("\n", this.#at);
      const line = this.#text.slice(this.#at, end < 0 ? undefined : end).replace(/\r$/, "");
      this.#at = end < 0 ? this.#text.length : end + 1;
      this.#line += 1;
      if ((tabs ? line.replace(/^\t+/, "") : line) === word) return;
    }
  }

  #skipComment(): void {
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #redirect(command: Draft, depth: number): void {
    const c = this.#text[this.#at];
    if (this.#text[this.#at + 1] === "(") {
      this.#take(command, depth);
      return;
    }
    const operator = /^(?:<<<|<<-|<<|<&|<>|>>|>&|>\||<|>)/.exec(this.#text.slice(this.#at, this.#at + 3))?.[0] ?? (c as string);
    this.#at += operator.length;
    // `2>`: the number before is no word of the command.
    const last = command.words.at(-1);
    if (last?.plain && last.quote === "" && /^\d$/.test(last.text) && this.#text[this.#at - operator.length - 1] === last.text)
      command.words.pop();
    while (this.#text[this.#at] === " " || this.#text[this.#at] === "\t") this.#at += 1;
    const word = this.#word(depth);
    if (operator === "<<" || operator === "<<-") this.#documents.push({ word: word.text, tabs: operator === "<<-" });
    else if (operator === ">" && word.plain && word.quote === "") command.output ??= word.text;
  }

  #word(depth: number): ShellWord {
    let text = "";
    let parts = 0;
    let quote: ShellWord["quote"] = "";
    let known = true;
    let process: readonly ShellCommand[] | undefined;
    let literal = false;
    const part = (): void => {
      parts += 1;
      literal = false;
    };
    for (; this.#at < this.#text.length; ) {
      const c = this.#text[this.#at] as string;
      const next = this.#text[this.#at + 1];
      if ((c === "<" || c === ">") && next === "(" && text === "" && parts === 0) {
        this.#at += 2;
        process = this.#inside(depth, ")");
        part();
        known = false;
      } else if (/[\s;&|()<>]/.test(c) || (c === "`" && this.#ticks > 0)) break;
      else if (c === "'") {
        const end = this.#text.indexOf("'", this.#at + 1);
        const value = this.#text.slice(this.#at + 1, end < 0 ? undefined : end);
        this.#move(end < 0 ? this.#text.length : end + 1);
        text += value;
        quote = "'";
        part();
      } else if (c === '"') {
        const inner = this.#double(depth);
        text += inner.text;
        quote = '"';
        if (!inner.plain) known = false;
        part();
      } else if (c === "$" || c === "`") {
        this.#expansion(depth);
        part();
        known = false;
      } else {
        if (c === "\\" && next !== undefined) {
          if (next === "\n") this.#line += 1;
          else text += c + next;
          this.#at += 2;
        } else {
          text += c;
          this.#at += 1;
        }
        if (!literal) parts += 1;
        literal = true;
      }
    }
    const plain = known && parts <= 1;
    return { text, quote: parts === 1 ? quote : "", plain, ...(process ? { process } : {}) };
  }

  #double(depth: number): { text: string; plain: boolean } {
    let text = "";
    let plain = true;
    this.#at += 1;
    while (this.#at < this.#text.length && this.#text[this.#at] !== '"') {
      const c = this.#text[this.#at] as string;
      if (c === "\\" && this.#at + 1 < this.#text.length) {
        const next = this.#text[this.#at + 1] as string;
        if (next === "\n") this.#line += 1;
        else text += c + next;
        this.#at += 2;
      } else if (c === "$" || c === "`") {
        if (this.#expansion(depth)) plain = false;
        else text += c;
      } else {
        if (c === "\n") this.#line += 1;
        text += c;
        this.#at += 1;
      }
    }
    this.#at += 1;
    return { text, plain: plain && text !== "" };
  }

  /** A variable or a substitution, whose commands are read; false for a lone dollar. */
  #expansion(depth: number): boolean {
    const rest = this.#text.slice(this.#at, this.#at + 3);
    if (rest.startsWith("`")) {
      this.#at += 1;
      this.#inside(depth, "`");
    } else if (rest.startsWith("$(")) {
      this.#at += 2;
      this.#inside(depth, ")");
    } else if (rest.startsWith("${")) {
      const end = this.#text.indexOf("}", this.#at);
      this.#move(end < 0 ? this.#text.length : end + 1);
    } else {
      const name = /^\$(?:\w+|[@*#?$!-])/.exec(this.#text.slice(this.#at, this.#at + 200))?.[0];
      this.#at += name?.length ?? 1;
      return name !== undefined;
    }
    return true;
  }

  #move(to: number): void {
    // Only what is passed over is looked at: a search for the next line end may run to the end of the text each time.
    for (let at = this.#at; at < to; at += 1) if (this.#text.charCodeAt(at) === 10) this.#line += 1;
    this.#at = to;
  }
}
