// Shapes of the pages about products, duties, suppliers and the catalogue.
import { z } from "zod";
import { languages } from "#look";
import { releaseStates } from "#program";
import { reasonsAgainst } from "../../portal/release-steps.ts";
import { outcome } from "./inventory-bodies.ts";

const text = z.string().optional();
export const dutyState = z.enum(["open", "fulfilled", "not-applicable", "standing", "unknown"]);

export const dutySumsBody = z
  .object({ product: z.string(), name: z.string(), owner: text, open: z.int(), unknown: z.int(), done: z.int(), standing: z.int() })
  .meta({ id: "DutySums" });

export const dutyLicenceBody = z
  .object({
    license: z.string(),
    asks: z.array(z.object({ kind: z.string(), text: z.string() })),
    products: z.array(z.string()),
    duties: z.int(),
    open: z.int(),
    unknown: z.int(),
  })
  .meta({ id: "DutyLicence" });

export const dutyLineBody = z
  .object({
    id: z.string(),
    product: z.string(),
    deliverables: z.array(z.string()),
    kind: z.string(),
    text: z.string(),
    license: z.string(),
    source: z.string(),
    confidence: z.number(),
    state: dutyState,
    stateText: z.string(),
    evidence: text,
    because: text,
    owner: text,
    due: text,
    components: z.int().describe("How many versions ask for it."),
    named: z.array(z.object({ component: z.int(), purl: z.string(), name: z.string(), version: z.string() })).describe("A few of them."),
  })
  .meta({ id: "DutyLine" });

const release = z.object({
  version: z.string(),
  state: z.enum(releaseStates),
  inventory: text.describe("Digest of what was frozen."),
  archive: text,
  next: z
    .object({
      to: z.enum(releaseStates),
      against: z
        .array(
          z.object({
            reason: z.enum(reasonsAgainst),
            count: z.int().describe("How many are open; 0 where nothing is counted."),
          }),
        )
        .describe("Why it would not be taken now, by what is known. Files and the place of the archive come with the step."),
    })
    .optional()
    .describe("Absent where its way has ended."),
  steps: z.array(z.object({ to: z.string(), at: z.string(), by: text, because: text })),
  artifacts: z.array(z.object({ kind: z.string(), file: z.string(), sha256: z.string() })),
});

export const productPageBody = z
  .object({
    id: z.string(),
    name: z.string(),
    unit: text,
    owner: text,
    criticality: z.string(),
    models: z.array(z.string()),
    deliverables: z.array(z.object({ id: z.string(), distribution: z.string(), repositories: z.array(z.string()) })),
    repositories: z.array(z.object({ id: z.int(), name: z.string() })),
    components: z.int(),
    uses: z.int(),
    gate: z.object({
      state: z.enum(["clear", "review", "stopped", "unread"]).describe("`unread`: nothing of it was read yet."),
      deny: z.int(),
      review: z.int(),
      warn: z.int(),
      dutiesOpen: z.int(),
      dutiesDone: z.int(),
      unknownLicenses: z.int(),
    }),
    open: z.array(
      z.object({
        rule: z.string(),
        outcome,
        statement: z.string(),
        remedy: text,
        count: z.int(),
        examples: z.array(z.object({ id: z.string(), label: z.string(), component: z.int().optional() })),
      }),
    ),
    unknownNames: z.array(z.string()).describe("A few of those of which nobody knows the licence."),
    releases: z.array(release),
    artefacts: z
      .array(
        z.object({
          kind: z.string(),
          formats: z.array(z.string()),
          complete: z.boolean().describe("Made from what is stored; otherwise texts that lie beside packages are missing."),
        }),
      )
      .describe("What can be made for a release."),
  })
  .meta({ id: "ProductPage" });

const supply = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  products: z.array(z.string()),
  state: z.enum(["none", "requested", "received", "validated", "gaps", "remediation", "accepted", "refused"]),
  stateText: z.string(),
  version: text,
  due: text,
  gaps: z.array(z.string()).describe("In sentences."),
  components: z.int(),
  worst: outcome.optional(),
  worstOf: z.array(z.string()),
  undeclared: z.array(z.string()).optional().describe("Found in its code, and not declared; absent where we hold no code."),
  clausesMissing: z.array(z.string()),
  supportUntil: text,
  neededUntil: text,
  renewalDays: z.int().optional(),
});

export const suppliersBody = z
  .object({
    suppliers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        tier: z.enum(["low", "medium", "high"]),
        language: z.enum(languages).optional().describe("Of letters to it."),
        openChain: z.object({ standard: z.string(), affirmed: z.string(), valid: z.boolean() }).optional(),
        items: z.array(supply),
      }),
    ),
  })
  .meta({ id: "SuppliersPage" });

const cost = z.object({ amount: z.number(), currency: z.string() }).optional();

export const catalogueEntryBody = z
  .object({
    component: z.string().describe("Package URL, with a range where not every version is meant."),
    name: z.string(),
    type: z.string(),
    ecosystem: z.string(),
    state: z.enum(["known", "candidate", "approved", "hold", "avoid"]),
    for: text,
    category: text,
    because: text,
    owner: text,
    by: text,
    evaluated: text,
    review: text,
    criteria: z.array(z.object({ id: z.string(), score: z.int(), evidence: text })),
    alternatives: z.array(z.object({ name: z.string(), kind: z.enum(["open", "commercial", "own"]), cost, because: text })),
    used: z.object({ id: z.int(), uses: z.int(), products: z.int() }).optional().describe("Absent where nobody uses it."),
    written: z.record(z.string(), z.unknown()).describe("As the register holds it: what a change starts from."),
  })
  .meta({ id: "CatalogueEntry" });

export const cataloguePageBody = z
  .object({
    today: z.string(),
    entries: z.array(catalogueEntryBody),
    trusted: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(["vendor", "foundation", "registry", "mirror"]),
        because: text,
        owner: text,
        reviewed: text,
      }),
    ),
    investigations: z.array(z.object({ product: z.string(), on: z.string(), result: z.string() })),
    approvals: z
      .array(z.object({ id: z.string(), component: z.string(), at: z.string(), product: text, conditions: z.array(z.string()) }))
      .describe("Uses that were approved and still hold."),
  })
  .meta({ id: "CataloguePage" });
