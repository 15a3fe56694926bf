import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatProblem } from "#kit";
import { loadProgram } from "../load/program.ts";
import { someMeasures, withFolder, writeDocuments } from "../testing/folders.ts";
import { tinyPack } from "../testing/tiny-pack.ts";
import type { FoundRepository } from "./found.ts";
import { diffAgainstPack } from "../packs/against-pack.ts";
import { initProgram, programFiles } from "./init.ts";
import { propose } from "./propose.ts";

function repository(id: string, files: Readonly<Record<string, string>>, origin?: string): FoundRepository {
  return { id, ...(origin === undefined ? {} : { origin }), files: Object.keys(files), text: async (path) => files[path] };
}

const spring = "<project><build><plugins><plugin><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build></project>";
const react = JSON.stringify({ private: true, dependencies: { "react-dom": "19" }, devDependencies: { vite: "8" } });

const organization: readonly FoundRepository[] = [
  repository(
    "claims-web",
    { "package.json": react, ".github/CODEOWNERS": "# us\n* @seeland/claims-engineering @seeland/others\n/docs @mk\n" },
    "https://x:secret@github.com/seeland/claims-web.git",
  ),
  repository(
    "claims-api",
    { "pom.xml": spring, Dockerfile: "FROM x", CODEOWNERS: "* @seeland/claims-engineering\n" },
    "git@github.com:seeland/claims-api.git",
  ),
  repository("tariff-kit", { "package.json": JSON.stringify({ name: "x", main: "index.js" }), LICENSE: "MIT" }),
  repository("tariff-kit-enterprise", {
    "package.json": JSON.stringify({ name: "y", main: "index.js", publishConfig: { access: "restricted" } }),
    LICENSE: "x",
  }),
  repository("phone-app", { "app/build.gradle": "plugins { id 'com.android.application' }" }),
  repository("firmware", { "platformio.ini": "" }),
  repository("cluster", { "main.tf": "" }),
  repository("library", { "Cargo.toml": "[package]\nname='x'\n[lib]\n" }),
  repository(".github", { "profile/README.md": "" }),
];

