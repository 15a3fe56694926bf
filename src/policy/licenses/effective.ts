// The licence of a component that rules judge: what its files declare, corrected by curations, in normal form.
import type { FactValue } from "#facts";
import { formatExpression, parseExpression } from "#kit";
import type { Curation, Licenses } from "#program";
import { type CurationLookup, curationLookup } from "./curations.ts";

export interface EffectiveLicense {
  /** Absent where nothing is known (NOASSERTION included). */
  readonly license?: string;
  readonly notion: "declared" | "detected" | "concluded" | "none";
  /** The curation that gave it. */
  readonly curation?: Curation;
  /** A curation that no longer applies, because the file says something else now. */
  readonly stale?: Curation;
}

type Notion = EffectiveLicense["notion"];

/** What rules judge for a component with this purl and this expression from its files. Also for the list of components in a result. */
export function effectiveLicenses(licenses: Licenses): (purl: string, license: string | undefined, notion?: Notion) => EffectiveLicense {
  return lookupWith(curationLookup(licenses.curations));
}

function lookupWith(curations: CurationLookup): ReturnType<typeof effectiveLicenses> {
  const normal = normaliser();
  return (purl, license, notion = "declared") => {
    const declared = normal(license);
    if (notion === "concluded") return declared === undefined ? { notion: "none" } : { license: declared, notion };
    const found = curations(purl, declared);
    if (found && !found.stale) {
      const concluded = normal(found.curation.concluded);
      return concluded === undefined
        ? { notion: "none", curation: found.curation }
        : { license: concluded, notion: "concluded", curation: found.curation };
    }
    const stale = found ? { stale: found.curation } : {};
    return declared === undefined ? { notion: "none", ...stale } : { license: declared, notion, ...stale };
  };
}

/** Expressions in normal form, other texts as they are; nothing for what says nothing. */
function normaliser(): (text: string | undefined) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (text === undefined || text.trim() === "") return undefined;
    if (known.has(text)) return known.get(text);
    const expression = parseExpression(text);
    const shown = expression ? formatExpression(expression) : text;
    const normal = shown === "NOASSERTION" ? undefined : shown;
    known.set(text, normal);
    return normal;
  };
}

/** The namespace `component` with the licence that rules judge. */
export function withEffectiveLicense(effective: ReturnType<typeof effectiveLicenses>) {
  return (component: Readonly<Record<string, FactValue | undefined>>): Readonly<Record<string, FactValue | undefined>> => {
    const { purl, license, licenseNotion } = component;
    const text = typeof license === "string" ? license : undefined;
    const found = effective(typeof purl === "string" ? purl : "", text, isNotion(licenseNotion) ? licenseNotion : undefined);
    if (found.license === license && found.notion === licenseNotion) return component;
    return { ...component, license: found.license, licenseNotion: found.notion };
  };
}

function isNotion(value: unknown): value is Notion {
  return value === "declared" || value === "detected" || value === "concluded" || value === "none";
}
