import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import type { Finding } from "#policy";
import { hostileSay, hostileText, infect } from "../testing/hostile.ts";
import { largeResult } from "../testing/large.ts";
import { emptyResult, sampleResult } from "../testing/sample-result.ts";
import { code, inline } from "./escape.ts";
import { markdown } from "./markdown.ts";

const ALLOWED = new Set(["root", "heading", "paragraph", "text", "strong", "list", "listItem", "inlineCode", "html", "break"]);
const OURS = /^(?:<details><summary>[^<>]*<\/summary>|<\/details>|<sub>|<\/sub>)$/;

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function walk(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of node.children ?? []) walk(child, see);
}

/** Nothing but our own structure: no markup, link, picture, mention or reference came in with a name. */
function expectOurs(text: string): void {
  walk(fromMarkdown(text), (node) => {
    expect(ALLOWED).toContain(node.type);
    if (node.type === "html") expect(node.value).toMatch(OURS);
    if (node.type === "text") {
      expect(node.value).not.toMatch(/[@#!~%$&][\p{L}\p{N}_]/u);
      expect(node.value).not.toMatch(/:\/\/|www\./i);
      // oxlint-disable-next-line no-control-regex -- that is what it is for
      expect(node.value).not.toMatch(/[\u0000\u202A-\u202E\u2066-\u2069]/);
    }
  });
  // Quick actions of GitLab stand at the beginning of a line.
  expect(text).not.toMatch(/^\s*\//m);
}

describe("the comment on a pull request", () => {
  for (const language of ["en", "de"] as const) {
    it(`reads like this in ${language}`, async () => {
      const text = markdown(sampleResult, language);
      expectOurs(text);
      await expect(text).toMatchFileSnapshot(`fixtures/comment.${language}.md`);
    });
  }

  it("is short where there is nothing to say", () => {
    const text = markdown(emptyResult, "en");
    expect(text).toContain("There was nothing to judge");
    expect(text).not.toContain("The gate");
    const fine = markdown(
      { ...sampleResult, findings: [], summary: { ...sampleResult.summary, gate: { failOn: "deny", failing: 0 } } },
      "en",
    );
    expect(fine.split("\n").slice(2, 3).join()).toBe(
      "**Nothing is denied and nothing waits for a review.** The gate passes: no finding is denied.",
    );
  });

  it("tells only what is new or overdue where there is a baseline", () => {
    const findings = sampleResult.findings.map((finding): Finding => ({ ...finding, age: finding.rule === "owners" ? "new" : "known" }));
    const text = markdown({ ...sampleResult, findings }, "en");
    expect(text).toContain("Every repository names who answers for it");
    expect(text).not.toContain("paged");
  });

  it("fits into a comment however much there is", () => {
    const text = markdown(largeResult(3000), "de");
    expect(Buffer.byteLength(text)).toBeLessThan(65_536);
    expect(text).toContain("2'970");
    expectOurs(text);
    const long = markdown(
      infect(largeResult(500), (before) => before + "\u{1F469}".repeat(3000)),
      "en",
    );
    expect(Buffer.byteLength(long)).toBeLessThan(65_536);
    expect(long.trimEnd().endsWith("</sub>")).toBe(true);
  });

  it("takes no markup from names", () => {
    fc.assert(
      fc.property(hostileSay, (say) => expectOurs(markdown(infect(sampleResult, say), "en"))),
      { numRuns: 100 },
    );
  });
});

describe("escapes", () => {
  it("give text back as it was", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = (source: string) => {
          let found = "";
          walk(fromMarkdown(`x ${source} x`), (node) => {
            if (node.type === "text" || node.type === "inlineCode") found += node.value;
          });
          return found.replaceAll("\u200B", "");
        };
        const letters = text.replaceAll(/[^\p{L}\p{N}]/gu, "");
        expect(shown(inline(text)).replaceAll(/[^\p{L}\p{N}]/gu, "")).toBe(`x${letters}x`);
        expect(shown(code(text)).replaceAll(/[^\p{L}\p{N}]/gu, "")).toBe(`x${letters}x`);
      }),
    );
  });
});
