// One case on one page, for whoever got its link by mail: yes, no, or a question, without the portal. Only sending the form decides: whoever checks
// links in mails looks at it and changes nothing.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { caseReasonDe, escapeHtml, fill, type Language, wordsOf } from "#look";
import type { CaseKind, LocalText } from "#program";
import { findLink, findPerson, readCase, type ReadCase, useLink } from "#store";
import { z } from "zod";
import { personCaller } from "../access/callers.ts";
import type { Caller } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { languageOf, sendPage } from "../http/page.ts";
import { actOnCase, CaseMissing, CaseRefused } from "../office/actions.ts";
import { titleOf } from "../office/card.ts";
import { seatsOf } from "../office/view.ts";
import { refuseOtherOrigins } from "../sign-in/csrf.ts";
import { actorOf, officeFor, seenBy } from "./cases/acting.ts";
import { caseId } from "./cases/shapes.ts";
import type { RouteModule } from "./index.ts";

const token = z.string().min(20).max(100);
const sent = z.object({ token, answer: z.enum(["yes", "no", "ask"]), text: z.string().trim().max(4000).default("") });

interface Asked {
  readonly found: ReadCase;
  readonly kind: CaseKind;
  readonly caller: Caller;
  readonly seat: { readonly lane: string; readonly for?: string } | undefined;
}

export const decidePageRoutes: RouteModule = {
  name: "decide-page",
  register(app, deps) {
    app.register(async (scope: FastifyInstance) => {
      scope.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit: 20_000 }, (_request, body, done) =>
        done(null, Object.fromEntries(new URLSearchParams(body as string))),
      );
      scope.route({
        method: "GET",
        url: "/decide/:id",
        schema: { hide: true, params: caseId, querystring: z.object({ token }) },
        config: { permission: "public", page: true },
        async handler(request, reply) {
          const { id } = request.params as { id: string };
          const { token: secret } = request.query as { token: string };
          const asked = await askedBy(deps, id, secret);
          return asked ? showCase(request, reply, asked, secret) : showEnded(request, reply, id);
        },
      });
      scope.route({
        method: "POST",
        url: "/decide/:id",
        schema: { hide: true, params: caseId, body: sent },
        config: { permission: "public", page: true },
        async handler(request, reply) {
          refuseOtherOrigins(request as FastifyRequest, deps.config);
          const { id } = request.params as { id: string };
          return answer(deps, request, reply, id, request.body as z.output<typeof sent>);
        },
      });
    });
  },
};

/** What the link opens, as the one for whom it was made may see it now. */
async function askedBy(deps: Deps, id: string, secret: string): Promise<Asked | undefined> {
  const { sql } = deps.database;
  const link = await findLink(sql, secret, deps.clock());
  if (link?.about !== id || link.person === undefined) return undefined;
  const person = await findPerson(sql, link.person);
  const found = await readCase(sql, id);
  const kind = (await deps.program()).program.cases?.find((each) => each.kind === found?.kind);
  if (!person || person.state === "left" || !found || !kind) return undefined;
  const caller = await personCaller({ ...deps, sql }, person);
  if (!seenBy(caller)(found.unit, found.people)) return undefined;
  const [seat] = caller.permissions.has("cases:decide") ? seatsOf(kind, found.state, person) : [];
  return { found, kind, caller, seat };
}

