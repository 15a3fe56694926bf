import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Problem } from "#kit";
import type { Program } from "#program";
import { portableProblems } from "./portable.ts";

const program = { location: join("/home", "me", "allmend") } as Program;

function problem(file: string): Problem {
  return { code: "area-missing", severity: "warning", file, message: "" };
}

describe("problems of a program in a result", () => {
  it("names its documents by the program's name and not by a path of this machine", () => {
    const [inside] = portableProblems([problem(join("/home", "me", "allmend", "policies", "compliance.md"))], program, "allmend");
    expect(inside?.file).toBe("allmend/policies/compliance.md");
  });

  it("leaves other files alone, those of a folder that begins alike included", () => {
    for (const file of ["pack:starter/strategy.md", "claims-web:package.json", join("/home", "me", "allmend-old", "x.md")])
      expect(portableProblems([problem(file)], program, "allmend")[0]?.file).toBe(file);
  });
});
