import { describe, expect, it } from "vitest";
import { readMarkdown } from "./markdown.ts";
import { ProblemList } from "./problems.ts";
import { cpuTime } from "../../../test/cpu-time.ts";

function read(body: string) {
  const problems = new ProblemList();
  const page = readMarkdown("a.md", `---\na: 1\n---\n${body}`, problems);
  return { page, codes: problems.sorted().map(({ code }) => code) };
}

describe("reading pages", () => {
  it("counts the words of the prose only", () => {
    expect(read("# One two\n\nthree *four* – five\n\n```yaml rule\nid: a\n```\n\n<!-- not these -->\n").page.words).toBe(5);
  });

  it("refuses what no page has, and takes little time for the rest", () => {
    const hostile: Readonly<Record<string, string>> = {
      brackets: "[".repeat(200_000),
      links: "[a](".repeat(50_000),
      emphasis: "*a **b ".repeat(40_000),
      quotes: ">".repeat(100_000),
      nestedQuotes: "> ".repeat(100_000),
      nestedLists: "- ".repeat(100_000),
      quotesWithLists: "> - a\n>   > b\n".repeat(20_000),
      listsWithQuotes: "- > a\n  > b\n".repeat(20_000),
      list: "- a\n".repeat(4_900),
      numbers: "1. a\n".repeat(4_900),
      backticks: Array.from({ length: 700 }, (_, index) => "`".repeat(index)).join("a"),
      fences: "```\n".repeat(4_900),
      comments: "<!--".repeat(70_000),
      entities: "&amp;".repeat(50_000),
      definitions: "[a]: b\n".repeat(4_900),
      indented: Array.from({ length: 500 }, (_, index) => `${" ".repeat(index)}- a`).join("\n"),
      long: "a".repeat(2_000_000),
      lines: "a\n".repeat(100_000),
    };
    for (const [name, text] of Object.entries(hostile)) {
      const begin = cpuTime();
      read(text);
      expect(cpuTime() - begin, name).toBeLessThan(3_000);
    }
  });

  it("says that a page is too much", () => {
    expect(read("a".repeat(400_000)).codes).toEqual(["document-too-large"]);
    expect(read("> a\n".repeat(1_500)).codes).toEqual(["document-too-large"]);
    expect(read("a\n".repeat(5_100)).codes).toEqual(["document-too-large"]);
    expect(read("- ".repeat(100)).codes).toEqual(["document-too-large"]);
  });
});
