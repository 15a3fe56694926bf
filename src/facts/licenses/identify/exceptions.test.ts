import { describe, expect, it } from "vitest";
import { exceptionIdList } from "#kit";
import { exceptionTexts } from "./curated/exception-texts.ts";
import { rareExceptionTexts } from "./curated/rare-exception-texts.ts";
import { identifyText } from "./identify.ts";

const texts: Readonly<Record<string, readonly string[]>> = { ...exceptionTexts, ...rareExceptionTexts };

/** The licence that each is an exception to, where that is not the GPL. */
const bases: readonly (readonly [exceptions: RegExp, notice: string])[] = [
  [/^(?:LLVM|Swift|SHL)-/, "Licensed under the Apache License, Version 2.0."],
  [/^fmt-/, "Licensed under the MIT license."],
  [/^KiCad-/, "Licensed under CC-BY-SA-4.0."],
  [/^LZMA-/, "Licensed under the Common Public License version 1.0."],
  [/^QPL-/, "Licensed under the Q Public License version 1.0."],
];

/** A text with its first wording, and a name for each placeholder. */
function filled(text: string): string {
  return text.replace(/\{([^{}|]*)\|[^{}]*\}/g, "$1").replaceAll("[name]", "Frobnicator");
}

describe("exceptions", () => {
  it("has the sentences of every exception on the list", () => {
    expect(exceptionIdList().filter((id) => !texts[id])).toEqual([]);
    expect(Object.keys(texts).filter((id) => !exceptionIdList().includes(id))).toEqual([]);
  });

  it.each(exceptionIdList())("%s is found on the licence before it", (id) => {
    const notice =
      bases.find(([exceptions]) => exceptions.test(id))?.[1] ?? "Licensed under the GNU General Public License version 2 only.";
    for (const text of texts[id] ?? []) expect(identifyText(`${notice}\n\n${filled(text)}\n`).expression, text).toContain(` WITH ${id}`);
  });

  it("belongs to the licence that is named with its version, rather than to a mere name before it", () => {
    const text = filled(texts["GCC-exception-3.1"]?.[0] ?? "");
    expect(identifyText(`For programs that are not GPL licensed:\n\n${text}\n\nLicensed under GPLv3.\n`).expression).toBe(
      "GPL-3.0-only WITH GCC-exception-3.1",
    );
  });

  it("says nothing without a licence", () => {
    expect(identifyText(filled(texts["SWI-exception"]?.[0] ?? "")).expression).toBeNull();
  });
});
