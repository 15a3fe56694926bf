import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { positionInWhen } from "../read/when.ts";
import { load, policy, printed, problemsOf, rule, smallProgram } from "../testing/folders.ts";
import { loadProgram } from "./program.ts";

const example = "../shared/design/example-program";
const exampleMeasures = ["delivery.lead-time", "consumption.open-source-share", "contribution.active-share", "compliance.open-findings"];

describe("loading a program", () => {
  it("reads a small program whole", async () => {
    const { program, problems } = await load(smallProgram);
    expect(printed(problems)).toEqual([]);
    expect(program?.organization).toMatchObject({ id: "small", name: "Small", languages: ["en", "de"] });
    expect(program?.organization.teams[1]).toEqual({ id: "legal", members: [], deputies: [] });
    expect(program?.strategy).toMatchObject({ version: "2026.10", words: 2, title: { en: "Open source at Small" } });
    expect(program?.strategy?.objectives[0]?.keyResults[0]).toMatchObject({ target: "0", age: "30d" });
    expect(program?.strategy?.activities[0]?.phase).toBe("2027");
    const [compliance] = program?.policies ?? [];
    expect(compliance?.rules[0]).toMatchObject({
      id: "no-network",
      statement: { en: "Network copyleft is not used." },
      remedy: { en: "Choose another." },
      unknown: "review",
      mode: "enforce",
      serves: ["inventory"],
      position: { file: "policies/compliance.md", line: 12, column: 1 },
      whenPosition: { line: 15, column: 7 },
    });
  });

  it("gives the same digest for the same documents, and another for others", async () => {
    const digests = await Promise.all([
      load(smallProgram),
      load(smallProgram),
      load({ ...smallProgram, "licenses.yaml": "categories: {}\n" }),
    ]);
    const [first, second, third] = digests.map(({ program }) => program?.digest);
    expect(first).toBe(second);
    expect(first).not.toBe(third);
  });

  it.skipIf(!existsSync(example))("reads the example program without an error (skipped without ../shared)", async () => {
    const { program, problems } = await loadProgram(example, { packsFolder: "packs", measures: new Set(exampleMeasures) });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(Array(5).fill("area-missing"));
    expect(program?.policies.map(({ area, rules }) => [area, rules.length])).toEqual([
      ["community-interaction", 3],
      ["compliance", 7],
    ]);
    expect(program?.organization.boards[0]).toMatchObject({ quorum: 2, lanes: { legal: 1, security: 1, engineering: 1 } });
    expect(program?.licenses.waivers[0]).toMatchObject({ rule: "strong-copyleft-leaving-the-house", expires: "2027-03-31" });
    const network = program?.policies[1]?.rules.find(({ id }) => id === "no-network-copyleft");
    expect(network?.whenPosition).toMatchObject({ line: 68, column: 7 });
    expect(network?.statement["de"]).toContain("Licences with a network clause");
  });

  it("says that there is no program", async () => {
    const { program, partial, problems } = await load({ "notes.txt": "x" });
    expect([program, partial]).toEqual([undefined, undefined]);
    expect(problems).toMatchObject([{ code: "document-missing", file: "organization.yaml" }]);
    const none = await loadProgram("/nowhere/at/all", { packsFolder: "packs", measures: new Set() });
    expect(none.problems[0]).toMatchObject({ code: "document-unreadable", file: "/nowhere/at/all" });
  });

  it("gives what could be read in spite of an error, and no program", async () => {
    const { program, partial } = await load({ ...smallProgram, "licenses.yaml": "categoris: {}\n" });
    expect(program).toBeUndefined();
    expect(partial?.policies).toHaveLength(1);
  });
});

