// The page behind a link for coming in. Looking at it uses nothing up: whoever checks links in mails must not take the place of who was meant.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { escapeHtml, wordsOf } from "#look";
import { z } from "zod";
import { hasPeople } from "#store";
import { languageOf, sendPage } from "../http/page.ts";
import { refuseOtherOrigins } from "../sign-in/csrf.ts";
import { letInByLink } from "./sign-in.ts";
import { personId } from "./shared.ts";
import type { RouteModule } from "./index.ts";

const link = z.string().min(20).max(100);
const sent = z.object({ token: link, id: personId.optional(), name: z.string().trim().min(1).max(200).optional() });

export const linkPageRoutes: RouteModule = {
  name: "link-page",
  register(app, deps) {
    app.register(async (scope: FastifyInstance) => {
      scope.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit: 4096 }, (_request, body, done) =>
        done(null, Object.fromEntries([...new URLSearchParams(body as string)].filter(([, value]) => value !== ""))),
      );
      scope.route({
        method: "GET",
        url: "/sign-in/link",
        schema: { hide: true, querystring: z.object({ token: link }) },
        config: { permission: "public", page: true },
        async handler(request, reply) {
          const language = languageOf(request);
          const words = wordsOf(language).server.enter;
          const first = !(await hasPeople(deps.database.sql));
          const { token } = request.query as { token: string };
          return sendPage(reply, language, words.title, [
            `<p>${escapeHtml(first ? words.first : words.link)}</p>`,
            '<form method="post" action="/sign-in/link">',
            `<input type="hidden" name="token" value="${escapeHtml(token)}">`,
            ...(first ? [field("id", words.id, "username"), field("name", words.name, "name")] : []),
            `<p><button type="submit">${escapeHtml(words.enter)}</button></p>`,
            "</form>",
          ]);
        },
      });
      scope.route({
        method: "POST",
        url: "/sign-in/link",
        schema: { hide: true, body: sent },
        config: { permission: "public", page: true },
        async handler(request, reply) {
          refuseOtherOrigins(request as FastifyRequest, deps.config);
          const { token, id, name } = request.body as z.output<typeof sent>;
          await letInByLink(request as FastifyRequest, reply, { link: token, id, name }, deps);
          return reply.redirect("/", 303);
        },
      });
    });
  },
};

function field(name: string, label: string, autocomplete: string): string {
  return `<p><label for="${name}">${escapeHtml(label)}</label><br><input id="${name}" name="${name}" required maxlength="200" autocomplete="${autocomplete}"></p>`;
}
