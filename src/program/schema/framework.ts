// frameworks/<id>.yaml: what a standard or maturity model asks, by its ids, in our own words, as topics that several share.
import { z } from "zod";
import { evidenceIds } from "../frameworks/types.ts";
import { byId, duration, expecting, id, localText, oneOf, schemaVersion, written } from "./text.ts";

const topic = z.strictObject({
  ask: localText.describe("What must be so, as a sentence."),
  shown: oneOf(evidenceIds).optional().describe("What a run sees by itself that shows it; somebody has to say it when absent."),
});

const item = z.strictObject({
  id: expecting(
    "the item's id as the framework has it",
    written("an id").refine((value) => /^[\w.-]{1,40}$/.test(value), { error: "is no id" }),
  ).describe("Its id in the framework."),
  group: written("a group").optional().describe("Part of the framework that it belongs to: a stage, a goal."),
  topics: z.array(id("a topic")).min(1).max(8).describe("What it asks for; all of them must be met."),
  text: localText.describe("What it asks, in a few words of our own."),
});

export const frameworkDocument = z
  .strictObject({
    schema: schemaVersion("framework"),
    framework: id("a framework").describe("Its id; the same as the file's name."),
    title: localText.describe("What it is called."),
    version: written("a version").optional().describe("Its version."),
    source: localText.optional().describe("Whose words these are, and under which licence."),
    url: expecting("an address that begins with https://", z.url({ protocol: /^https?$/ }).max(500))
      .optional()
      .describe("Where it can be read."),
    "affirmed-for": duration.optional().describe("How long an affirmation that all of it is met holds: 18m."),
    topics: byId("a topic", topic).optional().describe("Topics beside those that come with Allmend."),
    groups: z
      .record(written("a group"), localText)
      .optional()
      .describe("What its parts are called, by the name under which items refer to them."),
    items: z.array(item).max(2000).optional().describe("What it asks."),
  })
  .meta({
    title: "frameworks/<id>.yaml",
    description: "A standard or maturity model: what it asks, as topics that several of them share.",
  });

export type FrameworkDocument = z.output<typeof frameworkDocument>;
