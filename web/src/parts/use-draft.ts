// What is typed and not sent yet: kept in this browser by what it is about, gone when it was sent.
import { useEffect, useState } from "react";
import { keep, kept } from "./kept.ts";

export function useDraft<T extends object>(about: string, empty: T): [T, (change: Partial<T>) => void, () => void] {
  const key = draftKey(about);
  const [value, setValue] = useState<T>(() => ({ ...empty, ...kept<T>(key) }));
  useEffect(() => keep(key, JSON.stringify(value) === JSON.stringify(empty) ? undefined : value), [key, value, empty]);
  const drop = () => {
    // At once: who sends may leave the page with it.
    keep(key, undefined);
    setValue(empty);
  };
  return [value, (change) => setValue((before) => ({ ...before, ...change })), drop];
}

export function draftKey(about: string): string {
  return `allmend.draft.${about}`;
}
