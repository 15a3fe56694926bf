import { expect, test } from "vitest";
import { radar } from "./radar.ts";
import { stateShape } from "./states.ts";
import { versionLine } from "./version-line.ts";

const dot = (label: string, ring: number, sector: number) => ({
  label,
  ring,
  sector,
  shape: stateShape("allow"),
  state: "allow",
  href: `/catalogue/entry?component=${encodeURIComponent(label)}`,
  spoken: label,
});

/** Where the marks stand. */
function marks(svg: string): { x: number; y: number }[] {
  return [...svg.matchAll(/translate\((-?\d+) (-?\d+)\)/g)].map(([, x, y]) => ({ x: Number(x) + 10, y: Number(y) + 10 }));
}

test("an entry stands in its ring and its sector, and two of one field apart from each other", () => {
  const svg = radar(["use", "avoid"], ["right", "left"], [dot("a", 0, 0), dot("b", 0, 0), dot("c", 1, 1)], "Radar");
  const [a, b, c] = marks(svg);
  expect(a).not.toEqual(b);
  expect(a?.x).toBeGreaterThan(500);
  expect(c?.x).toBeLessThan(500);
  const away = (place: { x: number; y: number } | undefined) => Math.hypot((place?.x ?? 0) - 500, (place?.y ?? 0) - 320);
  expect(away(c)).toBeGreaterThan(away(a));
});

test("a name is text, however it is written", () => {
  const name = '"><script>alert(1)</script>';
  expect(radar(["use"], [name], [dot(name, 0, 0)], name)).not.toContain("<script");
  expect(versionLine([{ version: name, uses: 1 }], name)).not.toContain("<script");
});

test("one version stands in the middle, many between old and new; the newest that nobody uses is a ring without a dot", () => {
  expect(versionLine([{ version: "1.0.0", uses: 3, chosen: true }], "one")).toContain('cx="360"');
  const svg = versionLine(
    [
      { version: "1.0.0", uses: 9 },
      { version: "2.0.0", uses: 1 },
      { version: "3.0.0", uses: 0, latest: true },
    ],
    "three",
  );
  const radii = [...svg.matchAll(/class="dot" cx="\d+" cy="40" r="(\d+)"/g)].map(([, radius]) => Number(radius));
  expect(radii).toHaveLength(2);
  expect(radii[0]).toBeGreaterThan(radii[1] ?? 0);
  expect(svg.match(/class="newest"/g)).toHaveLength(1);
});
