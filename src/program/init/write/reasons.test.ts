import { describe, expect, it } from "vitest";
import { reasonIn } from "./reasons.ts";

describe("why something is proposed", () => {
  it.each([
    ["a repository of its own", "ein Repository für sich"],
    ["names begin with claims", "Namen beginnen mit claims"],
    ["the table", "die Tabelle"],
    ["the table names no repository", "die Tabelle nennt kein Repository"],
    ["package.json: react-dom", "package.json: react-dom"],
  ])("%s: %s", (english, german) => {
    expect(reasonIn("en", english)).toBe(english);
    expect(reasonIn("de", english)).toBe(german);
  });
});
