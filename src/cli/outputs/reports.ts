// What `allmend report` prints as JSON: artefacts of a release.
import { z } from "zod";
import { compatibility, obligation } from "./result.ts";
import { counted, finding, problem } from "./shared.ts";

const frame = {
  product: z.string(),
  version: z.string().optional().describe("The release."),
  now: z.string(),
  tool: z.string(),
  knowledge: z.string().describe("The licence knowledge used."),
  inventory: z.string().describe("Digest of what is delivered: sha256:…"),
  disclaimer: z.string(),
};

const packaged = z.strictObject({ purl: z.string(), name: z.string(), version: z.string(), license: z.string().optional() });

const noticeText = z.strictObject({
  identity: z.string().describe("Of the words of the text."),
  license: z.string().nullable().describe("Recognised in it."),
  body: z.string(),
  packages: z.array(
    packaged.extend({
      copyrights: z.array(z.string()),
      own: z.boolean().describe("It brings the text itself; else it is that of the SPDX list."),
    }),
  ),
});

export const notices = z
  .strictObject({
    schema: z.literal("allmend.notices/1"),
    ...frame,
    packages: counted,
    texts: z.array(noticeText),
    notices: z.array(noticeText).describe("NOTICE files."),
    textless: z
      .array(packaged.extend({ missing: z.array(z.string()).describe("Licences and exceptions whose text is to be added.") }))
      .describe("A licence is named, and of some of it no text was found."),
    unknown: z.array(packaged).describe("Neither a licence nor a text."),
  })
  .meta({ title: "Notices", description: "allmend report notices --format json." });

const source = z.strictObject({
  purl: z.string(),
  name: z.string(),
  version: z.string(),
  licenses: z.array(z.string()).describe("Licences that ask for it."),
  from: z.string().optional(),
  checksum: z.string().optional(),
  network: z.boolean().describe("Owed to people on the network."),
  state: obligation.shape.state,
});

export const sources = z
  .strictObject({ schema: z.literal("allmend.sources/1"), ...frame, sources: z.array(source) })
  .meta({ title: "Source to ship", description: "allmend report sources --format json." });

export const offer = z
  .strictObject({
    schema: z.literal("allmend.offer/1"),
    ...frame,
    contact: z.string().optional(),
    years: counted,
    components: z.array(source),
  })
  .meta({ title: "Written offer", description: "allmend report offer --format json." });

export const compliance = z
  .strictObject({
    schema: z.literal("allmend.compliance/1"),
    ...frame,
    figures: z.strictObject({
      inventory: z.string().optional(),
      findingsOpen: counted,
      obligationsOpen: counted,
      unknownLicenses: counted,
    }),
    findings: z.array(finding),
    duties: z.array(obligation),
    compatibility: z.array(compatibility),
    unknown: z.array(z.string()).describe("Components without a known licence."),
    releases: z.array(z.looseObject({ version: z.string(), state: z.string() })),
    refused: z.array(z.looseObject({ version: z.string(), message: z.string() })).describe("Steps that records claim and guards refuse."),
  })
  .meta({ title: "Compliance of a product", description: "allmend report compliance --format json." });

const organization = {
  organization: z.string(),
  now: z.string(),
  against: z.string().optional().describe("The day of the earlier result."),
  tool: z.string(),
  knowledge: z.string().describe("The licence knowledge used."),
  disclaimer: z.string(),
  documentErrors: z
    .array(problem)
    .optional()
    .describe("Errors in the documents of the program; what is wrong was left out. Absent where there is none."),
};

const spoken = z.strictObject({
  rule: z.string().describe("The rule that says it."),
  priority: counted.describe("0 to 100, the heaviest first."),
  state: z.enum(["allow", "warn", "review", "deny", "unknown", "none"]),
  title: z.string(),
  text: z.string(),
});

const snapshot = z.strictObject({
  denied: counted,
  review: counted,
  unknownLicenses: counted,
  duties: counted,
  vulnerabilities: counted.optional().describe("Absent where no source of them was given."),
  onTrack: counted.optional().describe("Objectives; absent where none can be measured."),
  measured: counted.describe("Objectives that can be measured."),
});

export const executive = z
  .strictObject({
    schema: z.literal("allmend.executive/1"),
    ...organization,
    messages: z.array(spoken).describe("Three at the most."),
    ask: spoken.optional().describe("The heaviest of the decisions wanted."),
    decisions: z.array(spoken),
    notSaid: z.array(z.strictObject({ rule: z.string(), priority: counted })).describe("Messages that weigh less."),
    figures: snapshot,
    before: snapshot.optional(),
    unknown: z.array(z.string()).describe("What nobody knows, in words."),
  })
  .meta({ title: "The page for executives", description: "allmend report executive --format json." });

