// The one registry of measures. A new measure is one entry in its family's file; a new family one line here.
import { compliance } from "./compliance.ts";
import { consumption } from "./consumption.ts";
import { contribution } from "./contribution.ts";
import { culture } from "./culture.ts";
import { delivery } from "./delivery.ts";
import { executive } from "./executive.ts";
import { flow } from "./flow.ts";
import { project } from "./project.ts";
import { waiting } from "./waiting.ts";
import type { MeasureDefinition } from "./types.ts";

/** All measures, in the order of the catalogue; the delivery measures after K-60. */
export const measures: readonly MeasureDefinition[] = [
  ...consumption,
  ...flow,
  ...contribution,
  ...project,
  ...compliance,
  ...culture,
  ...executive,
  ...delivery,
];

const byName = new Map<string, MeasureDefinition>();
for (const measure of measures) {
  byName.set(measure.id, measure);
  if (measure.alias) byName.set(measure.alias, measure);
}

/** A measure by its id or its K-number; undefined where there is none. */
export function findMeasure(name: string): MeasureDefinition | undefined {
  return byName.get(name);
}

/** Ids and K-numbers: what a key result may name. */
export function measureIds(): ReadonlySet<string> {
  return new Set(byName.keys());
}

/** What a measure waits for; undefined where this version computes it. */
export function waitsFor(id: string): string | undefined {
  return Object.hasOwn(waiting, id) ? waiting[id] : undefined;
}

export type * from "./types.ts";
