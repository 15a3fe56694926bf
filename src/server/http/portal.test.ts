import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Database } from "#store";
import { createApp } from "../app.ts";
import { testOffice } from "../testing/office.ts";

async function portal() {
  const folder = mkdtempSync(join(tmpdir(), "allmend-portal-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dist = join(folder, "dist");
  mkdirSync(join(dist, "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(dist, "index.html"), "<!doctype html><title>portal</title>");
  writeFileSync(join(dist, "assets", "main-1a2b.js"), "export {};");
  writeFileSync(join(dist, ".env"), "secret");
  symlinkSync(join(folder, "secret.txt"), join(dist, "link.txt"));
  const { deps } = await testOffice({ database: {} as Database, routes: [] });
  return createApp(deps, { version: "0.0.0", routes: [], portal: dist });
}

test("pages of the portal are its index, files are files, and the API stays the API", async () => {
  const app = await portal();
  const get = async (url: string) => app.inject({ url, headers: { accept: "text/html" } });
  for (const url of ["/", "/cases/use-1", "/people?search=a", "/components/pkg%3Anpm%2Freact%4018.2.0"]) {
    const { statusCode, body, headers } = await get(url);
    expect([statusCode, body], url).toEqual([200, "<!doctype html><title>portal</title>"]);
    expect(headers["cache-control"]).toBe("no-cache");
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
  }
  const script = await get("/assets/main-1a2b.js");
  expect([script.statusCode, script.headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
  expect((await get("/assets/main-0000.js")).statusCode).toBe(404);
  expect((await get("/api/nothing")).json()).toMatchObject({ status: 404, code: "no-such-route" });
  expect((await app.inject({ method: "POST", url: "/cases" })).statusCode).toBe(404);
});

test("nothing outside of the portal's folder is reached, and nothing hidden in it", async () => {
  const app = await portal();
  for (const url of [
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/..\\secret.txt",
    "/%5c..%5csecret.txt",
    "/.env",
    "/assets/../.env",
    "//etc/passwd",
    "/%00",
    "/link.txt%00.js",
  ]) {
    const { body } = await app.inject({ url });
    expect(body, url).not.toContain("secret");
    expect(body, url).not.toContain("root:");
  }
});
