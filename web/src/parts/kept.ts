// What this browser keeps for somebody, by name. One that keeps nothing takes what is typed all the same, as long as the page lives.

/** Undefined where nothing is kept, or nothing that can be read. */
export function kept<T extends object>(key: string): Partial<T> | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return typeof value === "object" && value !== null ? (value as Partial<T>) : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined: no longer. */
export function keep(key: string, value: object | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It stays on the page.
  }
}
