// organization.yaml: who we are, who decides, what we make and how it reaches people.
import { z } from "zod";
import { isTimeZone } from "#kit";
import { criticalities, distributions, policyAreas } from "../model.ts";
import { businessModels } from "../business/types.ts";
import { business } from "./business.ts";
import { mailDomain } from "./affiliations.ts";
import { repositoryGlob } from "./references.ts";
import { byId, date, expecting, id, language, localText, oneOf, schemaVersion, text, written } from "./text.ts";

const unit = z.strictObject({
  id: id("a unit id").describe("Its id; products and teams refer to it."),
  name: localText.describe("What people call it."),
});

const person = id("the id of a person");

const team = z.strictObject({
  name: localText.optional().describe("What people call it; its id where nothing is said."),
  lead: person.optional().describe("Id of the person who leads it; `none` while nobody does: findings then say so."),
  members: z.array(person).optional().describe("Ids of its people. Names and addresses come from the identity provider, not from here."),
  deputies: z.array(person).optional().describe("People, or whole teams, who answer while nobody leads it."),
  unit: id("a unit id").optional().describe("Unit that it belongs to."),
  since: date()
    .optional()
    .describe("Day since when it has this role: structure follows strategy, so none is older than the strategy that it serves."),
});

const board = z.strictObject({
  name: localText.describe("What people call it."),
  lanes: z
    .record(id("a lane"), z.int().min(1).max(99))
    .describe("Points of view that must agree, and how many of each: { legal: 1, security: 1 }. Deputies count."),
  quorum: z.int().min(1).max(99).optional().describe("How many must take part for a decision to stand; all lanes together when absent."),
  meets: text()
    .optional()
    .describe("When it meets, in plain words: every Tuesday, second Tuesday of the month, every second Tuesday from 2026-11-03."),
  since: date()
    .optional()
    .describe("Day on which it was created: structure follows strategy, so it is not older than the strategy that it serves."),
});

const deliverable = z.strictObject({
  id: id("a deliverable id").describe("Its id, unique in its product."),
  kind: text().optional().describe("What it is in your own words: app, backend, library, device."),
  distribution: oneOf(distributions).describe(
    "How it reaches people: internal (stays in the house), hosted (people use it over a network), browser (code runs in their browser), distributed (they get binaries), embedded (in a device), source (they get the source).",
  ),
  repositories: z
    .array(repositoryGlob)
    .min(1)
    .describe("Repositories that it is made from: ids below the scanned folder, or globs such as claims-*."),
  "release-tags": text("a pattern of tags")
    .optional()
    .describe(
      "Which tags of its repositories are releases: a glob such as v*. Without it, tags that end in a version and are not preliminary.",
    ),
});

const openCore = z.strictObject({
  core: z.array(repositoryGlob).min(1).describe("Repositories that are open."),
  closed: z.array(repositoryGlob).describe("Repositories that are not."),
});

const product = z.strictObject({
  id: id("a product id").describe("Its id; key results, waivers and findings refer to it."),
  name: localText.optional().describe("What people call it; the id when absent."),
  unit: id("a unit id").optional().describe("Unit that it belongs to."),
  owner: id("a team id").optional().describe("Team that answers for it."),
  criticality: oneOf(criticalities).optional().describe("How much depends on it."),
  models: z
    .array(oneOf(businessModels))
    .optional()
    .describe("Business models: consumption (we use open source), licensing (dual licences), hosting, support, open-core, other."),
  business: business.optional().describe("More on its business models: reasons, where money comes from, risks."),
  differentiation: oneOf(["differentiator", "supporting", "commodity"])
    .optional()
    .describe("Whether it sets us apart, supports what does, or is a commodity that could be shared."),
  "open-core": openCore.optional().describe("Where the boundary of an open core runs."),
  deliverables: z.array(deliverable).min(1).describe("What it consists of. Obligations depend on how each reaches people."),
});

const webAddress = expecting("an address that begins with https://", z.url({ protocol: /^https?$/ }).max(500));
const contact = expecting("a mail address, or an address that begins with https://", z.union([z.email().max(200), webAddress]));

