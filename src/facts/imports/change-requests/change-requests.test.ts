import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

const url = (number: number) => `https://github.com/Acme/Left/pull/${number}`;

describe("change requests", () => {
  it("of GitHub's program and API, by project; nobody's name is kept", async () => {
    const list = [
      {
        number: 1,
        url: url(1),
        createdAt: "2026-01-01T00:00:00Z",
        closedAt: "2026-01-02T00:00:00Z",
        mergedAt: "2026-01-02T00:00:00Z",
        author: { login: "ada" },
      },
      { html_url: url(2), created_at: "2026-02-01T00:00:00Z", closed_at: "2026-02-02T00:00:00Z", merged_at: null, user: { login: "bob" } },
      { html_url: url(3), created_at: "2026-02-01T00:00:00Z", closed_at: null, head: { user: { login: "seeland" } } },
      { url: url(4), createdAt: "2026-02-01T00:00:00Z", closedAt: "0001-01-01T00:00:00Z", state: "OPEN" },
      { url: url(5) },
    ];
    const { changeRequests } = await imported("change-requests", list);
    expect(changeRequests).toEqual([
      {
        project: "github.com/acme/left",
        requests: [
          { number: 1, opened: "2026-01-01T00:00:00Z", closed: "2026-01-02T00:00:00Z", merged: true },
          { number: 2, opened: "2026-02-01T00:00:00Z", closed: "2026-02-02T00:00:00Z" },
          { number: 3, opened: "2026-02-01T00:00:00Z" },
          { number: 4, opened: "2026-02-01T00:00:00Z" },
        ],
      },
    ]);
    const { counts, lines } = await reading("change-requests", list);
    expect(counts).toMatchObject({ taken: 4, notUnderstood: { "a request has no address or no day on which it was opened": 1 } });
    expect(JSON.stringify(lines)).not.toContain("ada");
  });

  it("of GitLab, in pages", async () => {
    const request = {
      iid: 7,
      web_url: "https://gitlab.example.org/group/sub/name/-/merge_requests/7",
      created_at: "2026-01-01T00:00:00.123+01:00",
      merged_at: "2026-01-03T00:00:00Z",
      closed_at: null,
      state: "merged",
      author: { username: "ada" },
    };
    const { changeRequests } = await imported("change-requests", [
      [request],
      [{ ...request, web_url: request.web_url.replace("/7", "/8"), merged_at: null, state: "opened" }],
    ]);
    expect(changeRequests).toEqual([
      {
        project: "gitlab.example.org/group/sub/name",
        requests: [
          { number: 7, opened: "2025-12-31T23:00:00Z", closed: "2026-01-03T00:00:00Z", merged: true },
          { number: 8, opened: "2025-12-31T23:00:00Z" },
        ],
      },
    ]);
  });

  it("are lists of requests and nothing else", async () => {
    await expect(reading("change-requests", [{ number: 1 }])).rejects.toThrow("no entry has an address");
    await expect(reading("change-requests", "no json")).rejects.toThrow();
  });
});
