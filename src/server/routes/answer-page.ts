// Where somebody outside answers what the office asked back, by the link from the mail: one page, no account. Looking at it changes nothing.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { escapeHtml, wordsOf } from "#look";
import { type ReadCase, useLink } from "#store";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { languageOf, sendPage } from "../http/page.ts";
import { problem, filled } from "../http/problem.ts";
import { actOnCase, CaseMissing, CaseRefused } from "../office/actions.ts";
import { askedOutsideBy, OUTSIDE } from "../public/outside.ts";
import { limitsOn } from "../public/limits.ts";
import { refuseOtherOrigins } from "../sign-in/csrf.ts";
import { officeFor } from "./cases/acting.ts";
import { caseId } from "./cases/shapes.ts";
import type { RouteModule } from "./index.ts";

const LONGEST = 5000;
const BODY_LIMIT = 32_768;
const token = z.string().min(20).max(100);
const sent = z.object({ token, text: z.string().trim().max(LONGEST).default("") });

export const answerPageRoutes: RouteModule = {
  name: "answer-page",
  register(app, deps) {
    const limits = limitsOn(app, "answer", { each: 20, all: 400 });
    app.register(async (scope: FastifyInstance) => {
      scope.addContentTypeParser(
        "application/x-www-form-urlencoded",
        { parseAs: "string", bodyLimit: BODY_LIMIT },
        (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
      );
      scope.route({
        method: "GET",
        url: "/answer/:id",
        schema: { hide: true, params: caseId, querystring: z.object({ token }) },
        config: { permission: "public", page: true },
        async handler(request, reply) {
          await refuseMany(limits, request as FastifyRequest);
          const { id } = request.params as { id: string };
          const { token: secret } = request.query as { token: string };
          const found = await askedOutsideBy(deps, id, secret);
          return found ? showQuestion(request as FastifyRequest, reply, found, secret) : showEnded(request as FastifyRequest, reply);
        },
      });
      scope.route({
        method: "POST",
        url: "/answer/:id",
        schema: { hide: true, params: caseId, body: sent },
        config: { permission: "public", page: true },
        async handler(request, reply) {
          refuseOtherOrigins(request as FastifyRequest, deps.config);
          await refuseMany(limits, request as FastifyRequest);
          const { id } = request.params as { id: string };
          return answer(deps, request as FastifyRequest, reply, id, request.body as z.output<typeof sent>);
        },
      });
    });
  },
};

async function refuseMany(limits: ReturnType<typeof limitsOn>, request: FastifyRequest): Promise<void> {
  const minutes = await limits(request);
  if (minutes !== undefined)
    throw problem(429, "too-many-requests", "Too many requests", filled("Try again in {seconds} seconds.", { seconds: minutes * 60 }));
}

async function answer(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  { token: secret, text }: z.output<typeof sent>,
): Promise<FastifyReply> {
  const found = await askedOutsideBy(deps, id, secret);
  if (!found) return showEnded(request, reply);
  const words = wordsOf(languageOf(request)).server.outside;
  if (text === "") return showQuestion(request, reply.code(422), found, secret, words.empty);
  try {
    await actOnCase(officeFor(deps), { id: OUTSIDE, roles: ["public"] }, id, { is: "answered", answer: text }, { seen: found.version });
  } catch (error) {
    // Somebody was quicker, or the office does not wait any more.
    if (error instanceof CaseMissing || error instanceof CaseRefused) return showEnded(request, reply);
    throw error;
  }
  await useLink(deps.database.sql, secret, deps.clock(), true);
  request.log.info({ case: id }, "answered from outside");
  return sendPage(reply, languageOf(request), words.thanks, [`<p>${escapeHtml(words.thanksMore)}</p>`]);
}

function showQuestion(request: FastifyRequest, reply: FastifyReply, { state }: ReadCase, secret: string, notice?: string): FastifyReply {
  const language = languageOf(request);
  const words = wordsOf(language).server.outside;
  const { question, subject } = state.fields;
  const asked = [subject, question].filter((one) => typeof one === "string" && one !== "");
  return sendPage(reply, language, words.page, [
    ...(notice === undefined ? [] : [`<p role="alert"><strong>${escapeHtml(notice)}</strong></p>`]),
    `<p>${escapeHtml(words.youAsked)}</p>`,
    ...asked.map((text) => `<blockquote>${escapeHtml(String(text))}</blockquote>`),
    `<p>${escapeHtml(words.weAsk)}</p>`,
    `<blockquote><strong>${escapeHtml(state.question?.text ?? "")}</strong></blockquote>`,
    `<form method="post" action="/answer/${encodeURIComponent(state.id)}">`,
    `<input type="hidden" name="token" value="${escapeHtml(secret)}">`,
    `<p><label for="text">${escapeHtml(words.yours)}</label><br><textarea id="text" name="text" rows="6" maxlength="${LONGEST}" required></textarea></p>`,
    `<p><button type="submit">${escapeHtml(words.send)}</button></p>`,
    "</form>",
  ]);
}

function showEnded(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const words = wordsOf(language).server;
  return sendPage(reply.code(410), language, words.decide.ended, [`<p>${escapeHtml(words.outside.endedHow)}</p>`]);
}