const referenceLine = z.strictObject({
  at: expecting(
    "a share such as 29%",
    written("a share such as 29%").refine((value) => /^\d{1,3}(?:\.\d{1,3})?%$/.test(value), { error: "is no share" }),
  ).describe("Where the line stands: 29%."),
  label: localText.describe("What it stands for."),
});

const site = z.strictObject({
  address: webAddress.optional().describe("Where it lies: https://opensource.example.org."),
  documents: z
    .array(oneOf(["strategy", ...policyAreas]))
    .optional()
    .describe(
      "What of the program everybody may read: strategy, areas of policies. Only what is in force is shown; without the list nothing.",
    ),
  projects: z
    .array(repositoryGlob)
    .optional()
    .describe(
      "Which repositories everybody may see: names, or globs such as open-*. Only what is published is shown; without the list nothing.",
    ),
  contacts: z
    .strictObject({
      general: contact.optional().describe("For everything else."),
      licences: contact.optional().describe("For questions on licences, notices and source."),
      security: contact.optional().describe("For reports of vulnerabilities."),
    })
    .optional()
    .describe("Whom people outside turn to: mail addresses of desks, or addresses of forms."),
});

const parameterValue = expecting(
  "a text, a number, true or false, or a list of texts",
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);

export const organizationDocument = z
  .strictObject({
    schema: schemaVersion("organization"),
    organization: text("the organisation's name").describe("Name of the organisation."),
    id: id().optional().describe("Short id; made from the name when absent."),
    extends: z
      .union([text("name@version"), z.array(text("name@version")).min(1)])
      .optional()
      .describe(
        "Packs that this program builds on: starter@1, or a list, the nearest first. `allmend diff --pack` shows where it departs from them.",
      ),
    languages: z.array(language).min(1).optional().describe("Languages of the documents; the first is the one that a plain text is in."),
    "time-zone": expecting("a time zone such as Europe/Zurich", z.string().refine(isTimeZone, { error: "is no time zone" }))
      .optional()
      .describe("Time zone in which days and weeks are counted; UTC when absent."),
    domains: z.array(mailDomain).optional().describe("Mail domains that are ours: who commits under them is one of us."),
    forges: z
      .array(expecting("a host and an organisation such as github.com/name", z.string().regex(/^[A-Za-z0-9.-]+\/[^\s]+$/)))
      .optional()
      .describe("Organisations on forges that are ours: github.com/name."),
    engineers: z
      .int()
      .min(1)
      .max(10_000_000)
      .optional()
      .describe(
        "How many people develop software with us, contractors among them where they count as staff: what shares of contributors are shares of.",
      ),
    "names-of-people": text("the legal basis")
      .optional()
      .describe(
        "Legal basis on which names of people may stand in figures: a works agreement, a consent, a law. Without one, no figure names anybody.",
      ),
    units: z.array(unit).optional().describe("Units of the organisation."),
    "units-apart": z
      .boolean()
      .optional()
      .describe(
        "Whether units are kept apart: then nobody whose role ends at a unit reads on the server what belongs to another. Auditors and administrators see all.",
      ),
    teams: byId("a team id", team).optional().describe("Teams by id."),
    executives: z.array(person).optional().describe("Ids of the executives: they approve policies and sponsor the strategy."),
    boards: byId("a board id", board).optional().describe("Boards that decide what rules cannot."),
    business: business.optional().describe("How the organisation as a whole lives with open source."),
    products: z.array(product).optional().describe("What we make."),
    "reference-lines": byId("the id of a measure", z.array(referenceLine).max(6))
      .optional()
      .describe(
        "Lines to compare shares with, by measure; they take the place of those that Allmend knows: { consumption.open-source-share: [{ at: 80%, label: our aim }] }.",
      ),
    site: site.optional().describe("The public site (`allmend report site`): what everybody may read and see, and whom they turn to."),
    parameters: z
      .record(id("the name of a parameter"), parameterValue)
      .optional()
      .describe(
        "Values for what a pack leaves open. They replace ${name} in its texts and rules, and rules may read organization.parameters.name.",
      ),
  })
  .meta({ title: "organization.yaml", description: "Who we are, who decides, what we make and how it reaches people." });

export type OrganizationDocument = z.output<typeof organizationDocument>;
