import { describe, expect, it } from "vitest";
import { load, problemsOf } from "../testing/folders.ts";

const shared = {
  "organization.yaml": "organization: Seeland\n",
  "shipped-packs/frameworks/topics.yaml": "framework: topics\ntitle: { en: T, de: T }\ntopics: { sbom: { ask: { en: A, de: B } } }\n",
};
const about = (problems: readonly string[]) => problems.filter((problem) => problem.includes("frameworks/"));

describe("a framework of one's own", () => {
  it("has topics of its own and takes those that come along", async () => {
    const text =
      "framework: house\ntitle: Our house\ntopics: { roof: { ask: It has a roof. } }\nitems: [{ id: 1.10, topics: [roof, sbom], text: A roof }]\n";
    const { program, problems } = await load({ ...shared, "frameworks/house.yaml": text });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(program?.frameworks?.[0]).toMatchObject({ id: "house", items: [{ id: "1.10", topics: ["roof", "sbom"] }] });
  });

  it("names what is wrong with file and line", async () => {
    const text =
      "framework: home\ntitle: Our house\nitems:\n  - { id: a, topics: [sboom], text: A }\n  - { id: a, topics: [sbom], text: B, colour: red }\n";
    expect(about(await problemsOf({ ...shared, "frameworks/house.yaml": text }))).toMatchInlineSnapshot(`
      [
        "frameworks/house.yaml:1:12  warning  The file is named house.yaml and holds the framework "home". Expected: frameworks/home.yaml.  [contradiction]",
        "frameworks/house.yaml:4:5  error  There is no topic "sboom". Expected: a topic of this file, or of those that come with Allmend. Did you mean "sbom"?  [unknown-reference]",
        "frameworks/house.yaml:5:5  error  Item "a" stands here a second time. Expected: each id once.  [duplicate-id]",
        "frameworks/house.yaml:5:39  error  There is no key "colour" in "items.a". Expected: id, group, topics or text.  [unknown-key]",
      ]
    `);
  });
});
