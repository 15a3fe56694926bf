// One row per SPDX id out of the sources, in the order of trust: our own reading, Blue Oak, spdx-copyleft, the family.
import { licenseIds, type Strength } from "#kit";
import { propertyIds, withoutNotice } from "../curated/properties.ts";
import { strengthGroups } from "../curated/strengths.ts";
import { licenseProperties, type LicenseProperty, type PropertySource } from "../properties.ts";
import { propertiesFromText } from "./from-text.ts";
import { expandIds } from "./patterns.ts";
import type { readSources } from "./sources.ts";

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly strength: Strength;
  readonly source: string;
  readonly confidence: number;
  readonly osiApproved: boolean;
  readonly properties: readonly LicenseProperty[];
  /** Where each property comes from, in the same order. */
  readonly grounds: readonly PropertySource[];
}

type Sources = ReturnType<typeof readSources>;

/** Names of ids that are younger than the list that carries names. */
const youngNames = new Map([
  ["BSD-2-Clause-pos-unchanged", "BSD 2-Clause, position unchanged"],
  ["BSD-3-Clause-OpenWebUI", "BSD 3-Clause with Open WebUI branding condition"],
  ["BSD-Source-Code-no-disclaimer", "BSD Source Code Attribution, no disclaimer"],
  ["BSD-Source-alt-GPL", "BSD Source Code Attribution, alternatively GPL"],
  ["BSD-ask-to-endorse", "BSD, ask to endorse"],
  ["Brian-Gladman-3-Clause-no-conversion", "Brian Gladman 3-Clause License, no conversion"],
  ["Bugroff", "No problem Bugroff License"],
  ["CC-BY-NC-3.0-IGO", "Creative Commons Attribution Non Commercial 3.0 IGO"],
  ["FDK-MPEG-H", "Fraunhofer FDK MPEG-H Software License"],
  ["Hippocratic-3.0-core", "Hippocratic License 3.0, core"],
  ["Informatica", "Informatica License"],
  ["MVT-1.1", "MVT License 1.1"],
  ["atc-game", "atc Game License"],
]);

export function buildRows(sources: Sources): Row[] {
  const ids = licenseIds("active");
  const strengths = strengthsByCuration(ids);
  const properties = propertiesByCuration(ids);
  const silent = expandIds(withoutNotice, ids);
  return ids.map((id) => {
    const listed = sources.spdx.get(id);
    const own = properties.get(id) ?? new Map<LicenseProperty, PropertySource>();
    for (const property of listed ? propertiesFromText(listed.text) : []) own.set(property, own.has(property) ? "several" : "text");
    if (!silent.has(id) && !own.has("notice")) own.set("notice", "default");
    for (const property of confirmed(sources.chooseALicense.get(id) ?? [])) if (own.has(property)) own.set(property, "several");
    const names = (Object.keys(licenseProperties) as LicenseProperty[]).filter((property) => own.has(property));
    return {
      id,
      name: listed?.name ?? youngNames.get(id) ?? id,
      ...(strengths.get(id) ?? strengthByList(id, sources)),
      osiApproved: listed?.osiApproved ?? false,
      properties: names,
      grounds: names.map((property) => own.get(property) as PropertySource),
    };
  });
}

/** What choosealicense.com says, too. */
function confirmed(conditions: readonly string[]): LicenseProperty[] {
  const names: Readonly<Record<string, LicenseProperty>> = {
    "include-copyright": "notice",
    "document-changes": "change-notes",
    "disclose-source": "source-offer",
    "network-use-disclose": "network-clause",
  };
  return conditions.flatMap((condition) => names[condition] ?? []);
}

type Judgement = Pick<Row, "strength" | "source" | "confidence">;

function strengthsByCuration(ids: readonly string[]): Map<string, Judgement> {
  const result = new Map<string, Judgement>();
  for (const group of strengthGroups) {
    for (const id of expandIds(group.ids, ids)) {
      const before = result.get(id);
      const isFamily = !group.ids.split(" ").includes(id);
      if (before && !isFamily && before.source !== "family") throw new Error(`${id} stands in two groups`);
      if (before && isFamily && before.source === "curated") continue; // a family never overrides an id that is named
      if (before && isFamily) throw new Error(`${id} stands in two families`);
      result.set(id, { strength: group.strength, source: isFamily ? "family" : "curated", confidence: group.confidence });
    }
  }
  return result;
}

function strengthByList(id: string, sources: Sources): Judgement {
  const rating = sources.blueOak.get(id);
  if (rating !== undefined) return { strength: "permissive", source: "blueoak", confidence: rating === "Lead" ? 0.85 : 0.95 };
  if (sources.copyleft.has(id)) return { strength: "strong", source: "spdx-copyleft", confidence: 0.5 };
  return { strength: "unknown", source: "none", confidence: 0 };
}

function propertiesByCuration(ids: readonly string[]): Map<string, Map<LicenseProperty, PropertySource>> {
  const result = new Map(ids.map((id) => [id, new Map<LicenseProperty, PropertySource>()]));
  for (const [property, words] of Object.entries(propertyIds) as [LicenseProperty, string][]) {
    const named = new Set(words.split(" "));
    for (const id of expandIds(words, ids)) result.get(id)?.set(property, named.has(id) ? "curated" : "family");
  }
  return result;
}
