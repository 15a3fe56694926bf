import { describe, expect, it } from "vitest";
import type { Program } from "#program";
import { idleChoices } from "./idle-choices.ts";
import type { ResultComponent } from "./result.ts";

function told(choices: readonly [expression: string, choose: string][], licenses: readonly string[], file = "/our/allmend/licenses.yaml") {
  const program = {
    location: "/our/allmend",
    licenses: {
      choices: choices.map(([expression, choose], index) => ({ expression, choose, position: { file, line: index + 1, column: 1 } })),
    },
  } as unknown as Program;
  const components = licenses.map((license, index) => ({ purl: `pkg:npm/c${index}@1`, license }) as ResultComponent);
  return idleChoices(program, components).map(({ code, severity, line }) => `${code} ${severity} ${line}`);
}

describe("choices that settle nothing", () => {
  it("are silent while their expression is offered, in whatever order or depth", () => {
    expect(told([["MIT OR GPL-3.0-only", "MIT"]], ["GPL-3.0-only OR MIT"])).toEqual([]);
    expect(told([["MIT OR GPL-3.0-only", "MIT"]], ["ISC AND (MIT OR GPL-3.0-only)"])).toEqual([]);
  });

  it("reopen when upstream offers more, and are noted when nothing offers them", () => {
    expect(told([["MIT OR GPL-3.0-only", "MIT"]], ["MIT OR GPL-3.0-only OR AGPL-3.0-only"])).toEqual(["choice-changed warning 1"]);
    expect(told([["MIT OR GPL-3.0-only", "MIT"]], ["MIT", "GPL-3.0-only"])).toEqual(["choice-unused note 1"]);
  });

  it("of a pack are for everybody", () => {
    expect(told([["MIT OR GPL-3.0-only", "MIT"]], ["MIT"], "pack:starter/licenses.yaml")).toEqual([]);
  });
});
