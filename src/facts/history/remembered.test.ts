// A history that is remembered in parts is the one that reading it for the first time gives, whatever happened between two runs, and to a run.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { openCache } from "../cache.ts";
import { findRepositories } from "../git/discover.ts";
import { git, temporaryFolder } from "../testing/git-fixtures.ts";
import { readHistory } from "./read-history.ts";
import type { History } from "./types.ts";

/** The same numbers in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A bare repository whose commits come by `git fast-import`: hundreds in one go. */
class Imported {
  readonly root = temporaryFolder();
  readonly folder = join(this.root, "web");
  #marks = 0;
  #clock = 1_600_000_000;
  readonly #below: (below: number) => number;

  constructor(seed: number) {
    this.#below = random(seed);
    git(this.root, ["init", "-q", "--bare", "web"]);
  }

  /** On `branch`, on top of it or of `from`; every tenth commit or so is older than its parent, every sixth merges `merged`. */
  commits(count: number, branch: string, from?: string, merged?: string): void {
    const lines: string[] = [];
    for (let at = 0; at < count; at += 1) {
      this.#marks += 1;
      this.#clock += 60;
      const time = this.#below(10) === 0 ? this.#clock - this.#below(40_000) : this.#clock;
      const [author, committer, signer] = [this.#person(), this.#person(), this.#person()];
      const message = `Change ${this.#marks} (#${this.#below(500)})\n\nSigned-off-by: ${signer}\n`;
      lines.push(`commit refs/heads/${branch}`, `author ${author} ${time} +0100`, `committer ${committer} ${time} +0000`);
      lines.push(`data ${Buffer.byteLength(message)}`, message);
      if (at === 0) lines.push(`from ${from ?? `refs/heads/${branch}^0`}`);
      if (merged !== undefined && this.#below(6) === 0) lines.push(`merge ${merged}`);
    }
    this.import(from === "" ? lines.filter((line) => line !== "from ") : lines);
  }

  #person(): string {
    const number = this.#below(4) === 0 ? 100 + this.#marks : this.#below(12);
    return `P${number} <p${number}@example.org>`;
  }

  import(lines: readonly string[]): void {
    git(this.folder, ["fast-import", "--quiet", "--force"], `${lines.join("\n")}\n`);
  }

  async history(cacheIn?: string): Promise<History> {
    const [found] = (await findRepositories(this.root)).repositories;
    const history = found && (await readHistory(found, cacheIn === undefined ? {} : { cache: await openCache(cacheIn) }));
    if (!history) throw new Error("no history");
    return history;
  }
}

const entries = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".json")).length;

