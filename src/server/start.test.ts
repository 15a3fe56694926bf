import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { layEmptyDatabase } from "#store/testing";
import { connectOffice } from "./client.ts";
import { createLog } from "./http/log.ts";
import { parseServerDocument } from "./read-config.ts";
import { type ServerOptions, startServer } from "./start.ts";
import { startProvider, testClient } from "./testing/provider.ts";

const packsFolder = join(import.meta.dirname, "..", "..", "packs");

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "allmend-server-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function programFolder(
  text = "schema: allmend.organization/1\norganization: Example\nunits: [{ id: claims, name: Claims }]\nunits-apart: true\n",
): string {
  const path = join(folder(), "allmend");
  mkdirSync(path);
  writeFileSync(join(path, "organization.yaml"), text);
  return path;
}

function options(
  home: string,
  lines: string[],
  program = programFolder(),
): ServerOptions & { program: { location: string; always: boolean } } {
  return {
    home,
    packsFolder,
    program: { location: program, always: true },
    environment: {},
    version: "0.0.0",
    log: createLog({ to: { write: (line) => void lines.push(line) } }),
    host: "127.0.0.1",
    port: 0,
    work: true,
  };
}

describe("a server of its own", () => {
  test("starts on nothing, lets the first in, answers commands of its machine, and stops with everything kept", async () => {
    const home = folder();
    const lines: string[] = [];
    const provider = await startProvider("http://127.0.0.1/not-asked", {});
    onTestFinished(() => provider.stop());
    writeFileSync(
      join(home, "server.yaml"),
      `sign-in: { name: Example login, issuer: "${provider.issuer}", client-id: ${testClient.id} }\n`,
    );
    const server = await startServer({ ...options(home, lines), environment: { ALLMEND_OIDC_SECRET: testClient.secret } });
    const token = new URL(server.firstLink ?? "").searchParams.get("token") ?? "";
    const post = (path: string, body: URLSearchParams, headers: Record<string, string> = {}) =>
      fetch(`${server.address}${path}`, { method: "POST", body, redirect: "manual", headers });
    const page = await (await fetch(server.firstLink ?? "", { headers: { "accept-language": "de-CH,de;q=0.9,en;q=0.8" } })).text();
    expect(page).toContain('<html lang="de">');
    const wrong = await post("/sign-in/link", new URLSearchParams({ token: `${token}"><script>alert(1)</script>` }), {
      accept: "text/html",
    });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).not.toContain("<script>");
    const elsewhere = await post("/sign-in/link", new URLSearchParams({ token, id: "eve", name: "Eve" }), {
      origin: "https://evil.example",
    });
    expect(elsewhere.status).toBe(403);
    // As a browser sends it, with its origin.
    const entered = await post("/sign-in/link", new URLSearchParams({ token, id: "ada", name: "Ada" }), { origin: server.address });
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/"]);
    const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect(await (await fetch(`${server.address}/api/me`, { headers: { cookie } })).json()).toMatchObject({ id: "ada" });

    expect(await (await fetch(`${server.address}/api/health`)).json()).toMatchObject({ status: "ok", clock: "ok" });

    // Port 0 was asked for; what goes out names the one that was chosen.
    const atProvider = (await fetch(`${server.address}/api/sign-in/start`, { redirect: "manual" })).headers.get("location") ?? "";
    expect(new URL(atProvider).origin).toBe(provider.issuer);
    expect(new URL(atProvider).searchParams.get("redirect_uri")).toBe(`${server.address}/api/sign-in/callback`);
    expect(new URL(server.firstLink ?? "").origin).toBe(server.address);
    const client = await connectOffice(options(home, lines));
    expect(await client.ask("POST", "/api/people", { id: "bob", name: "Bob" })).toMatchObject({ id: "bob" });
    await expect(client.ask("POST", "/api/people", { id: "bob", name: "Bob" })).rejects.toMatchObject({ code: "person-exists" });
    expect(await client.ask<{ url: string }>("POST", "/api/people/bob/link", {})).toMatchObject({
      url: expect.stringMatching(`^${server.address}/sign-in/link`),
    });
    const made = await client.ask<{ secret: string }>("POST", "/api/tokens", { name: "ci", kind: "service", scopes: ["cases:read"] });
    await client.close();
    await server.stop();

    // The office is opened by the command itself now; what was told before is there.
    const alone = await connectOffice(options(home, lines));
    expect(await alone.ask("GET", "/api/people")).toMatchObject([{ id: "ada" }, { id: "bob" }]);
    await alone.close();
    const text = lines.join("");
    for (const secret of [token, cookie.split("=")[1] ?? "", made.secret]) expect(text).not.toContain(secret);
  });

  test("does not start with a program that has errors, nor with a set-up that has, and leaves nothing open behind", async () => {
    const home = folder();
    await expect(startServer(options(home, [], programFolder("schema: allmend.organization/1\n")))).rejects.toMatchObject({
      code: "program-invalid",
    });
    writeFileSync(join(home, "server.yaml"), "session:\n  idle-minutes: soon\n");
    await expect(startServer(options(home, []))).rejects.toMatchObject({
      code: "server-config-invalid",
      message: expect.stringContaining("server.yaml:2:"),
    });
    rmSync(join(home, "server.yaml"));
    await layEmptyDatabase(home);
    await (await startServer(options(home, []))).stop();
  });
});

describe("server.yaml", () => {
  const read = (text: string) => parseServerDocument(text, "server.yaml");

  test("holds nothing, or what it may", () => {
    expect(read("")).toMatchObject({ "everybody-is": "requester", session: { hours: 12, "idle-minutes": 30 } });
    expect(read("url: https://ospo.example.org\nsign-in: { issuer: https://id.example.org, client-id: allmend }")).toMatchObject({
      "sign-in": { scopes: "openid profile email", claims: { person: "preferred_username" } },
    });
  });

  test.each([
    ["url: http://ospo.example.org", "must be https"],
    ["sign-in: { issuer: http://id.example.org, client-id: x }", "must be https"],
    ["url: javascript:alert(1)", "no http(s) address"],
    ["sign-in:\n  issuer: https://id.example.org\n  client-id: x\n  client-secret: y", "client-secret"],
    ["a: [", "server.yaml:1:"],
    ["a: &a [1]\nb: [*a, *a", "server.yaml:"],
  ])("%s is refused", (text, why) => {
    expect(() => read(text)).toThrow(why);
  });
});