describe("rules in pages", () => {
  it("takes the sentence above: paragraph, list item, quote; shared by blocks under one sentence", async () => {
    const one = (id: string) => rule(`id: ${id}`, "about: usage", "when: true", "decide: warn");
    const indented = (id: string) => one(id).replaceAll("\n", "\n  ");
    const body = `# Head

A *marked* sentence with a [link](https://example.org),
over two lines.

${one("a")}

${one("b")}

- An item.

  ${indented("c")}

- Another.

${one("d")}

> Quoted.

<!-- a comment between -->

${one("e")}

## Only a heading

${one("f")}`;
    const page = policy("discovery", body);
    const { partial, problems } = await load({ ...smallProgram, "policies/discovery.md": page });
    const rules = partial?.policies.find(({ area }) => area === "discovery")?.rules ?? [];
    expect(rules.map(({ id, statement }) => [id, statement.en])).toEqual([
      ["a", "A marked sentence with a link, over two lines."],
      ["b", "A marked sentence with a link, over two lines."],
      ["c", "An item."],
      ["d", "Another."],
      ["e", "Quoted."],
      ["f", undefined],
    ]);
    expect(rules[2]?.whenPosition).toMatchObject({ line: page.split("\n").findIndex((line) => line.startsWith("  id: c")) + 3, column: 9 });
    expect(printed(problems)).toEqual([
      "policies/discovery.md:60:1  warning  No sentence stands above this rule. Expected: a paragraph or list item that says in plain words what the rule enforces.  [rule-without-sentence]",
    ]);
  });

  it("knows the place of every character of a condition", async () => {
    const blocks = [
      ["plain", 'when: license.strength == "XX"'],
      ["single", "when: 'license.strength == \"XX\" || ''it'''"],
      ["double", 'when: "license.strength == \\"XX\\""'],
      ["literal", 'when: |\n  license.strength\n    == "XX"'],
      ["folded", 'when: >-\n  license.strength\n  == "XX"'],
      ["lines", 'when: license.strength\n  == "XX"'],
    ] as const;
    const body = blocks.map(([id, when]) => `Sentence.\n\n${rule(`id: ${id}`, "about: usage", when, "decide: warn")}`).join("\n\n");
    const page = policy("discovery", body);
    const { partial } = await load({ ...smallProgram, "policies/discovery.md": page });
    const lines = page.split("\n");
    const rules = partial?.policies.find(({ area }) => area === "discovery")?.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(blocks.map(([id]) => id));
    for (const each of rules) {
      for (const word of ["license", "strength", "==", "XX"]) {
        const { line, column } = positionInWhen(each, each.when.indexOf(word));
        expect(lines[line - 1]?.slice(column - 1), `${each.id}: ${word}`).toMatch(new RegExp(`^${word}`));
      }
    }
  });

  it("reads pages with Windows line ends and a byte order mark", async () => {
    const windows = Object.fromEntries(
      Object.entries(smallProgram).map(([path, text]) => [path, `\uFEFF${String(text).replaceAll("\n", "\r\n")}`]),
    );
    const { program, problems } = await load(windows);
    expect(printed(problems)).toEqual([]);
    expect(program?.policies[0]?.rules[0]?.whenPosition).toMatchObject({ line: 15, column: 7 });
  });

  it("finds blocks that look like rules and are not marked so", async () => {
    const body = "Text.\n\n```yaml rules\nid: a\n```\n\nText.\n\n```yaml\nid: b\nwhen: true\n```\n\nText.\n\n```yaml\nother: 1\n```";
    expect(await problemsOf({ "policies/discovery.md": policy("discovery", body) })).toEqual([
      "policies/discovery.md:12:1  error  This block looks like a rule and is not marked as one. Expected: ```yaml rule. Write ```yaml rule above it, or ```text if it is an illustration.  [rule-block-unclear]",
      "policies/discovery.md:18:1  error  This block looks like a rule and is not marked as one. Expected: ```yaml rule. Write ```yaml rule above it, or ```text if it is an illustration.  [rule-block-unclear]",
    ]);
  });
});

