// Runs the command line as a user would: the real entry, a home of its own, nothing shared with the user's.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export const root = join(import.meta.dirname, "..");

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder that is gone after the tests of this file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "allmend-e2e-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function runner(home: string): (args: readonly string[], options?: { cwd?: string }) => Promise<Outcome> {
  return (args, options = {}) =>
    new Promise((done, fail) => {
      const env = { ...process.env, ALLMEND_HOME: home, INIT_CWD: options.cwd ?? root, NO_COLOR: "1" };
      const child = spawn(process.execPath, [join(root, "bin", "allmend.mjs"), ...args], { cwd: options.cwd ?? root, env });
      let out = "";
      let err = "";
      child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
      child.on("error", fail);
      child.on("close", (code) => done({ code: code ?? -1, out, err }));
    });
}
