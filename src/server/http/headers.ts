// Headers of every answer. The portal is our own files only: nothing inline, nothing from elsewhere, in no frame.
import helmet from "@fastify/helmet";
import type { App } from "../deps.ts";
import type { ServerConfig } from "../config.ts";

export async function addHeaders(app: App, { url }: ServerConfig): Promise<void> {
  const https = url.protocol === "https:";
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        // Reports are shown in a frame, where they may do nothing (portal/report-headers.ts).
        "frame-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    // Without any referrer browsers say "null" for the origin of a form: nobody could come in by a link.
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    xXssProtection: false,
  });
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    reply.header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (request.url.startsWith("/api/") && !reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
}
