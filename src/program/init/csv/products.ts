// A list of products as somebody keeps it in a spreadsheet: one row a product, or one row a repository.
import { type CsvRow, didYouMean, inEnglish, listed, nearest, parseCsv, type Problem } from "#kit";
import { type Distribution, distributions } from "../../model.ts";
import type { BusinessModel } from "../../business/types.ts";
import type { Criticality } from "../found.ts";
import { type Column, columns, criticalityWords, distributionWords, modelWords, normalWord } from "./columns.ts";

export interface CsvProduct {
  /** As it is written in the table. */
  readonly product: string;
  readonly name?: string;
  readonly unit?: string;
  readonly owner?: string;
  readonly criticality?: Criticality;
  readonly models: readonly BusinessModel[];
  readonly parts: readonly CsvPart[];
}

export interface CsvPart {
  readonly repositories: readonly string[];
  readonly distribution?: Distribution;
  readonly deliverable?: string;
  readonly kind?: string;
}

/** Reads the table. Rows with a fault are left out and reported with row and column. */
export function readProductTable(
  file: string,
  content: string,
): { readonly products: readonly CsvProduct[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { rows, faults } = parseCsv(content);
  for (const { line, message } of faults) problems.push(problemOf(file, line, message));
  const [header, ...body] = rows;
  if (!header)
    return {
      products: [],
      problems: [
        ...problems,
        problemOf(file, 1, "the table is empty", "a row with the names of the columns, then one row for each product"),
      ],
    };
  const positions = readHeader(file, header, problems);
  if (!positions.has("product") && !positions.has("name")) {
    problems.push(
      problemOf(
        file,
        header.line,
        "no column names the product",
        `a column called ${listed(columns.product.slice(0, 4))}`,
        headerHint(header),
      ),
    );
    return { products: [], problems };
  }
  const products = new Map<string, CsvProduct>();
  for (const row of body) {
    const product = new RowReader(file, row, header, positions, problems).product();
    if (!product) continue;
    const key = normalWord(product.product);
    products.set(key, joined(products.get(key), product, file, row.line, problems));
  }
  return { products: [...products.values()], problems };
}

function readHeader(file: string, header: CsvRow, problems: Problem[]): Map<Column, number> {
  const positions = new Map<Column, number>();
  for (const [index, cell] of header.cells.entries()) {
    const word = normalWord(cell);
    const column = (Object.keys(columns) as Column[]).find((candidate) => (columns[candidate] as readonly string[]).includes(word));
    if (!column) {
      const near = nearest(word, Object.values(columns).flat());
      // A column of other matters is nobody's fault; one that is nearly ours is a slip.
      if (near && word.length > 3)
        problems.push(warningOf(file, header.line, `column ${index + 1}, "${cell}", is not read`, `Did you mean "${near}"?`));
      continue;
    }
    if (positions.has(column))
      problems.push(
        warningOf(
          file,
          header.line,
          `column ${index + 1}, "${cell}", says the same as column ${Number(positions.get(column)) + 1}; it is not read`,
        ),
      );
    else positions.set(column, index);
  }
  return positions;
}

function headerHint(header: CsvRow): string {
  return `The first row says: ${header.cells.slice(0, 8).join(" | ").slice(0, 200)}`;
}

class RowReader {
  private readonly file: string;
  private readonly row: CsvRow;
  private readonly header: CsvRow;
  private readonly positions: ReadonlyMap<Column, number>;
  private readonly problems: Problem[];

  constructor(file: string, row: CsvRow, header: CsvRow, positions: ReadonlyMap<Column, number>, problems: Problem[]) {
    this.file = file;
    this.row = row;
    this.header = header;
    this.positions = positions;
    this.problems = problems;
  }

  product(): CsvProduct | undefined {
    const { row, header } = this;
    if (row.cells.length > header.cells.length) {
      this.problems.push(
        problemOf(
          this.file,
          row.line,
          `row ${row.line} has ${row.cells.length} columns, and the first row ${header.cells.length}`,
          undefined,
          "Put a text that holds the separator in quotes.",
        ),
      );
      return undefined;
    }
    const product = this.text("product") ?? this.text("name");
    if (product === undefined) {
      this.problems.push(
        problemOf(
          this.file,
          row.line,
          `row ${row.line} names no product`,
          `a value in column "${this.titleOf(this.positions.has("product") ? "product" : "name")}"`,
        ),
      );
      return undefined;
    }
    const name = this.text("name") ?? product;
    const [unit, owner, criticality] = [
      this.text("unit"),
      this.text("owner"),
      this.word("criticality", criticalityWords, ["low", "medium", "high", "critical"]),
    ];
    return {
      product,
      name,
      ...(unit === undefined ? {} : { unit }),
      ...(owner === undefined ? {} : { owner }),
      ...(criticality === undefined ? {} : { criticality }),
      models: this.models(),
      parts: this.parts(),
    };
  }

  private parts(): CsvPart[] {
    const repositories = (this.text("repository") ?? "").split(/[\s,;|]+/).flatMap((text) => repositoryName(text) ?? []);
    const distribution = this.word("distribution", distributionWords, distributions);
    const [deliverable, kind] = [this.text("deliverable"), this.text("kind")];
    if (repositories.length === 0 && distribution === undefined) return [];
    return [
      {
        repositories,
        ...(distribution === undefined ? {} : { distribution }),
        ...(deliverable === undefined ? {} : { deliverable }),
        ...(kind === undefined ? {} : { kind }),
      },
    ];
  }

  private models(): BusinessModel[] {
    const words = (this.text("model") ?? "").split(/[,;|/]+/).filter((word) => word.trim() !== "");
    return words.flatMap(
      (word) => this.lookUp("model", word, modelWords, ["consumption", "licensing", "hosting", "support", "open-core", "other"]) ?? [],
    );
  }

  private word<T extends string>(column: Column, words: Readonly<Record<string, T>>, known: readonly string[]): T | undefined {
    const text = this.text(column);
    return text === undefined ? undefined : this.lookUp(column, text, words, known);
  }

  private lookUp<T extends string>(
    column: Column,
    text: string,
    words: Readonly<Record<string, T>>,
    known: readonly string[],
  ): T | undefined {
    const word = normalWord(text);
    if (Object.hasOwn(words, word)) return words[word];
    const place = `row ${this.row.line}, column "${this.titleOf(column)}"`;
    this.problems.push(
      problemOf(
        this.file,
        this.row.line,
        `${place}: "${text}" is not understood`,
        listed(known),
        inEnglish(didYouMean(word, Object.keys(words))),
      ),
    );
    return undefined;
  }

  private titleOf(column: Column): string {
    return this.header.cells[this.positions.get(column) ?? -1] ?? column;
  }

  private text(column: Column): string | undefined {
    const text = this.row.cells[this.positions.get(column) ?? -1];
    return text === undefined || text === "" || text === "-" ? undefined : text.slice(0, 2_000);
  }
}

/** `https://github.com/seeland/claims-web.git`, `git@github.com:seeland/claims-web` and `claims-web` all name `claims-web`. */
function repositoryName(text: string): string | undefined {
  const path = text
    .replace(/^[a-z+]+:\/\/[^/]+\//i, "")
    .replace(/^[^@\s/]+@[^:/\s]+:/, "")
    .replace(/\.git$|\/+$/g, "");
  const isAddress = path !== text.replace(/\.git$|\/+$/g, "");
  const name = isAddress ? path.slice(path.lastIndexOf("/") + 1) : path.replace(/^\/+/, "");
  return name === "" || name.split("/").includes("..") ? undefined : name;
}

/** Rows of one product together; where they disagree, the first holds. */
function joined(before: CsvProduct | undefined, row: CsvProduct, file: string, line: number, problems: Problem[]): CsvProduct {
  if (!before) return row;
  for (const key of ["owner", "unit", "criticality"] as const) {
    if (before[key] !== undefined && row[key] !== undefined && before[key] !== row[key]) {
      problems.push(
        warningOf(
          file,
          line,
          `row ${line}: ${key} of "${row.product}" is "${row[key]}" here and "${before[key]}" above`,
          "The first one is taken.",
        ),
      );
    }
  }
  return { ...row, ...before, models: [...new Set([...before.models, ...row.models])], parts: [...before.parts, ...row.parts] };
}

function problemOf(file: string, line: number, message: string, expected?: string, hint?: string): Problem {
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  return {
    code: "table-unclear",
    severity: "error",
    file,
    line,
    message: sentence,
    ...(expected ? { expected } : {}),
    ...(hint ? { hint } : {}),
  };
}

function warningOf(file: string, line: number, message: string, hint?: string): Problem {
  return { ...problemOf(file, line, message, undefined, hint), severity: "warning" };
}
