/** A table of rows without repetition: gives the number of a row, adding it where it is new. */
export class Table<Row> {
  readonly rows: Row[] = [];
  readonly #numbers = new Map<string, number>();

  /** `key` tells rows apart; by default their JSON. */
  number(row: Row, key = typeof row === "string" ? row : JSON.stringify(row)): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.rows.push(row) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** The number of a row that is there already; -1 where it is not. */
  find(key: string): number {
    return this.#numbers.get(key) ?? -1;
  }
}
