// What README and handbook show works as it is written: every command is run, every document is validated and its examples hold.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Outcome, root, runner, scratch } from "./run.ts";

const home = scratch();
const allmendHome = join(home, ".allmend");
const run = runner(allmendHome);
const repositories = join(home, "work", "our-repositories");
const program = join(repositories, "allmend");

function page(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Fenced blocks with this info string, in their order; blocks inside a longer fence belong to it. */
function blocks(text: string, info: string): string[] {
  const found: string[] = [];
  const fence = /^( *)(`{3,})([^\n`]*)\n([\s\S]*?)\n\1\2 *$/gm;
  for (const [, indent = "", , given = "", content = ""] of text.matchAll(fence))
    if (given.trim() === info) found.push(content.replaceAll(new RegExp(`^${indent}`, "gm"), ""));
  return found;
}

interface Shown {
  readonly line: string;
  readonly args: readonly string[];
  readonly code: number;
}

/** Commands of `sh` blocks that are ours: `npm start …` and `npm run -s allmend -- …`; the comment says where the exit code is not 0. */
function commands(path: string, stands: Readonly<Record<string, string>> = {}): Shown[] {
  return blocks(page(path), "sh")
    .flatMap((block) => block.split("\n"))
    .flatMap((line): Shown[] => {
      const [command = "", comment = ""] = line.split(/\s+# /);
      const args = /^npm (?:run -s allmend --|start(?: --)?)(?: |$)(.*)$/.exec(command)?.[1];
      if (args === undefined) return [];
      const words = [...args.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
      const given = words
        .slice(0, words.includes(">") ? words.indexOf(">") : undefined)
        .map((word) => stands[word] ?? word.replace(/^~/, home));
      const starting = command.startsWith("npm start") ? ["start", "--no-serve"] : [];
      return [{ line, args: [...starting, ...given], code: /exit code 1/i.test(comment) ? 1 : 0 }];
    });
}

async function works(shown: Shown, cwd = home): Promise<Outcome> {
  const outcome = await run(shown.args, { cwd });
  expect(outcome.code, `${shown.line}\n${outcome.err}`).toBe(shown.code);
  return outcome;
}

beforeAll(async () => {
  await run(["start", "--no-serve", "--quiet"], { cwd: home });
  const [example = ""] = readdirSync(join(allmendHome, "examples"));
  cpSync(join(allmendHome, "examples", example), repositories, { recursive: true });
});

describe("commands", () => {
  it("of README work", async () => {
    const advisory = join(home, "advisory.json");
    const affected = [{ package: { ecosystem: "npm", name: "lodash" }, ranges: [{ type: "SEMVER", events: [{ introduced: "0" }] }] }];
    writeFileSync(advisory, JSON.stringify({ id: "EXAMPLE-1", modified: "2026-01-01T00:00:00Z", affected }));
    const stands = {
      PATH: repositories,
      FOLDER: repositories,
      DIR: join(home, "of-readme"),
      REPOSITORY: join(repositories, "claims-web"),
      "all.zip": advisory,
      ID: "claims-web",
    };
    const shown = commands("README.md", stands);
    expect(shown.length).toBeGreaterThan(5);
    for (const command of shown) await works(command);
  });

  it("of the first hour work, one after the other", async () => {
    const shown = commands("docs/handbook/first-hour.md");
    expect(shown.length).toBeGreaterThan(7);
    for (const command of shown) await works(command);
    expect(readdirSync(program)).toContain("organization.yaml");
  });

  it("of a release work for the example organisation", async () => {
    await run(["start", "--no-serve", "--quiet"], { cwd: home });
    const shown = [...commands("docs/handbook/a-release.md"), ...commands("docs/handbook/reports.md")];
    expect(shown.length).toBeGreaterThan(5);
    for (const command of shown) await works(command);
    expect(readFileSync(join(home, "portal.notices.html"), "utf8")).toContain("This is not legal advice.");
  });

  it("of the first week and of writing a policy work after it", async () => {
    const shown = ["first-week", "writing-a-policy", "communities"].flatMap((name) => commands(`docs/handbook/${name}.md`));
    expect(shown.length).toBeGreaterThan(8);
    for (const command of shown) await works(command);
    expect(readdirSync(program)).toContain("baseline.json");
    expect(JSON.parse(readFileSync(join(home, "result.json"), "utf8"))).toMatchObject({ schema: "allmend.result/1" });
  });
});

describe("the page on delivery", () => {
  it("shows commands that work, one after the other", async () => {
    const shown = commands("docs/handbook/delivery.md");
    expect(shown.length).toBeGreaterThan(5);
    for (const command of shown) await works(command);
    expect(
      readFileSync(join(program, "records", "incidents.jsonl"), "utf8")
        .trim()
        .split("\n"),
    ).toHaveLength(2);
  });
});

describe("the page on imports", () => {
  const text = page("docs/handbook/imports.md");
  const fixtures: Readonly<Record<string, unknown>> = {
    "all.zip": {
      id: "CVE-2026-1111",
      modified: "2026-01-01T00:00:00Z",
      affected: [{ package: { ecosystem: "npm", name: "lodash" }, ranges: [{ type: "SEMVER", events: [{ introduced: "0" }] }] }],
    },
    "known_exploited_vulnerabilities.json": { catalogVersion: "1", vulnerabilities: [{ cveID: "CVE-2021-44228" }] },
    "report.json": {
      SchemaVersion: 2,
      Results: [
        {
          Target: "package-lock.json",
          Type: "npm",
          Vulnerabilities: [
            { VulnerabilityID: "CVE-2021-44228", PkgName: "x", InstalledVersion: "1.0.0", PkgIdentifier: { PURL: "pkg:npm/x@1.0.0" } },
          ],
        },
      ],
    },
    "audit.json": {
      auditReportVersion: 2,
      vulnerabilities: {
        lodash: {
          name: "lodash",
          severity: "high",
          via: [
            {
              source: 1,
              name: "lodash",
              title: "x",
              url: "https://github.com/advisories/GHSA-jf85-cpcp-j695",
              severity: "high",
              range: "<4.17.12",
            },
          ],
          range: "<4.17.12",
          nodes: ["node_modules/lodash"],
          fixAvailable: false,
        },
      },
    },
    "sbom.json": {
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      components: [{ type: "library", name: "d3", version: "7.9.0", purl: "pkg:npm/d3@7.9.0", licenses: [{ license: { id: "ISC" } }] }],
    },
  };

  it("shows registers and commands that work, one after the other", async () => {
    const folder = join(home, "imports");
    cpSync(repositories, folder, { recursive: true });
    cpSync(join(root, "examples", "allmend"), join(folder, "allmend"), { recursive: true });
    const [suppliers = "", ...others] = blocks(text, "yaml");
    const [declaration = "", ...more] = blocks(text, "yaml declaration");
    expect([...others, ...more]).toEqual([]);
    writeFileSync(join(folder, "allmend", "registers", "suppliers.yaml"), `${suppliers}\n`);
    writeFileSync(join(folder, "declaration.yaml"), `${declaration}\n`);
    for (const [name, content] of Object.entries(fixtures)) writeFileSync(join(folder, name), JSON.stringify(content));
    const shown = commands("docs/handbook/imports.md", { "~/work/our-repositories": "." });
    expect(shown.length).toBeGreaterThan(14);
    const outcomes: Outcome[] = [];
    for (const command of shown) outcomes.push(await works(command, folder));
    const of = (part: string) => outcomes[shown.findIndex(({ line }) => line.includes(part))]?.out ?? "";
    expect(of("report gaps")).toContain("Lieferung Acme Charts 4.2: was fehlt");
    expect(of("report clauses")).toContain("Schadloshaltung");
    expect(readFileSync(join(folder, "questions.html"), "utf8")).toContain("allmend.declaration/1");
    expect(of("--format openvex")).toContain("not_affected");
  });
});

describe("documents", () => {
  async function holds(folder: string): Promise<void> {
    const validated = await run(["validate", folder]);
    expect(validated.code, validated.out).toBe(0);
    const tested = await run(["test", folder]);
    expect(tested.code, tested.out).toBe(0);
  }

  /** A program without a pack, with these pages in policies/. */
  function ownProgram(name: string, pages: Readonly<Record<string, string>>): string {
    const folder = join(home, name);
    mkdirSync(join(folder, "policies"), { recursive: true });
    writeFileSync(join(folder, "organization.yaml"), "organization: Seeland\nlanguages: [en, de]\n");
    for (const [file, text] of Object.entries(pages)) writeFileSync(join(folder, "policies", file), text);
    return folder;
  }

  it("of a policy are valid in both languages, and their examples hold", async () => {
    const [english = "", german = "", ...more] = blocks(page("docs/handbook/writing-a-policy.md"), "markdown");
    expect(more).toEqual([]);
    await holds(ownProgram("policy", { "compliance.md": `${english}\n`, "compliance.de.md": `${german}\n` }));
  });

  it("of affiliations are valid", async () => {
    const [affiliations = "", ...more] = blocks(page("docs/handbook/communities.md"), "yaml");
    expect(more).toEqual([]);
    const folder = ownProgram("affiliations", {});
    writeFileSync(join(folder, "affiliations.yaml"), `${affiliations}\n`);
    await holds(folder);
  });

  it("of the business model are valid, and the commands beside them work", async () => {
    const [business = "", ...more] = blocks(page("docs/handbook/the-office.md"), "yaml");
    expect(more).toEqual([]);
    const folder = ownProgram("business", {});
    writeFileSync(join(folder, "organization.yaml"), `organization: Seeland\n${business}\n`);
    await holds(folder);
    const shown = commands("docs/handbook/the-office.md", { "packs/google": join(root, "packs", "google") });
    expect(shown).toHaveLength(11);
    const own = join(home, "office");
    cpSync(join(root, "examples", "allmend"), join(own, "allmend"), { recursive: true });
    for (const { args, ...command } of shown) {
      const onRecord = args[0] === "record" ? ["--program", join(own, "allmend")] : [];
      await works({ ...command, args: [...args, ...onRecord] });
    }
  });

  it("of the public site are valid", async () => {
    const [site = "", ...more] = blocks(page("docs/handbook/reports.md"), "yaml");
    expect(more).toEqual([]);
    const folder = ownProgram("site", {});
    writeFileSync(join(folder, "organization.yaml"), `organization: Seeland\n${site}\n`);
    await holds(folder);
  });

  it("of the analysis come out of the command that it shows", async () => {
    for (const name of ["gitopscli", "open-source", "repository-template-java"]) {
      mkdirSync(join(home, "baloise", name), { recursive: true });
      writeFileSync(join(home, "baloise", name, "README.md"), `# ${name}\n\nStands in for a clone of it.\n`);
    }
    const shown = commands("docs/handbook/an-analysis.md", { "examples/baloise": join(root, "examples", "baloise") });
    expect(shown).toHaveLength(2);
    const [markdown] = await Promise.all(shown.map((command) => works(command)));
    const headings = (text: string) => [...text.matchAll(/^#+ ([1-4]\\\. .*)$/gm)].map((match) => match[1]);
    expect(headings(markdown?.out ?? "")).toEqual(headings(page("docs/handbook/an-analysis.md")));
    expect(headings(markdown?.out ?? "")).toHaveLength(4);
  });

  it("of licences are valid beside the pack", async () => {
    const own = join(home, "licences");
    expect((await run(["init", own, "--yes", "--from", repositories])).code).toBe(0);
    const pages = ["docs/handbook/first-week.md", "docs/handbook/writing-a-policy.md"];
    const licenses = pages.flatMap((path) => blocks(page(path), "yaml licenses"));
    expect(licenses).toHaveLength(4);
    writeFileSync(join(own, "allmend", "licenses.yaml"), `${licenses.join("\n")}\n`);
    await holds(own);
  });

  it("of conditions compile, each of them", async () => {
    const [conditions = ""] = blocks(page("docs/handbook/writing-a-policy.md"), "text");
    const rules = conditions.split("\n").map((when, index) => {
      const about = /\b(?:license|component)\./.test(when) ? "usage" : "repository";
      return `Sentence ${index}.\n\n\`\`\`yaml rule\nid: shown-${index}\nabout: ${about}\nwhen: |\n  ${when}\ndecide: review\n\`\`\``;
    });
    expect(rules.length).toBeGreaterThan(4);
    const head = "---\npolicy: discovery\ntitle: Shown\nstate: in-force\n---\n\n# Shown\n\n";
    await holds(ownProgram("conditions", { "discovery.md": `${head}${rules.join("\n\n")}\n` }));
  });
});
