// Keys of the desk; while somebody writes they are letters like any other.
import { useEffect } from "react";
import { flushSync } from "react-dom";
import type { Way } from "../case/decision.ts";

interface Keys {
  next(): void;
  previous(): void;
  decide(way: Way): void;
  mark(): void;
}

const DECIDING: Readonly<Record<string, Way>> = { a: "approve", c: "conditions", r: "reject", "?": "ask" };

/** What a key opens is there before the next key comes: whoever types fast loses no letter, and decides nothing by one. */
export function useDeskKeys(keys: Keys): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        (target instanceof HTMLElement && target.closest("input, textarea, select, dialog, [role=dialog]"))
      )
        return;
      const way = DECIDING[key];
      if (key === "j") keys.next();
      else if (key === "k") keys.previous();
      else if (key === "x") keys.mark();
      else if (way) flushSync(() => keys.decide(way));
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
}
