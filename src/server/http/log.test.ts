import { expect, test } from "vitest";
import { createLog, withoutSecrets } from "./log.ts";

const secrets = [
  "allmend_ci_0123456789abcdef",
  "Bearer abcdefghijklmnop",
  "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
  "postgres://allmend:hunter22@db.example/office",
  "/sign-in/callback?code=very-secret-code&state=very-secret-state",
  "client_secret=s3cr3ts3cr3t",
];

test("no secret gets into the log, however it got into a message or an error", () => {
  const lines: string[] = [];
  const log = createLog({ to: { write: (line) => void lines.push(line) } });
  for (const secret of secrets) {
    log.info(`said ${secret}`);
    log.error({ err: new Error(`failed at ?${secret}`, { cause: new Error(secret) }) }, "failed");
    log.warn({ headers: { authorization: secret } }, "x");
  }
  const text = lines.join("");
  expect(text).toContain("[secret]");
  for (const leak of ["0123456789abcdef", "abcdefghijklmnop", "eyJhbGci", "hunter22", "very-secret", "s3cr3ts3cr3t"])
    expect(text).not.toContain(leak);
});

test("an error that is told as a copy, as the queue of jobs does, keeps what it says and nothing that hangs on it", () => {
  const lines: string[] = [];
  const log = createLog({ to: { write: (line) => void lines.push(line) } });
  log.error(
    { err: { message: "the database system is shutting down", code: "57P03", query: "select 1", parameters: ["private"] } },
    "jobs",
  );
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ err: { message: "the database system is shutting down", code: "57P03" } });
  expect(lines[0]).not.toMatch(/select|private/);
});

test("nobody writes a line of the log with what they send", () => {
  const lines: string[] = [];
  const log = createLog({ to: { write: (line) => void lines.push(line) } });
  const forged = 'x\n{"level":30,"msg":"signed in","person":"admin"}\r\n\u2028\u001b[2K';
  log.info({ person: forged, err: new Error(forged) }, forged);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/\n|\r/);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ msg: forged, person: forged });
});

test("what is no secret stays as it is", () => {
  for (const line of ["GET /api/cases/use-17 200", "https://example.org/a:b", '{"from":"::1","route":"/api/tokens/:id"}'])
    expect(withoutSecrets(line)).toBe(line);
});

test("a long line without an end is read in a moment", () => {
  const began = performance.now();
  withoutSecrets(`${"://a:".repeat(50_000)}${"?code".repeat(50_000)}${"eyJ".repeat(50_000)}`);
  expect(performance.now() - began).toBeLessThan(1000);
});
