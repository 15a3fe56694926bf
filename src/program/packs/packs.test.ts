import { renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatProblem } from "#kit";
import { positionInWhen } from "../read/when.ts";
import { type Documents, load, loadIn, policy, printed, rule, someMeasures, withFolder } from "../testing/folders.ts";
import { tinyPack, withTinyPack } from "../testing/tiny-pack.ts";
import { diffAgainstPack } from "./against-pack.ts";

const organization = (more: string, name = "Small") =>
  `organization: ${name}\nlanguages: [en, de]\nextends: tiny@1\nteams:\n  ospo: { lead: mk }\n  legal: { lead: none }\n${more}`;

describe("a pack by itself", () => {
  it("loads with its own teams and parameters", async () => {
    const { program, problems } = await load(tinyPack);
    expect(printed(problems)).toEqual([]);
    expect(program?.organization).toMatchObject({ name: "Tiny", parameters: { holder: "Tiny AG", stars: 10, homes: ["github.com/tiny"] } });
    expect(program?.policies[0]?.rules[0]).toMatchObject({
      id: "stars",
      pack: "tiny",
      when: 'repository.stars < 10 && !(repository.forgeOrganization in ["github.com/tiny"])',
    });
  });

  it("is held to its own promises", async () => {
    const bad = {
      ...tinyPack,
      "pack.yaml": String(tinyPack["pack.yaml"]).replace("default: 10", "default: ten"),
      "policies/compliance.md": String(tinyPack["policies/compliance.md"])
        .replace("${holder}", "${holdr}")
        .replace("lane: legal", "lane: legale"),
      "policies/discovery.md": String(tinyPack["policies/discovery.md"]).replace("${homes}", '"${homes}" || ${home}'),
    };
    expect(printed((await load(bad)).problems)).toMatchInlineSnapshot(`
      [
        "pack.yaml:12:35  error  The default of "stars" is a text. Expected: a number.  [parameter-type]",
        "policies/compliance.md:28:7  error  There is no lane or team "legale". Expected: ospo or legal. Did you mean "legal"?  [unknown-reference]",
        "policies/compliance.md:29:9  error  There is no parameter "holdr". Did you mean "holder"?  [placeholder-unknown]",
        "policies/discovery.md:18:38  error  \${homes} stands for a whole value. Write \${homes} without quotes around it.  [placeholder-unknown]",
        "policies/discovery.md:18:51  error  There is no parameter "home". Did you mean "homes"?  [placeholder-unknown]",
      ]
    `);
  });
});

