// result.json: what a run found, judged and could not know.
import { z } from "zod";
import { compatibilityReasons, type ObligationKind, obligationKinds, triggers } from "#facts";
import { deliveryEntry } from "./delivery.ts";
import { valueReasons } from "#measures";
import { upstreams } from "./upstream.ts";
import { oneCommunity } from "./community.ts";
import {
  area,
  byOutcome,
  counted,
  evidence,
  factValue,
  finding,
  license,
  nearestText,
  notion,
  outcome,
  problem,
  scope,
  strength,
  subjectKind,
} from "./shared.ts";
import { importedFile, vulnerability } from "./vulnerability.ts";
import { supplier } from "./supplier.ts";

export const declaredLicense = z.strictObject({
  text: z.string().describe("As written."),
  from: z.string().describe("lockfile, manifest, sbom, installed, cache, registry, curation, command line."),
  path: z.string().optional(),
  version: z.string().optional().describe("Of which version, where the component itself has none."),
});

const detected = z
  .strictObject({
    expression: z.string().optional().describe("All that was found, together."),
    confidence: z.number().describe("Of the least certain text, 0 to 1."),
    from: z.enum(["installed", "cache", "registry", "import"]),
    repository: z.string().optional(),
    files: z.array(z.strictObject({ path: z.string(), expression: z.string().optional() })),
  })
  .describe("Licence texts of the package, as they were read where it is installed or cached.");

const component = z
  .strictObject({
    purl: z.string(),
    type: z.string(),
    name: z.string(),
    version: z.string().describe("Empty where no file pins one."),
    declared: z.array(declaredLicense),
    license: z.string().optional().describe("The expression that rules judge, normalised; absent when unknown."),
    notion,
    licenseFrom: z.string().optional().describe("Who says so: lockfile, manifest, sbom, installed, cache, registry, text, curation."),
    declaredLicense: z.string().optional().describe("What the files declare, where a curation concluded something else."),
    detected: detected.optional(),
    licenseDiffers: z.boolean().optional().describe("Whether those texts say something else than what is declared, or concluded."),
    sourceBytes: counted.optional().describe("Bytes of source that it brings, where it is installed or cached as source."),
    health: z
      .strictObject({
        published: z.string().optional().describe("When the version in use was published."),
        latest: z.string().optional().describe("Newest stable version at the moment of the run."),
        latestPublished: z.string().optional(),
        deprecated: z.boolean().optional(),
        withdrawn: z.boolean().optional(),
        repository: z.string().optional(),
        maintainers: counted.optional().describe("Accounts that may publish it."),
      })
      .optional()
      .describe("What its registry says, where it was asked (--online)."),
    pinned: z.boolean(),
    source: z.enum(["git", "url", "registry", "path"]).optional(),
    integrity: z.string().optional(),
  })
  .describe("A component, once for the whole organisation.");

const use = z
  .strictObject({
    component: counted.describe("Index in components."),
    repository: z.string(),
    product: z.string().optional(),
    deliverable: z.string().optional(),
    scope,
    direct: z.boolean().optional(),
    manifests: z.array(z.strictObject({ path: z.string(), line: counted.optional() })),
    path: z.array(z.string()).optional().describe("Package URLs from the one that is asked for down to this one."),
  })
  .describe("One component in one deliverable through one repository.");

export const manifest = z.strictObject({
  path: z.string(),
  format: z.string(),
  kind: z.enum(["lockfile", "manifest", "sbom"]),
  packages: counted,
  coveredBy: counted.optional().describe("Index of the lockfile that pins what this one asks for."),
});

export const own = z.strictObject({
  type: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  version: z.string().optional(),
  license: z.string().optional(),
  listed: z.boolean().optional().describe("A lockfile lists it as one entry among what it names."),
  manifest: counted.describe("Index in manifests."),
});