describe("other languages", () => {
  const german = (...blocks: string[]) => `---\ntitle: Lizenztreue\n---\n\n${blocks.join("\n\n")}\n`;

  it("joins sentences, titles and remedies by rule id", async () => {
    const page = german("Netzwerk-Copyleft wird nicht verwendet.", rule("id: no-network", "remedy: Etwas anderes wählen."));
    const strategy =
      "---\nstrategy: Open Source bei Small\nobjectives: { no-surprises: Nichts überrascht uns }\nactivities: { inventory: Inventar führen }\n---\n\nDarum.\n";
    const { program, problems } = await load({ ...smallProgram, "policies/compliance.de.md": page, "strategy.de.md": strategy });
    expect(printed(problems)).toEqual([]);
    const compliance = program?.policies[0];
    expect(compliance?.title).toEqual({ en: "Title", de: "Lizenztreue" });
    expect(compliance?.rules[0]?.statement).toEqual({ en: "Network copyleft is not used.", de: "Netzwerk-Copyleft wird nicht verwendet." });
    expect(compliance?.rules[0]?.remedy).toEqual({ en: "Choose another.", de: "Etwas anderes wählen." });
    expect(compliance?.prose.de).toContain("Netzwerk-Copyleft");
    expect(program?.strategy?.objectives[0]?.statement).toEqual({ en: "Nothing surprises us", de: "Nichts überrascht uns" });
    expect(program?.strategy?.prose.de).toBe("Darum.");
  });

  it("sees what is missing, unknown and too much", async () => {
    const page = german("Satz.", rule("id: no-netwrk", "when: true"), "Satz.");
    expect(
      await problemsOf({
        "policies/compliance.de.md": page,
        "policies/discovery.de.md": page,
        "strategy.de.md": "---\nobjectives: { no-surprise: x }\n---\n",
      }),
    ).toEqual([
      "policies/compliance.de.md:1:1  warning  Without a sentence in this language: no-network. Expected: under each sentence a ```yaml rule block with the rule's id.  [translation-missing]",
      'policies/compliance.de.md:8:5  error  The page that this one translates has no rule "no-netwrk". Did you mean "no-network"?  [translation-unknown]',
      'policies/compliance.de.md:9:1  error  There is no key "when". Expected: id or remedy.  [unknown-key]',
      "policies/discovery.de.md  error  It translates policies/discovery.md, which is not there.  [translation-unknown]",
      "strategy.de.md:2:1  warning  Without a text in this language: no-surprises.  [translation-missing]",
      'strategy.de.md:2:15  error  Strategy.md has no "no-surprise" among its objectives. Did you mean "no-surprises"?  [translation-unknown]',
    ]);
  });

  it("takes the language that a page says, and the one that its translations leave", async () => {
    const page = german("Satz.", rule("id: no-network"));
    const first = await load({
      ...smallProgram,
      "organization.yaml": String(smallProgram["organization.yaml"]).replace("[en, de]", "[de, en]"),
      "policies/compliance.de.md": page,
    });
    expect(first.program?.policies[0]?.rules[0]?.statement).toEqual({ en: "Network copyleft is not used.", de: "Satz." });
    expect(first.program?.strategy?.title).toEqual({ de: "Open source at Small" });
    const said = await load({
      ...smallProgram,
      "policies/compliance.md": String(smallProgram["policies/compliance.md"]).replace("state:", "language: de\nstate:"),
    });
    expect(said.program?.policies[0]?.title).toEqual({ de: "Title" });
  });
});

