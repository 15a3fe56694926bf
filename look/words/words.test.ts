import { describe, expect, it } from "vitest";
import {
  analysisWords,
  artefactWords,
  compatibilityWords,
  ecosystemName,
  fill,
  formatDate,
  formatNumber,
  formatShare,
  frameworkWords,
  type Language,
  languages,
  localText,
  menuWords,
  obligationWords,
  officeWords,
  reportWords,
  shortWord,
  siteWords,
  supplierWords,
  vulnerabilityWords,
  wordFor,
  wordsOf,
} from "../index.ts";

/** Every catalogue: a new one is one line here. */
const catalogues: Readonly<Record<string, (language: Language) => unknown>> = {
  words: wordsOf,
  analysis: analysisWords,
  artefacts: artefactWords,
  compatibility: compatibilityWords,
  frameworks: frameworkWords,
  menu: menuWords,
  obligations: obligationWords,
  office: officeWords,
  reports: reportWords,
  site: siteWords,
  suppliers: supplierWords,
  vulnerabilities: vulnerabilityWords,
};

/** Every text of a catalogue by its path. */
function texts(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  return new Map(Object.entries(value as object).flatMap(([key, item]) => [...texts(item, path === "" ? key : `${path}.${key}`)]));
}

const PLACE = /\{(\w+)(?:\|([^{}]*))?\}/g;

function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACE)].map((match) => match[1] ?? ""))].sort();
}

describe.each(Object.entries(catalogues))("the catalogue of %s", (_, wordsIn) => {
  const english = texts(wordsIn("en"));

  for (const language of languages) {
    const mine = texts(wordsIn(language));

    it(`say everything in ${language}`, () => {
      expect([...mine.keys()].sort()).toEqual([...english.keys()].sort());
      expect([...mine].filter(([, text]) => text.trim() === "")).toEqual([]);
    });

    it(`take the same values in ${language}`, () => {
      for (const [path, text] of mine) expect(placesOf(text), path).toEqual(placesOf(english.get(path) ?? ""));
    });

    it(`have a form for each plural category of ${language}, and no brace left over`, () => {
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.length;
      for (const [path, text] of mine) {
        for (const [, , forms] of text.matchAll(PLACE)) if (forms !== undefined) expect(forms.split("|"), path).toHaveLength(categories);
        expect(text.replaceAll(PLACE, ""), path).not.toMatch(/[{}]/);
      }
    });
  }
});

describe("words of the report", () => {
  it("write German as the Swiss do", () => {
    expect([...texts(wordsOf("de"))].filter(([, text]) => /ß|„|“|\bß/.test(text))).toEqual([]);
  });
});

describe("fill", () => {
  it("writes numbers and their plural forms", () => {
    const text = "{files} {files|file|files} in {repositories|one repository|# repositories}";
    expect(fill(text, { files: 1, repositories: 1 }, "en")).toBe("1 file in one repository");
    expect(fill(text, { files: 1204, repositories: 36 }, "en")).toBe("1,204 files in 36 repositories");
    expect(fill(text, { files: 0, repositories: 1_000_000 }, "de")).toBe("0 files in 1'000'000 repositories");
  });

  it("looks for no places in values, and leaves unknown ones", () => {
    expect(fill("{a} {b}", { a: "{b} $& $1" }, "en")).toBe("{b} $& $1 {b}");
    expect(fill("{__proto__} {constructor}", {}, "en")).toBe("{__proto__} {constructor}");
  });
});

describe("numbers, shares and dates", () => {
  it("are written as the language writes them", () => {
    expect(formatNumber(1_234_567, "en")).toBe("1,234,567");
    expect(formatNumber(1_234_567, "de")).toBe("1'234'567");
    expect(formatDate("2026-11-23T00:00:00Z", "en")).toBe("23 November 2026");
    expect(formatDate("2026-11-23", "de")).toBe("23. November 2026");
    expect(formatDate("some day", "de")).toBe("some day");
  });

  it("never call nearly all all, nor nearly none none", () => {
    expect(formatShare(1, "en")).toBe("100%");
    expect(formatShare(0.99999, "en")).toBe("99.9%");
    expect(formatShare(0.25, "de")).toBe("25%");
    expect(formatShare(0.00001, "en")).toBe("0.1%");
    expect(formatShare(0, "en")).toBe("0%");
  });
});

describe("words of closed sets", () => {
  it("fall back to the key", () => {
    expect(wordFor(wordsOf("de").reason, "missing")).toBe("die gelesenen Quellen sagen es nicht");
    expect(wordFor(wordsOf("de").reason, "toString")).toBe("toString");
    expect(ecosystemName("pypi")).toBe("PyPI (Python)");
    expect(ecosystemName("constructor")).toBe("constructor");
  });

  it("come short, and in the language there is", () => {
    expect(shortWord(wordsOf("en").strength.weak)).toBe("weak copyleft");
    expect(localText({ de: "nur deutsch" }, "en")).toBe("nur deutsch");
    expect(localText(undefined, "en")).toBeUndefined();
  });
});
