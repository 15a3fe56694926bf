// What is typed and not sent: kept in this browser under what it is about, until it is sent or thrown away.
import { useCallback, useState } from "react";
import type { Values } from "../kinds.ts";

interface Kept {
  readonly values: Values;
  readonly at: string;
  /** Name of the request: sent twice, it opens one. */
  readonly key: string;
}

const PREFIX = "allmend.draft.";

export function useDraft(about: string) {
  const [restored] = useState(() => read(about));
  const [key, setKey] = useState(() => restored?.key ?? crypto.randomUUID());
  const keep = useCallback((values: Values) => write(about, { values, at: new Date().toISOString(), key }), [about, key]);
  const discard = useCallback(() => {
    write(about, undefined);
    setKey(crypto.randomUUID());
  }, [about]);
  return { restored, key, keep, discard };
}

function read(about: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + about) ?? "null");
    return typeof kept === "object" && kept !== null && "values" in kept ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}

function write(about: string, kept: Kept | undefined): void {
  try {
    if (kept) localStorage.setItem(PREFIX + about, JSON.stringify(kept));
    else localStorage.removeItem(PREFIX + about);
  } catch {
    // A browser that keeps nothing: what is typed lives as long as the page.
  }
}