export const checkResults = z
  .array(
    z.strictObject({
      id: z.string(),
      outcome: z.enum(["pass", "fail", "not-applicable", "unknown", "error"]),
      why: z.string().optional().describe("Of an unknown: what it waits for."),
      score: z.number().optional().describe("0 to 10, where the definition has one."),
      value: z.union([z.string(), z.number()]).optional().describe("The count, share or name that decided."),
      places: z.array(evidence).optional(),
    }),
  )
  .describe("docs/reference/checks.md.");

const repository = z.strictObject({
  id: z.string(),
  kind: z.enum(["git", "folder"]),
  commit: z.string().optional(),
  origin: z.string().optional(),
  products: z.array(z.string()),
  files: counted,
  entry: z.string().optional().describe("A file that stands for the whole."),
  manifests: z.array(manifest),
  own: z.array(own).describe("Packages that are ours."),
  licenses: z.array(
    z.strictObject({
      spdx: z.string(),
      confidence: z.number(),
      kind: z.enum(["text", "tag", "header"]),
      lines: z.tuple([counted, counted]).optional(),
      nearest: nearestText.optional(),
      path: z.string(),
    }),
  ),
  fileLicenses: z
    .strictObject({
      files: counted.describe("With a licence or copyright."),
      licenses: z.array(
        z.strictObject({
          expression: z.string(),
          files: counted,
          examples: z.array(z.strictObject({ path: z.string(), line: counted.optional(), confidence: z.number().optional() })),
        }),
      ),
      copyrights: z.array(z.string()),
    })
    .optional()
    .describe("Licences in its files, as an imported scan found them."),
  facts: z.record(z.string(), factValue).describe("docs/reference/facts.md, namespace repository."),
  evidence: z.record(z.string(), z.array(evidence)),
  checks: checkResults,
});

export const compatibility = z
  .strictObject({
    repository: z.string(),
    product: z.string().optional(),
    outbound: z.string().optional().describe("The licence of the repository; absent where nobody knows it."),
    inbound: z.string().describe("The licence of the components."),
    compatible: z.enum(["no", "unknown"]),
    reason: z.enum(compatibilityReasons),
    beside: z.string().optional().describe("The licence in the same work that it does not go together with."),
    source: z.string(),
    confidence: z.number(),
    components: z.array(counted).describe("Indexes in components."),
  })
  .describe("Licences that do not go together, or of which nobody knows.");

export const obligation = z
  .strictObject({
    id: z.string(),
    product: z.string(),
    deliverables: z.array(z.string()),
    kind: z.enum([...(Object.keys(obligationKinds) as [ObligationKind, ...ObligationKind[]]), "unknown"]),
    license: z.string().describe("The licence that asks."),
    trigger: z.enum(triggers),
    source: z.string().describe("The clause, else where the knowledge of it comes from."),
    confidence: z.number(),
    components: z.array(counted).describe("Indexes in components."),
    state: z
      .enum(["open", "fulfilled", "not-applicable", "standing", "unknown"])
      .describe("standing: it holds always, nothing is handed over."),
    evidence: z.string().optional(),
    because: z.string().optional(),
    owner: z.string().optional(),
    due: z.string().optional().describe("A version or a day."),
  })
  .describe("One duty of one licence in one product.");

const verdict = z
  .strictObject({
    subject: z.string(),
    outcome: z.enum(["allow", "warn", "review", "deny", "unknown", "not-applicable"]),
    counts: outcome.optional().describe("What a gate takes it for."),
    findings: z.array(z.string()),
    license: license.optional().describe("The branch that was taken, where licences were to choose from."),
  })
  .describe("The sum for one subject.");

const reasons = z.record(z.string(), counted);

const tally = z
  .strictObject({
    rule: z.string(),
    area,
    about: subjectKind,
    subjects: counted,
    notMatched: counted,
    matched: counted,
    unknown: counted,
    reasons: reasons.describe("Why it was unknown, and for how many; 0 where there is no source of such subjects yet."),
  })
  .describe("How one rule fared over all its subjects.");

