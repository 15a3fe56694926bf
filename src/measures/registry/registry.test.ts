import { describe, expect, it } from "vitest";
import { findMeasure, measureIds, measures } from "./index.ts";

describe("the registry of measures", () => {
  it("holds K-01 to K-60, each once", () => {
    const aliases = measures.flatMap(({ alias }) => alias ?? []).sort();
    expect(aliases).toEqual(Array.from({ length: 60 }, (_, index) => `K-${String(index + 1).padStart(2, "0")}`));
  });

  it("names every measure family.kebab-name, once", () => {
    for (const { id } of measures) expect(id).toMatch(/^[a-z]+\.[a-z]+(?:-[a-z]+)*$/);
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  });

  it("has a question that asks, in both languages, and no empty text", () => {
    for (const measure of measures) {
      expect(measure.question.en, measure.id).toMatch(/\?$/);
      expect(measure.question.de, measure.id).toMatch(/\?$/);
      for (const text of [measure.title.en, measure.title.de, measure.goal, measure.definition, measure.source, measure.caveat]) {
        expect(text.trim(), measure.id).not.toBe("");
      }
    }
  });

  it("finds by id and by number", () => {
    expect(findMeasure("K-01")).toBe(findMeasure("consumption.open-source-share"));
    expect(findMeasure("K-41")?.id).toBe("compliance.open-findings");
    expect(findMeasure("constructor")).toBeUndefined();
    for (const id of [
      "delivery.lead-time",
      "contribution.active-share",
      "delivery.deployment-frequency",
      "delivery.time-to-restore",
      "delivery.change-failure-rate",
    ]) {
      expect(measureIds()).toContain(id);
    }
  });

  it("does not inherit the errors of its sources", () => {
    expect(findMeasure("K-21")?.definition).toMatch(/^Accepted contributions divided by submitted/);
    expect(findMeasure("K-34")?.direction).toBe("up");
    expect(findMeasure("K-31")?.definition).toMatch(/closed in the window.*divided by those opened/);
  });
});
