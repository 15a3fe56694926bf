// What of us everybody may read and see.
import type { PolicyArea } from "../model.ts";

/** The public site: what everybody may read and see. What is not named is not shown. */
export interface PublicSite {
  readonly address?: string;
  readonly documents: readonly ("strategy" | PolicyArea)[];
  /** Globs over repository ids. */
  readonly projects: readonly string[];
  readonly contacts: { readonly general?: string; readonly licences?: string; readonly security?: string };
}
