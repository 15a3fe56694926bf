// What the other commands print with --json.
import { chainKinds } from "#publish";
import { z } from "zod";
import { area, counted, finding, nearestText, outcome, position, problem, scope } from "./shared.ts";
import { checkResults, compatibility, declaredLicense, manifest, obligation, own } from "./result.ts";
import { affect, vulnerability } from "./vulnerability.ts";

const place = z.strictObject({
  purl: z.string(),
  product: z.string().optional(),
  deliverable: z.string().optional(),
  repository: z.string(),
  scope,
  manifests: z.array(z.strictObject({ path: z.string(), line: counted.optional() })),
  path: z.array(z.string()).optional(),
});

export const check = z
  .strictObject({
    schema: z.literal("allmend.check/1"),
    now: z.string(),
    knowledge: z.string().describe("The licence knowledge used."),
    disclaimer: z.string(),
    answers: z.array(
      z.strictObject({
        asked: z.string(),
        question: z.enum(["use", "impact", "repository", "vulnerability"]),
        outcome: z.enum(["allow", "warn", "review", "deny", "unknown"]),
        license: z.string().optional(),
        seen: z.enum(["version", "component", "no"]).optional().describe("What the last run has seen of it."),
        findings: z.array(finding).describe("Permissions included."),
        places: z.array(place).describe("Where it is used."),
        compatibility: z
          .array(
            compatibility
              .omit({ repository: true, inbound: true, components: true })
              .extend({ product: z.string(), compatible: z.enum(["yes", "no", "unknown"]) }),
          )
          .optional()
          .describe("Whether its licence goes together with ours, in each product."),
        checks: checkResults.optional().describe("Of a repository: what published definitions say."),
        obligations: z
          .array(obligation.omit({ components: true }))
          .optional()
          .describe("What its licence asks in each product."),
        undecided: z.array(z.string()).optional().describe("Components whose version could not be compared."),
        vulnerability: vulnerability
          .omit({ affects: true })
          .extend({ affects: z.array(affect.omit({ component: true }).extend({ purl: z.string() })) })
          .optional(),
      }),
    ),
  })
  .meta({ title: "Answers", description: "allmend check --json." });

export const problems = z
  .strictObject({ schema: z.literal("allmend.problems/1"), location: z.string(), errors: counted, problems: z.array(problem) })
  .meta({ title: "Problems of a program", description: "allmend validate --json." });

export const examples = z
  .strictObject({
    schema: z.literal("allmend.examples/1"),
    passed: counted,
    failed: counted,
    results: z.array(
      z.strictObject({
        rule: z.string(),
        area,
        position: position.loose(),
        expect: outcome,
        got: outcome,
        passed: z.boolean(),
        message: z.string().optional(),
      }),
    ),
  })
  .meta({ title: "Examples of rules", description: "allmend test --json." });

export const departures = z
  .strictObject({
    schema: z.literal("allmend.departures/1"),
    packs: z.array(z.string()),
    departures: z.array(
      z.strictObject({
        kind: z.enum(["added", "removed", "changed", "switched-off", "prose", "parameter"]),
        what: z.enum(["rule", "policy", "objective", "activity", "strategy", "category", "choice", "parameter"]),
        id: z.string(),
        area: area.optional(),
        fields: z.array(z.strictObject({ name: z.string(), pack: z.string().optional(), ours: z.string().optional() })).optional(),
        because: z.string().optional(),
        position: position.loose().optional(),
      }),
    ),
  })
  .meta({ title: "Departures from a pack", description: "allmend diff --json." });

export const adopted = z
  .strictObject({ schema: z.literal("allmend.adopted/1"), file: z.string(), findings: counted })
  .meta({ title: "A baseline was written", description: "allmend adopt --json." });

export const written = z
  .strictObject({
    schema: z.literal("allmend.written/1"),
    folder: z.string(),
    files: z.array(z.strictObject({ path: z.string(), action: z.enum(["written", "replaced", "kept"]) })),
  })
  .meta({ title: "A program was written", description: "allmend init --json." });

export const recorded = z
  .strictObject({ schema: z.literal("allmend.recorded/1"), file: z.string(), record: z.looseObject({ kind: z.string(), at: z.string() }) })
  .meta({ title: "Something was put on record", description: "allmend record --json." });

