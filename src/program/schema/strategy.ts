// strategy.md: what the organisation wants from open source. Front matter for the machine; the body is the strategy itself.
import { z } from "zod";
import { activityKinds, activityStates, documentStates, rungs } from "../model.ts";
import { project, targetPattern } from "./references.ts";
import { byId, date, duration, expecting, id, language, localText, money, oneOf, schemaVersion, text, written } from "./text.ts";

const keyResult = z.strictObject({
  measure: id("the id of a measure").describe("Measure that tells whether the objective is met: delivery.lead-time, or its number K-01."),
  of: expecting("a product id, or * for all", z.string().min(1).max(80))
    .optional()
    .describe("Product that is measured; * for every product; the organisation when absent."),
  baseline: written("a value").optional().describe("Where we stand: a number with its unit, 21d, 40%."),
  target: expecting(
    "a number with its unit, such as 80% or 2d",
    written("a number with its unit").refine((value) => targetPattern.test(value), { error: "is no number with a unit" }),
  ).describe("Where we want to be: a number with its unit, 2d, 80%, 0."),
  age: duration.optional().describe("Only what is at least this old counts: open findings older than 30d."),
  due: date().optional().describe("Day by which the target is met."),
});

const objective = z.strictObject({
  id: id("an objective id").describe("Its id; activities refer to it."),
  statement: localText.describe("The objective in one sentence."),
  from: id().optional().describe("Sample objective that it comes from, such as lower-development-cost."),
  "key-results": z.array(keyResult).optional().describe("How we see that it is met."),
});

const strength = z.int().min(1).max(3);
const link = expecting(
  "1, 2 or 3, or { strength: 2, effect: … }",
  z.union([strength, z.strictObject({ strength, effect: localText.describe("What we expect it to do for the objective.") })]),
);

const phase = z.strictObject({
  id: written("a phase such as now or 2027").describe("Its name; activities refer to it."),
  title: localText.optional().describe("What it is about, in a few words."),
  from: date("the first day").describe("First day."),
  until: date("the last day").describe("Last day; phases do not overlap."),
});

const activity = z.strictObject({
  id: id("an activity id").describe("Its id; policies and rules say which activities they serve."),
  title: localText.describe("What is done, in a few words."),
  kind: oneOf(activityKinds).describe("What it is: consume, participate, contribute, lead, govern, educate, sponsor."),
  owner: id("a team id").optional().describe("Team that does it."),
  phase: written("a phase such as now or 2027").optional().describe("When: now, next, later, a year."),
  from: date("the first day").optional().describe("First day of the work."),
  until: date("the last day").optional().describe("Last day of the work."),
  after: z.array(id("an activity id")).optional().describe("Activities that must be done before it can begin."),
  state: oneOf(activityStates).optional().describe("How far it is: planned, in-progress, done, dropped."),
  budget: money.optional().describe("What it may cost: { amount: 40000, currency: CHF }."),
  serves: z
    .record(id("an objective id"), link)
    .optional()
    .describe(
      "Objectives that it serves, and how much: 1 a little, 2 clearly, 3 decisively; { strength: 3, effect: … } says what we expect of it.",
    ),
});

const upstream = z.strictObject({
  project: project.describe("The project: a package URL without version, or the address of its repository."),
  wanted: oneOf(rungs).describe("Where we want to stand: consumer, participant, contributor, leader."),
  because: text("a reason").optional().describe("Why."),
});

const inherits = expecting("all, none, or a list of objective ids", z.union([oneOf(["all", "none"]), z.array(id("an objective id"))]));

export const strategyDocument = z
  .strictObject({
    schema: schemaVersion("strategy"),
    strategy: localText.describe("Title of the strategy."),
    version: written("a version such as 2026.2").optional().describe("Version of this document."),
    state: oneOf(documentStates).describe("draft, consultation, approved, in-force, review-due or superseded."),
    language: language.optional().describe("Language of this page; the organisation's first when absent."),
    owner: id("a team id").optional().describe("Team that keeps it."),
    sponsor: id("an executive, team or person").optional().describe("Who answers for it: an executive, a team, a person."),
    approved: date().optional().describe("Day on which it was approved."),
    "in-force": date().optional().describe("Day from which it holds."),
    review: date().optional().describe("Day by which it is looked at again; every six to twelve months."),
    inherits: inherits
      .optional()
      .describe(
        "Objectives taken over from the pack: all (default), none, or a list. Activities come with the objectives that they serve.",
      ),
    phases: z.array(phase).optional().describe("Stretches of time, in their order; where there are some, activities name one of them."),
    objectives: z.array(objective).optional().describe("What we want."),
    activities: z.array(activity).optional().describe("What we do for it."),
    upstreams: z.array(upstream).optional().describe("Where we want to stand in the projects that we depend on."),
  })
  .meta({
    title: "strategy.md, front matter",
    description: "What the organisation wants from open source, what it does for it, and how it sees that it works.",
  });

export const strategyTranslation = z
  .strictObject({
    schema: schemaVersion("strategy-translation"),
    strategy: text().optional().describe("Title in this language."),
    objectives: byId("an objective id", text()).optional().describe("Statements in this language, by objective id."),
    activities: byId("an activity id", text()).optional().describe("Titles in this language, by activity id."),
  })
  .meta({ title: "strategy.<language>.md, front matter", description: "The strategy's words in another language; the body is its prose." });

export type StrategyDocument = z.output<typeof strategyDocument>;