describe("a program that extends a pack", () => {
  it("has all of it, with its parameters filled", async () => {
    const { program, problems } = await load(
      withTinyPack({ "organization.yaml": organization("parameters: { stars: 3, holder: Small Foundation }\n") }),
    );
    expect(printed(problems)).toEqual([]);
    expect(program?.packs).toEqual(["tiny@1.2"]);
    expect(program?.strategy?.prose).toEqual({ en: "Sample prose of Small." });
    const compliance = program?.policies.find(({ area }) => area === "compliance");
    expect(compliance).toMatchObject({ pack: "tiny", title: { en: "Title", de: "Lizenztreue" }, serves: ["inventory"] });
    expect(compliance?.rules[1]).toMatchObject({
      statement: { en: "Network copyleft is not used at Small.", de: "Netzwerk-Copyleft wird bei Small nicht verwendet." },
      remedy: { en: "Ask Small Foundation.", de: "Fragen Sie Small Foundation." },
      pack: "tiny",
      position: { file: "pack:tiny/policies/compliance.md" },
    });
  });

  it("places characters of a filled condition where the placeholder stands", async () => {
    const { program } = await load(withTinyPack({}));
    const stars = program?.policies.find(({ area }) => area === "discovery")?.rules[0];
    if (!stars) throw new Error("no rule");
    const lines = String(tinyPack["policies/discovery.md"]).split("\n");
    const at = (word: string) => positionInWhen(stars, stars.when.indexOf(word));
    expect(lines[at("10").line - 1]?.slice(at("10").column - 1)).toMatch(/^\$\{stars\}/);
    expect(lines[at("github").line - 1]?.slice(at("github").column - 1)).toMatch(/^\$\{homes\}/);
    expect(lines[at("&&").line - 1]?.slice(at("&&").column - 1)).toMatch(/^&&/);
    expect(lines[at("forgeOrganization").line - 1]?.slice(at("forgeOrganization").column - 1)).toMatch(/^forgeOrganization/);
  });

  it("replaces rules by id, switches them off visibly, and takes their words out of the prose", async () => {
    const documents: Documents = {
      "policies/compliance.md": policy(
        "compliance",
        `We look at network copyleft.\n\n${rule("id: no-network", "about: usage", 'when: license.strength == "network"', "decide: review")}\n\nOurs alone.\n\n${rule("id: ours", "about: usage", "when: use.modified", "decide: warn")}`,
        "serves: [inventory]\noff: { permissive: we look at each }\ndefault: { contribution: review }",
      ),
    };
    const { program, problems } = await load(withTinyPack(documents));
    expect(printed(problems)).toEqual([]);
    const compliance = program?.policies.find(({ area }) => area === "compliance");
    expect(compliance?.rules.map(({ id, decide, pack }) => [id, decide, pack])).toEqual([
      ["no-network", "review", undefined],
      ["ours", "warn", undefined],
    ]);
    expect(compliance?.off).toMatchObject([{ rule: "permissive", because: "we look at each" }]);
    expect(compliance?.default).toEqual({ usage: "review", contribution: "review" });
    expect(compliance?.prose.en).toContain("Closing words.");
    expect(compliance?.prose.en).toContain("We look at network copyleft.");
    expect(compliance?.prose.en).not.toMatch(/Permissive licences are fine|is not used at/);
    expect(compliance?.prose.de ?? "").not.toMatch(/Freizügige|Netzwerk/);
  });

  it("replaces a rule from another area, inherits nothing where it says so", async () => {
    const documents: Documents = {
      "policies/code-management.md": policy(
        "code-management",
        `Here.\n\n${rule("id: no-network", "about: usage", "when: true", "decide: warn")}`,
      ),
      "policies/discovery.md": policy("discovery", "Nothing.", "inherits: none\nserves: [inventory]"),
    };
    const { program, problems } = await load(withTinyPack(documents));
    expect(printed(problems)).toEqual([]);
    expect(program?.policies.map(({ area, rules }) => [area, rules.map(({ id }) => id)])).toEqual([
      ["discovery", []],
      ["code-management", ["no-network"]],
      ["compliance", ["permissive"]],
    ]);
  });

  it("takes over the objectives that it names, and the activities that serve them", async () => {
    const strategy =
      "---\nstrategy: Ours\nstate: in-force\ninherits: [talent]\nobjectives:\n  - { id: own, statement: x, key-results: [{ measure: K-41, target: 0 }] }\nactivities:\n  - { id: do, title: Do, kind: lead, serves: { own: 1 } }\n---\n\nOur words.\n";
    const { program, problems } = await load(withTinyPack({ "strategy.md": strategy }));
    expect(program?.strategy?.objectives.map(({ id }) => id)).toEqual(["own", "talent"]);
    expect(program?.strategy?.activities.map(({ id, serves }) => [id, serves])).toEqual([
      ["do", { own: 1 }],
      ["upstream", { talent: 3 }],
    ]);
    expect(program?.strategy?.prose).toEqual({ en: "Our words." });
    expect(printed(problems)).toEqual([
      'pack:tiny/policies/compliance.md:1:1  warning  Policy "compliance" serves no activity of the strategy. Expected: serves: [activity ids]. The pack\'s activities for it were not taken over; name those of your own in a page of this area.  [policy-without-activity]',
    ]);
  });

  it("reports what does not fit the pack", async () => {
    const documents: Documents = {
      "organization.yaml":
        "organization: Small\nextends: [tiny@2, other, tiny@1@2]\nteams: { ospo: { lead: mk } }\nparameters: { stars: many, holdr: x, homes: [a] }\n",
      "strategy.md": "---\nstrategy: Ours\nstate: in-force\ninherits: [talnt]\n---\n",
      "policies/compliance.md": policy(
        "compliance",
        `Same.\n\n${rule("id: mine", "about: usage", "when: true", "decide: warn")}`,
        "off: [permisive: x, mine: y]",
      ),
    };
    expect(printed((await load(withTinyPack(documents))).problems)).toMatchInlineSnapshot(`
      [
        "organization.yaml:2:11  error  Pack "tiny" is here in version 1.2. Expected: tiny@1.2. See what changed with \`allmend diff --pack\`, then name the new version.  [pack-version]",
        "organization.yaml:2:19  error  There is no pack "other". Expected: tiny.  [pack-unknown]",
        "organization.yaml:2:26  error  "tiny@1@2" names no pack. Expected: name@version, such as starter@1.  [malformed]",
        "organization.yaml:3:1  warning  Pack "tiny" speaks of teams that are not here: legal. Add them, with lead: none while nobody does it: legal: { lead: none }.  [unknown-reference]",
        "organization.yaml:4:22  error  Parameter "stars" is a text. Expected: a number. Stars of a mature project  [parameter-type]",
        "organization.yaml:4:28  warning  No pack has a parameter "holdr", and nothing uses it. Did you mean "holder"?  [parameter-unknown]",
        "policies/compliance.md:5:7  error  No pack brings a rule "permisive" to this area. Did you mean "permissive"?  [unknown-reference]",
        "policies/compliance.md:5:21  error  "mine" is a rule of this page; take it out instead.  [unknown-reference]",
      ]
    `);
  });

  it("sees packs that extend each other in a circle", async () => {
    const pack = (name: string, other: string) =>
      `pack: ${name}\nversion: 1\ntitle: T\nlicense: CC0-1.0\nlanguages: [en]\nextends: ${other}@1\n`;
    const documents = {
      "organization.yaml": "organization: S\nextends: a@1\n",
      "shipped-packs/a/pack.yaml": pack("a", "b"),
      "shipped-packs/b/pack.yaml": pack("b", "a"),
    };
    expect(printed((await load(documents)).problems)).toEqual([
      "pack:b/pack.yaml:6:10  error  Packs extend each other in a circle: a > b > a.  [pack-cycle]",
    ]);
  });

  it("reads no pack through a link that leads outside", async () => {
    await withFolder({ "outside/pack.yaml": "pack: a\nversion: 1\ntitle: T\nlicense: CC0-1.0\nlanguages: [en]\n" }, async (folder) => {
      const outside = join(folder, "outside");
      await withFolder({ "organization.yaml": "organization: S\nextends: a@1\n", "packs/b": "" }, async (program) => {
        symlinkSync(outside, join(program, "packs/a"));
        const problem = 'organization.yaml:2:10  error  The folder of pack "a" is a link that leads outside; it is not read.';
        expect(printed((await loadIn(program)).problems)).toContainEqual(expect.stringContaining(problem));
        rmSync(join(program, "packs"), { recursive: true });
        symlinkSync(folder, join(program, "packs"));
        renameSync(outside, join(folder, "a"));
        expect(printed((await loadIn(program)).problems)).toContainEqual(expect.stringContaining(problem));
      });
    });
  });

  it("finds a pack of its own before a shipped one", async () => {
    const own = Object.fromEntries(
      Object.entries(tinyPack).map(([path, text]) => [`packs/tiny/${path}`, String(text).replace("version: 1.2", "version: 1.9")]),
    );
    expect((await load(withTinyPack(own))).program?.packs).toEqual(["tiny@1.9"]);
  });
});

