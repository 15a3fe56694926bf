import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDeployments } from "./deployments.ts";
import { deploymentsOnRecord, incidentsOnRecord } from "./from-records.ts";
import { readIncidents } from "./incidents.ts";
import { readMoment } from "./moments.ts";

const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
const deployments = (content: string | object, file = "deployments") =>
  readDeployments([{ file, content: typeof content === "string" ? content : JSON.stringify(content) }]);
const incidents = (content: string | object, file = "incidents") =>
  readIncidents([{ file, content: typeof content === "string" ? content : JSON.stringify(content) }]);

describe("moments", () => {
  it.each([
    ["2026-07-01", "2026-07-01T00:00:00.000Z"],
    ["2026-07-01T12:30:00Z", "2026-07-01T12:30:00.000Z"],
    ["2023-4-10 6:51:47", "2023-04-10T06:51:47.000Z"],
    ["2023-04-10T06:52:47.000+00:00", "2023-04-10T06:52:47.000Z"],
    ["2026-07-01T12:30:00.250+0200", "2026-07-01T10:30:00.250Z"],
    ["13/Nov/22 11:37 PM", "2022-11-13T23:37:00.000Z"],
    ["1/Jul/26 12:05 AM", "2026-07-01T00:05:00.000Z"],
    ["1751371200", "2025-07-01T12:00:00.000Z"],
    ["1751371200000", "2025-07-01T12:00:00.000Z"],
    ["2026-02-31", undefined],
    ["2026-07-01T25:00:00Z", undefined],
    ["2026-07-01T12:00:00+99:00", undefined],
    ["2026-07-01T12:00:00+02:75", undefined],
    ["yesterday", undefined],
    ["", undefined],
  ])("%s", (text, expected) => {
    expect(iso(readMoment(text))).toBe(expected);
  });

  it("are read back from what is written in any common form", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }), (date) => {
        expect(readMoment(date.toISOString())).toBe(date.getTime());
        expect(readMoment(date.toISOString().slice(0, 19).replace("T", " "))).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });
});

