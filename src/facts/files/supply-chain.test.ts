import { describe, expect, it } from "vitest";
import { memoryTree } from "../testing/memory-tree.ts";
import type { Tree } from "../tree.ts";
import { collectRepositoryFacts } from "./collect.ts";
import { factsOf, placesOf } from "../testing/file-facts.ts";

describe("supply chain", () => {
  const workflow = (text: string) => factsOf({ ".github/workflows/w.yml": text });
  const job = (steps: string) => `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n${steps}`;

  it("takes only full commits and digests for pinned", async () => {
    const sha = "a".repeat(40);
    const steps = [
      `actions/a@${sha} # v1`,
      "actions/b@v1",
      `actions/c@${"a".repeat(7)}`,
      "./local",
      `docker://alpine@sha256:${"b".repeat(64)}`,
      "docker://alpine:3",
    ];
    const facts = await workflow(job(steps.map((uses) => `      - uses: ${uses}\n`).join("")));
    expect(facts).toMatchObject({ actions: 5, actionsPinnedShare: 0.4 });
    expect(await workflow("on: push\njobs:\n  a:\n    uses: acme/x/.github/workflows/y.yml@main\n")).toMatchObject({
      actions: 1,
      actionsPinnedShare: 0,
    });
    expect(await workflow(job("      # - uses: actions/old@v1\n      - run: x\n"))).toMatchObject({ actions: 0 });
  });

  it("judges permissions", async () => {
    const width = async (...texts: string[]) =>
      (await factsOf(Object.fromEntries(texts.map((text, i) => [`.github/workflows/${i}.yml`, text])))).workflowPermissions;
    const jobs = "jobs: {a: {steps: []}}\n";
    const declared = "jobs: {a: {permissions: {contents: read}, steps: []}}\n";
    expect(await width(`permissions: read-all\n${jobs}`)).toBe("restricted");
    expect(await width(`permissions: {}\n${jobs}`)).toBe("restricted");
    expect(await width(declared)).toBe("jobs-only");
    expect(await width(jobs)).toBe("missing");
    expect(await width(`permissions: write-all\n${jobs}`)).toBe("write");
    expect(await width(`permissions: {contents: write}\n${jobs}`, `permissions: {}\n${jobs}`)).toBe("write");
    expect(await width(declared, jobs)).toBe("missing");
  });

  it("finds what strangers can make a workflow run", async () => {
    const dangers = async (text: string) => (await workflow(text)).dangerousWorkflows;
    const checkout = "      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n";
    expect(await dangers(job(checkout).replace("push", "pull_request_target"))).toBe(1);
    expect(await dangers(job(checkout).replace("push", "[push, workflow_run]"))).toBe(1);
    expect(await dangers(job(checkout).replace("push", "pull_request"))).toBe(0);
    for (const text of [
      "github.event.issue.title",
      "github.head_ref",
      "toJSON(github.event)",
      "github.event.pull_request.head.ref || 'x'",
    ]) {
      expect(await dangers(job(`      - run: |\n          echo "\${{ ${text} }}"\n`)), text).toBe(1);
    }
    expect(
      await dangers(
        job('      - uses: actions/github-script@v7\n        with:\n          script: log("${{ github.event.comment.body }}")\n'),
      ),
    ).toBe(1);
    expect(await dangers(job('      - run: echo "${{ github.sha }}" github.event.issue.title\n'))).toBe(0);
    expect(await dangers(job('      - run: echo "$T"\n        env:\n          T: ${{ github.event.issue.title }}\n'))).toBe(0);
  });

  it("leaves workflow facts open where one cannot be read", async () => {
    const facts = await factsOf({ ".github/workflows/a.yml": "a: [", ".github/workflows/b.yml": "on: push\njobs: {}\n" });
    for (const name of ["actions", "workflowPermissions", "dangerousWorkflows"]) expect(facts, name).not.toHaveProperty(name);
  });

  it("reads base images through stages, arguments and platforms", async () => {
    const digest = `sha256:${"a".repeat(64)}`;
    const text = `ARG BASE=alpine@${digest}\nARG V\nFROM --platform=linux/amd64 \${BASE} as Build\nFROM build\nFROM scratch\nfrom node:$V\nFROM \${X:-busybox}\n`;
    expect(
      await factsOf({ "docker/app.Dockerfile": text, "vendor/Dockerfile": "FROM x", "Dockerfile.dockerignore": "FROM x" }),
    ).toMatchObject({
      baseImages: 3,
      baseImagesPinnedShare: 1 / 3,
    });
  });

  it("finds compiled artefacts by name and content, or content alone", async () => {
    const elf = Buffer.concat([Buffer.from("7f454c46", "hex"), Buffer.alloc(100)]);
    const portable = Buffer.alloc(200);
    portable.write("MZ");
    portable.writeUInt32LE(128, 60);
    portable.write("PE\0\0", 128);
    const files = {
      "lib/a.jar": Buffer.from("PK\u0003\u0004"),
      "bin/tool": elf,
      "lib/x.so.1": elf,
      "bin/setup": portable,
      "text.lib": "plain text",
      "empty.exe": "",
      "MZ-README": `MZ ${"is a magic number. ".repeat(20)}`,
      "logo.png": Buffer.from([0x89, 0x50, 0, 1]),
      "src/test/resources/b.jar": Buffer.from("PK\u0003\u0004"),
    };
    expect(await placesOf(files, "binaries")).toEqual(["lib/a.jar", "bin/tool", "lib/x.so.1", "bin/setup"]);
  });

  it("lists large files, submodules and others' code", async () => {
    const tree = memoryTree({
      "vendor/a/b.go": "x",
      "web/third_party/x.js": "x",
      "test/fixtures/vendor/x": "x",
      "big.bin": Buffer.alloc(6 * 1024 * 1024),
    });
    const files = [...tree.files, { path: "libs/x", kind: "submodule" as const }];
    const { facts } = await collectRepositoryFacts({ ...tree, files });
    expect(facts).toMatchObject({ largeFiles: 1, submodules: 1, vendoredFolders: ["vendor", "web/third_party"] });
  });

  it("finds applications that nothing pins", async () => {
    const application = '{"private":true,"dependencies":{"x":"^1"}}';
    const files = {
      "app/package.json": application,
      "mono/package-lock.json": "{}",
      "mono/packages/a/package.json": application,
      "lib/package.json": '{"name":"lib","version":"1.0.0","dependencies":{"x":"^1"}}',
      "test/fixtures/package.json": application,
      "tool/Cargo.toml": '[package]\nname="t"\n[dependencies]\nx="1"\n',
      "tool/src/main.rs": "",
      "crate/Cargo.toml": '[package]\nname="c"\n[dependencies]\nx="1"\n',
      "web/Gemfile": 'gem "rails"\n',
      "gem/Gemfile": 'gem "rails"\n',
      "gem/x.gemspec": "x",
      "site/composer.json": '{"type":"project","require":{"a/b":"1"}}',
      "broken/package.json": "{",
    };
    const facts = await factsOf({ ...files, "tool/src/main.rs": "fn main() {}" });
    expect(facts.manifestsWithoutLockfile).toEqual(["app/package.json", "site/composer.json", "tool/Cargo.toml", "web/Gemfile"]);
  });

  it("reads namespaces, licences and the version of the root", async () => {
    const files = {
      "pom.xml":
        "<project><parent><groupId>com.baloise.open</groupId><version>2.0</version></parent><licenses><license><name>Apache-2.0</name></license></licenses></project>",
      "sub/pom.xml": "<project><groupId>${project.parent.groupId}</groupId><version>3</version></project>",
      "sub/build.gradle.kts": 'group = "com.baloise.tools"\n',
      "go.mod": "module github.com/baloise/x\n",
      "composer.json": '{"name":"baloise/php","license":["MIT","GPL-2.0"]}',
    };
    expect(await factsOf(files)).toMatchObject({
      namespaces: ["baloise", "com.baloise.open", "com.baloise.tools", "github.com/baloise/x"],
      declaredVersion: "2.0",
      declaredLicenses: ["Apache-2.0", "GPL-2.0", "MIT"],
    });
  });

  it("finds host names that only resolve inside", async () => {
    const files = {
      "settings.xml":
        "<url>https://nexus.intern.acme.ch/repo</url>\n<url>http://user:pw@proxy.corp:8080</url>\n<url>https://www.acme.ch</url>",
      "deploy/app.yml":
        "db: postgres://db.svc.cluster.local\nother: http://jenkins.acme.local/job\nfile: settings.local.yml\nmail: a@mail.acme.ch\n",
      "src/main.ts": "fetch('http://secret.corp')",
      "test/config.yml": "x: http://fake.internal\n",
    };
    expect((await factsOf(files)).internalHosts).toEqual(["jenkins.acme.local", "proxy.corp"]);
    expect((await factsOf(files, { domains: ["acme.ch"] })).internalHosts).toEqual([
      "jenkins.acme.local",
      "nexus.intern.acme.ch",
      "proxy.corp",
    ]);
  });

  it("sees incubation in name and README", async () => {
    const flagged = async (tree: Tree) => (await collectRepositoryFacts(tree)).facts.incubatorFlagged;
    expect(await flagged(memoryTree({ "README.md": "# X\n\n![incubating](badge.svg)\n" }))).toBe(true);
    expect(await flagged({ ...memoryTree({}), id: "incubator/x" })).toBe(true);
    expect(await flagged({ ...memoryTree({}), origin: "https://github.com/baloise-incubator/x" })).toBe(false);
    expect(await flagged(memoryTree({ "README.md": "# X\n" }))).toBe(false);
  });
});

