// The portal with a scan already in it, on this machine alone: a server of its own for each set of folders, so that what is asked and decided there stays.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AllmendError, sha256 } from "#kit";
import { fill, type Language } from "#look";
import { homeFolder, packageRoot, packsFolder, say, version } from "./environment.ts";
import type { FoundProgram } from "./load-program.ts";
import { officeServer } from "./server.ts";
import { untilStopped } from "./until-stopped.ts";
import { cliWords } from "./words.ts";

const built = join(packageRoot, "web", "dist");

/** Whether the portal was built; without it there is the report. */
export function hasPortal(): boolean {
  return existsSync(join(built, "index.html"));
}

export interface PortalStart {
  /** Folders that were scanned: they say whose office it is. */
  readonly folders: readonly string[];
  readonly found: FoundProgram;
  /** The result, as a file. */
  readonly document: string;
  readonly port: number;
  readonly language: Language;
}

/** Serves until Ctrl-C. Where the same folders are served already, that server takes the scan in, and this ends. */
export async function startPortal({ folders, found, document, port, language }: PortalStart): Promise<void> {
  const { startServer, createLog, connectOffice } = await import("#server");
  const options = {
    home: homeFolder("offices", sha256(folders.toSorted().join("\n")).slice(0, 12)),
    packsFolder,
    program: { location: found.location, always: !found.fallback },
    environment: {},
    version: version(),
    log: createLog({ level: "error" }),
  };
  const listening = { host: "127.0.0.1", port: await freePort(port), work: true, portal: built };
  const own = await startServer({ ...options, ...listening }).catch(runsAlready);
  try {
    const office = await connectOffice(options);
    const { url = "", key = "" } = office.server ?? {};
    const running = officeServer({ ALLMEND_SERVER: url, ALLMEND_TOKEN: key });
    await running?.send("/api/results?covers=everything", document, "application/json");
    const link = own?.firstLink ?? (await linkBack(office));
    welcome(own?.address ?? url, link, own?.firstLink !== undefined, language);
    if (own) await untilStopped(() => own.stop());
  } catch (error) {
    await own?.stop();
    throw error;
  }
}

function runsAlready(error: unknown): undefined {
  if (error instanceof AllmendError && error.code === "database-in-use") return undefined;
  throw error;
}

function welcome(address: string, link: string | undefined, first: boolean, language: Language): void {
  const words = cliWords(language);
  say(fill(words.serving, { address }, language));
  if (link === undefined) return;
  say(fill(first ? words.firstLinkHere : words.linkBack, { link }, language));
  if (process.stderr.isTTY) openBrowser(link);
}

interface Asks {
  ask<Body>(method: "GET" | "POST", path: string): Promise<Body>;
}

/** For whoever came in here before: another link, since the first worked once. */
async function linkBack(office: Asks): Promise<string | undefined> {
  const people = await office.ask<readonly { id: string }[]>("GET", "/api/people?state=active&limit=200");
  for (const { id } of people) {
    const { roles } = await office.ask<{ roles: readonly { role: string }[] }>("GET", `/api/people/${id}`);
    if (roles.some(({ role }) => role === "admin")) return (await office.ask<{ url: string }>("POST", `/api/people/${id}/link`)).url;
  }
  return undefined;
}

const TRIES = 20;

/** This port, or the next one that nobody has. */
async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + TRIES; port++) if (port === 0 || (await isFree(port))) return port;
  throw new AllmendError("no-free-port", "input", `no port from ${wanted} to ${wanted + TRIES - 1} is free`, {
    hint: "Name another: --port 5000.",
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
  linux: ["xdg-open"],
};

/** Where there is a browser and somebody to see it; whoever has none opens the link themselves. */
function openBrowser(link: string): void {
  const opener = OPENERS[process.platform];
  const headless = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (!opener || headless || process.env.CI || process.env.BROWSER === "none") return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, link], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
