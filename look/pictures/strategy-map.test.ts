import { expect, test } from "vitest";
import { layOutMap } from "./strategy-map.ts";

test("a stub leaves its node at the side where the chain breaks, and says below what is missing", () => {
  const columns = [
    { title: "want", nodes: [{ id: "o", label: "Ship" }] },
    { title: "do", nodes: [{ id: "a", label: "Look" }] },
  ];
  const { stubs, nodes } = layOutMap({
    columns,
    links: [],
    stubs: [
      { node: "o", side: "right", text: "nothing is done for it" },
      { node: "a", side: "left", text: "it serves no objective" },
      { node: "gone", side: "left", text: "never drawn" },
    ],
  });
  const [wanted, done] = nodes;
  expect(stubs.map(({ text }) => text)).toEqual(["nothing is done for it", "it serves no objective"]);
  expect(stubs[0]?.path).toBe(`M${(wanted?.x ?? 0) + 232} ${(wanted?.y ?? 0) + 21}H${(wanted?.x ?? 0) + 266}`);
  expect(stubs[1]?.path).toBe(`M${done?.x} ${(done?.y ?? 0) + 21}H${(done?.x ?? 0) - 34}`);
});

test("a node that ends on both sides says so once: two texts would lie over each other", () => {
  const { stubs } = layOutMap({
    columns: [{ title: "do", nodes: [{ id: "a", label: "Look" }] }],
    links: [],
    stubs: [
      { node: "a", side: "left", text: "it serves no objective" },
      { node: "a", side: "right", text: "no policy carries it" },
    ],
  });
  expect(stubs.map(({ side, text }) => [side, text])).toEqual([
    ["left", "it serves no objective, no policy carries it"],
    ["right", ""],
  ]);
});
