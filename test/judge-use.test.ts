// From a scanned folder to a decision: prefilled, judged by the organisation's rules, approved on record, known the next time, and lapsed when facts change.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CaseEvent, replayCase, RULES } from "#decisions";
import { type CaseKind, type FieldValues, loadProgram, type Program, type RecordEntry } from "#program";
import { judgeUse, prefillUse, scan, type ScanResult } from "#scan";

const now = "2026-10-05T00:00:00Z";
const packages = {
  "": { name: "claims-web", version: "1.0.0", dependencies: { left: "1.2.3", net: "1.0.0", weak: "1.0.0" } },
  "node_modules/left": {
    version: "1.2.3",
    license: "MIT",
    resolved: "https://registry.npmjs.org/left/-/left-1.2.3.tgz",
    integrity: "sha512-AA==",
  },
  "node_modules/net": {
    version: "1.0.0",
    license: "AGPL-3.0-only",
    resolved: "https://registry.npmjs.org/net/-/net-1.0.0.tgz",
    integrity: "sha512-AA==",
  },
};

let folder: string;
let program: Program;
let use: CaseKind;
let result: ScanResult;

async function scanned(records: readonly RecordEntry[]): Promise<ScanResult> {
  return scan([{ path: join(folder, "claims-web"), id: "claims-web" }], {
    program: { ...program, records },
    programProblems: [],
    programName: "allmend",
    version: "0",
    failOn: "deny",
    now,
    jobs: 1,
  } as unknown as Parameters<typeof scan>[1]);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "allmend-judge-"));
  mkdirSync(join(folder, "claims-web"));
  writeFileSync(join(folder, "claims-web", "package-lock.json"), JSON.stringify({ name: "claims-web", lockfileVersion: 3, packages }));
  const loaded = await loadProgram("examples/allmend", { packsFolder: "packs", measures: new Set() });
  const found = loaded.program ?? loaded.partial;
  const kind = found?.cases?.find((each) => each.kind === "use");
  if (!found || !kind) throw new Error("the example has no kind use");
  program = found;
  use = kind;
  result = await scanned([]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function requested(purl: string, from: ScanResult, more: FieldValues = {}) {
  const fields = {
    ...(await prefillUse(from, use, purl, "claims-portal")),
    modified: false,
    linkage: "static",
    purpose: "padding",
    ...more,
  };
  const judgement = await judgeUse(from, use, fields);
  const events: CaseEvent[] = [
    { is: "opened", id: `use-${purl}`, kind: "use", requester: "ts", fields, at: "2026-10-05T08:00:00Z", by: "ts", roles: ["requester"] },
    { is: "submitted", at: "2026-10-05T08:00:00Z", by: "ts", roles: ["requester"] },
    { is: "judged", ...judgement, at: "2026-10-05T08:00:01Z", by: RULES, roles: ["system"] },
  ];
  return { fields, judgement, ...replayCase(use, events) };
}

/** The record that a decision writes, as a line of records would bring it back. */
function recordOf(made: Awaited<ReturnType<typeof requested>>): RecordEntry {
  const write = made.effects.at(-1)?.find((effect) => effect.is === "write");
  if (!write) throw new Error("nothing was written");
  const { record, subject, id, data } = write;
  return {
    kind: record,
    at: "2026-10-05T00:00:00Z",
    by: "rules",
    subject,
    id,
    data,
    position: { file: "records/approvals.jsonl", line: 1, column: 1 },
  };
}

describe("a request about a component of a scan", () => {
  it("is filled with what the run knows, and a permissive one is approved at once by the rules, on record", async () => {
    const made = await requested("pkg:npm/left@1.2.3", result);
    expect(made.fields).toMatchObject({
      component: "pkg:npm/left@1.2.3",
      product: "claims-portal",
      license: "MIT",
      distribution: "browser",
      kept: "claims-web",
    });
    expect(made.judgement).toMatchObject({
      outcome: expect.stringMatching(/^(?:allow|warn)$/) as string,
      lanes: [],
      policy: program.digest,
    });
    expect(made.refused).toEqual([]);
    expect(made.state).toMatchObject({ phase: "approved", outcome: { by: ["rules"] } });
  });

  it("is denied where a rule denies it, and no approval on record helps", async () => {
    const made = await requested("pkg:npm/net@1.0.0", result);
    expect(made.judgement).toMatchObject({ outcome: "deny", because: expect.arrayContaining(["no-network-copyleft"]) as string[] });
    expect(made.state?.phase).toBe("rejected");
    const approval: RecordEntry = {
      kind: "approval",
      at: "2026-10-01",
      id: "old",
      subject: "pkg:npm/net@1.0.0",
      data: { license: "AGPL-3.0-only" },
      position: { file: "records/a.jsonl", line: 1, column: 1 },
    };
    expect((await requested("pkg:npm/net@1.0.0", await scanned([approval]))).state?.phase).toBe("rejected");
  });

  it("of a licence that nobody knows is not passed: lanes look at it", async () => {
    const { fields } = await requested("pkg:npm/left@1.2.3", result);
    const rest: FieldValues = Object.fromEntries(Object.entries(fields).filter(([id]) => id !== "license"));
    const judgement = await judgeUse(result, use, { ...rest, component: "pkg:npm/never-seen@1.0.0" });
    expect(["review", "unknown"]).toContain(judgement.outcome);
  });

  it("is known the next time, also as a patch, and not when its licence has changed", async () => {
    const record = recordOf(await requested("pkg:npm/left@1.2.3", result));
    const after = await scanned([record]);
    expect((await requested("pkg:npm/left@1.2.3", after)).judgement.approval).toEqual({ id: "use-pkg:npm/left@1.2.3", is: "same" });
    const patch = await requested("pkg:npm/left@1.2.4", after, { license: "MIT", distribution: "browser" });
    expect(patch.judgement.approval).toEqual({ id: "use-pkg:npm/left@1.2.3", is: "carried" });
    expect((await requested("pkg:npm/left@1.2.4", after, { license: "ISC", distribution: "browser" })).judgement.approval).toBeUndefined();
  });
});