describe("records", () => {
  it("keeps whole lines, warns of a torn last one, and takes waivers", async () => {
    const waiver = { rule: "no-network", about: { product: "portal" }, because: "met", owner: "ospo", expires: "2027-01-01" };
    const lines = [
      JSON.stringify({
        schema: "allmend.record/1",
        kind: "attestation",
        at: "2026-03-01T10:00:00Z",
        by: "mk",
        subject: "repository:x",
        id: "reviewed",
      }),
      JSON.stringify({ kind: "waiver", at: "2026-03-02", data: waiver }),
    ];
    const { program, problems } = await load({ ...smallProgram, "records/2026.jsonl": `${lines.join("\n")}\n{"kind":"att` });
    expect(printed(problems)).toEqual([
      "records/2026.jsonl:3:1  warning  The last line is incomplete; it is left out. Complete or remove it; the lines above hold.  [record-torn]",
    ]);
    expect(program?.records.map(({ kind, position }) => [kind, position.line])).toEqual([
      ["attestation", 1],
      ["waiver", 2],
    ]);
    expect(program?.licenses.waivers).toMatchObject([{ rule: "no-network", position: { file: "records/2026.jsonl", line: 2 } }]);
  });

  it("finds every bad line", async () => {
    const lines = [
      '{"kind":"x","at":"2026-02-30"}',
      "nothing",
      '{"kind":"waiver","at":"2026-01-01","data":{"rule":"no-netwrk","about":{"product":"portal"},"because":"b","owner":"x","expires":"2027-01-01"}}',
      '{"kind":"x","at":"2026-01-01","data":{"__proto__":{"a":1}}}',
    ];
    expect(await problemsOf({ "records/a.jsonl": `${lines.join("\n")}\n` })).toEqual([
      'records/a.jsonl:1:1  error  "at" is no moment. Expected: a moment such as 2026-07-01T12:00:00Z, or a day.  [malformed]',
      "records/a.jsonl:2:1  error  The line is not JSON (Unexpected token 'o', \"nothing\" is not valid JSON). Expected: one JSON object in a line.  [record-malformed]",
      'records/a.jsonl:3:1  error  There is no rule "no-netwrk". Expected: no-network. Did you mean "no-network"?  [unknown-reference]',
      'records/a.jsonl:3:1  error  There is no team, person or executive "x". Expected: ospo, legal, mk or rf.  [unknown-reference]',
      'records/a.jsonl:4:1  error  The record is nested more than 40 deep, or uses the key "__proto__".  [record-malformed]',
    ]);
  });
});

describe("files of a folder", () => {
  it("sees documents under wrong names", async () => {
    const documents = {
      "organisation.yml": "",
      "licences.yaml": "",
      "policies/complience.md": "",
      "policies/README.md": "",
      "README.md": "",
      "notes.txt": "",
      "cases/use.yml": "",
    };
    expect(await problemsOf(documents)).toEqual([
      'cases/use.yml  warning  "use.yml" is no document of a program; it is not read. Expected: names that end in .yaml.  [document-unknown]',
      'licences.yaml  warning  "licences.yaml" is no document of a program; it is not read. Expected: organization.yaml, licenses.yaml, affiliations.yaml, pack.yaml, strategy.md, policies, cases, registers, frameworks or records. Did you mean "licenses.yaml"?  [document-unknown]',
      'organisation.yml  warning  "organisation.yml" is no document of a program; it is not read. Expected: organization.yaml, licenses.yaml, affiliations.yaml, pack.yaml, strategy.md, policies, cases, registers, frameworks or records. Did you mean "organization.yaml"?  [document-unknown]',
      'policies/complience.md  error  "complience" is no policy area; the page is not read. Expected: discovery, review-approval, commercial-procurement, code-management, community-interaction, compliance or executive-engagement, with .md or .de.md. Did you mean "compliance"?  [document-unknown]',
    ]);
  });

  it("reads cases and registers without asking more than their form", async () => {
    const form = "title: Use\nopens: [requester]\nrules-decide: [allow]\nfields: { a: { type: purl } }\n";
    const documents = {
      "cases/use.yaml": `case: use\n${form}`,
      "registers/owners.yaml": "owners: []\n",
      "registers/forks.yaml": "forks: []\n",
    };
    expect(await problemsOf(documents)).toEqual([]);
    expect(await problemsOf({ "cases/a.yaml": `case: use\n${form}`, "cases/use.yaml": `case: use\n${form}` })).toEqual([
      'cases/a.yaml:1:7  warning  The file is named a.yaml and holds the case "use". Expected: cases/use.yaml.  [contradiction]',
      'cases/use.yaml:1:7  error  There is a second case kind "use"; the first is in cases/a.yaml, line 1. Expected: each id once.  [duplicate-id]',
    ]);
  });
});
