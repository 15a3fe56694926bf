// From nothing to a first policy and a first result, by somebody who reads no handbook: the link, the questions, the command, the start page.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog, startServer } from "#server";
import { freePort, layEmptyDatabase } from "#store/testing";
import { exampleOrganization } from "../../src/cli/example-organization.ts";
import { launch, noBrowser } from "../browser.ts";
import { root } from "../run.ts";

const run = promisify(execFile);

describe.skipIf(noBrowser).each([
  {
    lang: "en",
    name: "Muster Works",
    put: "Put it in force",
    make: "Make the command",
    yes: "Yes",
    later: "Later",
    open: "Your office is open.",
  },
  {
    lang: "de",
    name: "Muster Werke",
    put: "In Kraft setzen",
    make: "Befehl erstellen",
    yes: "Ja",
    later: "Später",
    open: "Ihr Büro ist offen.",
  },
])("the first run ($lang)", ({ lang, name, put, make, yes, later, open }) => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startServer>>;
  const home = mkdtempSync(join(tmpdir(), "allmend-first-"));
  beforeAll(async () => {
    const packsFolder = join(root, "packs");
    await layEmptyDatabase(home);
    [server, browser] = await Promise.all([
      startServer({
        home,
        packsFolder,
        // As `allmend serve` starts where there is no program.
        program: { location: join(packsFolder, "starter"), always: false },
        environment: {},
        version: "0.0.0",
        log: createLog({ level: "fatal" }),
        host: "127.0.0.1",
        // A browser says where it comes from, and the server knows that place by its port.
        port: await freePort(),
        work: true,
        portal: join(root, "web", "dist"),
      }),
      launch(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test("leads from the link to a program in force and a first result", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: lang === "de" ? "de-CH" : "en-GB" });
    const page = await context.newPage();
    await page.goto(server.firstLink ?? "");
    await page.locator("#id").fill("ada");
    await page.locator("#name").fill("Ada Muster");
    await page.locator("button[type=submit]").click();
    // An empty office leads here by itself.
    await page.waitForURL(/\/first-run$/);
    await page.locator("input[required]").fill(name);
    const question = page.locator("fieldset").first();
    await question.getByRole("radio", { name: yes, exact: true }).check();
    await page.locator(".model-proposal h3").first().waitFor();
    if (process.env.ALLMEND_PICTURES)
      await page.screenshot({ path: join(process.env.ALLMEND_PICTURES, `first-run-${lang}.png`), fullPage: true });

    // Left, and found again with everything that was typed.
    await page.getByRole("link", { name: later, exact: true }).click();
    await page.locator('a[href="/first-run"]').first().click();
    await expect.poll(() => page.locator("input[required]").inputValue()).toBe(name);
    await page.getByRole("button", { name: put }).click();

    await page.getByRole("button", { name: make }).click();
    const command = await page.locator(".first-run-command").innerText();
    const program = await read<{ files: Record<string, string>; by?: string }>("/api/program");
    expect(program.files["organization.yaml"]).toContain(name);
    expect(program.by).toBe("ada");

    // The command as it stands there, in a folder with repositories.
    const [, secret = ""] = /ALLMEND_TOKEN=(\S+)/.exec(command) ?? [];
    expect(command).toContain(`ALLMEND_SERVER=${server.address}`);
    const { repositories } = await exampleOrganization();
    const environment = { ...process.env, ALLMEND_HOME: home, ALLMEND_SERVER: server.address, ALLMEND_TOKEN: secret };
    await run(
      process.execPath,
      [join(root, "bin", "allmend.mjs"), "scan", join(repositories, "claims-web"), "--upload", "--quiet", "--format", "json"],
      {
        env: environment,
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    await page.locator("h1", { hasText: open }).waitFor();
    await page.locator("a.button.main").click();
    await page.waitForURL(`${server.address}/`);
    await page.locator("h1.answer").waitFor();
    await context.close();

    async function read<T>(path: string): Promise<T> {
      return (await page.request.get(`${server.address}${path}`)).json() as Promise<T>;
    }
  });
});
