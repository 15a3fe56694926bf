// A draft of a document stays in this browser until it is sent or thrown away.
import { keep, kept } from "../../parts/kept.ts";
import { draftKey, useDraft } from "../../parts/use-draft.ts";

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
  return kept(draftKey(about(path))) !== undefined;
}

/** Puts a draft where the page of its document finds it. */
export function beginDraft(path: string, draft: KeptDraft): void {
  keep(draftKey(about(path)), draft);
}
