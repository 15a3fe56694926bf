// CSV as people export it: comma, semicolon or tab, quotes, line breaks in quotes, byte order mark. Rows know their line.

export interface CsvRow {
  /** 1-based line on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvFault {
  readonly line: number;
  readonly message: string;
}

const usualMostRows = 50_000;
const maxCells = 200;

/** A table's text: UTF-8, UTF-16 by its byte order mark, else what spreadsheets write on Windows. */
export function textOfTable(content: string | Uint8Array): string {
  if (typeof content === "string") return content;
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(content);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("windows-1252").decode(content);
  }
}

/** Reads a table of at most `maxRows`. The separator is the one that the first line holds most. */
export function parseCsv(
  content: string,
  maxRows: number = usualMostRows,
): { readonly rows: readonly CsvRow[]; readonly faults: readonly CsvFault[] } {
  const text = content.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const separator = separatorOf(text.slice(0, text.indexOf("\n") < 0 ? text.length : text.indexOf("\n")));
  const rows: CsvRow[] = [];
  const faults: CsvFault[] = [];
  const reader = new Cells(text, separator);
  while (!reader.atEnd) {
    const { line } = reader;
    const cells = reader.row();
    if (reader.openQuote !== undefined) {
      faults.push({ line: reader.openQuote, message: "a quote is opened here and never closed" });
      break;
    }
    if (cells.length > maxCells) {
      faults.push({ line, message: `the row has more than ${maxCells} columns` });
      break;
    }
    if (cells.some((cell) => cell !== "")) rows.push({ line, cells });
    if (rows.length > maxRows) {
      faults.push({ line, message: `the table has more than ${maxRows} rows` });
      break;
    }
  }
  return { rows, faults };
}

function separatorOf(line: string): string {
  const counted = [";", ",", "\t"].map((separator) => [separator, line.split(separator).length] as const);
  return counted.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

class Cells {
  line = 1;
  /** Line of a quote that nothing closes. */
  openQuote: number | undefined;
  private at = 0;
  private readonly text: string;
  private readonly separator: string;

  constructor(text: string, separator: string) {
    this.text = text;
    this.separator = separator;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  row(): string[] {
    const cells: string[] = [];
    for (;;) {
      cells.push(this.cell().trim());
      const sign = this.text[this.at];
      this.at++;
      if (sign === this.separator && cells.length <= maxCells) continue;
      this.line++;
      return cells;
    }
  }

  private cell(): string {
    while (this.text[this.at] === " ") this.at++;
    return this.text[this.at] === '"' ? this.quoted() : this.plain();
  }

  private plain(): string {
    const start = this.at;
    while (!this.atEnd && this.text[this.at] !== this.separator && this.text[this.at] !== "\n") this.at++;
    return this.text.slice(start, this.at);
  }

  private quoted(): string {
    const { line } = this;
    let value = "";
    this.at++;
    for (;;) {
      const close = this.text.indexOf('"', this.at);
      if (close < 0) {
        this.openQuote = line;
        this.at = this.text.length;
        return value;
      }
      const part = this.text.slice(this.at, close);
      for (const sign of part) if (sign === "\n") this.line++;
      value += part;
      this.at = close + 1;
      if (this.text[this.at] !== '"') return value + this.plain();
      value += '"';
      this.at++;
    }
  }
}