const measureValue = z
  .strictObject({
    measure: z.string().describe("Id in docs/reference/measures.md."),
    version: counted.describe("Version of the formula: values of different versions are not compared."),
    subject: z.string().describe("organization, product:<id>, repository:<id>, upstream:<id>."),
    value: z.number().nullable().describe("Null where it cannot be said: see reason."),
    of: counted.optional().describe("Denominator or sample."),
    reason: z.enum(valueReasons).optional(),
    detail: z.record(z.string(), z.union([z.number(), z.string(), z.null()])).optional(),
    estimate: z.literal(true).optional().describe("Measured from something that only stands for what is meant."),
  })
  .describe("What one measure says of one subject.");

const summary = z.strictObject({
  uses: byOutcome.extend({ unknown: counted, waived: counted }),
  findings: byOutcome,
  licenses: z.array(z.strictObject({ license: z.string(), strength, components: counted })),
  ecosystems: z.array(z.strictObject({ type: z.string(), components: counted })),
  areas: z.array(
    z.strictObject({
      area,
      state: z.string(),
      rules: counted,
      counts: byOutcome,
      unknown: counted,
      worst: z.enum(["allow", "warn", "review", "deny", "unknown", "none"]),
    }),
  ),
  toDo: z.array(
    z.strictObject({
      rule: z.string(),
      area,
      outcome,
      because: z.string(),
      count: counted,
      products: z.array(z.string()),
      examples: z.array(z.string()),
      findings: z.array(z.string()),
    }),
  ),
  gate: z.strictObject({ failOn: outcome, failing: counted }),
});

const coverage = z.strictObject({
  repositories: counted,
  repositoriesUnreadable: counted,
  manifests: counted,
  manifestsUnreadable: counted,
  components: counted,
  componentsWithLicense: counted,
  licenses: z
    .strictObject({
      known: z.array(z.strictObject({ from: z.string(), type: z.string().optional(), components: counted })),
      unknown: z.array(z.strictObject({ type: z.string(), components: counted })),
      texts: counted.describe("Components whose licence texts were read."),
      differing: counted.describe("Components whose texts say something else than what is declared."),
      online: z.boolean().describe("Whether registries were asked."),
    })
    .describe("Where licences are known from, and what is missing."),
  rulesAnswered: counted,
  rulesWithoutSubject: counted,
  rulesUnknown: z.array(z.strictObject({ rule: z.string(), reasons })),
});

export const result = z
  .strictObject({
    schema: z.literal("allmend.result/1"),
    tool: z.strictObject({ name: z.literal("allmend"), version: z.string(), knowledge: z.string() }),
    now: z.string().describe("The moment for which the run answers."),
    inputs: z.strictObject({
      program: z.strictObject({
        location: z.string().describe("Its name: no path of a machine."),
        digest: z.string(),
        packs: z.array(z.string()),
        inside: z.strictObject({ repository: z.string(), folder: z.string() }).optional(),
      }),
      repositories: z.array(z.strictObject({ id: z.string(), commit: z.string().optional() })),
      imports: z.array(importedFile),
      matrix: z
        .strictObject({ digest: z.string(), pairs: counted, timestamp: z.string().optional() })
        .optional()
        .describe("The matrix of licence pairs that was imported."),
    }),
    program: z.looseObject({}).describe("The program as it was read, packs included: docs/reference/documents.md."),
    repositories: z.array(repository),
    components: z.array(component),
    uses: z.array(use),
    compatibility: z.array(compatibility),
    obligations: z.array(obligation).describe("What the licences ask of each product."),
    vulnerabilities: z.array(vulnerability),
    suppliers: z.array(supplier).describe("Whom we buy from, and how deliveries stand."),
    findings: z.array(finding),
    verdicts: z.array(verdict),
    rules: z.array(tally),
    measures: z.array(measureValue),
    communities: z.array(oneCommunity),
    upstreams,
    deliveries: z.array(deliveryEntry),
    coverage,
    summary,
    problems: z.array(problem),
  })
  .meta({ title: "Result", description: "allmend scan --json, and result.json." });
