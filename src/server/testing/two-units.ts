// An office of two units in which everything that belongs to one of them bears its mark: whoever reads the other's saw across the border.
import type { Program } from "#program";
import { sampleResult } from "#publish/testing";
import type { ScanResult } from "#scan";
import { appendStored, type Database, saveResult, transact } from "#store";
import { openCase } from "../office/actions.ts";
import { officeFor } from "../routes/cases/acting.ts";
import { actor, exampleProgram, useFields } from "./cases-office.ts";
import { testOffice, type TestOffice } from "./office.ts";

/** The shop of the sample is the unit `zephyr`, the till the unit `quokka`. */
export const marks = ["zephyr", "quokka"] as const;
export type Mark = (typeof marks)[number];

const NAMES: readonly (readonly [RegExp, Mark])[] = [
  [/\b(shop|paged|either|charts|app-tools)\b/gi, "zephyr"],
  [/\b(till|serde)\b/gi, "quokka"],
];

/** The sample, each name of which says whose it is. */
function marked<T>(value: T): T {
  let text = JSON.stringify(value);
  for (const [name, mark] of NAMES) text = text.replaceAll(name, `${mark}-$1`);
  return JSON.parse(text) as T;
}

const product = (mark: Mark) => `${mark}-${mark === "zephyr" ? "shop" : "till"}`;
const repository = (mark: Mark) => (mark === "zephyr" ? "zephyr-shop-web" : "quokka-till");
const purl = (mark: Mark) => (mark === "zephyr" ? "pkg:npm/zephyr-paged@1.26.4" : "pkg:cargo/quokka-serde@1.0.228");

const plain = (mark: Mark) => purl(mark).replace(/@.*$/, "");

function program(example: Program): Program {
  const position = { file: "organization.yaml", line: 1, column: 1 };
  const sample = marked(sampleResult.program);
  const team = (mark: Mark) => ({
    ...(example.organization.teams[0] as object),
    id: mark === "zephyr" ? "north" : "south",
    lead: `${mark}-lead`,
    members: [`${mark}-dev`],
    unit: mark,
  });
  return {
    ...example,
    organization: {
      ...example.organization,
      unitsApart: true,
      units: marks.map((id) => ({ id, name: { en: id }, position })),
      teams: [...example.organization.teams, ...marks.map(team)] as Program["organization"]["teams"],
      products: sample.organization.products.map((each) => ({ ...each, unit: each.id === product("zephyr") ? "zephyr" : "quokka" })),
    },
    registers: {
      owners: {
        schema: "allmend.register/1",
        owners: marks.map((mark) => ({ component: purl(mark), owner: `${mark}-dev`, product: product(mark) })),
      },
      agreements: {
        schema: "allmend.register/1",
        agreements: {
          inbound: {
            kind: "ICLA",
            direction: "inbound",
            counterparty: "people outside",
            signed: "2025-01-01",
            products: marks.map(product),
            covers: { logins: ["octo"] },
          },
        },
      },
      catalogue: {
        schema: "allmend.register/1",
        investigations: marks.map((mark) => ({
          what: `${mark} engine`,
          product: product(mark),
          on: "2026-01-01",
          result: `${mark} built it`,
        })),
      },
    } as unknown as NonNullable<Program["registers"]>,
  };
}

function result(): ScanResult {
  const sample = marked(sampleResult);
  const index = (mark: Mark) => sample.components.findIndex((one) => one.purl === purl(mark));
  const [delivery] = sample.deliveries;
  return {
    ...sample,
    vulnerabilities: [
      {
        id: "CVE-2026-1",
        aliases: [],
        severity: "high",
        sources: ["osv"],
        affects: marks.map((mark) => ({
          component: index(mark),
          sure: true,
          open: true,
          openIn: [product(mark)],
          answers: [{ by: "team", status: "affected" as const, at: "2026-01-01", product: product(mark), because: `${mark} says so` }],
        })),
      },
    ],
    communities: marks.map((mark) => ({
      repository: repository(mark),
      commits: 10,
      days: 365,
      activity: {} as never,
      leftOut: { merges: 0, bots: 0, outOfTime: 0 },
      people: null,
      withheld: "group-too-small" as const,
      releases: {} as never,
      names: [`${mark} author`],
    })),
    deliveries: delivery
      ? marks.flatMap((mark) => [`product:${product(mark)}`, `repository:${repository(mark)}`].map((subject) => ({ ...delivery, subject })))
      : [],
    suppliers: marks.map((mark) => ({
      id: `${mark}-supplier`,
      name: `${mark} Ltd`,
      tier: "high" as const,
      items: [
        {
          id: `${mark}-item`,
          name: `${mark} item`,
          kind: "sdk" as const,
          products: [product(mark)],
          state: "none" as const,
          gaps: [],
          components: 0,
        },
      ],
    })),
    upstreams: {
      projects: marks.map((mark) => ({
        project: `https://github.com/${mark}/upstream`,
        packages: [plain(mark)],
        products: 1,
        uses: 1,
        criticality: "high" as const,
      })),
      cloneFirst: marks.map((mark) => ({ package: plain(mark), products: 1, uses: 1, criticality: "high" as const })),
    },
    measures: marks.map((mark) => ({
      measure: "consumption.open-source-share",
      version: 1,
      subject: `product:${product(mark)}`,
      value: 0.5,
      of: 2,
    })),
  };
}

/** At 2026-11-02; judged by nobody: what the sample found stands. */
export async function twoUnits(database: Database, home: string): Promise<TestOffice> {
  const at = new Date("2026-11-02T08:00:00Z");
  const whole = program(await exampleProgram());
  const office = await testOffice({ database, home, program: { program: whole, digest: whole.digest }, clock: () => at });
  await saveResult(database.sql, { ...result(), program: whole }, { at, source: "upload", findings: true });
  for (const mark of marks) await cases(office, mark);
  const records = marks.flatMap((mark) => [
    { kind: "deployment", at: at.toISOString(), by: "ci", subject: `product:${product(mark)}`, id: `${mark}-run`, data: { note: mark } },
    {
      kind: "incident",
      at: at.toISOString(),
      by: "ci",
      subject: `repository:${repository(mark)}`,
      id: `${mark}-incident`,
      data: { note: mark },
    },
  ]);
  await transact(database, (tx) => appendStored(tx, records, { at: at.toISOString(), by: "ci" }));
  return office;
}

async function cases({ deps }: TestOffice, mark: Mark): Promise<void> {
  const office = officeFor(deps);
  const dev = actor(`${mark}-dev`);
  const fields = { ...useFields, component: purl(mark), product: product(mark), license: "GPL-3.0-only", purpose: `for ${mark}` };
  await openCase(office, dev, { kind: "use", fields, submit: true });
  const allowed = { ...fields, component: `pkg:npm/${mark}-fine@1.0.0`, license: "MIT" };
  await openCase(office, dev, { kind: "use", fields: allowed, submit: true });
  const asked = { about: "license", subject: `${mark} asks`, question: `May ${mark}?` };
  await openCase(office, dev, { kind: "ask", fields: asked, submit: true });
  const contributed = { project: `https://github.com/${mark}/tool`, kind: "code", license: "MIT", reason: "fix", lines: 3 };
  await openCase(office, dev, { kind: "contribute", fields: contributed, submit: false });
}
