// allmend delivery over repositories made here: releases by tag, told deployments and incidents, bad input.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { outputSchemas } from "../src/cli/outputs/index.ts";
import { type Outcome, runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const NOW = "2026-11-23T00:00:00Z"; // a Monday
const DAY = 86_400;
const now = Date.parse(NOW) / 1000;

interface Made {
  /** Days before now. */
  readonly ago: number;
  readonly message: string;
  readonly tags?: readonly string[];
}

/** A repository with one commit for each of these, and the ids of the commits. */
function repository(name: string, commits: readonly Made[]): string[] {
  const place = join(folder, "repositories", name);
  mkdirSync(place, { recursive: true });
  const git = (args: readonly string[], input?: string) =>
    execFileSync("git", ["-C", place, ...args], { input, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });
  git(["init", "--quiet", "--initial-branch=main"]);
  const stream = commits.map(({ ago, message, tags = [] }, index) => {
    const time = `X Y <x@y.example> ${Math.round(now - ago * DAY)} +0000`;
    const text = `commit refs/heads/main\nmark :${index + 1}\nauthor ${time}\ncommitter ${time}\ndata ${Buffer.byteLength(message)}\n${message}\nM 100644 inline f\ndata ${String(index).length}\n${index}\n\n`;
    return text + tags.map((tag) => `reset refs/tags/${tag}\nfrom :${index + 1}\n\n`).join("");
  });
  git(["fast-import", "--quiet"], stream.join(""));
  return git(["rev-list", "--reverse", "main"]).trim().split("\n");
}

interface Metric {
  readonly value: number | null;
  readonly level: string | null;
  readonly sample: number;
  readonly betweenBands: boolean;
  readonly reason?: string;
}
type Keys = "deploymentFrequency" | "leadTime" | "timeToRestore" | "changeFailureRate";
interface Entry {
  readonly subject: string;
  readonly source: string;
  readonly estimate: boolean;
  readonly metrics: Readonly<Record<Keys, Metric>>;
  readonly overall: string | null;
  readonly detail: {
    readonly flagged?: readonly { release: string; mendedBy?: string; sign: string; judged?: string }[];
    readonly openIncidents: readonly object[];
  };
}

async function deliver(
  name: string,
  ...more: string[]
): Promise<{ entry: Entry; entries: readonly Entry[]; outcome: Outcome; codes: string[] }> {
  const outcome = await run(["delivery", join(folder, "repositories", name), "--json", "--now", NOW, "--quiet", ...more]);
  expect(outcome.out, outcome.err).not.toBe("");
  const document = outputSchemas.delivery.parse(JSON.parse(outcome.out));
  const entries = document.entries as readonly Entry[];
  return { entry: entries[0] as Entry, entries, outcome, codes: document.problems.map(({ code }) => code) };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const at = (ago: number) => new Date((now - ago * DAY) * 1000).toISOString();
let weekly: string[] = [];

beforeAll(() => {
  // A release every ten days for a year; one of them takes something back, one is mended the next day.
  repository(
    "released",
    Array.from({ length: 36 }, (_, index): Made[] => {
      const ago = 360 - index * 10;
      const change: Made = { ago: ago + 2, message: index === 30 ? 'Revert "change 29"\n\nby hand' : `change ${index}` };
      const release: Made = {
        ago,
        message: `release ${index}`,
        tags: [`v1.${index}.0`, ...(index === 20 ? ["latest", "v1.20.0-rc.1"] : [])],
      };
      const hotfix: Made[] = index === 33 ? [{ ago: ago - 1, message: "mend", tags: ["v1.33.1"] }] : [];
      return [change, { ago: ago + 2, message: `more ${index}` }, release, ...hotfix];
    }).flat(),
  );
  repository(
    "merged",
    Array.from({ length: 60 }, (_, index) => ({ ago: 120 - index * 2, message: `change ${index}` })),
  );
  weekly = repository(
    "service",
    Array.from({ length: 60 }, (_, index) => ({ ago: 420.5 - index * 7, message: `change ${index}` })),
  );
});

describe("releases by tag", () => {
  it("are an estimate with what flagged them; aliases and preliminary versions are none", async () => {
    const { entry, outcome } = await deliver("released", "--hotfix", "48");
    expect(outcome.code).toBe(0);
    expect(entry).toMatchObject({ subject: "repository:released", source: "tags", estimate: true });
    expect(entry.metrics.leadTime).toMatchObject({ value: 2 * DAY, level: "high", betweenBands: false });
    expect(entry.metrics.deploymentFrequency).toMatchObject({ level: "high", betweenBands: false });
    expect(entry.detail.flagged).toEqual([
      { release: "released@v1.29.0", mendedBy: "released@v1.30.0", sign: "revert" },
      { release: "released@v1.33.0", mendedBy: "released@v1.33.1", sign: "hotfix" },
    ]);
    expect(entry.metrics.timeToRestore).toMatchObject({ level: null, reason: "too-few-incidents", sample: 2 });
    expect(entry.metrics.changeFailureRate.level).toBeNull();
  });

  it("do not take a patch for a hotfix where releases come as quickly anyway", async () => {
    const { entry, codes } = await deliver("released", "--hotfix", "96");
    expect(codes).toContain("delivery-hotfix-rule-off");
    expect(entry.detail.flagged?.map(({ sign }) => sign)).toEqual(["revert"]);
  });

  it("that a pattern does not know are told: the trend that is left was not asked for", async () => {
    const { entry, outcome } = await deliver("released", "--tags", "release-*");
    expect(entry.source).toBe("merges");
    expect(outcome.err).toContain("none of its 39 tags is a release by the pattern “release-*”");
  });

  it("are those that a pattern names", async () => {
    const { entry } = await deliver("released", "--tags", "v1.2?.0", "--window", "365");
    expect(entry.metrics.leadTime.sample).toBeGreaterThan(5);
    expect(entry.metrics.changeFailureRate.sample).toBe(10);
  });
});

describe("merges to the default branch", () => {
  it("are a trend and never a level", async () => {
    const { entry } = await deliver("merged");
    expect(entry).toMatchObject({ source: "merges", estimate: true, overall: null });
    for (const metric of Object.values(entry.metrics)) expect(metric.level).toBeNull();
    expect(entry.metrics.deploymentFrequency).toMatchObject({ value: 3.5, reason: "trend-only" });
    expect(entry.metrics.changeFailureRate).toMatchObject({ value: null, reason: "no-incident-source" });
  });
});

describe("told deployments and incidents", () => {
  const rows = () => weekly.map((sha, index) => `run${index},service,${sha},${at(420 - index * 7)},production,success`);
  const head = "id,repository,commit,finished_at,environment,result";

  it("give the profile of four", async () => {
    const deployments = file(
      "deployments.csv",
      [head, ...rows(), `x,service,,${at(3)},staging,success`, `y,service,,${at(3)},production,failed`].join("\n"),
    );
    const incidents = file(
      "incidents.csv",
      [
        "id,repository,started_at,resolved_at,cause",
        `a,service,${at(69)},${at(69 - 0.1)},`,
        `b,service,${at(48.9)},${at(48.8)},run53`,
        `c,service,${at(40)},${at(39.8)},`,
        `d,service,${at(2)},,`,
      ].join("\n"),
    );
    const { entry, outcome, codes } = await deliver("service", "--deployments", deployments, "--incidents", incidents);
    expect(outcome.code).toBe(0);
    expect(codes).toEqual([]);
    expect(entry).toMatchObject({ source: "deployments", estimate: false });
    expect(entry.metrics.deploymentFrequency).toMatchObject({ value: 1, level: "high", betweenBands: false, sample: 12 });
    expect(entry.metrics.leadTime).toMatchObject({ value: 12 * 3600, level: "high", betweenBands: true, sample: 12 });
    expect(entry.metrics.timeToRestore).toMatchObject({ value: 0.1 * DAY, level: "high", sample: 3 });
    expect(entry.metrics.changeFailureRate).toMatchObject({ value: 0.333333, level: null, reason: "not-separable", sample: 12 });
    expect(entry.overall).toBe("high");
    expect(entry.detail.openIncidents).toEqual([{ id: "d", age: 2 * DAY }]);
  });

  it("without a source of incidents say that the failure rate is unknown, never 0 %", async () => {
    const { entry } = await deliver("service", "--deployments", file("only.csv", [head, ...rows()].join("\n")));
    expect(entry.metrics.changeFailureRate).toMatchObject({ value: null, level: null, reason: "no-incident-source" });
    expect(entry.metrics.timeToRestore).toMatchObject({ value: null, reason: "no-incident-source" });
  });

  it("that are few give a reason instead of a level", async () => {
    const few = file("few.csv", [head, ...rows().slice(-3)].join("\n"));
    const { entry } = await deliver("service", "--deployments", few, "--incidents", file("none.csv", "id,started_at,resolved_at\n"));
    expect(entry.metrics.deploymentFrequency).toMatchObject({ level: null, reason: "too-few-weeks" });
    expect(entry.metrics.changeFailureRate).toMatchObject({ value: 0, level: null, reason: "too-few-deployments", sample: 3 });
    expect(entry.metrics.timeToRestore).toMatchObject({ value: null, reason: "no-incidents" });
    expect(entry.overall).toBeNull();
  });

  it("that are wrong are told, each with its place, and lose nothing else", async () => {
    const deployments = file(
      "odd.csv",
      [
        head,
        ...rows(),
        `later,service,,${at(-5)},production,success`,
        `lost,service,0123456789abcdef,${at(4)},production,success`,
        `whose,elsewhere,,${at(4)},production,success`,
        `when,service,,soon,production,success`,
        `early,service,${weekly[50]},${at(400)},production,success`,
      ].join("\n"),
    );
    const incidents = file(
      "odd-incidents.csv",
      [
        "id,repository,started_at,resolved_at,cause",
        `back,service,${at(30)},${at(31)},`,
        `over,service,${at(20)},${at(10)},`,
        `lap,service,${at(15)},${at(12)},`,
        `who,service,${at(9)},${at(8)},run999`,
        `ahead,service,${at(-9)},,`,
      ].join("\n"),
    );
    const { entry, codes, outcome } = await deliver("service", "--deployments", deployments, "--incidents", incidents);
    expect(outcome.code).toBe(0);
    for (const code of [
      "delivery-future",
      "delivery-commit-unknown",
      "delivery-unassigned",
      "delivery-row",
      "delivery-negative",
      "delivery-overlap",
      "delivery-cause-unknown",
    ])
      expect(codes).toContain(code);
    expect(outcome.err).toContain("odd.csv:65");
    expect(outcome.err).toContain("the incident ahead");
    expect(entry.metrics.timeToRestore.sample).toBe(3);
  });

  it("that end after the run count as open and are told; those inside a long one are told, too, not its neighbour alone", async () => {
    const deployments = file("one.csv", `id,repository,finished_at\nd,service,${at(30)}\n`);
    const rows = [`long,service,${at(20)},${at(1)}`, `first,service,${at(15)},${at(14)}`, `second,service,${at(10)},${at(9)}`];
    const incidents = file("late.csv", ["id,repository,started_at,resolved_at", ...rows, `late,service,${at(0.5)},${at(-9)}`].join("\n"));
    const { entry, outcome } = await deliver("service", "--deployments", deployments, "--incidents", incidents);
    expect(outcome.err).toContain("while another was open: first, second;");
    expect(outcome.err).toContain("late.csv:5  warning  the incident late ends after this run's moment; it counts as open");
    expect(entry.detail.openIncidents).toHaveLength(1);
  });

  it("that say nothing are no list without incidents", async () => {
    const deployments = file("good.csv", [head, ...rows()].join("\n"));
    const rate = async (name: string, text: string) =>
      (await deliver("service", "--deployments", deployments, "--incidents", file(name, text))).entry.metrics.changeFailureRate;
    expect(await rate("blank.csv", "")).toMatchObject({ value: null, reason: "no-incident-source" });
    expect(await rate("other.csv", "a,b\n1,2\n")).toMatchObject({ value: null, reason: "no-incident-source" });
    expect(await rate("torn.json", '[{"id": 1,')).toMatchObject({ value: null, reason: "no-incident-source" });
    expect(await rate("none.csv", "id,started_at,resolved_at\n")).toMatchObject({ value: 0 });
    expect(await rate("none.json", "[]")).toMatchObject({ value: 0 });
  });

  it("of trackers belong to what their component, label or address names", async () => {
    const deployments = file("good.csv", [head, ...rows()].join("\n"));
    const incidents = file(
      "tracker.json",
      JSON.stringify([
        { iid: 1, issue_type: "incident", created_at: at(20), closed_at: at(19.9), labels: ["prod", "service"] },
        { iid: 2, issue_type: "incident", created_at: at(15), closed_at: at(14.9), references: { full: "service#2" } },
        { iid: 3, issue_type: "incident", created_at: at(10), closed_at: at(9.9), html_url: "https://github.com/service/issues/3" },
      ]),
    );
    const { entry } = await deliver("service", "--deployments", deployments, "--incidents", incidents);
    expect(entry.metrics.timeToRestore.sample).toBe(3);
  });

  it("are files: a folder is none, and neither is a survey", async () => {
    const place = join(folder, "repositories", "service");
    expect(await run(["delivery", place, "--deployments", folder])).toMatchObject({ code: 2, err: expect.stringContaining("is-a-folder") });
    expect(await run(["survey", "import", folder, "--program", place])).toMatchObject({ code: 2 });
  });

  it("with wrong columns are refused by name", async () => {
    const { outcome, codes } = await deliver("service", "--deployments", file("columns.csv", "service,when\nx,2026-01-01\n"));
    expect(outcome.code).toBe(2);
    expect(codes).toContain("delivery-columns");
    expect(outcome.err).toContain("service, when");
  });
});

describe("what is put on record", () => {
  const program = join(folder, "program");
  const record = (...args: string[]) => run(["record", ...args, "--by", "ci", "--program", program, "--json"]);

  it("is a source like a file, line by line; an incident ends with a second line", async () => {
    mkdirSync(program);
    writeFileSync(
      join(program, "organization.yaml"),
      "organization: Small\nproducts:\n  - id: portal\n    deliverables: [{ id: web, distribution: hosted, repositories: [service] }]\n",
    );
    for (const ago of [6, 5, 4, 3, 2]) {
      const said = await record(
        "deployment",
        `run-${ago}`,
        "--about",
        "portal",
        "--commit",
        weekly[50] ?? "",
        "--at",
        at(ago).slice(0, 19) + "Z",
      );
      expect(said.code, said.err).toBe(0);
    }
    await record("incident", "I-1", "--about", "product:portal", "--at", `${at(3.5).slice(0, 19)}Z`, "--cause", "run-4", "--title", "Down");
    await record(
      "incident",
      "I-1",
      "--about",
      "product:portal",
      "--at",
      `${at(3.4).slice(0, 19)}Z`,
      "--resolved",
      `${at(3.4).slice(0, 19)}Z`,
    );
    expect(
      readFileSync(join(program, "records", "deployments.jsonl"), "utf8")
        .trim()
        .split("\n"),
    ).toHaveLength(5);
    const { entry } = await deliver("service", "--program", program);
    expect(entry).toMatchObject({ subject: "product:portal", source: "records" });
    expect(entry.metrics.changeFailureRate).toMatchObject({ value: 0.2, sample: 5 });
    expect(entry.metrics.timeToRestore).toMatchObject({ value: 0.1 * DAY, sample: 1, reason: "too-few-incidents" });
  });

  it("confirms and dismisses what signs say of releases, and adds what left no sign", async () => {
    const judged = join(folder, "judged");
    mkdirSync(judged);
    writeFileSync(join(judged, "organization.yaml"), "organization: Small\n");
    const say = (...args: string[]) => run(["record", "failure", ...args, "--by", "mk", "--program", judged]);
    await say("v1.29.0", "--about", "repository:released");
    await say("v1.33.0", "--about", "repository:released");
    await say("v1.33.0", "--about", "repository:released", "--no-value", "--because", "the patch was planned");
    await say("v1.32.0", "--about", "repository:released");
    await say("v9.9.9", "--about", "repository:released");
    const signs = await deliver("released", "--hotfix", "48");
    const { entry, codes } = await deliver("released", "--hotfix", "48", "--program", judged);
    expect(entry.detail.flagged).toEqual([
      { release: "released@v1.29.0", mendedBy: "released@v1.30.0", sign: "revert", judged: "confirmed" },
      { release: "released@v1.32.0", sign: "said", judged: "confirmed" },
      { release: "released@v1.33.0", mendedBy: "released@v1.33.1", sign: "hotfix", judged: "dismissed" },
    ]);
    expect(entry.metrics.changeFailureRate.value).toBe(signs.entry.metrics.changeFailureRate.value);
    // Of a failure without a sign nobody knows when it ended, and what was dismissed lasted no time at all.
    expect(entry.metrics.timeToRestore.sample).toBe(1);
    expect(codes).toContain("delivery-release-unknown");
    const { out } = await run(["delivery", join(folder, "repositories", "released"), "--now", NOW, "--hotfix", "48", "--program", judged]);
    expect(out).toContain("dismissed, does not count");
  });

  it("and what files tell count in a scan as in delivery", async () => {
    const deployments = file(
      "scan.csv",
      `id,finished_at,repository\n${[6, 5, 4, 3, 2].map((ago) => `r${ago},${at(ago)},service`).join("\n")}\n`,
    );
    const incidents = file("scan-incidents.csv", `id,started_at,resolved_at,repository,cause\ni,${at(5.9)},${at(5.8)},service,r6\n`);
    const files = ["--deployments", deployments, "--incidents", incidents];
    const { entry } = await deliver("service", ...files);
    const scanned = await run(["scan", join(folder, "repositories", "service"), "--now", NOW, "--quiet", "--json", ...files]);
    const result = JSON.parse(scanned.out) as { deliveries: readonly Entry[]; inputs: { deliveries: readonly { name: string }[] } };
    expect(result.deliveries.map(({ source, metrics }) => ({ source, metrics }))).toEqual([
      { source: entry.source, metrics: entry.metrics },
    ]);
    expect(result.inputs.deliveries.map(({ name }) => name)).toEqual(["scan.csv", "scan-incidents.csv"]);
    expect(scanned.out).not.toContain(folder);
  });

  it("names what exists", async () => {
    expect((await record("deployment", "x", "--about", "product:nobody")).err).toContain("unknown-product");
    expect((await record("deployment", "x", "--about", "portal", "--result", "good")).err).toContain("bad-result");
    expect((await record("incident", "x")).err).toContain("record-without-subject");
  });
});

describe("the command", () => {
  it("spreads an organisation over levels instead of pooling it, in both languages", async () => {
    const args = ["delivery", join(folder, "repositories"), "--now", NOW, "--quiet"];
    const english = await run([...args, "--lang", "en"]);
    expect(english.out).toContain("Delivery performance (the DORA keys)");
    expect(english.out).toContain("not for the EU regulation");
    expect(english.out).toContain("How many stand where");
    const german = await run([...args, "--lang", "de"]);
    expect(german.out).toContain("Lieferleistung (die DORA-Kennzahlen)");
    expect((await run([...args, "--lang", "en", "--jobs", "1", "--no-cache"])).out).toBe(english.out);
  });

  it("knows the bands of other years, and 2025 as a distribution", async () => {
    const { entry } = await deliver("released", "--year", "2019");
    expect(entry.metrics.deploymentFrequency.level).toBe("high");
    expect((await deliver("service", "--year", "2022")).entry.metrics.leadTime.level).toBeNull();
    const distribution = await deliver("released", "--year", "2025");
    expect(distribution.entry.metrics.leadTime).toMatchObject({ level: null, reason: "no-levels", standing: { bucket: "week" } });
    expect((await run(["delivery", join(folder, "repositories", "released"), "--year", "2020"])).code).toBe(2);
  });
});