export const imported = z
  .strictObject({
    schema: z.literal("allmend.imported/1"),
    imports: z.array(
      z.strictObject({
        kind: z.string(),
        file: z.string(),
        digest: z.string().describe("sha256 of the file."),
        known: z.boolean().describe("It was imported before; nothing was written."),
        counts: z.strictObject({
          read: counted,
          taken: counted,
          empty: z.record(z.string(), counted).describe("What holds nothing for us by its nature, by why."),
          notUnderstood: z.record(z.string(), counted).describe("What could not be taken, by why."),
        }),
        kept: z.string().describe("Where it is kept."),
        problems: z.array(problem),
      }),
    ),
  })
  .meta({ title: "Files were imported", description: "allmend import --json." });

export const identified = z
  .strictObject({
    path: z.string().describe("As it was given."),
    expression: z.string().nullable(),
    licenses: z.array(
      z.strictObject({
        spdx: z.string(),
        confidence: z.number(),
        kind: z.enum(["text", "tag", "header"]),
        lines: z.tuple([counted, counted]).optional(),
        nearest: nearestText.optional(),
      }),
    ),
    remark: z
      .enum(["binary", "large", "unreadable", "left-out"])
      .optional()
      .describe(
        "binary: no text; large: only the two ends were read; unreadable: no plain file, or not ours to read; left-out: beyond what is read of one repository.",
      ),
  })
  .meta({ title: "Licences of one file", description: "allmend identify: a line for each file." });

export const inventory = z
  .strictObject({
    schema: z.literal("allmend.inventory/1"),
    now: z.string(),
    knowledge: z.string().describe("The licence knowledge used."),
    disclaimer: z.string(),
    inventories: z.array(
      z.strictObject({
        repository: z.string(),
        components: z.array(
          z.strictObject({
            purl: z.string(),
            type: z.string(),
            namespace: z.string().optional(),
            name: z.string(),
            version: z.string(),
            licenses: z.array(declaredLicense),
            source: z
              .strictObject({ kind: z.enum(["git", "url", "registry", "path"]), address: z.string(), commit: z.string().optional() })
              .optional(),
            integrity: z.string().optional(),
            pinned: z.boolean(),
          }),
        ),
        manifests: z.array(manifest),
        occurrences: z.array(
          z.strictObject({
            component: counted,
            manifest: counted,
            line: counted.optional(),
            scope,
            direct: z.boolean().optional(),
            range: z.string().optional(),
            via: counted.optional(),
            dependsOn: z.array(counted).optional(),
          }),
        ),
        own: z.array(own),
        problems: z.array(problem),
      }),
    ),
  })
  .meta({ title: "Inventory", description: "allmend inventory --format json." });

const chainNode = z.strictObject({
  id: z.string(),
  kind: z.enum(chainKinds),
  label: z.partialRecord(z.enum(["en", "de"]), z.string()),
  state: z.string().optional(),
  told: z
    .partialRecord(z.enum(["en", "de"]), z.string())
    .optional()
    .describe("The same as people read it."),
  place: z.strictObject({ file: z.string(), line: counted }).optional(),
});
const chainTree = z.strictObject({
  node: chainNode,
  get next() {
    return z.array(chainTree);
  },
  more: counted.describe("Links that are not listed."),
});

export const why = z
  .strictObject({
    schema: z.literal("allmend.why/1"),
    knowledge: z.string(),
    disclaimer: z.string(),
    chains: z.array(z.strictObject({ above: chainTree.describe("What it is there for."), below: chainTree.describe("What comes of it.") })),
  })
  .meta({ title: "Chains", description: "allmend why ID --json." });

export const orphans = z
  .strictObject({
    schema: z.literal("allmend.orphans/1"),
    knowledge: z.string(),
    disclaimer: z.string(),
    orphans: z.array(
      z.strictObject({ id: z.string(), kind: z.enum(chainKinds), lacks: z.enum(["activity", "figure", "objective", "policy"]) }),
    ),
  })
  .meta({ title: "Where the chain breaks", description: "allmend why --orphans --json." });
