// Webhooks: other systems that are told what happens, whatever they are (chat, tickets, a data warehouse).
import { z } from "zod";
import { append, endWebhook, listWebhooks, makeWebhook, readLines, type Webhook } from "#store";
import { notThere } from "../access/caller.ts";
import { tryWebhook } from "../notify/tell-webhooks.ts";
import { refuseUnlessCallable } from "../outgoing/call.ts";
import { act } from "../people/acts.ts";
import { person } from "./me.ts";
import { moment, nothing } from "./shared.ts";
import type { RouteModule } from "./index.ts";

const webhook = z
  .object({
    id: z.uuid(),
    url: z.url(),
    events: z.array(z.string()),
    madeBy: z.string(),
    madeAt: moment,
    position: z.int().describe("Number of the last line of the record that it took."),
    attempts: z.int().describe("Tries of the next one that failed."),
    error: z.string().optional().describe("Why the last try failed."),
    dead: z.int().describe("Events that it never took."),
  })
  .meta({ id: "Webhook" });

const newWebhook = z.strictObject({
  url: z.url().max(2000).describe("A public https address; others only where server.yaml trusts the host."),
  events: z
    .array(z.string().regex(/^[a-z][a-z.-]{1,60}$/))
    .min(1)
    .max(50)
    .describe("Beginnings of what is told: `case.`, `role.given`, `program.in-force`."),
});

export const webhookRoutes: RouteModule = {
  name: "webhooks",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/webhooks",
      schema: { operationId: "webhooks", tags: ["server"], summary: "Who is told what happens", response: { 200: z.array(webhook) } },
      config: { permission: "admin" },
      handler: async () => (await listWebhooks(deps.database.sql)).map(webhookBody),
    });

    app.route({
      method: "POST",
      url: "/api/webhooks",
      schema: {
        operationId: "makeWebhook",
        tags: ["server"],
        summary: "Tell another system what happens from now on; the secret that signs is in this answer and nowhere else",
        body: newWebhook,
        response: { 201: webhook.extend({ secret: z.string() }) },
      },
      config: { permission: "admin" },
      async handler({ caller, body }, reply) {
        const by = person(caller).id;
        const url = new URL(body.url);
        refuseUnlessCallable(url, deps.config.trustedHosts.has(url.host));
        const made = await act(deps, async (tx, at) => {
          const result = await makeWebhook(tx, { url: url.href, events: body.events, by }, at);
          await append(tx, {
            at: at.toISOString(),
            by,
            what: "webhook.made",
            subject: `webhook:${result.id}`,
            data: { host: url.host, events: body.events },
          });
          return result;
        });
        return reply.code(201).send({ ...webhookBody(made), secret: made.secret });
      },
    });

    app.route({
      method: "POST",
      url: "/api/webhooks/:id/test",
      schema: {
        operationId: "tryWebhook",
        tags: ["server"],
        summary: "Send it one event now (`webhook.tried`), and say what it answered",
        params: z.object({ id: z.uuid() }),
        response: { 200: z.object({ took: z.boolean(), because: z.string().optional().describe("Why it did not take it.") }) },
      },
      config: { permission: "admin" },
      async handler({ caller, params }) {
        const webhook = (await listWebhooks(deps.database.sql)).find(({ id }) => id === params.id);
        if (!webhook) throw notThere("such webhook");
        const { sequence } = await act(deps, (tx, at) =>
          append(tx, { at: at.toISOString(), by: person(caller).id, what: "webhook.tried", subject: `webhook:${webhook.id}` }),
        );
        const [line] = await readLines(deps.database.sql, { after: sequence - 1, limit: 1 });
        const because = line && (await tryWebhook(deps, webhook, line));
        return because === undefined ? { took: true } : { took: false, because };
      },
    });

    app.route({
      method: "DELETE",
      url: "/api/webhooks/:id",
      schema: {
        operationId: "endWebhook",
        tags: ["server"],
        summary: "Tell it no more",
        params: z.object({ id: z.uuid() }),
        response: { 204: nothing },
      },
      config: { permission: "admin" },
      async handler({ caller, params }, reply) {
        await act(deps, async (tx, at) => {
          if (!(await endWebhook(tx, params.id, at))) throw notThere("such webhook");
          await append(tx, { at: at.toISOString(), by: person(caller).id, what: "webhook.ended", subject: `webhook:${params.id}` });
        });
        return reply.code(204).send();
      },
    });
  },
};

function webhookBody({ id, url, events, madeBy, madeAt, position, attempts, error, dead }: Webhook) {
  return {
    id,
    url,
    events: [...events],
    madeBy,
    madeAt: madeAt.toISOString(),
    position,
    attempts,
    dead,
    ...(error === undefined ? {} : { error }),
  };
}
