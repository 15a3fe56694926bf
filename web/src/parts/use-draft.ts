// What is typed and not sent yet: kept in this browser by what it is about, gone when it was sent.
import { useEffect, useState } from "react";

export function useDraft<T extends object>(about: string, empty: T): [T, (change: Partial<T>) => void, () => void] {
  const key = `allmend.draft.${about}`;
  const [value, setValue] = useState<T>(() => ({ ...empty, ...kept<T>(key) }));
  useEffect(() => keep(key, value, empty), [key, value, empty]);
  return [value, (change) => setValue((before) => ({ ...before, ...change })), () => setValue(empty)];
}

function kept<T>(key: string): Partial<T> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Partial<T>) : {};
  } catch {
    return {};
  }
}

/** A browser that keeps nothing still takes what is typed. */
function keep(key: string, value: object, empty: object): void {
  try {
    if (JSON.stringify(value) === JSON.stringify(empty)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It stays on the page.
  }
}
