// What can be done to a case: one address each, so that each asks for its own permission.
import { z } from "zod";
import type { Permission } from "../../access/permissions.ts";
import type { App, Deps } from "../../deps.ts";
import { actOnCase, type CaseAct } from "../../office/actions.ts";
import { readPatch } from "../../office/patch.ts";
import { actorOf, answered, callerOf, officeFor, seenBy } from "./acting.ts";
import { acted, caseId, fieldValues, patchText, stateBody } from "./shapes.ts";

const text = (most: number) => z.string().trim().min(1).max(most);
const reason = text(4000);

interface Acting {
  readonly path: string;
  readonly operation: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly body: z.ZodObject;
  readonly is: CaseAct["is"];
}

const acts: readonly Acting[] = [
  {
    path: "changes",
    operation: "changeCase",
    summary: "Change a draft; later only add when something became known",
    permission: "cases:open",
    body: z.strictObject({ fields: fieldValues }),
    is: "changed",
  },
  {
    path: "submission",
    operation: "submitCase",
    summary: "Send a draft off",
    permission: "cases:open",
    body: z.strictObject({ patch: patchText.optional() }),
    is: "submitted",
  },
  {
    path: "decisions",
    operation: "decideCase",
    summary: "Decide in a lane in which one has a seat",
    permission: "cases:decide",
    body: z.strictObject({
      lane: text(80).describe("`escalation` for whoever stands above."),
      vote: z.enum(["approve", "reject", "abstain"]),
      for: text(100).optional().describe("The member for whom a deputy votes."),
      because: reason.optional().describe("A no needs it."),
      conditions: z.array(text(1000)).max(20).optional(),
      attested: z.array(text(80)).max(20).optional().describe("Ids of what the lane asks to state."),
    }),
    is: "decided",
  },
  {
    path: "questions",
    operation: "askInCase",
    summary: "Ask whoever asks; the clock stops until they answer",
    permission: "cases:decide",
    body: z.strictObject({ lane: text(80), question: reason }),
    is: "asked",
  },
  {
    path: "answers",
    operation: "answerInCase",
    summary: "Answer a question; changed fields are judged anew",
    permission: "cases:open",
    body: z.strictObject({ answer: reason, fields: fieldValues.optional() }),
    is: "answered",
  },
  {
    path: "withdrawal",
    operation: "withdrawCase",
    summary: "Take a case back",
    permission: "cases:open",
    body: z.strictObject({ because: reason }),
    is: "withdrawn",
  },
  {
    path: "moves",
    operation: "moveCase",
    summary: "Take what was approved on to its next state",
    permission: "cases:open",
    body: z.strictObject({ to: text(80), because: reason.optional() }),
    is: "moved",
  },
  {
    path: "clocks",
    operation: "meetClock",
    summary: "Say that what a clock waits for is done, with what shows it",
    permission: "cases:open",
    body: z.strictObject({ clock: text(80), evidence: reason }),
    is: "met",
  },
  {
    path: "escalation",
    operation: "escalateCase",
    summary: "Take a case to whoever stands above",
    permission: "cases:open",
    body: z.strictObject({ because: reason }),
    is: "escalate",
  },
  {
    path: "replacement",
    operation: "replaceCase",
    summary: "Say that another case takes the place of this one",
    permission: "cases:manage",
    body: z.strictObject({ case: caseId.shape.id }),
    is: "superseded",
  },
];

export function registerActs(app: App, deps: Deps): void {
  for (const { path, operation, summary, permission, body, is } of acts) {
    app.route({
      method: "POST",
      url: `/api/cases/:id/${path}`,
      schema: {
        operationId: operation,
        tags: ["cases"],
        summary,
        params: caseId,
        querystring: z.strictObject({
          seen: z.coerce
            .number()
            .int()
            .min(1)
            .optional()
            .describe("`version` that one has seen; a case that changed since is left alone (409)."),
        }),
        body,
        response: { 200: acted },
      },
      config: { permission },
      async handler(request) {
        const caller = callerOf(request);
        const { seen } = request.query;
        const { patch, ...body } = request.body as { patch?: string };
        const act = { ...body, is } as Parameters<typeof actOnCase>[3];
        const read = patch === undefined ? undefined : await readPatch(patch);
        const done = await answered(() =>
          actOnCase(officeFor(deps), actorOf(caller), request.params.id, act, {
            sees: seenBy(caller),
            ...(seen === undefined ? {} : { seen }),
            ...(read ? { patch: read } : {}),
          }),
        );
        return { case: stateBody(done.state), version: done.version };
      },
    });
  }
}
