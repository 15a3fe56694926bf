import { describe, expect, it } from "vitest";
import { stream } from "./stream.ts";

const words = { spoken: 'all "numbers"', from: "before", now: "now" };

describe("a stream", () => {
  it("draws each band with its name at its end, leaves out what never was, and escapes", () => {
    const drawn = stream(
      [
        { tone: "s1", label: "<ours>", values: [5, 6, 7] },
        { tone: "s2", label: "others", values: [0, 0, 0] },
        { tone: "s3", label: "alone", values: [8, 8, 0] },
      ],
      words,
    );
    expect(drawn).toContain("&lt;ours&gt;");
    expect(drawn).toContain('aria-label="all &quot;numbers&quot;"');
    expect(drawn).not.toContain("others");
    expect(drawn.match(/<path class="s1"/g)).toHaveLength(2);
    expect(drawn).toContain(">now</text>");
  });

  it("draws what is withheld paler, and as wide whatever it hides", () => {
    const drawn = stream([{ tone: "s1", label: "ours", values: [5, null, 6, 6] }], words);
    expect(drawn.match(/class="s1 few"/g)).toHaveLength(2);
    expect(drawn.match(/class="s1"/g)).toHaveLength(1);
  });

  it("keeps names apart and within the picture, however thin the bands end", () => {
    const band = (tone: "s1" | "s2" | "s3", last: number) => ({ tone, label: tone, values: [50, last] });
    for (const parts of [
      [band("s1", 0), band("s2", 0), band("s3", 0)],
      [band("s1", 90), band("s2", 1), band("s3", 1)],
      [band("s1", 1), band("s2", 1), band("s3", 90)],
    ]) {
      const ys = [...stream(parts, words).matchAll(/<text x="296" y="([\d.]+)"/g)].map(([, y]) => Number(y));
      expect(ys).toHaveLength(3);
      for (const [at, y] of ys.entries()) {
        expect(y - (ys[at - 1] ?? -100)).toBeGreaterThanOrEqual(16.9);
        expect(y).toBeLessThanOrEqual(170);
      }
    }
  });

  it("says nothing but its ends where nobody ever was", () => {
    expect(stream([{ tone: "s1", label: "ours", values: [0, 0] }], words)).not.toContain("ours");
  });
});
