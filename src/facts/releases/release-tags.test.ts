import { describe, expect, it } from "vitest";
import type { History, Tag } from "../history/index.ts";
import { releaseTags } from "./release-tags.ts";
import { readTagName } from "./tag-name.ts";

const DAY = 86_400;
const START = Date.parse("2026-03-02T09:00:00Z") / 1000;

function tag(name: string, days: number, commit: number = Math.round(days * 100)): Tag {
  return { name, annotated: false, commit, time: START + days * DAY, tagger: -1, signature: 0, subject: "" };
}
function releases(tags: readonly Tag[], pattern?: string) {
  return releaseTags({ tags } as unknown as History, (START + 1000 * DAY) * 1000, "UTC", pattern);
}
const names = (tags: readonly Tag[], pattern?: string) => releases(tags, pattern).releases.map((release) => release.tags);

describe("a tag", () => {
  it.each(["1.2.3", "v5.1.0", "curl-8_11_0", "pkg@2.0.1", "@scope/pkg@1.0.0", "pkg-v1.2", "2026.03.01", "release/1.4.0", "globset-0.4.16"])(
    "%s is a release",
    (name) => {
      expect(names([tag(name, 0)])).toEqual([[name]]);
    },
  );

  it.each([
    ["nightly", "no-version"],
    ["latest", "no-version"],
    ["v4", "no-version"],
    ["v1.0.0-rc.1", "preliminary"],
    ["5.0.0-beta.2", "preliminary"],
    ["5.0.0-alpha.1.2", "preliminary"],
    ["nightly-2026.03.01", "preliminary"],
    ["1.0.0rc1", "preliminary"],
  ] as const)("%s is none: %s", (name, why) => {
    const found = releases([tag(name, 0)]);
    expect(found.releases).toEqual([]);
    expect(found.passedOver[why]).toEqual([name]);
  });

  it("without a commit, without a time, or of the future is told", () => {
    const found = releases([
      tag("1.0.0", 0, -1),
      { ...tag("1.0.1", 1), time: Number.NaN },
      tag("1.0.2", 2000),
      { ...tag("1.0.3", 1), time: -5 },
    ]);
    expect(found.passedOver).toMatchObject({ "no-commit": ["1.0.0"], "no-time": ["1.0.1", "1.0.3"], future: ["1.0.2"] });
  });

  it("is a release where a pattern says so, and then only there", () => {
    expect(names([tag("build-7", 0), tag("1.0.0", 1)], "build-*")).toEqual([["build-7"]]);
  });
});

describe("tags together", () => {
  it("of one commit are one release", () => {
    expect(names([tag("v1.0.0", 0, 5), tag("1.0.0", 0, 5), tag("v1.0", 0, 5)])).toEqual([["1.0.0", "v1.0", "v1.0.0"]]);
  });

  it("of one package are told by their version, with or without a v", () => {
    expect(names([tag("4.22.0", 0.01), tag("v4.22.1", 0.02)])).toEqual([["4.22.0"], ["v4.22.1"]]);
    expect(["v1.0", "1.0", "pkg-v1.0", "pkg@1.0", "pkg/v1.0", "div1.0"].map((name) => readTagName(name)?.line)).toEqual([
      "",
      "",
      "pkg",
      "pkg",
      "pkg",
      "div",
    ]);
  });

  it("of different packages on one day travel together; two versions of one package do not", () => {
    expect(names([tag("a@1.0.0", 0.01), tag("b@1.0.0", 0.02), tag("b@1.0.1", 0.03), tag("a@1.1.0", 1)])).toEqual([
      ["a@1.0.0", "b@1.0.0"],
      ["b@1.0.1"],
      ["a@1.1.0"],
    ]);
  });

  it("may be very many, on one commit or in one day", () => {
    const many = Array.from({ length: 150_000 }, (_, at) => tag(`p${at}@1.0.0`, 0, 1));
    expect(releases(many).releases).toHaveLength(1);
    const apart = many.slice(0, 20_000).map((one, at) => ({ ...one, commit: at }));
    expect(releases(apart).releases).toHaveLength(1);
  });
});