describe("departures from a pack", () => {
  const diff = (documents: Documents, against?: string) =>
    withFolder(documents, (folder) =>
      diffAgainstPack(folder, {
        packsFolder: join(folder, "shipped-packs"),
        measures: someMeasures,
        ...(against === undefined ? {} : { against }),
      }),
    );

  it("are none where nothing is said", async () => {
    expect((await diff(withTinyPack({}))).diff).toEqual({ schema: "allmend.departures/1", packs: ["tiny@1.2"], departures: [] });
  });

  it("show what was added, changed, switched off, said otherwise and set", async () => {
    const documents = withTinyPack({
      "organization.yaml": organization("parameters: { stars: 3 }\n"),
      "policies/compliance.md": policy(
        "compliance",
        `We look at network copyleft.\n\n${rule("id: no-network", "about: usage", 'when: license.strength   == "network"', "decide: review")}\n\nOurs alone.\n\n${rule("id: ours", "about: usage", "when: use.modified", "decide: warn")}`,
        "serves: [inventory]\noff: { permissive: we look at each }\ndefault: { usage: warn }",
      ),
      "strategy.md":
        "---\nstrategy: Ours\nstate: in-force\ninherits: [talent]\nobjectives:\n  - { id: own, statement: x }\nactivities: [{ id: inventory, title: Keep it, kind: govern, serves: { own: 1 } }]\n---\n\nOur words.\n",
      "licenses.yaml": "categories: { LGPL-*: { strength: strong } }\n",
    });
    const { diff: found, problems } = await diff(documents);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(
      found?.departures.map(({ kind, what, id, fields, because }) => [
        kind,
        what,
        id,
        fields?.map(({ name }) => name).join() ?? because ?? "",
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "parameter",
          "parameter",
          "stars",
          "stars",
        ],
        [
          "added",
          "objective",
          "own",
          "",
        ],
        [
          "removed",
          "objective",
          "cheap",
          "",
        ],
        [
          "changed",
          "activity",
          "inventory",
          "owner,title,serves",
        ],
        [
          "changed",
          "activity",
          "upstream",
          "serves",
        ],
        [
          "prose",
          "strategy",
          "strategy",
          "en",
        ],
        [
          "changed",
          "policy",
          "compliance",
          "default",
        ],
        [
          "switched-off",
          "rule",
          "permissive",
          "we look at each",
        ],
        [
          "added",
          "rule",
          "ours",
          "",
        ],
        [
          "changed",
          "rule",
          "no-network",
          "decide,lane,remedy,statement",
        ],
        [
          "prose",
          "policy",
          "compliance",
          "en",
        ],
        [
          "added",
          "category",
          "LGPL-*",
          "",
        ],
      ]
    `);
    expect(found?.departures.find(({ id, kind }) => id === "no-network" && kind === "changed")?.fields).toContainEqual({
      name: "decide",
      pack: "deny",
      ours: "review",
    });
    expect(found?.departures.find(({ kind }) => kind === "parameter")?.fields).toEqual([{ name: "stars", pack: "10", ours: "3" }]);
  });

  it("work for a program that was copied, by what its policies are based on or by name", async () => {
    const copied: Record<string, string> = {
      "organization.yaml": organization("").replace("extends: tiny@1\n", ""),
      "policies/discovery.md": policy("discovery", "Text.", "based-on: tiny@1.2\nserves: [inventory]"),
    };
    for (const [path, text] of Object.entries(tinyPack))
      if (path.startsWith("policies/compliance") || path === "strategy.md")
        copied[path] = String(text).replaceAll("${holder}", "Small AG").replaceAll("${organization}", "Small");
    for (const against of [undefined, "tiny"]) {
      const { diff: found, problems } = await diff(withTinyPack(copied), against);
      expect(problems.filter(({ severity }) => severity === "error").map(formatProblem)).toEqual([]);
      expect(found?.departures.map(({ kind, what, id }) => `${kind} ${what} ${id}`)).toEqual([
        "parameter parameter holder",
        "parameter parameter homes",
        "parameter parameter stars",
        "removed rule stars",
        "prose policy discovery",
      ]);
    }
    await expect(diff(withTinyPack({ "organization.yaml": "organization: S\n" }))).rejects.toMatchObject({ code: "no-pack" });
  });
});
