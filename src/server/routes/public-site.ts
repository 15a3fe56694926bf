// What the public sees without an account: the open source site, where to report a vulnerability, and a form for questions. All of it only where
// organization.yaml says what is public (`site`).
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { fill, type Language, siteWords } from "#look";
import { publicSite } from "#publish";
import { z } from "zod";
import { notThere } from "../access/caller.ts";
import type { App, Deps } from "../deps.ts";
import { languageOf } from "../http/page.ts";
import { limitsOn } from "../public/limits.ts";
import { type SiteNow, siteNow } from "../public/site-now.ts";
import { takeQuestion } from "../public/take-question.ts";
import { refuseOtherOrigins } from "../sign-in/csrf.ts";
import type { RouteModule } from "./index.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  yml: "application/yaml; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};
/** The pages bring their style along and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const BODY_LIMIT = 32_768;
const SECURITY = ".well-known/security.txt";

const sent = z.record(z.string().max(80), z.string().max(5000)).refine((fields) => Object.keys(fields).length <= 40);

export const publicSiteRoutes: RouteModule = {
  name: "public-site",
  register(app, deps) {
    const limits = limitsOn(app, "question", { each: 5, all: 100 });

    app.route({
      method: "GET",
      url: "/public",
      schema: { hide: true },
      config: { permission: "public", page: true },
      async handler(request, reply) {
        await requireSite(deps);
        return reply.redirect(`/public/${languageOf(request as FastifyRequest)}/index.html`, 302);
      },
    });

    registerFile(app, deps, "/public/*", (request) => (request.params as { "*": string })["*"]);
    registerFile(app, deps, `/${SECURITY}`, () => SECURITY);

    app.register(async (scope: FastifyInstance) => {
      scope.addContentTypeParser(
        "application/x-www-form-urlencoded",
        { parseAs: "string", bodyLimit: BODY_LIMIT },
        (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
      );
      scope.route({
        method: "POST",
        url: "/public/:language/ask",
        schema: { hide: true, params: z.object({ language: z.enum(["en", "de"]) }), body: sent },
        config: { permission: "public", page: true },
        async handler(request, reply) {
          refuseOtherOrigins(request as FastifyRequest, deps.config);
          const site = await requireSite(deps);
          if (!site.ask) throw notThere("such page");
          const { language } = request.params as { language: Language };
          const typed = trimmed(request.body as z.output<typeof sent>);
          const minutes = await limits(request as FastifyRequest);
          return answer(deps, reply, { site, ask: site.ask, language, typed, minutes });
        },
      });
    });
  },
};

interface Question {
  readonly site: SiteNow;
  readonly ask: NonNullable<SiteNow["ask"]>;
  readonly language: Language;
  readonly typed: Readonly<Record<string, string>>;
  /** So long nothing more is taken. */
  readonly minutes: number | undefined;
}

async function answer(deps: Deps, reply: FastifyReply, { site, ask, language, typed, minutes }: Question): Promise<FastifyReply> {
  const { askAgain, askSent, CONTACT, TRAP } = await publicSite();
  const { result } = site;
  if (minutes !== undefined) {
    const problem = fill(siteWords(language).ask.tooMany, { minutes }, language);
    return send(reply.code(429), askAgain(result, ask, language, { typed, wrong: [], problem }));
  }
  // A program is told what people are told, and nothing is kept.
  if (typed[TRAP]) return send(reply, askSent(result, language, { id: `${ask.kind}-0`, contact: typed[CONTACT] ?? "" }));
  const taken = await takeQuestion(deps, ask, language, typed);
  return "id" in taken
    ? send(reply, askSent(result, language, taken))
    : send(reply.code(422), askAgain(result, ask, language, { typed, ...taken }));
}

function registerFile(app: App, deps: Deps, url: string, pathOf: (request: FastifyRequest) => string): void {
  app.route({
    method: "GET",
    url,
    schema: { hide: true },
    config: { permission: "public", page: true },
    async handler(request, reply) {
      const path = pathOf(request as FastifyRequest);
      const text = (await requireSite(deps)).files.get(path);
      if (text === undefined) throw notThere("such page");
      return send(reply, text, path);
    },
  });
}

async function requireSite(deps: Deps): Promise<SiteNow> {
  const site = await siteNow(deps);
  if (!site) throw notThere("such page");
  return site;
}

function send(reply: FastifyReply, text: string, path = ".html"): FastifyReply {
  return reply
    .type(TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "text/plain; charset=utf-8")
    .header("content-security-policy", POLICY)
    .header("cache-control", path === ".html" ? "no-store" : "public, max-age=60")
    .serializer((body) => String(body))
    .send(text);
}

function trimmed(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([id, text]) => [id, text.trim()]));
}