async function answer(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  { token: secret, answer: given, text }: z.output<typeof sent>,
): Promise<FastifyReply> {
  const asked = await askedBy(deps, id, secret);
  if (!asked) return showEnded(request, reply, id);
  const { seat, caller } = asked;
  const words = wordsOf(languageOf(request)).server.decide;
  if (!seat) return showCase(request, reply, asked, secret);
  if (given !== "yes" && text === "") return showCase(request, reply, asked, secret, given === "no" ? words.noNeeds : words.askNeeds);
  const because = text === "" ? {} : { because: text };
  const attested = Object.keys(asked.kind.lanes.find(({ id: lane }) => lane === seat.lane)?.attests ?? {});
  try {
    await actOnCase(
      officeFor(deps),
      actorOf(caller),
      id,
      given === "ask"
        ? { is: "asked", lane: seat.lane, question: text }
        : { is: "decided", ...seat, vote: given === "yes" ? "approve" : "reject", ...because, ...(given === "yes" ? { attested } : {}) },
      { sees: seenBy(caller) },
    );
  } catch (error) {
    if (error instanceof CaseMissing) return showEnded(request, reply, id);
    if (!(error instanceof CaseRefused)) throw error;
    // Somebody was quicker: the page says how it stands now.
    const now = await askedBy(deps, id, secret);
    const { refused: reason, message, fields } = error.refusal;
    const said = languageOf(request) === "de" ? (caseReasonDe({ reason, fields }) ?? message) : message;
    return now ? showCase(request, reply, now, secret, said) : showEnded(request, reply, id);
  }
  await useLink(deps.database.sql, secret, deps.clock(), true);
  request.log.info({ person: caller.id, case: id, answer: given }, "decided by a link");
  return sendPage(reply, languageOf(request), words.said[given], [`<p>${escapeHtml(words.onRecord)}</p>`, portalLink(words.portal, id)]);
}

/** Everything that the case holds, the recommendation first; then the three answers. */
function showCase(
  request: FastifyRequest,
  reply: FastifyReply,
  { found: { state }, kind, seat }: Asked,
  secret: string,
  notice?: string,
): FastifyReply {
  const language = languageOf(request);
  const words = wordsOf(language).server.decide;
  const { fields } = state;
  const question = fields["question"];
  const first = (id: string) => (id === "recommendation" ? 0 : id === "reasons" ? 1 : 2);
  const told = kind.fields
    .filter(({ id }) => id !== "question" && fields[id] !== undefined && fields[id] !== "")
    .toSorted((a, b) => first(a.id) - first(b.id));
  const lane = kind.lanes.find(({ id }) => id === seat?.lane);
  const attests = Object.values(lane?.attests ?? {}).map((text) => textIn(text, language));
  const form = [
    `<form method="post" action="/decide/${encodeURIComponent(state.id)}">`,
    `<input type="hidden" name="token" value="${escapeHtml(secret)}">`,
    `<p><label for="text">${escapeHtml(words.text)}</label><br><textarea id="text" name="text" rows="4" maxlength="4000"></textarea></p>`,
    ...attests.map((text) => `<p>${escapeHtml(fill(words.attests, { text }, language))}</p>`),
    `<p>${(["yes", "no", "ask"] as const).map((each) => `<button type="submit" name="answer" value="${each}">${escapeHtml(words[each])}</button>`).join(" ")}</p>`,
    "</form>",
  ];
  return sendPage(reply, language, typeof question === "string" && question !== "" ? question : titleOf(kind, state), [
    ...(notice === undefined ? [] : [`<p role="alert"><strong>${escapeHtml(notice)}</strong></p>`]),
    "<dl>",
    ...told.map(({ id, label, options }) => {
      const value = [fields[id] ?? ""]
        .flat()
        .map((each) => (options[String(each)] ? textIn(options[String(each)] ?? {}, language) : String(each)));
      return `<dt><strong>${escapeHtml(textIn(label, language))}</strong></dt><dd>${escapeHtml(value.join(", "))}</dd>`;
    }),
    "</dl>",
    ...(seat ? form : [`<p>${escapeHtml(words.nothingToDecide)}</p>`]),
    portalLink(words.portal, state.id),
  ]);
}

function showEnded(request: FastifyRequest, reply: FastifyReply, id: string): FastifyReply {
  const language = languageOf(request);
  const words = wordsOf(language).server.decide;
  return sendPage(reply.code(410), language, words.ended, [`<p>${escapeHtml(words.endedHow)}</p>`, portalLink(words.portal, id)]);
}

function portalLink(text: string, id: string): string {
  return `<p><a href="/requests/${encodeURIComponent(id)}">${escapeHtml(text)}</a></p>`;
}

function textIn(text: LocalText, language: Language): string {
  return text[language] ?? Object.values(text)[0] ?? "";
}