describe("proposing products", () => {
  it("groups repositories by name, sees what they make and who owns them", async () => {
    const { proposal, problems } = await propose({ repositories: organization });
    expect(problems).toEqual([]);
    const shown = proposal.products.map(({ id, owner, deliverables }) => [
      id,
      owner ?? "",
      ...deliverables.map(({ kind, distribution, repositories }) => `${kind} ${distribution} ${repositories.join(" ")}`),
    ]);
    expect(shown).toEqual([
      ["claims", "claims-engineering", "service hosted claims-api", "web browser claims-web"],
      ["cluster", "", "infrastructure internal cluster"],
      ["firmware", "", "firmware embedded firmware"],
      ["library", "", "library internal library"],
      ["phone-app", "", "app distributed phone-app"],
      ["tariff-kit", "", "library distributed tariff-kit", "library internal tariff-kit-enterprise"],
    ]);
    expect(proposal.forges).toEqual(["github.com/seeland"]);
    expect(proposal.teams).toEqual([{ id: "claims-engineering", because: "CODEOWNERS or catalog-info.yaml" }]);
    expect(proposal.leftOut).toEqual([{ repository: ".github", because: "it is about the organisation itself" }]);
  });

  it("keeps apart what different makers made, however alike its names", async () => {
    const { proposal } = await propose({
      repositories: [
        { ...repository("git", { Makefile: "" }), origin: "https://github.com/git/git.git" },
        { ...repository("git-proxy", { "package.json": "{}" }), origin: "git@github.com:finos/git-proxy.git" },
        { ...repository("claims-api", { Dockerfile: "" }), origin: "https://github.com/seeland/claims-api" },
        repository("claims-web", { "index.html": "" }),
      ],
    });
    expect(proposal.products.map(({ id }) => id)).toEqual(["claims", "git", "git-proxy"]);
  });

  it("takes systems, owners and groups of a Backstage catalogue", async () => {
    const component = (name: string, type: string, more = "") =>
      `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  type: ${type}\n  system: payments\n${more}`;
    const { proposal } = await propose({
      repositories: [
        repository("pay-ui", { "catalog-info.yaml": component("pay-ui", "website", "  owner: group:default/pay\n") }),
        repository("ledger", {
          "catalog-info.yaml": `${component("ledger", "service", "  owner: user:default/mk\n")}---\nkind: System\nmetadata: { name: payments, title: Payments }\nspec: { owner: pay }\n---\nkind: Group\nmetadata: { name: pay }\nspec: { type: team, parent: finance }\n---\nkind: Group\nmetadata: { name: finance, title: Finance }\nspec: { type: business-unit }\n---\n{ broken\n`,
        }),
        repository("other", {}),
      ],
    });
    expect(proposal.products).toMatchObject([
      {
        id: "payments",
        name: "Payments",
        owner: "pay",
        deliverables: [
          { id: "service", distribution: "hosted", repositories: ["ledger"] },
          { id: "web", distribution: "browser", repositories: ["pay-ui"] },
        ],
      },
      { id: "other", deliverables: [{ id: "code", distribution: "distributed" }] },
    ]);
    expect(proposal.teams).toEqual([{ id: "pay", unit: "finance", because: "catalog-info.yaml" }]);
    expect(proposal.units).toEqual([{ id: "finance", name: "Finance" }]);
  });

  it("believes publiccode.yml", async () => {
    const text = "publiccodeYmlVersion: '0.4'\nname: Bernina\nsoftwareType: standalone/mobile\nlegal: { mainCopyrightOwner: Kanton }\n";
    const { proposal } = await propose({ repositories: [repository("bernina", { "publiccode.yml": text, Dockerfile: "" })] });
    expect(proposal).toMatchObject({
      organization: "Kanton",
      products: [{ name: "Bernina", deliverables: [{ kind: "app", distribution: "distributed", because: ["publiccode.yml"] }] }],
    });
  });

  it("groups by folder where folders tell products apart", async () => {
    const { proposal } = await propose({ repositories: ["a/web", "a/api", "b/x", "b/y", "single"].map((id) => repository(id, {})) });
    expect(proposal.products.map(({ id, because }) => [id, because])).toEqual([
      ["a", "folder a/"],
      ["b", "folder b/"],
      ["single", "a repository of its own"],
    ]);
  });

  it("does not take the name of the organisation for a product", async () => {
    const { proposal } = await propose({
      repositories: ["acme-shop-web", "acme-shop-api", "acme-mail", "acme-billing"].map((id) => repository(id, {})),
    });
    expect(proposal.products.map(({ id }) => id)).toEqual(["acme-billing", "acme-mail", "shop"]);
  });

  it("reads a table in German, with quotes and semicolons", async () => {
    const content =
      '\uFEFFAnwendung;Bezeichnung;Verantwortliches Team;Repositorien;Kritikalität;Auslieferung;Bereich;Bemerkung\nPortal;"Schaden ""Portal""";Team Schaden;claims-web, https://github.com/seeland/claims-api.git;hoch;;Schaden;egal\nAltes;;;;sehr hoch;intern;;\n';
    const { proposal, problems } = await propose({ repositories: organization.slice(0, 3), table: { file: "products.csv", content } });
    expect(problems).toEqual([]);
    expect(proposal.products).toMatchObject([
      {
        id: "portal",
        name: 'Schaden "Portal"',
        owner: "team-schaden",
        unit: "schaden",
        criticality: "high",
        deliverables: [
          { id: "web", repositories: ["claims-web"] },
          { id: "service", repositories: ["claims-api"] },
        ],
      },
      { id: "altes", criticality: "critical", deliverables: [{ distribution: "internal", repositories: ["altes*"] }] },
      { id: "tariff-kit" },
    ]);
    expect(proposal.units).toEqual([{ id: "schaden", name: "Schaden" }]);
  });

  it("reads what a spreadsheet saves on Windows", async () => {
    const content = Buffer.from("Anwendung;Kritikalit\u00e4t\r\nPr\u00e4mien;kritisch\r\n", "latin1");
    const { proposal, problems } = await propose({ repositories: [], table: { file: "p.csv", content } });
    expect(problems).toEqual([]);
    expect(proposal.products).toMatchObject([{ id: "praemien", name: "Prämien", criticality: "critical" }]);
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("product\tteam\nA\tx\n", "utf16le")]);
    expect((await propose({ repositories: [], table: { file: "p.csv", content: wide } })).proposal.products).toMatchObject([
      { id: "a", owner: "x" },
    ]);
  });

  it("names row and column of what it does not understand", async () => {
    const content =
      'product,criticality,distribution,ownr,repository\nA,hihg,browser,x,a\n,low,,,b\nC,low,everywhere,x,c,extra\nA,low,hosted,x,a2\nE,"open\n';
    const { problems, proposal } = await propose({ repositories: [], table: { file: "p.csv", content } });
    expect(problems.map(formatProblem)).toMatchInlineSnapshot(`
      [
        "p.csv:6  error  A quote is opened here and never closed.  [table-unclear]",
        "p.csv:1  warning  Column 4, "ownr", is not read. Did you mean "owner"?  [table-unclear]",
        "p.csv:2  error  Row 2, column "criticality": "hihg" is not understood. Expected: low, medium, high or critical. Did you mean "high"?  [table-unclear]",
        "p.csv:3  error  Row 3 names no product. Expected: a value in column "product".  [table-unclear]",
        "p.csv:4  error  Row 4 has 6 columns, and the first row 5. Put a text that holds the separator in quotes.  [table-unclear]",
      ]
    `);
    expect(proposal.products.map(({ id }) => id)).toEqual(["a"]);
    const none = await propose({ repositories: [], table: { file: "p.csv", content: "foo,bar\n1,2\n" } });
    expect(none.problems.map(formatProblem)).toMatchInlineSnapshot(`
      [
        "p.csv:1  error  No column names the product. Expected: a column called product, product id, produkt or application. The first row says: foo | bar  [table-unclear]",
      ]
    `);
    expect((await propose({ repositories: [], table: { file: "p.csv", content: "" } })).problems[0]?.message).toBe("The table is empty.");
  });
});

