// Shapes of the pages about communities.
import { z } from "zod";

const line = {
  id: z.string(),
  products: z.array(z.string()),
  state: z.enum(["archived", "incubating", "released", "quiet", "developing", "unknown"]),
  published: z.boolean(),
  license: z.string().optional(),
  checks: z.object({ passed: z.int(), all: z.int(), unknown: z.int() }),
  commits: z.int().optional().describe("In a year."),
  activity: z.array(z.int()).optional().describe("Contributions in 24 parts of two years, the oldest first."),
};
const check = z.object({
  id: z.string(),
  title: z.string(),
  remedy: z.string(),
  group: z.string(),
  outcome: z.enum(["fail", "hint", "unknown", "pass"]),
  place: z.string().optional(),
});
const sentences = z.array(z.string());
const band = z.array(z.int().nullable());
const stream = z
  .object({ ours: band.optional(), others: band, unaffiliated: band })
  .nullable()
  .optional()
  .describe(
    "People in each of eight quarters, the oldest first, null where fewer than five; null as a whole where the stored result does not hold it.",
  );
const phase = z.enum(["pre-proposal", "incubating", "mature", "archived"]);

export const projectLineBody = z.object(line).meta({ id: "ProjectLine" });

export const projectBody = z
  .object({
    ...line,
    community: z.object({ contributions: sentences, people: sentences, concentration: sentences, releases: sentences, stream }).optional(),
    phase: z
      .object({ now: phase.optional(), next: phase.optional(), all: z.int(), met: z.int(), missing: z.array(check) })
      .describe("The phase that follows, and which of its conditions do not hold or are not known."),
    missing: z.array(check),
    passes: z.array(check),
  })
  .meta({ id: "ProjectPage" });

const rung = z.enum(["consumer", "participant", "contributor", "leader"]);

export const upstreamsBody = z
  .object({
    projects: z.array(
      z.object({
        project: z.string(),
        dependence: z.string(),
        uses: z.int(),
        products: z.int(),
        criticality: z.string(),
        rung: rung.optional(),
        wanted: rung.optional(),
        below: z.boolean().optional(),
        because: z.string().optional(),
        ours: sentences,
        concentration: sentences,
        license: z.string().optional(),
        singleVendor: z.boolean().optional(),
        clone: z.boolean(),
      }),
    ),
    cloneFirst: z.array(z.object({ package: z.string(), dependence: z.string() })),
  })
  .meta({ id: "UpstreamsPage" });

const money = z.object({ amount: z.number(), currency: z.string() }).optional();
const text = z.string().optional();

export const registersBody = z
  .object({
    today: z.string(),
    agreements: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(["ICLA", "CCLA", "ECLA"]),
        direction: z.enum(["outbound", "inbound"]),
        project: text,
        counterparty: z.string(),
        version: text,
        signed: z.string(),
        ends: text,
        revoked: text,
        products: z.array(z.string()).optional(),
        inForce: z.boolean(),
        people: z.int().describe("How many are named in it."),
        domains: z.array(z.string()),
        organizations: z.array(z.string()),
      }),
    ),
    memberships: z.array(
      z.object({
        id: z.string(),
        organization: z.string(),
        owner: text,
        case: text,
        objective: text,
        since: text,
        renewal: text,
        cost: money,
      }),
    ),
    sponsorships: z.array(z.object({ id: z.string(), beneficiary: z.string(), owner: text, objective: text, until: text, cost: money })),
    collaborations: z.array(
      z.object({
        id: z.string(),
        partners: z.array(z.string()),
        problem: z.string(),
        governance: text,
        share: z.number().optional(),
        owner: text,
        review: text,
      }),
    ),
    events: z.array(z.object({ id: z.string(), title: z.string(), on: z.string(), kind: z.string(), where: text, owner: text })),
    recognition: z.array(z.object({ on: z.string(), for: z.string(), team: text, with: z.array(z.string()).optional() })),
    forks: z.array(z.object({ upstream: z.string(), because: z.string(), owner: text, plan: text, review: text, patches: z.int() })),
  })
  .meta({ id: "CommunityRegisters" });
