// registers/*.yaml: what the office keeps. Each file has its own form; suppliers and what belongs to them are in procurement.ts.
import { z } from "zod";
import { mailDomain } from "./affiliations.ts";
import { project, purlRange } from "./references.ts";
import { byId, date, expecting, id, money as sum, oneOf, schemaVersion, text } from "./text.ts";

const owner = id("a team or person").describe("Team or person who answers for it.");
const money = sum.describe("What it costs a year.");

export const catalogueStates = ["known", "candidate", "approved", "hold", "avoid"] as const;

const catalogueEntry = z.strictObject({
  component: purlRange.describe("The component, with a range after @ where not every version is meant."),
  state: oneOf(catalogueStates).describe("What we say of it."),
  for: text("a sentence").optional().describe("What it is good for, so that others find it."),
  category: text("a word or two").optional().describe("What kind of thing it is, such as `web framework`: its sector on the radar."),
  owner: owner.optional(),
  because: text("a reason").optional().describe("Why."),
  evaluated: date("the day of the evaluation").optional().describe("When it was evaluated last."),
  by: owner.optional(),
  review: date("a day").optional().describe("When it is looked at again."),
  criteria: byId("a criterion", z.strictObject({ score: z.int().min(0).max(5), evidence: text().optional() }))
    .optional()
    .describe("How it did, 0 to 5, and by what that is shown."),
  alternatives: z
    .array(
      z.strictObject({
        name: text("a name"),
        kind: oneOf(["open", "commercial", "own"]).describe("Open source, bought, or made by ourselves."),
        cost: money.optional(),
        because: text().optional().describe("Why not that."),
      }),
    )
    .optional()
    .describe("What else was looked at."),
  replaces: z
    .array(id("a product id"))
    .optional()
    .describe("Products of ours that do what it does: what everybody needs is not built twice."),
});

const catalogue = z.strictObject({
  schema: schemaVersion("register"),
  components: z.array(catalogueEntry).optional().describe("Components that we have an opinion on."),
  "trusted-sources": z
    .array(
      z.strictObject({
        name: text("a name"),
        kind: oneOf(["vendor", "foundation", "registry", "mirror"]).describe("What it is."),
        because: text().optional(),
        owner: owner.optional(),
        reviewed: date().optional().describe("When it was looked at last."),
      }),
    )
    .optional()
    .describe("Where we take software from without asking further."),
  investigations: z
    .array(
      z.strictObject({
        product: id("a product id"),
        on: date(),
        result: text("what came out").describe("Which open source alternatives were looked at, and what came out."),
      }),
    )
    .optional()
    .describe("Alternatives that were looked at before something was built or bought."),
});

const owners = z.strictObject({
  schema: schemaVersion("register"),
  owners: z.array(
    z.strictObject({
      component: purlRange,
      owner,
      deputy: owner.optional(),
      product: id("a product id").optional().describe("Only where this product uses it."),
      confirmed: date().optional().describe("When they said last that they still do it."),
    }),
  ),
});

const forks = z.strictObject({
  schema: schemaVersion("register"),
  forks: z.array(
    z.strictObject({
      upstream: project.describe("The project that we changed."),
      repository: id("a repository").optional().describe("Where our copy lies."),
      because: text("a reason").describe("Why we carry changes."),
      owner: owner.optional(),
      plan: text().optional().describe("How they go back."),
      review: date("a day").optional().describe("When we look again."),
      patches: z
        .array(z.strictObject({ what: text(), url: text().optional(), "kept-because": text().optional() }))
        .optional()
        .describe("Each change, where it was offered, or why it was not."),
    }),
  ),
});

const support = z.strictObject({
  schema: schemaVersion("register"),
  support: z.array(
    z.strictObject({
      component: purlRange,
      plan: oneOf(["internal", "community", "aggregator", "vendor", "none"]).describe("Who supports it; none: the risk is accepted."),
      provider: text().optional(),
      until: date().optional().describe("Last day of the support."),
      cost: money.optional(),
      because: text().optional(),
    }),
  ),
});

const archives = z.strictObject({
  schema: schemaVersion("register"),
  archives: z.array(
    z.strictObject({
      component: purlRange.describe("What was archived: a version of it, where not all is kept."),
      location: text("a place").describe("Where its source lies with us."),
      digest: text().optional().describe("SHA-256 of the archive."),
      archived: date("the day of the archiving").optional(),
      until: date().optional().describe("Last day on which we keep it."),
      owner: owner.optional(),
      because: text().optional().describe("Why we keep it, such as a release that was passed on."),
    }),
  ),
});

const agreement = z.strictObject({
  kind: oneOf(["ICLA", "CCLA", "ECLA"]).describe("Of one person, of a company, of an employee under a company's."),
  direction: oneOf(["outbound", "inbound"]).describe("outbound: we signed it for a project of others; inbound: others signed it for ours."),
  project: project.optional().describe("Project or foundation repository for which it was signed; all of the counterparty when absent."),
  counterparty: text("a name").describe("With whom."),
  version: text().optional(),
  signed: date("the day of signing"),
  ends: date("the last day").optional(),
  revoked: date("the day on which it was revoked").optional(),
  products: z.array(id("a product id")).optional().describe("Our products that it covers (inbound); all when absent."),
  relicensing: z.boolean().optional().describe("It gives the right to pass contributions on under other licences (inbound)."),
  covers: z
    .strictObject({
      people: z.array(id("a person")).optional(),
      emails: z.array(text("an e-mail address")).optional(),
      domains: z.array(mailDomain).optional(),
      logins: z.array(text("a login")).optional(),
      organizations: z.array(text("an organisation")).optional(),
    })
    .describe("Whom it covers, by what."),
});

