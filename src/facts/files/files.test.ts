import { describe, expect, it } from "vitest";
import { repository } from "../registry/repository.ts";
import type { FactType } from "../registry/types.ts";
import type { FactValue } from "../subjects.ts";
import { memoryTree } from "../testing/memory-tree.ts";
import type { Tree } from "../tree.ts";
import { collectRepositoryFacts } from "./collect.ts";
import { checks } from "./registry.ts";
import { cpuTime } from "../../../test/cpu-time.ts";
import { factsOf, type Files, placesOf } from "../testing/file-facts.ts";

const declared = new Set(checks.flatMap((check) => check.facts));

function fits(type: FactType, value: FactValue): boolean {
  if (type === "bool") return typeof value === "boolean";
  if (type === "int") return Number.isSafeInteger(value);
  if (type === "double") return typeof value === "number";
  if (type === "string") return typeof value === "string";
  if (type === "strings") return Array.isArray(value) && value.every((item) => typeof item === "string");
  return typeof type === "object" && "oneOf" in type && type.oneOf.includes(String(value));
}

const whole: Files = {
  "README.md":
    "# Claims\n\nClaims lets an insurer settle small cases without paper and without waiting.\n\n## Install\n\n```\nnpm install\n```\n\n## Usage\n\nRun it.\n\n## License\n\nApache-2.0\n",
  LICENSE: "Apache License\n\n   Copyright 2024 Baloise Group\n",
  NOTICE: "Claims\nCopyright (c) 2020-2024 Acme AG. All rights reserved.\n",
  "CONTRIBUTION.md": "Contributions are welcome. We answer within three working days.\n",
  "CODE_OF_CONDUCT.md": "Be kind.\n\nWrite to conduct@example.com.\n",
  "SECURITY.md": "# Security\n\nReport vulnerabilities to security@example.com. We disclose them after 90 days.\n",
  "docs/CODEOWNERS": "# who\n*  @ada @bob ada@example.com\n/docs/ @acme/writers # comment\n",
  "CHANGELOG.md": "1.0.0\n",
  "package.json": '{"name":"@acme/claims","version":"1.2.3","license":"Apache-2.0","dependencies":{"x":"1"}}',
  "test/a.test.ts": "x",
  ".github/workflows/ci.yml": "on: push\npermissions: {contents: read}\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n",
  ".github/dependabot.yml": "version: 2\n",
  Dockerfile: "FROM node:24 AS build\nFROM build\n",
};

describe("an SBOM", () => {
  it("is one by its name, and no other JSON is", async () => {
    for (const name of ["bom.json", "app.cdx.xml", "x.spdx", "x.spdx.json", "sbom.json"])
      expect((await factsOf({ [name]: "{}" })).hasSbom, name).toBe(true);
    for (const name of ["package.json", "renovate.json", ".releaserc.json", "package-lock.json"])
      expect((await factsOf({ [name]: "{}" })).hasSbom, name).toBe(false);
  });
});

