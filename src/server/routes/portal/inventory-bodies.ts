// Shapes of the pages about what we use.
import { z } from "zod";
import { triggers } from "#facts";

export const outcome = z.enum(["not-applicable", "allow", "unknown", "warn", "review", "deny"]);
const judged = z.enum(["allow", "warn", "review", "deny", "unknown"]);
const text = z.string().optional();

export const figuresBody = z
  .object({
    components: z.int(),
    versions: z.int(),
    uses: z.int(),
    repositories: z.int(),
    products: z.int(),
    denied: z.int().describe("Components of which a use is denied."),
    review: z.int().describe("Components of which a use has to be reviewed, and none is denied."),
    unknownLicense: z.int().describe("Versions of which nobody knows the licence."),
    differs: z.int().describe("Versions whose texts say something else than what is declared."),
    vulnerabilities: z.object({
      looked: z.boolean().describe("Whether anybody looked: false where nothing was imported."),
      open: z.int(),
      exploited: z.int(),
    }),
    ecosystems: z.array(z.object({ type: z.string(), name: z.string(), components: z.int() })),
    productNames: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: "InventoryFigures" });

export const componentLine = z
  .object({
    id: z.int(),
    purl: z.string(),
    type: z.string(),
    name: z.string(),
    uses: z.int(),
    products: z.int(),
    versions: z.int(),
    worst: outcome.optional().describe("The worst answer that is open; absent where nothing is."),
    worstIn: z.array(z.string()).describe("Products in which it is given."),
    licenses: z.array(z.string().nullable()).describe("Of the versions in use, the most used first; null: nobody knows."),
    differs: z.boolean(),
    vulnerabilities: z.int(),
    exploited: z.boolean(),
  })
  .meta({ id: "ComponentLine" });

const trust = z
  .object({
    license: text,
    notion: z.enum(["declared", "detected", "concluded", "none"]),
    notionText: z.string(),
    from: text.describe("Who says so."),
    declared: z.array(z.object({ text: z.string(), from: z.string() })).describe("Word for word."),
    declaredLicense: text,
    detected: z
      .object({
        expression: text,
        confidence: z.number(),
        files: z.array(z.object({ path: z.string(), expression: text })),
      })
      .optional(),
    concluded: text,
    differs: z.boolean(),
  })
  .meta({ id: "LicenseTrust" });

const duty = z.object({
  kind: z.string(),
  text: z.string(),
  license: z.string(),
  source: z.string(),
  state: z.string(),
  stateText: z.string(),
  evidence: text,
});

const productAnswer = z
  .object({
    product: z.string(),
    name: z.string(),
    outcome: judged,
    used: z.boolean(),
    reasons: z.array(
      z.object({
        rule: z.string(),
        outcome: judged,
        statement: z.string(),
        remedy: text,
        because: z.string(),
        exceptedUntil: text,
      }),
    ),
    duties: z.array(duty),
  })
  .meta({ id: "ProductAnswer" });

export const componentPageBody = z
  .object({
    id: z.int(),
    purl: z.string().describe("Without version."),
    name: z.string(),
    type: z.string(),
    ecosystem: z.string(),
    uses: z.int(),
    products: z.int(),
    version: z.string().describe("The one that is looked at: the one asked for, else the most used."),
    versionPurl: z.string(),
    versions: z.array(
      z.object({ id: z.int(), version: z.string(), purl: z.string(), uses: z.int(), license: text, firstSeen: z.iso.datetime() }),
    ),
    latest: text.describe("Newest stable version, where a registry was asked."),
    health: z.object({ published: text, latestPublished: text, deprecated: z.boolean().optional(), repository: text }).optional(),
    kindText: text.describe("What kind of licence it is, in plain words."),
    trust,
    owners: z.array(z.object({ owner: z.string(), deputy: text, product: text, confirmed: text })),
    support: z.array(z.object({ plan: z.string(), provider: text, until: text })),
    catalogue: z.array(z.object({ component: z.string(), state: z.string(), for: text, because: text })),
    vulnerabilities: z.array(
      z.object({
        id: z.string(),
        severity: z.string(),
        summary: text,
        exploited: z.boolean(),
        versions: z.array(z.object({ version: z.string(), fixed: text, open: z.boolean() })),
      }),
    ),
  })
  .meta({ id: "ComponentPage" });

export const componentAnswersBody = z
  .object({ purl: z.string(), outcome: judged, answers: z.array(productAnswer) })
  .meta({ id: "ComponentAnswers" });

export const impactBody = z
  .object({
    purl: z.string().describe("What was asked."),
    name: z.string(),
    component: z.int().optional().describe("Number of the component; absent where nobody uses it."),
    versions: z.array(z.string()).describe("Versions of the range that are in use."),
    undecided: z.array(z.string()).describe("Versions that could not be compared with it: they may be meant."),
    products: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        owner: text,
        criticality: z.string(),
        releases: z
          .array(z.object({ version: z.string(), state: z.string(), at: z.string() }))
          .describe("Releases on record, the newest first."),
      }),
    ),
    places: z.array(
      z.object({
        product: text,
        deliverable: text,
        repository: z.string(),
        repositoryId: z.int(),
        versions: z.array(z.string()),
        scope: z.enum(["production", "development", "optional"]),
        direct: z.boolean(),
        path: z.array(z.string()).optional(),
      }),
    ),
    more: z.boolean().describe("There are more places than are told."),
  })
  .meta({ id: "Impact" });

const counted = z.object({ license: text.describe("Absent: nobody knows."), versions: z.int(), uses: z.int() });
const kind = z.enum(["public-domain", "permissive", "weak", "strong", "network", "proprietary", "none", "unknown"]);

export const licenceKindsBody = z
  .object({ kinds: z.array(z.object({ kind, text: z.string(), versions: z.int(), licenses: z.array(counted) })), differs: z.int() })
  .meta({ id: "LicenceKinds" });

export const licencePageBody = z
  .object({
    license: z.string(),
    kind,
    kindText: z.string(),
    atoms: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind,
        kindText: z.string(),
        ownKindText: text,
        osiApproved: z.boolean(),
        deprecated: z.boolean(),
        properties: z.array(z.string()),
        terms: z.array(
          z.object({
            kind: z.string(),
            text: z.string(),
            trigger: z.enum(triggers),
            source: z.string(),
            confidence: z.number(),
            standing: z.boolean(),
          }),
        ),
        confidence: z.number(),
      }),
    ),
    versions: z.int(),
    uses: z.int(),
  })
  .meta({ id: "LicencePage" });
