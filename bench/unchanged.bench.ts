// What is done once is not done again: whole commands over some 25 repositories, the first time and when nothing has changed, beside git alone printing every
// commit of them. Takes the folder in ALLMEND_REPOSITORIES; without it, the projects that were fetched beside this repository. ALLMEND_BASE names another
// checkout of this project, which is then measured in the same run, turn and turn about.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findRepositories } from "#facts";
import { type Timed, timed } from "./timed.ts";

const ROUNDS = 4;
const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  ["npm start", ["start", "FOLDER", "--no-serve"]],
  ["scan", ["scan", "FOLDER"]],
  ["inventory", ["inventory", "FOLDER"]],
  ["community", ["community", "FOLDER"]],
  ["check", ["check", "pkg:npm/lodash@4.17.21"]],
];

export async function run(): Promise<void> {
  const folder = resolve(process.env.ALLMEND_REPOSITORIES ?? join(import.meta.dirname, "../../.mirror"));
  if (!existsSync(folder)) return say(`skipped: there is no folder ${folder}; name one in ALLMEND_REPOSITORIES\n`);
  const { repositories } = await findRepositories(folder);
  const git = printing(repositories.map(({ git: place, location }) => place?.common ?? location));
  const checkouts = [join(import.meta.dirname, ".."), ...(process.env.ALLMEND_BASE ? [resolve(process.env.ALLMEND_BASE)] : [])];
  say(
    `${repositories.length} repositories; git prints all commits in ${git.wall.toFixed(1)} s (processor ${git.processor.toFixed(1)})\n\n`,
  );
  say("| command | checkout | first, s | processor | unchanged, s | processor | × git |\n|---|---|---:|---:|---:|---:|---:|\n");
  const scratch = mkdtempSync(join(tmpdir(), "allmend-bench-"));
  try {
    for (const [name, args] of COMMANDS) measure(name, args, folder, checkouts, scratch, git);
    say(`\nLoad ${loadavg()[0]?.toFixed(1)}; unchanged is the best of ${ROUNDS}, each checkout in turn.\n`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function measure(name: string, args: readonly string[], folder: string, checkouts: readonly string[], scratch: string, git: Timed): void {
  const runIn = (checkout: string, place: number) =>
    timed(
      [
        process.execPath,
        join(checkout, "bin", "allmend.mjs"),
        ...args.map((arg) => (arg === "FOLDER" ? folder : arg)),
        ...(args.includes("FOLDER") ? ["--quiet"] : []),
      ],
      { ALLMEND_HOME: join(scratch, String(place)) },
    );
  const first = checkouts.map(runIn);
  const best: Timed[] = checkouts.map(() => ({ last: "", wall: Number.POSITIVE_INFINITY, processor: Number.POSITIVE_INFINITY }));
  for (let round = 0; round < ROUNDS; round += 1) {
    checkouts.forEach((checkout, place) => {
      const now = runIn(checkout, place);
      const before = best[place] as Timed;
      best[place] = { last: "", wall: Math.min(now.wall, before.wall), processor: Math.min(now.processor, before.processor) };
    });
  }
  checkouts.forEach((_, place) => {
    const [one, again] = [first[place] as Timed, best[place] as Timed];
    const cells = [one.wall, one.processor, again.wall, again.processor, again.processor / git.processor];
    say(`| ${name} | ${place === 0 ? "this" : "base"} | ${cells.map((cell) => cell.toFixed(2)).join(" | ")} |\n`);
  });
}

/** What reading every history costs at the least: git, into a pipe that is emptied. */
function printing(folders: readonly string[]): Timed {
  const script = 'for one in "$@"; do git -C "$one" log -z --format=%H%n%P%n%an%n%ae%n%at%n%cn%n%ce%n%ct%n%B HEAD --tags | wc -c; done';
  return timed(["bash", "-c", script, "bash", ...folders]);
}

function say(text: string): void {
  process.stdout.write(text);
}