describe("publiccode.yml", () => {
  const valid = [
    'publiccodeYmlVersion: "0.7"',
    "name: Claims",
    'url: "https://github.com/acme/claims.git"',
    "platforms: [web]",
    "developmentStatus: stable",
    "softwareType: standalone/web",
    "description:",
    "  en:",
    "    shortDescription: Settles claims",
    `    longDescription: ${"It settles claims. ".repeat(12)}`,
    "    features: [one]",
    "legal:",
    "  license: Apache-2.0",
    "maintenance:",
    "  type: internal",
    "  contacts:",
    "    - name: Ada",
    "localisation:",
    "  localisationReady: true",
    "  availableLanguages: [en]",
  ];

  it("is valid with its mandatory keys", async () => {
    expect(await factsOf({ "publiccode.yml": valid.join("\n") })).toMatchObject({ hasPubliccode: true, publiccodeValid: true });
  });

  it("is not without one of them, and says which", async () => {
    for (const key of ["name:", "url:", "platforms", "legal:", "  license", "    features", "    - name", "softwareType"]) {
      const text = valid.filter((line) => !line.startsWith(key)).join("\n");
      expect(await factsOf({ "publiccode.yml": text }), key).toMatchObject({ publiccodeValid: false });
    }
    const { evidence } = await collectRepositoryFacts(memoryTree({ "publiccode.yml": valid.join("\n").replace("stable", "done") }));
    expect(evidence.publiccodeValid).toMatchObject([
      { path: "publiccode.yml", line: 5, note: expect.stringContaining("developmentStatus") },
    ]);
    expect(await factsOf({ "publiccode.yml": "a: [" })).toMatchObject({ hasPubliccode: true, publiccodeValid: false });
  });
});