describe("all checks", () => {
  it("answer only facts of the registry, in their type", async () => {
    for (const name of declared) expect(repository.facts, name).toHaveProperty(name);
    for (const files of [whole, {}, { "publiccode.yml": "name: x\n" }]) {
      const facts = await factsOf(files);
      for (const [name, value] of Object.entries(facts)) {
        expect(declared, name).toContain(name);
        expect(fits(repository.facts[name]?.type ?? "string", value), `${name} = ${String(value)}`).toBe(true);
      }
    }
  });

  it("say false for what is missing, and nothing about its content", async () => {
    const facts = await factsOf({ "src/main.none": "int main;" });
    const said = Object.entries(facts).filter(
      ([, value]) => value !== false && value !== 0 && !(Array.isArray(value) && value.length === 0),
    );
    expect(said).toEqual([]);
    for (const name of ["hasLicense", "hasReadme", "hasContributing", "hasCodeOfConduct", "hasCodeowners"])
      expect(facts[name], name).toBe(false);
    for (const name of [
      "readmeWords",
      "codeOfConductContact",
      "securityPolicyScore",
      "codeowners",
      "maintainers",
      "publiccodeValid",
      "workflowPermissions",
    ])
      expect(facts, name).not.toHaveProperty(name);
  });

  it("read a whole repository, with places", async () => {
    expect(await factsOf(whole)).toMatchObject({
      licensePath: "LICENSE",
      copyrightHolders: ["Acme AG", "Baloise Group"],
      hasNotice: true,
      readmeHasPurpose: true,
      readmeHasInstall: true,
      readmeHasUsage: true,
      readmeMentionsLicense: true,
      readmeInvitesContributions: true,
      statesResponseTimes: true,
      contributingPath: "CONTRIBUTION.md",
      codeOfConductContact: true,
      securityPolicyScore: 10,
      codeownersPath: "docs/CODEOWNERS",
      codeownersValid: true,
      codeowners: 4,
      codeownerTeams: 1,
      maintainers: 3,
      hasManifest: true,
      manifestsWithoutLockfile: [],
      namespaces: ["@acme"],
      declaredVersion: "1.2.3",
      declaredLicenses: ["Apache-2.0"],
      actions: 1,
      actionsPinnedShare: 0,
      workflowPermissions: "restricted",
      dangerousWorkflows: 0,
      usesUpdateTool: true,
      baseImages: 1,
      baseImagesPinnedShare: 0,
      hasTests: true,
      hasCi: true,
      hasChangelog: true,
    });
    expect(await placesOf(whole, "copyrightHolders")).toEqual(["NOTICE:2", "LICENSE:3"]);
    expect(await placesOf(whole, "actionsPinnedShare")).toEqual([".github/workflows/ci.yml:6"]);
    expect(await placesOf(whole, "baseImagesPinnedShare")).toEqual(["Dockerfile:1"]);
    expect(await placesOf(whole, "codeOfConductContact")).toEqual(["CODE_OF_CONDUCT.md:3"]);
    expect(await placesOf(whole, "statesResponseTimes")).toEqual(["CONTRIBUTION.md:1"]);
  });

  it("leave content facts open where the file cannot be read", async () => {
    const tree: Tree = { ...memoryTree(whole), read: async () => undefined, text: async () => undefined };
    const { facts, problems } = await collectRepositoryFacts(tree);
    expect(facts).toMatchObject({ hasReadme: true, hasLicense: true, hasCodeowners: true, hasSecurityPolicy: true });
    for (const name of ["readmeWords", "codeowners", "maintainers", "actions", "workflowPermissions", "baseImages", "incubatorFlagged"]) {
      expect(facts, name).not.toHaveProperty(name);
    }
    expect(problems).toEqual([]);
  });

  it("survive any content, quickly", async () => {
    const hostile = [
      "(".repeat(200_000),
      "![".repeat(100_000),
      " ".repeat(250_000),
      "a@".repeat(100_000),
      "a".repeat(250_000),
      "\u0000\ud800".repeat(1000),
    ];
    hostile.push(
      "within ".repeat(40_000),
      "copyright 2001,".repeat(15_000),
      "[a](".repeat(60_000),
      `${"- ".repeat(50_000)}\n`,
      "{{{[[[".repeat(30_000),
    );
    hostile.push(
      "&a [*a, *a]\n".repeat(10_000),
      "FROM a AS b\n".repeat(20_000),
      "https://a.".repeat(25_000),
      "*\\ ".repeat(80_000),
      "__proto__: 1\n",
    );
    const names = [
      ...Object.keys(whole),
      "publiccode.yml",
      "MAINTAINERS",
      "pom.xml",
      "Cargo.toml",
      "pyproject.toml",
      "build.gradle",
      "mix.exs",
      "x.gemspec",
    ];
    hostile.push("\n".repeat(250_000), `.license = ${" ".repeat(250_000)}x`, `FROM x${" ".repeat(250_000)}x`, "version: ".repeat(30_000));
    hostile.push(
      `FROM${"\t".repeat(200_000)}x\u2028y`,
      `FROM ${"${0-".repeat(60_000)}`,
      "Copyright (c) 2020 <(@p<(@p<(@p<(@p<(@p<(@p\n".repeat(5000),
    );
    for (const content of hostile) {
      const start = cpuTime();
      const { facts } = await collectRepositoryFacts(memoryTree(Object.fromEntries(names.map((name) => [name, content]))));
      expect(facts.hasReadme).toBe(true);
      expect(cpuTime() - start, JSON.stringify(content.slice(0, 20))).toBeLessThan(5000);
    }
  }, 120_000);
});