describe("deployments", () => {
  it("of our own form: id, product, commit, environment, result", () => {
    const { deployments: read, problems } = deployments(
      "id;product;commit;finished_at;environment;result;unplanned\n1;portal;abc1234;2026-07-01T12:00:00Z;prod;success;yes\n2;portal;def;2026-07-02;staging;failed;no\n",
    );
    expect(problems).toEqual([]);
    expect(read).toMatchObject([
      {
        id: "1",
        product: "portal",
        result: "success",
        environment: "production",
        unplanned: true,
        commits: [{ sha: "abc1234" }],
        place: { line: 2 },
      },
      { id: "2", result: "failure", environment: "staging", unplanned: false },
    ]);
  });

  it("of DevLake: several repositories of one run are one deployment, finished with the last", () => {
    const { deployments: read } = deployments(
      "id,result,started_date,cicd_deployment_id,repo_url,environment,commit_sha,finished_date\n7,SUCCESS,2023-04-10T06:51:47.000+00:00,run1,https://git.example/a,PRODUCTION,aaaaaaa,2023-04-10T06:52:47.000+00:00\n8,SUCCESS,2023-04-10T06:53:51.000+00:00,run1,https://git.example/b,PRODUCTION,bbbbbbb,2023-04-10T06:54:51.000+00:00\n",
    );
    expect(read).toHaveLength(1);
    expect(read[0]).toMatchObject({ id: "run1", environment: "production", commits: [{ sha: "aaaaaaa" }, { sha: "bbbbbbb" }] });
    expect(iso(read[0]?.at)).toBe("2023-04-10T06:54:51.000Z");
  });

  it("of GitHub: finished with the first success, wherever the statuses are", () => {
    const deployment = {
      id: 5,
      sha: "abcdef1",
      environment: "production",
      created_at: "2026-07-01T10:00:00Z",
      statuses_url: "https://api.example/deployments/5/statuses",
    };
    const statuses = [
      { state: "success", created_at: "2026-07-01T10:20:00Z", deployment_url: "https://api.example/deployments/5" },
      { state: "in_progress", created_at: "2026-07-01T10:01:00Z", deployment_url: "https://api.example/deployments/5" },
      { state: "inactive", created_at: "2026-07-03T10:20:00Z", deployment_url: "https://api.example/deployments/5" },
    ];
    const apart = readDeployments([
      { file: "deployments.json", content: JSON.stringify([deployment]) },
      { file: "statuses.json", content: JSON.stringify(statuses) },
    ]);
    const inside = deployments([{ ...deployment, statuses }]);
    for (const { deployments: read, problems } of [apart, inside]) {
      expect(problems).toEqual([]);
      expect(read).toHaveLength(1);
      expect(read[0]?.result).toBe("success");
      expect(iso(read[0]?.at)).toBe("2026-07-01T10:20:00.000Z");
    }
    expect(deployments([deployment]).deployments[0]?.result).toBe("other");
  });

  it("of GitHub's releases: drafts and pre-releases are none", () => {
    const release = { id: 1, tag_name: "v1.0.0", published_at: "2026-07-01T10:00:00Z", draft: false, prerelease: false };
    const { deployments: read } = deployments([release, { ...release, id: 2, draft: true }, { ...release, id: 3, prerelease: true }]);
    expect(read).toMatchObject([{ source: "releases", commits: [{ tag: "v1.0.0" }], result: "success" }]);
  });

  it("of GitLab: the tier says what is production", () => {
    const { deployments: read } = deployments([
      {
        id: 9,
        sha: "abcdef1",
        status: "success",
        created_at: "2026-07-01T09:00:00Z",
        environment: { name: "live-eu", tier: "production" },
        deployable: { finished_at: "2026-07-01T09:30:00Z" },
      },
    ]);
    expect(read).toMatchObject([{ id: "9", environment: "production", result: "success" }]);
    expect(iso(read[0]?.at)).toBe("2026-07-01T09:30:00.000Z");
  });

  it("name a missing column, and say which there are", () => {
    const { deployments: read, problems } = deployments("service,when\nportal,2026-07-01\n", "bad.csv");
    expect(read).toEqual([]);
    expect(problems).toMatchObject([
      { code: "delivery-columns", severity: "error", file: "bad.csv", line: 1, message: expect.stringContaining("service, when") },
    ]);
  });

  it("keep the good rows beside bad ones, and name the bad ones with their row", () => {
    const { deployments: read, problems } = deployments("id,finished_at\n1,2026-07-01\n2,soon\n3,2026-02-31\n4,\n");
    expect(read).toHaveLength(1);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [3, "delivery-row"],
      [4, "delivery-row"],
      [5, "delivery-row"],
    ]);
  });

  it("that count for nothing are told: other environments alone, and a result that is no known word", () => {
    expect(deployments("id,finished_at,environment\n1,2026-07-01,test\n2,2026-07-02,test\n", "a.csv").problems).toMatchObject([
      { code: "delivery-empty", severity: "warning", message: expect.stringContaining("none of its 2 deployments") },
    ]);
    const odd = "id,finished_at,result\n1,2026-07-01,success\n2,2026-07-02,wierd\n3,2026-07-03,wierd\n4,2026-07-04,cancelled\n";
    expect(deployments(odd, "b.csv").problems).toMatchObject([
      { code: "delivery-row", severity: "warning", line: 3, message: expect.stringContaining("2 rows") },
    ]);
    expect(deployments(odd, "b.csv").problems[0]?.message).toContain("wierd");
  });

  it("of long lists are read, and said to be wrong in few words", () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `${index},2026-07-01`).join("\n");
    expect(deployments(`id,finished_at\n${rows}\n`).deployments).toHaveLength(200_000);
    const { problems } = deployments(`id,finished_at\n${rows.replaceAll("2026-07-01", "soon")}\n`);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.message).toContain("199950 more rows");
    expect(incidents(`id,started_at\n${rows.replaceAll("2026-07-01", "soon")}\n`).problems).toHaveLength(51);
  });

  it("come from JSON Lines, too; a broken line is told", () => {
    const { deployments: read, problems } = deployments(
      '{"id":"1","finished_at":"2026-07-01"}\n{"id":"2",\n{"id":"3","finished_at":"2026-07-02"}\n',
    );
    expect(read.map(({ id }) => id)).toEqual(["1", "3"]);
    expect(problems).toMatchObject([{ code: "delivery-unreadable", line: 2 }]);
  });

  it("never throw, whatever is given", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.array(fc.string())).map((rows) => rows.map((row) => row.join(",")).join("\n")),
        ),
        (content) => {
          expect(Array.isArray(deployments(content).deployments)).toBe(true);
          expect(Array.isArray(incidents(content).incidents)).toBe(true);
        },
      ),
    );
  });
});