describe("writing a program", () => {
  const packDocuments = Object.fromEntries(Object.entries(tinyPack).map(([path, content]) => [`packs-of-allmend/tiny/${path}`, content]));
  const options = (folder: string) => ({
    packsFolder: join(folder, "packs-of-allmend"),
    measures: someMeasures,
    pack: "tiny",
    now: "2026-11-23T10:00:00Z",
  });

  it("validates, extending or copying, in both languages", async () => {
    await withFolder(packDocuments, async (folder) => {
      const { proposal } = await propose({ repositories: organization });
      for (const style of ["extend", "copy"] as const) {
        for (const language of ["en", "de"] as const) {
          const target = join(folder, `${style}-${language}`);
          const answers = {
            organization: "Müller & Söhne: #1",
            domains: ["mueller.example"],
            executives: ["rf"],
            objectives: ["talent", "cheap"],
          };
          const written = await initProgram(target, { ...options(folder), style, language, answers, proposal });
          expect(written.every(({ action }) => action === "written")).toBe(true);
          const { program, problems } = await loadProgram(target, { packsFolder: options(folder).packsFolder, measures: someMeasures });
          expect(problems.filter(({ code }) => code !== "area-missing").map(formatProblem)).toEqual([]);
          expect(program?.organization).toMatchObject({
            name: "Müller & Söhne: #1",
            languages: [language, language === "en" ? "de" : "en"],
            domains: ["mueller.example"],
          });
          expect(program?.organization.products.map(({ id }) => id)).toEqual(proposal.products.map(({ id }) => id));
          expect(program?.policies.flatMap(({ rules }) => rules.map(({ id, when }) => [id, when]))).toEqual([
            ["stars", 'repository.stars < 10 && !(repository.forgeOrganization in ["github.com/tiny"])'],
            ["permissive", 'license.strength == "permissive"'],
            ["no-network", 'license.strength == "network"'],
          ]);
          const { diff } = await diffAgainstPack(target, { ...options(folder), ...(style === "copy" ? { against: "tiny" } : {}) });
          expect(diff?.departures.filter(({ kind }) => kind !== "parameter" && kind !== "removed")).toEqual([]);
          expect(program?.policies[1]?.rules[1]?.remedy?.en).toBe("Ask Müller & Söhne: #1 AG.");
        }
      }
    });
  });

  it("says what it does not overwrite, and gives the same bytes again", async () => {
    await withFolder(packDocuments, async (folder) => {
      const target = join(folder, "program");
      writeDocuments(target, { "strategy.md": "mine" });
      const answers = { organization: "S" };
      const first = await initProgram(target, { ...options(folder), language: "en", answers });
      expect(first.filter(({ action }) => action === "kept")).toEqual([{ path: "strategy.md", action: "kept" }]);
      expect(readFileSync(join(target, "strategy.md"), "utf8")).toBe("mine");
      const again = await initProgram(target, { ...options(folder), language: "en", answers, overwrite: true });
      expect(again.every(({ action }) => action === "replaced")).toBe(true);
      expect(await programFiles({ ...options(folder), language: "en", answers })).toEqual(
        await programFiles({ ...options(folder), language: "en", answers }),
      );
    });
  });

  it("explains every field", async () => {
    await withFolder(packDocuments, async (folder) => {
      const { proposal } = await propose({ repositories: organization.slice(0, 3) });
      const files = await programFiles({ ...options(folder), language: "en", answers: { organization: "Seeland" }, proposal });
      expect(files.get("organization.yaml")).toMatchInlineSnapshot(`
        "schema: allmend.organization/1

        # Name of the organisation, as people write it.
        organization: Seeland

        # Its policies hold, except where a page of ours says otherwise. \`allmend diff --pack\` shows where.
        extends: tiny@1.2

        # The first is the one that plain texts are in.
        languages: [en, de]

        # Mail domains that are ours: who commits under them is one of us.
        # domains: [example.org]

        # Organisations on forges that are ours.
        forges: [github.com/seeland]

        # Units of the organisation.
        # units:
        #   - { id: claims, name: Claims }

        # Ids, no names: who is meant, the identity provider knows. \`none\` stands for nobody yet; findings then say so.
        teams:
          ospo: { lead: none } # The office
          legal: { lead: none } # Lawyers
          claims-engineering: { lead: none } # named by CODEOWNERS or catalog-info.yaml

        # Ids of those who approve policies and sponsor the strategy.
        # executives: [ceo]

        # Boards decide what rules cannot. How many of each lane must agree:
        # boards:
        #   review-board: { name: Review board, lanes: { legal: 1, security: 1, engineering: 1 }, quorum: 2 }

        # How we live with open source: models that combine, their reasons, where money comes from.
        # business:
        #   models: [{ model: consumption }]

        # What we make, proposed from what was found. Correct it: obligations depend on how each deliverable reaches people.
        # distribution: internal     stays in the house
        #               hosted       people use it over a network
        #               browser      its code runs in people's browsers, so it leaves the house
        #               distributed  they get binaries or packages: apps, libraries, installers
        #               embedded     it is in a device
        #               source       they get the source
        # repositories: ids below the scanned folder, or globs such as claims-*
        # criticality:  low, medium, high or critical
        # models:       consumption (we use open source), licensing, hosting, support, open-core, other
        # owner:        the team that answers for it
        products:
          # names begin with claims
          - id: claims
            owner: claims-engineering
            # criticality: medium
            models: [consumption]
            deliverables:
              - { id: service, distribution: hosted, repositories: [claims-api] } # pom.xml: application plugin
              - { id: web, distribution: browser, repositories: [claims-web] } # package.json: react-dom
          # a repository of its own
          - id: tariff-kit
            # owner: team-id
            # criticality: medium
            models: [consumption]
            deliverables:
              - { id: library, distribution: distributed, repositories: [tariff-kit] } # package.json: "main"

        # What the pack leaves open. Take the # away to set a value.
        # parameters:
          # Copyright holder
          # holder: Seeland AG
          # Stars of a mature project
          # stars: 10
          # Our organisations
          # homes: [github.com/tiny]
        "
      `);
      expect(files.get("strategy.md")).toMatchInlineSnapshot(`
        "---
        schema: allmend.strategy/1
        strategy: Open source at Seeland
        version: "1"
        state: draft # draft | consultation | approved | in-force | superseded
        owner: ospo
        # sponsor:               who answers for it: an executive
        # Objectives of the pack. Two or three are enough; a long list weakens the case. Name those that are yours: inherits: [first, second]
        #   cheap: Lower cost
        #   talent: Good people
        inherits: all
        # Own ones stand beside them:
        # objectives:
        #   - id: faster
        #     statement: Ship changes in days
        #     key-results: [{ measure: delivery.lead-time, of: "*", target: 2d }]
        # activities:
        #   - { id: reuse-first, title: Reuse first, kind: consume, serves: { faster: 3 } }
        ---

        <!-- Write here, on two pages at most, what we want, what we do and what we do not do. Until then the text of the pack holds. -->
        "
      `);
      expect(files.get("policies/compliance.md")).toMatchInlineSnapshot(`
        "---
        schema: allmend.policy/1
        policy: compliance
        title: { en: Title, de: Lizenztreue }
        state: in-force # draft and consultation: findings are shown and fail nothing
        owner: ospo
        # approved-by:           an executive or a board
        in-force: 2026-11-23
        review: 2027-11-23
        # Rules of the pack that we do not follow, each with its reason:
        # off: { permissive: … }
        ---

        <!-- What stands here is added to the policy of the pack. A rule with the id of one of the pack's replaces it. Rules of the pack in this area:
          permissive: Permissive licences are fine.
          no-network: Network copyleft is not used at Seeland.
        -->
        "
      `);
    });
  });

  it("refuses a pack that is not there", async () => {
    await withFolder(packDocuments, async (folder) => {
      const wrong = initProgram(join(folder, "x"), { ...options(folder), pack: "tini", language: "en", answers: { organization: "S" } });
      await expect(wrong).rejects.toMatchObject({ code: "pack-unusable", hint: 'Expected: tiny. Did you mean "tiny"?' });
    });
  });
});