describe("licence file", () => {
  it.each([
    ["LICENSE", "LICENSE"],
    ["licence.txt", "licence.txt"],
    ["LICENSE-MIT", "LICENSE-MIT"],
    ["LICENSE.Apache-2.0", "LICENSE.Apache-2.0"],
    ["MIT-LICENSE.txt", "MIT-LICENSE.txt"],
    ["COPYING.LESSER", "COPYING.LESSER"],
    ["UNLICENSE", "UNLICENSE"],
    ["COPYRIGHT", "COPYRIGHT"],
    ["LICENSES/MIT.txt", "LICENSES/MIT.txt"],
    ["license-checker.js", undefined],
    ["license-header.txt", undefined],
    ["relicense.md", undefined],
    ["LICENSE.go", undefined],
    ["THIRD-PARTY-LICENSES", undefined],
    ["src/LICENSE", undefined],
  ])("%s", async (name, expected) => {
    const facts = await factsOf({ [name]: "text" });
    expect(facts.licensePath).toBe(expected);
    expect(facts.hasLicense).toBe(expected !== undefined);
  });

  it("prefers the most telling one, and takes no empty one", async () => {
    expect(await factsOf({ PATENTS: "x", COPYING: "x", "LICENSE-MIT": "x", "LICENSE.md": "x" })).toMatchObject({
      licensePath: "LICENSE.md",
    });
    expect(await factsOf({ LICENSE: "" })).toMatchObject({ hasLicense: false });
  });

  it("names holders, not templates or the texts' own notices", async () => {
    const license = [
      "Copyright (C) 2007 Free Software Foundation, Inc. <https://fsf.org/>",
      "Copyright [yyyy] [name of copyright owner]",
      "Copyright (c) <year> <owner>",
      "  (c) You must retain, in the Source form of any Derivative Works",
      "Copyright holders may add conditions",
      "the above copyright notice and this permission notice",
      "Copyright © 2019–2024, Ada Lovelace <ada@example.com>",
      "Portions Copyright 2001, 2003 Bob & Sons, Inc.",
      "SPDX-FileCopyrightText: 2020 Zoë GmbH",
      "# Copyright Acme Corporation. All rights reserved.",
      "Copyright (c) 2016-present The Fastify team",
    ].join("\n");
    const facts = await factsOf({ LICENSE: license });
    expect(facts.copyrightHolders).toEqual(["Acme Corporation", "Ada Lovelace", "Bob & Sons, Inc", "The Fastify team", "Zoë GmbH"]);
  });

  it("names holders at the top of source files where the licence names nobody, and nobody where these do not either", async () => {
    const LICENSE = "Apache License\n\n   Copyright [yyyy] [name of copyright owner]\n";
    const header = "/*\n * Copyright 2024 Baloise Group\n */\nclass A {}\n";
    const of = async (files: Files) => (await factsOf(files)).copyrightHolders;
    expect(await of({ LICENSE, "src/A.java": header })).toEqual(["Baloise Group"]);
    expect(await placesOf({ LICENSE, "src/A.java": header }, "copyrightHolders")).toEqual(["src/A.java:2"]);
    expect(await of({ LICENSE, "src/A.java": "class A {}\n" })).toEqual([]);
    expect(await of({ LICENSE, "vendor/A.java": header, "test/B.java": header })).toEqual([]);
    expect(await of({ "src/A.java": "class A {}\n" })).toBeUndefined();
  });
});

