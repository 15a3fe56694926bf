import { describe, expect, it } from "vitest";
import type { Deployment, Incident } from "#facts";
import { devlakeLinks } from "./devlake/link.ts";
import { linkIncidents } from "./link-incidents.ts";

const HOUR = 3_600_000;
const place = { file: "x" };

function deployment(id: string, hours: number, commits: Deployment["commits"] = []): Deployment {
  return { id, at: hours * HOUR, result: "success", environment: "production", commits, source: "deployments", place };
}
function incident(hours: number, ...causes: readonly string[]): Incident {
  return { id: "i", startedAt: hours * HOUR, causes, place };
}

const deployments = [deployment("second", 20, [{ tag: "v2" }]), deployment("first", 10, [{ sha: "abcdef1234567890" }])];
const linked = (one: Incident, horizon?: number) => {
  const [link] = linkIncidents([one], deployments, horizon);
  return [link?.deployment?.id, link?.how];
};

describe("an incident", () => {
  it("is held against what somebody wrote down, by id, tag or commit, however long ago", () => {
    expect(linked(incident(9000, "first"))).toEqual(["first", "explicit"]);
    expect(linked(incident(9000, "v2"))).toEqual(["second", "explicit"]);
    expect(linked(incident(9000, "ABCDEF1"))).toEqual(["first", "explicit"]);
  });

  it("whose cause nobody knows is held against none, not against another", () => {
    expect(linked(incident(21, "third"))).toEqual([undefined, "unknown-cause"]);
  });

  it("is else held against the newest deployment before it, within the horizon", () => {
    expect(linked(incident(21))).toEqual(["second", "time"]);
    expect(linked(incident(20))).toEqual(["first", "time"]);
    expect(linked(incident(5))).toEqual([undefined, "none"]);
    expect(linked(incident(20 + 24 * 8))).toEqual([undefined, "none"]);
    expect(linked(incident(20 + 24 * 8), 30)).toEqual(["second", "time"]);
  });

  it("is linked by DevLake without a horizon, and to a run from its first part on", () => {
    const run = deployment("run", 20, [{ sha: "a", finishedAt: 15 * HOUR }]);
    expect(devlakeLinks([incident(16)], [run])[0]?.deployment?.id).toBe("run");
    expect(devlakeLinks([incident(90_000)], deployments)[0]?.deployment?.id).toBe("second");
    expect(linkIncidents([incident(16)], [run])[0]?.deployment).toBeUndefined();
  });
});
