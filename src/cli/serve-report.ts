// The report on loopback until Ctrl-C. One document, no scripts of others: the strictest headers do.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const TRIES = 20;

export async function serveReport(report: string, port: number, announce: (address: string) => void): Promise<void> {
  const server = await listen(
    createServer((request, response) => answer(request, response, report)),
    port,
  );
  announce(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await new Promise<void>((done) => {
    const stop = () => {
      server.close(() => done());
      server.closeAllConnections();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}

/** Takes the next free port where this one is taken. */
async function listen(server: Server, port: number): Promise<Server> {
  for (let candidate = port; candidate < port + TRIES; candidate++) {
    const taken = await new Promise<boolean>((done, fail) => {
      server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? done(true) : fail(error)));
      server.listen(candidate, "127.0.0.1", () => done(false));
    });
    server.removeAllListeners("error");
    if (!taken) return server;
  }
  throw new Error(`no free port between ${port} and ${port + TRIES - 1}`);
}

function answer(request: IncomingMessage, response: ServerResponse, report: string): void {
  // A page elsewhere must not read the report by giving its own name to this address (DNS rebinding).
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (host !== "127.0.0.1" && host !== "localhost" && host !== "[::1]")
    return end(response, 421, "This report answers to 127.0.0.1 only.\n");
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, "Only GET.\n");
  if (request.url !== "/" && request.url !== "/report.html") return end(response, 404, "There is only the report: /\n");
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("x-frame-options", "DENY");
  response.end(request.method === "HEAD" ? undefined : report);
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}