describe("documents", () => {
  it("are looked for at the root, in .github/ and in docs/, as documents", async () => {
    expect(await factsOf({ ".github/CONTRIBUTING.md": "x", "docs/SUPPORT.rst": "x", "roadmap.adoc": "x", ADOPTERS: "x" })).toMatchObject({
      hasContributing: true,
      hasSupport: true,
      hasRoadmap: true,
      hasAdopters: true,
    });
    const others = {
      "support.js": "x",
      "history.py": "x",
      "governance/meetings.md": "x",
      CONTRIBUTORS: "x",
      "docs/users.md": "x",
      "contrib/x.sh": "x",
    };
    expect(await factsOf(others)).toMatchObject({
      hasContributing: false,
      hasSupport: false,
      hasChangelog: false,
      hasGovernance: false,
      hasAdopters: false,
    });
  });

  it("are found whatever their case, folders for templates too", async () => {
    const files = { ".GitHub/ISSUE_TEMPLATE/bug.md": "x", ".gitlab/merge_request_templates/x.md": "x", readme: "x", "Security.MD": "x" };
    expect(await factsOf(files)).toMatchObject({
      hasIssueTemplate: true,
      hasPullRequestTemplate: true,
      hasReadme: true,
      hasSecurityPolicy: true,
    });
  });

  it("count the words of the README without its markup", async () => {
    const text =
      "# One two\n\n[![badge](https://x.org/a.svg)](https://x.org)\n\nThree [four](https://example.com/five) `six`.\n\n```sh\nno words here\n```\n<!-- none -->\n";
    expect(await factsOf({ "README.md": text })).toMatchObject({ readmeWords: 5 });
    expect(await factsOf({ "README.de.md": "eins", "README.md": "one two" })).toMatchObject({ readmeWords: 2 });
  });

  it("understand AsciiDoc, reStructuredText and HTML headings", async () => {
    const sections = [
      "== Installation\n\nx\n\n== Usage\n",
      "Installation\n============\n\nUsage\n-----\n",
      "<h2>Installation</h2>\n<h2>Usage</h2>\n",
    ];
    for (const text of sections)
      expect(await factsOf({ "README.adoc": text })).toMatchObject({ readmeHasInstall: true, readmeHasUsage: true });
  });

  it("tell a purpose from a list of instructions", async () => {
    expect(
      await factsOf({ "README.md": "# X\n\n## Installation\n\nRun the installer and follow every step of it carefully.\n" }),
    ).toMatchObject({
      readmeHasPurpose: false,
    });
  });

  it("hear invitations, refusals and promises of an answer", async () => {
    const invites = async (text: string) => (await factsOf({ "README.md": text })).readmeInvitesContributions;
    expect(await invites("Pull requests are very welcome!")).toBe(true);
    expect(await invites("## Contributing\n\nSee the wiki.")).toBe(true);
    expect(await invites("We do not accept pull requests at this time.\n")).toBe(false);
    expect(await invites("## Contributing\n\nThis project is not open to outside contributions.\n")).toBe(false);
    expect(await invites("A library.")).toBe(false);
    const answers = async (text: string) => (await factsOf({ "SUPPORT.md": text })).statesResponseTimes;
    expect(await answers("We aim to respond to issues within 2-3 business days.")).toBe(true);
    expect(await answers("Support is best effort; replies may take time.")).toBe(true);
    expect(await answers("Wir antworten innert drei Arbeitstagen.")).toBe(true);
    expect(await answers("The server responds with JSON. Sessions end after two hours.")).toBe(false);
  });

  it("need a mail address in a code of conduct, not a placeholder", async () => {
    const contact = async (text: string) => (await factsOf({ "CODE_OF_CONDUCT.md": text })).codeOfConductContact;
    expect(await contact("Report to [INSERT CONTACT METHOD].")).toBe(false);
    expect(await contact("Report to team [at] example.org.")).toBe(true);
  });

  it("score a security policy as Scorecard does", async () => {
    const score = async (text: string) => (await factsOf({ ".github/SECURITY.md": text })).securityPolicyScore;
    expect(await score("https://example.com/report")).toBe(6);
    expect(await score("Tell us.")).toBe(3);
    expect(await score("Write to a@example.com about a vulnerability; we disclose it in 90 days.")).toBe(10);
  });
});

describe("owners", () => {
  const owners = (text: string, path = "CODEOWNERS") => factsOf({ [path]: text });

  it("reads GitHub's and GitLab's form", async () => {
    expect(await owners("[Docs][2] @acme/docs\n/docs/\n^[Optional]\n*.md ada@example.com\nmy\\ file @Bob @bob\n")).toMatchObject({
      codeowners: 3,
      codeownerTeams: 1,
      codeownersValid: true,
      maintainers: 2,
    });
  });

  it("says which rules name nobody", async () => {
    const text = "* @ada\n/docs/\n/x nobody\n";
    expect(await owners(text)).toMatchObject({ codeownersValid: false, codeowners: 1 });
    expect(await placesOf({ CODEOWNERS: text }, "codeownersValid")).toEqual(["CODEOWNERS:2", "CODEOWNERS:3"]);
    expect(await owners("# nothing\n")).toMatchObject({ codeownersValid: false, codeowners: 0 });
  });

  it("takes GitHub's order of places", async () => {
    const facts = await factsOf({ "docs/CODEOWNERS": "* @c", CODEOWNERS: "* @b", ".github/CODEOWNERS": "* @a" });
    expect(facts.codeownersPath).toBe(".github/CODEOWNERS");
  });

  it("leaves the number of maintainers open where a team decides it", async () => {
    expect(await owners("* @acme/team\n")).not.toHaveProperty("maintainers");
    expect(await owners("* @acme/team @ada\n")).not.toHaveProperty("maintainers");
    expect(await owners("* @acme/team @ada @bob\n")).toMatchObject({ maintainers: 2 });
  });

  it("counts people in MAINTAINERS and OWNERS, former ones left out", async () => {
    const table =
      "# Maintainers\n\n| Name | Handle |\n|---|---|\n| Ada | [@ada](https://github.com/ada) |\n| Bob | @bob |\n\n## Emeritus\n\n- @carl\n";
    expect(await factsOf({ "MAINTAINERS.md": table, CODEOWNERS: "* @acme/team" })).toMatchObject({ maintainers: 2 });
    expect(await factsOf({ OWNERS: "approvers:\n- ada\n- bob\nreviewers:\n- ada\n- dora\nemeritus_approvers:\n- carl\n" })).toMatchObject({
      maintainers: 3,
    });
    expect(await factsOf({ MAINTAINERS: "Ada Lovelace <ada@example.com> (@ada)\nBob <bob@example.com>\n" })).toMatchObject({
      maintainers: 2,
    });
  });
});
