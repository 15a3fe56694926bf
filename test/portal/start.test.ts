// The first thing that anybody does: `npm start -- PATH`, the printed link, and Today with the scan already in. Ended as a user ends it.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleOrganization } from "../../src/cli/example-organization.ts";
import { freePort } from "#store/testing";
import { launch, noBrowser } from "../browser.ts";
import { root, scratch } from "../run.ts";
import { picture } from "./picture.ts";

describe.skipIf(noBrowser)("npm start", () => {
  const home = scratch();
  let started: ChildProcess;
  let said = "";
  const ended = () => new Promise<number | null>((done) => started.on("close", done));

  beforeAll(async () => {
    process.env.ALLMEND_HOME ??= home;
    const { repositories } = await exampleOrganization();
    const env = { ...process.env, ALLMEND_HOME: home, INIT_CWD: root, NO_COLOR: "1", BROWSER: "none" };
    const args = [
      join(root, "bin", "start.mjs"),
      join(repositories, "claims-web"),
      "--port",
      `${await freePort()}`,
      "--quiet",
      "--lang",
      "en",
    ];
    started = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [started.stdout, started.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  });
  afterAll(() => void started?.kill("SIGKILL"));

  test("opens the portal with the scan in it, to whoever follows the link", async () => {
    await expect.poll(() => said, { timeout: 120_000, interval: 200 }).toMatch(/\/sign-in\/link\?token=\S+/);
    const [link = ""] = /http:\/\/\S+\/sign-in\/link\?token=\S+/.exec(said) ?? [];
    const browser = await launch();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
      await page.goto(link);
      await page.locator("#id").fill("ada");
      await page.locator("#name").fill("Ada Muster");
      await page.locator("button[type=submit]").click();
      await page.locator("h1.answer").waitFor();
      await picture(page, "start-today");
      await page.goto(`${new URL(link).origin}/inventory/repositories`);
      await page.getByRole("link", { name: "claims-web", exact: true }).waitFor();
    } finally {
      await browser.close();
    }
    started.kill("SIGINT");
    expect(await ended()).toBe(0);
  }, 180_000);
});
