// What is typed and not sent: kept in this browser under what it is about, until it is sent or thrown away.
import { useCallback, useState } from "react";
import { keep as keepIn, kept } from "../../../parts/kept.ts";
import { draftKey } from "../../../parts/use-draft.ts";
import type { Values } from "../kinds.ts";

interface Kept {
  readonly values: Values;
  readonly at: string;
  /** Name of the request: sent twice, it opens one. */
  readonly key: string;
}

export function useDraft(about: string) {
  const [restored] = useState(() => {
    const found = kept<Kept>(draftKey(about));
    return found?.values === undefined ? undefined : (found as Kept);
  });
  const [key, setKey] = useState(() => restored?.key ?? crypto.randomUUID());
  const keep = useCallback(
    (values: Values) => keepIn(draftKey(about), { values, at: new Date().toISOString(), key } satisfies Kept),
    [about, key],
  );
  const discard = useCallback(() => {
    keepIn(draftKey(about), undefined);
    setKey(crypto.randomUUID());
  }, [about]);
  return { restored, key, keep, discard };
}
