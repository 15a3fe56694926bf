// A curation that no longer says what it corrects is no longer applied, and somebody is told.
import type { Subject } from "#facts";
import type { Program } from "#program";
import { effectiveLicenses } from "../licenses/effective.ts";
import { type FindingBase, noSubject } from "./finding-of.ts";

/** The rule id of such findings. */
export const STALE_CURATION = "curation-changed";

/** The finding for a use whose curation went stale, if it did. */
export function staleCurations(program: Program): (subject: Subject) => FindingBase | undefined {
  if (program.licenses.curations.length === 0) return () => undefined;
  const effective = effectiveLicenses(program.licenses);
  const known = new Map<object, FindingBase | undefined>();
  return ({ facts: { component } }) => {
    if (!component) return undefined;
    if (known.has(component)) return known.get(component);
    const { purl, license, licenseNotion } = component;
    const declared = typeof license === "string" ? license : undefined;
    const found = typeof purl === "string" && licenseNotion !== "concluded" ? effective(purl, declared).stale : undefined;
    const base = found && baseOf(found, declared);
    if (base || known.size < 100_000) known.set(component, base);
    return base;
  };
}

function baseOf(curation: Program["licenses"]["curations"][number], declared: string | undefined): FindingBase {
  const { file, line, column } = curation.position;
  return {
    ...noSubject,
    rule: STALE_CURATION,
    area: "compliance",
    outcome: "review",
    because: "matched",
    assurance: "deterministic",
    mode: "enforce",
    facts: [
      { name: "component.license", ...(declared === undefined ? {} : { value: declared }), from: "the component's files now" },
      { name: "curation.declared", value: curation.declared ?? "", from: "licenses.yaml" },
      { name: "curation.concluded", value: curation.concluded, from: "licenses.yaml" },
    ],
    serves: { activities: [], objectives: [] },
    position: { file, line, column },
  };
}