export const strategyReport = z
  .strictObject({
    schema: z.literal("allmend.strategy-report/1"),
    ...organization,
    state: z.string().optional(),
    version: z.string().optional(),
    objectives: z.array(
      z.strictObject({
        id: z.string(),
        state: z.enum(["met", "on-track", "behind", "unknown"]),
        keyResults: z.array(
          z.strictObject({
            measure: z.string(),
            due: z.string().optional(),
            target: z.number().optional().describe("In the unit of the measure."),
            baseline: z.number().optional(),
            expected: z.number().optional().describe("By now, on the line from baseline to target."),
            wants: z.enum(["more", "less"]).optional(),
            readings: z.array(z.strictObject({ subject: z.string(), value: z.number().nullable(), estimate: z.literal(true).optional() })),
            state: z.enum(["met", "on-track", "behind", "unknown"]),
            reason: z.string().optional(),
          }),
        ),
      }),
    ),
    upstreams: z.array(
      z.strictObject({ project: z.string(), rung: z.string().optional(), wanted: z.string().optional(), below: z.boolean().optional() }),
    ),
    culture: z
      .strictObject({
        trainings: z.array(
          z.strictObject({ id: z.string(), title: z.string(), attended: counted, passed: counted, last: z.string().optional() }),
        ),
        ambassadors: z.array(z.strictObject({ unit: z.string().optional(), count: counted })),
        events: z.array(z.strictObject({ on: z.string(), kind: z.string(), title: z.string() })),
        recognition: z.array(
          z.strictObject({
            on: z.string(),
            for: z.string(),
            team: z.string().optional(),
            with: z.array(z.string()).describe("Who agreed to be named."),
          }),
        ),
        innerSource: z.array(
          z.strictObject({
            repository: z.string(),
            for: z.string(),
            owner: z.string().optional(),
            read: z.boolean().describe("In this run."),
          }),
        ),
        missing: z.array(z.string()).describe("Registers that are not there: of them nothing is known."),
      })
      .describe("Culture and people, from the registers."),
    breaks: z.array(z.strictObject({ kind: z.string(), id: z.string(), name: z.record(z.string(), z.string()) })),
  })
  .meta({ title: "The strategy as it stands", description: "allmend report strategy --format json." });

export const policiesReport = z
  .strictObject({
    schema: z.literal("allmend.policies-report/1"),
    ...organization,
    policies: z.array(
      z.strictObject({
        area: z.string(),
        state: z.string(),
        coverage: z.strictObject({ covered: counted, all: counted }).describe("Sentences that a rule stands under, of all that bind."),
        rules: counted,
        off: z.array(z.strictObject({ rule: z.string(), because: z.string() })),
        acknowledgements: counted.describe("People, each once."),
        lastAcknowledged: z.string().optional().describe("When the last of them did."),
      }),
    ),
  })
  .meta({ title: "The policies as they stand", description: "allmend report policies --format json." });

export const openSourceReport = z
  .strictObject({
    schema: z.literal("allmend.open-source-report/1"),
    ...organization,
    components: counted,
    licenses: z.array(z.strictObject({ strength: z.string(), components: counted })),
    given: z.array(z.strictObject({ project: z.string(), commits: counted, rung: z.string().optional() })).describe("In the last year."),
    published: z.array(z.strictObject({ id: z.string(), license: z.string().optional() })),
  })
  .meta({ title: "The yearly report to the public", description: "allmend report open-source --format json." });

const said = z.strictObject({ by: z.string().optional(), at: z.string(), because: z.string().optional(), until: z.string().optional() });

export const conformance = z
  .strictObject({
    schema: z.literal("allmend.conformance/1"),
    ...organization,
    frameworks: z.array(
      z.strictObject({
        id: z.string(),
        version: z.string().optional(),
        met: counted,
        partly: counted,
        open: counted,
        affirmation: z
          .strictObject({
            at: z.string(),
            by: z.string().optional(),
            until: z.string().optional(),
            holds: z.boolean(),
            daysLeft: z.int().optional(),
          })
          .optional()
          .describe("The last time that somebody affirmed the whole."),
        items: z.array(
          z.strictObject({
            id: z.string(),
            state: z.enum(["met", "partly", "open"]),
            topics: z.array(
              z.strictObject({
                id: z.string(),
                state: z.enum(["said", "shown", "partly", "not-shown", "refused", "expired", "open"]),
                evidence: z
                  .strictObject({
                    shows: z.string(),
                    state: z.enum(["yes", "partly", "no"]),
                    count: z.strictObject({ is: counted, of: counted }).optional(),
                  })
                  .optional()
                  .describe("What the run saw."),
                said: said.optional().describe("What somebody put on record."),
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .meta({ title: "What standards and models of maturity ask", description: "allmend report conformance --format json." });

export const analysis = z
  .strictObject({
    schema: z.literal("allmend.analysis/1"),
    ...organization,
    business: z.looseObject({ state: z.string() }).optional().describe("As organization.yaml has it."),
    rung: z.string().optional().describe("The highest whose contents, and those below, are all met; absent below the first."),
    ladder: z.array(
      z.strictObject({ rung: z.string(), items: z.array(z.strictObject({ id: z.string(), state: z.enum(["met", "partly", "open"]) })) }),
    ),
    policies: z.array(z.strictObject({ area: z.string(), state: z.string(), rules: counted })),
    strengths: z.array(z.string()),
    gaps: z.array(z.string()),
  })
  .meta({ title: "An organisation under four headings", description: "allmend report analysis --format json." });
