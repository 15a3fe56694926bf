// The portal's files, where they were built. Whatever is no file and no API is a page of the portal: it finds its way by the address.
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../deps.ts";

/** Answers addresses of pages; undefined where there is no portal, or the address is no page. */
export type PortalPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined;

export async function servePortal(app: App, folder: string | undefined): Promise<PortalPage> {
  if (folder === undefined || !existsSync(join(folder, "index.html"))) return () => undefined;
  const index = await readFile(join(folder, "index.html"), "utf8");
  await app.register(fastifyStatic, { root: folder, serve: false, index: false, dotfiles: "deny", cacheControl: false });
  // One route per file that is there: no path of a request reaches the disk.
  for (const file of await filesIn(folder)) {
    app.route({
      method: "GET",
      url: `/${file}`,
      schema: { hide: true },
      // What they show comes from the API, which asks who wants it.
      config: { permission: "public" },
      handler: async (_request, reply) => {
        // Names under assets/ hold a digest of what is in them.
        reply.header("cache-control", file.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
        return reply.sendFile(file);
      },
    });
  }
  return (request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    if ((request.method !== "GET" && request.method !== "HEAD") || path.startsWith("/api/") || path.startsWith("/assets/"))
      return undefined;
    return reply.code(200).type("text/html; charset=utf-8").header("cache-control", "no-cache").send(index);
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => file !== "index.html" && !file.split("/").some((part) => part.startsWith(".")));
}
