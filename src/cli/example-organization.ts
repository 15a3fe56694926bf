// The example organisation: its repositories are kept as fast-import streams and made into bare repositories once, outside this checkout.
import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { AllmendError, sha256 } from "#kit";
import { homeFolder, packageRoot } from "./environment.ts";

export interface ExampleOrganization {
  /** Folder that holds the repositories. */
  readonly repositories: string;
  readonly program: string;
}

/** What the invented insurer publishes, and where: streams know no address. */
const PUBLISHED: Readonly<Record<string, string>> = {
  "tariff-kit": "https://github.com/seeland/tariff-kit",
  "incubator/claims-forms": "https://github.com/seeland-incubator/claims-forms",
};

export async function exampleOrganization(): Promise<ExampleOrganization> {
  const streams = join(packageRoot, "examples", "repositories");
  const files = (await readdir(streams, { recursive: true })).filter((file) => file.endsWith(".stream")).sort();
  const contents = await Promise.all(files.map(async (file) => `${file}\n${sha256(await readFile(join(streams, file)))}`));
  const digest = sha256([...contents, JSON.stringify(PUBLISHED)].join("\n"));
  const folder = join(homeFolder("examples"), digest.slice(0, 12));
  if (!(await exists(folder))) {
    const draft = `${folder}.${process.pid}`;
    for (const file of files) await importStream(join(streams, file), join(draft, relative(".", file.slice(0, -".stream".length))));
    for (const [repository, address] of Object.entries(PUBLISHED))
      await git(["-C", join(draft, repository), "remote", "add", "origin", address]);
    // Another run may have been quicker: its repositories are the same.
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return { repositories: folder, program: join(packageRoot, "examples", "allmend") };
}

async function importStream(stream: string, repository: string): Promise<void> {
  await mkdir(dirname(repository), { recursive: true });
  await git(["init", "--quiet", "--bare", "--initial-branch=main", repository]);
  await git(["-C", repository, "fast-import", "--quiet"], stream);
}

async function git(args: readonly string[], input?: string): Promise<void> {
  const env = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", LC_ALL: "C" };
  const child = spawn("git", args, { env, stdio: ["pipe", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const ended = new Promise<number>((done, fail) => child.on("error", fail).on("close", (code) => done(code ?? 1)));
  if (input === undefined) child.stdin.end();
  else await pipeline(createReadStream(input), child.stdin).catch(() => undefined);
  if ((await ended) !== 0) throw new AllmendError("git-failed", "upstream", `git ${args.join(" ")}: ${said.trim()}`);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
