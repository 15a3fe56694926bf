// Commands as a user runs them, timed with all that they start. Processor time is what compares on a machine that is busy.
import { execFileSync } from "node:child_process";

export interface Timed {
  /** The last line that it printed. */
  readonly last: string;
  readonly wall: number;
  /** Seconds, of the process and of those that it waited for. */
  readonly processor: number;
}

const MOST_OUTPUT = 512 * 1024 * 1024;

export function timed(command: readonly string[], variables: Readonly<Record<string, string>> = {}): Timed {
  const env = { ...process.env, ...variables, TIMEFORMAT: "%R %U %S" };
  const script = '{ time "$@" 2>/dev/null; } 2>&1 | tail -n 2';
  const said = execFileSync("bash", ["-c", script, "bash", ...command], { encoding: "utf8", env, maxBuffer: MOST_OUTPUT });
  const lines = said.trim().split("\n");
  const [wall = 0, user = 0, system = 0] = (lines.at(-1) ?? "").split(" ").map(Number);
  return { last: lines.at(-2) ?? "", wall, processor: user + system };
}