const agreements = z.strictObject({ schema: schemaVersion("register"), agreements: byId("the id of an agreement", agreement) });

const memberships = z.strictObject({
  schema: schemaVersion("register"),
  memberships: byId(
    "the id of a membership",
    z.strictObject({
      organization: text("a name").describe("The foundation or body."),
      owner: owner.optional(),
      case: text("a reason").optional().describe("Business case: what we want from it."),
      objective: id("an objective").optional().describe("Objective of the strategy that it serves."),
      since: date().optional(),
      renewal: date().optional().describe("When it is renewed, or not."),
      cost: money.optional(),
    }),
  ).optional(),
  sponsorships: byId(
    "the id of a sponsorship",
    z.strictObject({
      beneficiary: text("a name"),
      owner: owner.optional(),
      objective: id("an objective").optional(),
      until: date().optional(),
      cost: money.optional(),
    }),
  ).optional(),
});

const collaborations = z.strictObject({
  schema: schemaVersion("register"),
  collaborations: byId(
    "the id of a collaboration",
    z.strictObject({
      partners: z.array(text("a name")).min(1),
      problem: text("a sentence").describe("The shared problem."),
      governance: text().optional(),
      share: expecting("a share from 0 to 1", z.number().min(0).max(1)).optional().describe("Our part of the cost."),
      owner: owner.optional(),
      review: date().optional(),
    }),
  ),
});

const training = z.strictObject({
  schema: schemaVersion("register"),
  trainings: byId(
    "the id of a training",
    z.strictObject({
      title: text("a title"),
      evidence: z
        .array(z.strictObject({ person: id("a person"), on: date(), result: oneOf(["passed", "attended"]) }))
        .describe("Who took part, when; passed where competence was assessed."),
    }),
  ),
});

const events = z.strictObject({
  schema: schemaVersion("register"),
  events: byId(
    "the id of an event",
    z.strictObject({
      title: text("a title"),
      on: date(),
      kind: oneOf(["talk", "meetup", "conference", "hackathon", "training", "other"]),
      where: text().optional(),
      owner: owner.optional(),
    }),
  ),
});

const innerSource = z.strictObject({
  schema: schemaVersion("register"),
  projects: z.array(
    z.strictObject({
      repository: id("a repository").describe("Where it lies."),
      for: text("a sentence").describe("What it is for, so that others find it."),
      owner: owner.optional(),
      since: date().optional(),
    }),
  ),
});

const ambassadors = z.strictObject({
  schema: schemaVersion("register"),
  ambassadors: z.array(
    z.strictObject({
      person: id("a person").describe("Id of the person; names come from the identity provider."),
      unit: id("a unit").optional().describe("Unit for which they are there."),
      since: date().optional(),
      until: date().optional(),
    }),
  ),
});

const recognition = z.strictObject({
  schema: schemaVersion("register"),
  recognition: z
    .array(
      z.strictObject({
        on: date(),
        for: text("a sentence").describe("What was done."),
        team: id("a team").optional().describe("Team that did it."),
        with: z.array(text("a name")).optional().describe("Who agreed to be named."),
      }),
    )
    .describe("What deserved thanks, newest last. Nobody is counted, and nothing is ordered by anything but the day."),
});

/** By file name without ending. */
export const registerSchemas = {
  catalogue: catalogue.meta({ title: "registers/catalogue.yaml", description: "Components with an opinion, and whom we trust." }),
  owners: owners.meta({ title: "registers/owners.yaml", description: "Who answers for a component with us." }),
  forks: forks.meta({ title: "registers/forks.yaml", description: "Changes of our own that we carry." }),
  support: support.meta({ title: "registers/support.yaml", description: "Who supports a component." }),
  archives: archives.meta({ title: "registers/archives.yaml", description: "Sources of others that we keep." }),
  agreements: agreements.meta({ title: "registers/agreements.yaml", description: "Contributor agreements, and whom they cover." }),
  memberships: memberships.meta({ title: "registers/memberships.yaml", description: "Memberships and sponsorships." }),
  collaborations: collaborations.meta({ title: "registers/collaborations.yaml", description: "What we do together with others." }),
  training: training.meta({ title: "registers/training.yaml", description: "Trainings, with evidence." }),
  "inner-source": innerSource.meta({
    title: "registers/inner-source.yaml",
    description: "Projects inside that are open to everybody inside.",
  }),
  ambassadors: ambassadors.meta({ title: "registers/ambassadors.yaml", description: "Who speaks for open source where they work." }),
  recognition: recognition.meta({ title: "registers/recognition.yaml", description: "What deserved thanks." }),
  events: events.meta({ title: "registers/events.yaml", description: "Talks and meetings." }),
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** What the registers say; absent where the file is. */
export type Registers = { readonly [Name in keyof typeof registerSchemas]?: z.output<(typeof registerSchemas)[Name]> };
export type Agreement = z.output<typeof agreement>;
