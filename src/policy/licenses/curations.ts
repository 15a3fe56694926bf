// Corrections of declared licences (licenses.yaml): by purl and range, as long as the file still says what they correct.
import { expressionKey, parseExpression, parsePurlRange } from "#kit";
import type { Curation } from "#program";
import { PurlIndex } from "./purl-index.ts";

export interface Curated {
  readonly curation: Curation;
  /** The file says something else than what the curation replaces: it does not apply any more. */
  readonly stale: boolean;
}

/** The curation for a component, if there is one: the first that still applies, else the first that went stale. */
export type CurationLookup = (purl: string, declared: string | undefined) => Curated | undefined;

/** `declared` is the expression as the files have it; undefined, like NOASSERTION, where they say nothing. */
export function curationLookup(curations: readonly Curation[]): CurationLookup {
  const index = new PurlIndex(curations, (curation) => curation.component);
  return (purl, declared) => {
    const holding = index.holding(purl);
    const applying = holding.find((curation) => replaces(curation, declared));
    const curation = applying ?? holding[0];
    return curation && { curation, stale: !applying };
  };
}

/**
 * A curation that does not say what it replaces holds whatever is declared. Silence contradicts none that names one version: what was declared may have been
 * read where it is not now (a cache, a registry). For a range it does: a later version may declare anything.
 */
function replaces({ declared, component }: Curation, now: string | undefined): boolean {
  if (declared === undefined || keyOf(declared) === keyOf(now ?? "NOASSERTION")) return true;
  return now === undefined && namesOneVersion(component);
}

function namesOneVersion(component: string): boolean {
  const range = parsePurlRange(component);
  const only = "error" in range ? [] : range.alternatives;
  return only.length === 1 && only[0]?.length === 1 && only[0][0]?.operator === "=";
}

function keyOf(text: string): string {
  const expression = parseExpression(text);
  return expression ? expressionKey(expression) : text.trim().toLowerCase();
}
