// Reading a history beside Perceval (CHAOSS GrimoireLab), which always counts the lines of every commit; ours does not, and no figure of ours needs them. Perceval
// is not part of this project: ALLMEND_PERCEVAL names folders for PYTHONPATH that hold `perceval` and `grimoirelab_toolkit` (its repositories, checked out), and
// ALLMEND_PYTHON a Python that has python-dateutil, requests, beautifulsoup4 and dulwich. Both read a clone of their own; neither cloning nor starting is measured.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { timed } from "./timed.ts";

const NAMES = (process.env.ALLMEND_BENCH_NAMES ?? "fastify,curl").split(",");
const PYTHON = process.env.ALLMEND_PYTHON ?? "python3";

/** Each prints how many commits it read, in how many seconds, and the processor time that it had used before (for starting). */
const PERCEVAL = `
import sys, time
from perceval.backends.core.git import Git
before, begun = time.process_time(), time.time()
print(sum(1 for commit in Git(sys.argv[1], sys.argv[2]).fetch()), time.time() - begun, before)
`;
/** What Perceval waits for at the least: its own git command, its lines read and thrown away. */
const LOWER_BOUND = `
import subprocess, sys, time
before, begun = time.process_time(), time.time()
log = subprocess.Popen(["git", "-C", sys.argv[1], "log", "--reverse", "--topo-order", "--raw", "--numstat", "--pretty=fuller", "--decorate=full", "--parents", "-M", "-C", "-c", "--all"], stdout=subprocess.PIPE)
count = sum(1 for line in log.stdout if line.startswith(b"commit "))
log.wait()
print(count, time.time() - begun, before)
`;
const OURS = `
const { findRepositories, readHistory } = await import(process.argv[1]);
const [found] = (await findRepositories(process.argv[2])).repositories;
const { user, system } = process.cpuUsage();
const begun = performance.now();
const { count } = await readHistory(found);
console.log(count, (performance.now() - begun) / 1000, (user + system) / 1e6);
`;

export async function run(): Promise<void> {
  const folder = resolve(process.env.ALLMEND_REPOSITORIES ?? join(import.meta.dirname, "../../.mirror"));
  if (!existsSync(folder)) return say(`skipped: there is no folder ${folder}; name one in ALLMEND_REPOSITORIES\n`);
  const { findRepositories } = await import("#facts");
  const { repositories } = await findRepositories(folder);
  const scratch = mkdtempSync(join(tmpdir(), "allmend-bench-"));
  const hasPerceval = process.env.ALLMEND_PERCEVAL !== undefined;
  if (!hasPerceval) say("Perceval itself was not run (ALLMEND_PERCEVAL names no folder): only its own git command, read in Python.\n\n");
  say("| repository | commits | reader | wall, s | × ours | processor with git, s | × ours |\n|---|---:|---|---:|---:|---:|---:|\n");
  try {
    for (const name of NAMES) {
      const found = repositories.find(({ id, location }) => id.includes(`+${name}/`) || location.endsWith(`/${name}`));
      if (!found) continue;
      const clone = join(scratch, name, "clone");
      execFileSync("git", ["clone", "-q", "--bare", found.git?.common ?? found.location, clone]);
      const facts = join(import.meta.dirname, "..", "src", "facts", "index.ts");
      const ours = reading([process.execPath, "--input-type=module", "-e", OURS, facts, join(scratch, name)]);
      const rows: [string, Reading][] = [["ours", ours]];
      if (hasPerceval) {
        const theirs = [PYTHON, "-c", PERCEVAL, clone, join(scratch, name, "perceval.git")];
        reading([PYTHON, "-c", PERCEVAL.replace(".fetch()", ".fetch(latest_items=True)"), ...theirs.slice(3)]);
        rows.push(["Perceval", reading(theirs)]);
      }
      rows.push(["its git command, read in Python", reading([PYTHON, "-c", LOWER_BOUND, clone])]);
      for (const [reader, { count, wall, processor }] of rows)
        say(
          `| ${name} | ${count} | ${reader} | ${wall.toFixed(1)} | ${(wall / ours.wall).toFixed(1)} | ${processor.toFixed(1)} | ${(processor / ours.processor).toFixed(1)} |\n`,
        );
    }
    say(`\nLoad ${loadavg()[0]?.toFixed(1)}.\n`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Reading {
  readonly count: string;
  readonly wall: number;
  /** Of the process and of the git that it started, from where the reading began. */
  readonly processor: number;
}

function reading(command: readonly string[]): Reading {
  const { last, processor } = timed(command, { PYTHONPATH: process.env.ALLMEND_PERCEVAL ?? "" });
  const [count = "", wall = "0", before = "0"] = last.split(" ");
  return { count, wall: Number(wall), processor: processor - Number(before) };
}

function say(text: string): void {
  process.stdout.write(text);
}