describe("incidents", () => {
  it("of our own form, with what brought them", () => {
    const { incidents: read } = incidents(
      "id,product,started_at,resolved_at,cause\nI-1,portal,2026-07-01T12:00:00Z,2026-07-01T14:00:00Z,run7\nI-2,portal,2026-07-02,,\n",
    );
    expect(read).toMatchObject([
      { id: "I-1", product: "portal", causes: ["run7"] },
      { id: "I-2", causes: [] },
    ]);
    expect(read[1]).not.toHaveProperty("resolvedAt");
  });

  it("of Jira: only those whose type says so; how many were passed over is told", () => {
    const csv =
      "Issue key,Issue Type,Summary,Created,Resolved,Labels,Labels\nOPS-1,Incident,Down,13/Nov/22 11:37 PM,14/Nov/22 1:00 AM,,\nOPS-2,Bug,Odd,13/Nov/22 11:37 PM,,,\n";
    const { incidents: read, problems } = incidents(csv);
    expect(read).toMatchObject([{ id: "OPS-1", title: "Down" }]);
    expect(problems).toMatchObject([{ code: "delivery-not-incidents", severity: "note" }]);
    const json = {
      issues: [
        {
          key: "OPS-1",
          fields: { issuetype: { name: "Incident" }, created: "2022-11-13T23:37:21.000+0000", resolutiondate: null, summary: "Down" },
        },
      ],
    };
    expect(incidents(json).incidents).toMatchObject([{ id: "OPS-1", startedAt: Date.parse("2022-11-13T23:37:21Z") }]);
  });

  it("of GitLab and GitHub, by type or label", () => {
    const gitlab = [
      { iid: 3, issue_type: "incident", title: "Down", created_at: "2026-07-01T09:00:00Z", closed_at: "2026-07-01T10:00:00Z" },
    ];
    expect(incidents(gitlab).incidents).toMatchObject([{ id: "3" }]);
    const github = [
      { number: 4, labels: [{ name: "incident" }], created_at: "2026-07-01T09:00:00Z", closed_at: null },
      { number: 5, labels: [{ name: "question" }], created_at: "2026-07-01T09:00:00Z" },
    ];
    expect(incidents(github).incidents.map(({ id }) => id)).toEqual(["4"]);
  });

  it("name a missing column", () => {
    expect(incidents("key,opened\n1,2026-07-01\n").problems).toMatchObject([
      { code: "delivery-columns", message: expect.stringContaining("key, opened") },
    ]);
  });
});

describe("records", () => {
  const position = { file: "records/deployments.jsonl", line: 1 };

  it("of deployments and incidents; a later line ends an incident", () => {
    const records = [
      {
        kind: "deployment",
        at: "2026-07-01T12:00:00Z",
        subject: "product:portal",
        id: "run7",
        data: { commit: "abcdef1", environment: "prod" },
        position,
      },
      { kind: "incident", at: "2026-07-01T13:00:00Z", subject: "repository:web", id: "I-1", data: { cause: "run7" }, position },
      { kind: "incident", at: "2026-07-01T15:00:00Z", id: "I-1", data: { resolved: "2026-07-01T15:00:00Z" }, position },
      { kind: "attestation", at: "2026-07-01T15:00:00Z", id: "x", data: {}, position },
    ];
    expect(deploymentsOnRecord(records)).toMatchObject([
      { id: "run7", product: "portal", environment: "production", source: "records", commits: [{ sha: "abcdef1" }] },
    ]);
    const [incident, ...more] = incidentsOnRecord(records);
    expect(more).toEqual([]);
    expect(incident).toMatchObject({ repository: "web", causes: ["run7"] });
    expect([iso(incident?.startedAt), iso(incident?.resolvedAt)]).toEqual(["2026-07-01T13:00:00.000Z", "2026-07-01T15:00:00.000Z"]);
  });
});
