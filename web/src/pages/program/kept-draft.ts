// A draft of a document stays in this browser until it is sent or thrown away.
import { useDraft } from "../../parts/use-draft.ts";

export interface KeptDraft {
  /** Null: nothing was typed. */
  readonly text: string | null;
  /** The version of the program with which it was begun. */
  readonly base: string;
}

const NONE: KeptDraft = { text: null, base: "" };
const about = (path: string) => `document.${path}`;

export function useKeptDraft(path: string) {
  return useDraft<KeptDraft>(about(path), NONE);
}

export function keptDraft(path: string): boolean {
  try {
    return localStorage.getItem(`allmend.draft.${about(path)}`) !== null;
  } catch {
    return false;
  }
}

/** Puts a draft where the page of its document finds it. */
export function beginDraft(path: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(`allmend.draft.${about(path)}`, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing begins with the text in force.
  }
}