describe("a history in parts", () => {
  it.each([1, 2, 3])("is the same as one that was never known, however it grew (%i)", async (seed) => {
    const below = random(seed + 1000);
    const web = new Imported(seed);
    const cache = temporaryFolder();
    web.commits(500, "main", "");
    web.commits(20, "side", "refs/heads/main~30");
    const counts: number[] = [];
    const changes: (() => void)[] = [
      () => web.commits(1 + below(8), "main"),
      () => web.commits(1 + below(8), "main", undefined, "refs/heads/side"),
      () => web.commits(1 + below(8), "side"),
      () => git(web.folder, ["tag", `v${counts.length}`, `main~${below(20)}`]),
      () => git(web.folder, ["tag", "-a", "-m", `Release ${counts.length}`, `r${counts.length}`, "side"]),
      () => git(web.folder, ["update-ref", "refs/heads/main", `main~${below(3)}`]),
      // HEAD goes elsewhere, and nothing is lost by it.
      () => {
        for (const branch of ["main", "side"]) git(web.folder, ["tag", `kept-${branch}-${counts.length}`, branch]);
        const now = git(web.folder, ["symbolic-ref", "HEAD"]).trim();
        git(web.folder, ["symbolic-ref", "HEAD", now === "refs/heads/main" ? "refs/heads/side" : "refs/heads/main"]);
      },
      () =>
        git(
          web.folder,
          ["tag", "-d", ...git(web.folder, ["tag"]).split("\n").slice(0, 1)].filter((word) => word !== ""),
        ),
      () =>
        web.import([
          "commit refs/heads/main",
          "committer P1 <p1@example.org> 1700000000 +0000",
          "data 8",
          "Mailmap",
          "from refs/heads/main^0",
          "M 644 inline .mailmap",
          "data 42",
          "Pierre <p1@example.org> <p2@example.org>  ",
        ]),
    ];
    for (let round = 0; round < 25; round += 1) {
      if (round > 0) changes[below(changes.length)]?.();
      const known = await web.history(cache);
      expect(known).toEqual(await web.history());
      counts.push(entries(cache));
      // Nothing is written where nothing is new.
      await web.history(cache);
      expect(entries(cache)).toBe(counts.at(-1));
    }
    expect(Math.max(...counts)).toBeGreaterThan(3);
  });

  it("is gathered into one when the parts are many", async () => {
    const web = new Imported(7);
    const cache = temporaryFolder();
    web.commits(3000, "main", "");
    const counts: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      counts.push((await web.history(cache), entries(cache)));
      web.commits(1, "main");
    }
    expect(counts).toEqual([...Array.from({ length: 17 }, (_, at) => at + 1), 1, 2, 3]);
    expect(await web.history(cache)).toEqual(await web.history());
  });

  it("does not miss what two runs at once wrote over each other", async () => {
    const web = new Imported(8);
    const cache = temporaryFolder();
    web.commits(1000, "main", "");
    await web.history(cache);
    for (let round = 0; round < 6; round += 1) {
      web.commits(3, "main");
      const [early, late] = [web.history(cache), web.history(cache)];
      // Between the two, another one comes in.
      web.commits(1, "main");
      await Promise.all([early, web.history(cache), late]);
      expect(await web.history(cache)).toEqual(await web.history());
    }
  });

  it("survives kill -9 in the middle of reading and writing, many times", async () => {
    const web = new Imported(9);
    const cache = temporaryFolder();
    web.commits(2000, "main", "");
    const tip = git(web.folder, ["rev-parse", "main"]).trim();
    const ids = git(web.folder, ["rev-list", "--first-parent", "-n", "300", "main"]).trim().split("\n");
    for (let round = 0; round < 10; round += 1) {
      await growingUntilKilled(web, cache, ids, 40 * round);
      for (const id of [ids[round * 20] ?? tip, tip]) {
        writeFileSync(join(web.folder, "refs", "heads", "main"), `${id}\n`);
        expect(await web.history(cache)).toEqual(await web.history());
      }
    }
  });
});

/** A process that lets the branch grow by one commit after the other (and begin again) and reads the history each time, until it is killed. */
async function growingUntilKilled(web: Imported, cache: string, ids: readonly string[], after: number): Promise<void> {
  const at = (path: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href);
  const script = `
    import { writeFileSync } from "node:fs";
    const { openCache } = await import(${at("../cache.ts")});
    const { findRepositories } = await import(${at("../git/discover.ts")});
    const { readHistory } = await import(${at("./read-history.ts")});
    const [found] = (await findRepositories(${JSON.stringify(web.root)})).repositories;
    const cache = await openCache(${JSON.stringify(cache)});
    const ids = ${JSON.stringify([...ids].reverse())};
    process.stdout.write("begun");
    for (let turn = 0; ; turn += 1) {
      writeFileSync(${JSON.stringify(join(web.folder, "refs", "heads", "main"))}, ids[turn % ids.length] + "\\n");
      await readHistory(found, { cache });
    }
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  await once(child.stdout, "data");
  await setTimeout(after);
  child.kill("SIGKILL");
  expect((await ended)[1]).toBe("SIGKILL");
}
