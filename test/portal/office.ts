// The real server with the example organisation in it, for tests of the portal: scanned, with a person of every role, in a real browser.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { createLog, startServer } from "#server";
import { freePort, layEmptyDatabase } from "#store/testing";
import { exampleOrganization } from "../../src/cli/example-organization.ts";
import { root, runner } from "../run.ts";

/** Who they are in `examples/allmend/organization.yaml`. */
export const people = {
  admin: { id: "mk", name: "Mara Keller" },
  developer: { id: "ts", name: "Timo Schär" },
  lead: { id: "lb", name: "Lea Bösch" },
  lawyer: { id: "dr", name: "Dario Rossi" },
  executive: { id: "rf", name: "Regula Frei" },
  business: { id: "vm", name: "Vera Meier" },
  auditor: { id: "au", name: "Anna Urech" },
  viewer: { id: "vi", name: "Viola Iten" },
  security: { id: "si", name: "Sina Iseli" },
  community: { id: "cm", name: "Cora Moser" },
} as const;
export type Who = keyof typeof people;

export interface PortalOffice {
  readonly address: string;
  /** Asks the API as somebody; throws on a refusal. */
  ask<T>(who: Who, method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T>;
  /** A browser in which somebody is signed in. */
  browserOf(browser: Browser, who: Who, options?: BrowserContextOptions): Promise<BrowserContext>;
  stop(): Promise<void>;
}

export interface PortalOfficeOptions {
  /** Without a scan: the empty states. Default true. */
  readonly scanned?: boolean;
  /** Documents of the organisation's own, by path, over those of the example. */
  readonly documents?: Readonly<Record<string, string>>;
  /** Where mails go: `smtp://127.0.0.1:PORT`. */
  readonly mail?: string;
}

export async function startPortalOffice({ scanned = true, documents, mail }: PortalOfficeOptions = {}): Promise<PortalOffice> {
  const home = mkdtempSync(join(tmpdir(), "allmend-portal-"));
  await layEmptyDatabase(home);
  if (mail !== undefined) writeFileSync(join(home, "server.yaml"), `mail: { server: "${mail}", from: "Office <ospo@seeland.example>" }\n`);
  const server = await startServer({
    home,
    packsFolder: join(root, "packs"),
    program: { location: documents ? programWith(documents, home) : join(root, "examples", "allmend"), always: true },
    environment: {},
    version: "0.0.0",
    log: createLog({ level: "fatal" }),
    host: "127.0.0.1",
    port: await freePort(),
    work: true,
    portal: join(root, "web", "dist"),
  });
  const cookies = new Map<Who, string>();
  const { address } = server;
  cookies.set("admin", await enter(server.firstLink ?? "", people.admin));
  const office: PortalOffice = {
    address,
    async ask(who, method, path, body) {
      const cookie = await cookieOf(who);
      const csrf = method === "GET" ? {} : { "x-allmend-csrf": await csrfOf(address, cookie) };
      const answer = await fetch(`${address}${path}`, {
        method,
        headers: { cookie, ...csrf, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      return (text === "" ? undefined : JSON.parse(text)) as never;
    },
    async browserOf(browser, who, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...options });
      context.setDefaultTimeout(120_000);
      const [name = "", value = ""] = (await cookieOf(who)).split("=");
      await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: "Lax" }]);
      return context;
    },
    async stop() {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
  async function cookieOf(who: Who): Promise<string> {
    const known = cookies.get(who);
    if (known !== undefined) return known;
    const { url } = await office.ask<{ url: string }>("admin", "POST", `/api/people/${people[who].id}/link`);
    const cookie = await enter(`${address}${new URL(url).pathname}${new URL(url).search}`);
    cookies.set(who, cookie);
    return cookie;
  }
  for (const [who, { id, name }] of Object.entries(people))
    if (who !== "admin") await office.ask("admin", "POST", "/api/people", { id, name, email: `${id}@seeland.example` });
  await office.ask("admin", "POST", `/api/people/${people.auditor.id}/roles`, { role: "auditor" });
  await office.ask("admin", "POST", `/api/people/${people.viewer.id}/roles`, { role: "viewer" });
  await office.ask("admin", "POST", `/api/people/${people.security.id}/roles`, { role: "reviewer", lane: "security" });
  await office.ask("admin", "POST", `/api/people/${people.community.id}/roles`, { role: "reviewer", lane: "ospo" });
  if (scanned) await uploadScan(office, home);
  return office;
}

/** The example's program with other documents in it. */
function programWith(documents: Readonly<Record<string, string>>, home: string): string {
  const folder = join(home, "program");
  cpSync(join(root, "examples", "allmend"), folder, { recursive: true });
  for (const [path, text] of Object.entries(documents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Comes in by a link; gives the session's cookie. */
async function enter(link: string, as?: { readonly id: string; readonly name: string }): Promise<string> {
  const url = new URL(link);
  const body = new URLSearchParams({ token: url.searchParams.get("token") ?? "", ...as });
  const answer = await fetch(new URL("/sign-in/link", url), { method: "POST", body, redirect: "manual" });
  const [cookie] = (answer.headers.get("set-cookie") ?? "").split(";");
  if (answer.status !== 303 || !cookie) throw new Error(`the link let nobody in: ${answer.status} ${await answer.text()}`);
  return cookie;
}

async function csrfOf(address: string, cookie: string): Promise<string> {
  const me = (await (await fetch(`${address}/api/me`, { headers: { cookie } })).json()) as { csrf: string };
  return me.csrf;
}

async function uploadScan(office: PortalOffice, home: string): Promise<void> {
  process.env.ALLMEND_HOME ??= home;
  const { repositories, program } = await exampleOrganization();
  const scan = await runner(home)(["scan", repositories, "--program", program, "--format", "json"]);
  await office.ask("admin", "POST", "/api/results", JSON.parse(scan.out));
}
