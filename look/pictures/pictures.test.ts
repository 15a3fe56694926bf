import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bars, escapeHtml, partsBar, shorten, stateMark, strategyMap, visible } from "../index.ts";

describe("escapeHtml", () => {
  it("leaves nothing that could become markup, and shows what hides", () => {
    expect(escapeHtml(`<a href="x" onclick='y'>&`)).toBe("&lt;a href=&quot;x&quot; onclick=&#39;y&#39;&gt;&amp;");
    expect(visible("a\u202Eb\u0000c\u200Bd\u{E0041}")).toBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
    expect(visible("half \uD800 pair, line\nend")).toBe("half \uFFFD pair, line\nend");
  });

  it("holds for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(escaped.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("shorten", () => {
  it("says that it cut, and cuts no character in two", () => {
    expect(shorten("short", 5)).toBe("short");
    expect(shorten("longer", 5)).toBe("long…");
    expect(shorten("ab👩x", 4).isWellFormed()).toBe(true);
  });
});

describe("pictures", () => {
  it("draw bars in proportion, with their numbers", () => {
    const drawn = bars(
      [
        { label: "<many>", value: 1200, note: "of them" },
        { label: "few", value: 12, tone: "weak", below: "a & b" },
      ],
      "de",
    );
    expect(drawn).toContain("width:100.0%");
    expect(drawn).toContain("width:1.0%");
    expect(drawn).toContain("1'200");
    expect(drawn).toContain("&lt;many&gt;");
    expect(drawn).toContain("a &amp; b");
    expect(bars([], "en")).toBe('<ul class="bars"></ul>');
  });

  it("leave empty parts out", () => {
    expect(partsBar([{ state: "deny", value: 0, label: "none" }], "title")).toBe("");
    const drawn = partsBar(
      [
        { state: "allow", value: 3, label: "3 fine" },
        { state: "deny", value: 0, label: "0 denied" },
      ],
      "title",
    );
    expect(drawn).toContain("3 fine");
    expect(drawn).not.toContain("denied");
  });

  it("say a mark's meaning aloud where it stands alone", () => {
    expect(stateMark("deny", 'a "b"')).toContain('aria-label="a &quot;b&quot;"');
    expect(stateMark("deny")).toContain('aria-hidden="true"');
  });

  it("mark where the chain of the strategy breaks", () => {
    const map = strategyMap({
      columns: [
        {
          title: "Objectives",
          nodes: [
            { id: "o", label: "joined" },
            { id: "l", label: "A label that is much too long to stand on two short lines of a small box" },
          ],
        },
        { title: "Activities", nodes: [{ id: "a", label: "act", tone: "deny" }] },
      ],
      links: [
        { from: "o", to: "a", strength: 9 },
        { from: "nowhere", to: "a", strength: 1 },
      ],
      description: "what it shows",
    });
    expect(map.match(/class="ribbon"/g)).toHaveLength(1);
    expect(map.match(/map-node loose/g)).toHaveLength(1);
    expect(map).toContain('stroke-width="11"');
    expect(map).toContain("t-deny");
    expect(map).toContain("…");
  });
});
