// How somebody is told: by mail and when, and the calendar of their dates.
import { z } from "zod";
import { calendarOwner, dropCalendar, makeCalendar, setWish, wishOf } from "#store";
import { notThere } from "../access/caller.ts";
import { personCaller } from "../access/callers.ts";
import { act, activePerson, note } from "../people/acts.ts";
import { calendarText } from "../notify/calendar.ts";
import { datesOf } from "../notify/dates.ts";
import { wordsOf } from "#look";
import { person } from "./me.ts";
import { nothing } from "./shared.ts";
import type { RouteModule } from "./index.ts";

const wish = z
  .strictObject({
    mail: z
      .enum(["at-once", "daily", "weekly", "never"])
      .describe("What cannot wait (overdue, escalated) is sent at once unless it says never; the portal shows everything."),
    language: z.enum(["en", "de"]).optional().describe("The organisation's first language where absent."),
  })
  .meta({ id: "NoticeWish" });

export const notificationRoutes: RouteModule = {
  name: "notifications",
  register(app, deps) {
    const { sql } = deps.database;

    app.route({
      method: "GET",
      url: "/api/me/notifications",
      schema: { operationId: "myNoticeWish", tags: ["me"], summary: "How I am told", response: { 200: wish } },
      config: { permission: "notifications:own" },
      async handler({ caller }) {
        const { mail, language } = await wishOf(sql, person(caller).id);
        return { mail, ...(language === undefined ? {} : { language }) };
      },
    });

    app.route({
      method: "PUT",
      url: "/api/me/notifications",
      schema: { operationId: "setNoticeWish", tags: ["me"], summary: "Choose how I am told", body: wish, response: { 204: nothing } },
      config: { permission: "notifications:own" },
      async handler({ caller, body }, reply) {
        const { id } = person(caller);
        await act(deps, async (tx, at) => {
          await activePerson(tx, id);
          await setWish(tx, id, { mail: body.mail, language: body.language });
          await note(tx, at, id, "notices.chosen", id, { data: { mail: body.mail } });
        });
        return reply.code(204).send();
      },
    });

    app.route({
      method: "POST",
      url: "/api/me/calendar",
      schema: {
        operationId: "makeCalendar",
        tags: ["me"],
        summary: "A private address of my dates for a calendar; the one before ends",
        response: { 201: z.object({ url: z.url() }) },
      },
      config: { permission: "signed-in" },
      async handler({ caller }, reply) {
        const { id } = person(caller);
        const secret = await act(deps, async (tx, at) => {
          await activePerson(tx, id);
          const made = await makeCalendar(tx, id, at);
          await note(tx, at, id, "calendar.made", id);
          return made;
        });
        return reply.code(201).send({ url: new URL(`/api/calendar/${secret}.ics`, deps.config.url).href });
      },
    });

    app.route({
      method: "DELETE",
      url: "/api/me/calendar",
      schema: { operationId: "dropCalendar", tags: ["me"], summary: "End the address of my calendar", response: { 204: nothing } },
      config: { permission: "signed-in" },
      async handler({ caller }, reply) {
        const { id } = person(caller);
        await act(deps, async (tx, at) => {
          if (!(await dropCalendar(tx, id))) throw notThere("calendar of yours");
          await note(tx, at, id, "calendar.ended", id);
        });
        return reply.code(204).send();
      },
    });

    app.route({
      method: "GET",
      url: "/api/calendar/:address",
      schema: {
        operationId: "calendar",
        tags: ["me"],
        summary: "Dates of somebody as iCalendar; whoever has the address may read it",
        params: z.object({ address: z.string().regex(/^[\w-]{43}\.ics$/, { error: "is no address of a calendar" }) }),
        response: { 200: { description: "iCalendar.", content: { "text/calendar": { schema: z.string() } } } },
      },
      config: { permission: "public" },
      async handler({ params }, reply) {
        const owner = await calendarOwner(sql, params.address.slice(0, -".ics".length));
        if (!owner) throw notThere("such calendar");
        const { program } = await deps.program();
        const language = (await wishOf(sql, owner.id)).language ?? program.organization.languages[0] ?? "en";
        const caller = await personCaller({ sql, clock: deps.clock, program: deps.program, config: deps.config }, owner);
        const entries = await datesOf(sql, caller, program, language, deps.config.url);
        const text = calendarText(wordsOf(language).server.calendar.name, entries, deps.config.url.hostname, deps.clock());
        return reply.type("text/calendar; charset=utf-8").header("cache-control", "private, max-age=900").serializer(String).send(text);
      },
    });
  },
};
