import { describe, expect, it } from "vitest";
import { Unreadable } from "../types.ts";
import { child, childText, childrenOf, descendants, parseXml } from "./xml.ts";

describe("XML", () => {
  it("gives a tree with lines, without prefixes", () => {
    const root = parseXml('\n<?xml version="1.0"?>\n<m:a x="1">\n  <b> t<![CDATA[<&]]> </b>\n  <b/>\n  <c><d><b>&lt;</b></d></c>\n</m:a>');
    expect(root.name).toBe("a");
    expect(root.attributes.get("x")).toBe("1");
    expect(childText(root, "b")).toBe("t<&");
    expect(childrenOf(root, "b").map(({ line }) => line)).toEqual([4, 5]);
    expect(child(child(root, "c"), "d")?.line).toBe(6);
    expect([...descendants(root, "b")].map(({ text }) => text)).toEqual(["t<&", "", "<"]);
  });

  it.each([
    ["an open element", "<a><b></a>", 1],
    ["two roots", "<a/>\n<b/>", 2],
    ["nothing", "", 1],
    ["an entity of its own", '<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>', 2],
    ["an external entity", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 1],
    ["what is too deep", "<a>".repeat(300), 1],
  ])("refuses %s", (_what, text, line) => {
    expect(() => parseXml(text)).toThrow(Unreadable);
    try {
      parseXml(text);
    } catch (error) {
      expect((error as Unreadable).line).toBe(line);
    }
  });
});
