// Suppliers, what we buy from them, and what came.
import { z } from "zod";
import { craClasses, craRoutes, deliveryStates, itemKinds, riskTiers } from "#program";
import { counted, outcome } from "./shared.ts";

const gap = z.strictObject({
  code: z.string().describe("supplier, version, unique-id, …: the minimum elements of a bill of materials."),
  count: counted.optional(),
  of: counted.optional(),
  examples: z.array(z.string()).optional(),
});

const supply = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(itemKinds),
  products: z.array(z.string()),
  state: z.enum([...deliveryStates, "none"]),
  version: z.string().optional(),
  digest: z.string().optional().describe("sha256 of the file that came."),
  form: z.enum(["sbom", "declaration"]).optional(),
  due: z.string().optional(),
  gaps: z.array(gap),
  components: counted,
  worst: outcome.optional().describe("Worst answer of the usage rules over its components."),
  worstOf: z.array(z.string()).optional(),
  undeclared: z.array(z.string()).optional().describe("Found in its code, not declared."),
  clausesMissing: z.array(z.string()).optional(),
  supportUntil: z.string().optional(),
  neededUntil: z.string().optional(),
  supportDays: z.int().optional(),
  renewalDays: z.int().optional(),
  craClass: z.enum(craClasses).optional(),
  craRoute: z.enum(craRoutes).optional(),
});

export const supplier = z.strictObject({
  id: z.string(),
  name: z.string(),
  tier: z.enum(riskTiers),
  language: z.enum(["en", "de"]).optional(),
  openChain: z.strictObject({ standard: z.string(), affirmed: z.string(), valid: z.boolean() }).optional(),
  items: z.array(supply),
});

export const received = z
  .strictObject({
    schema: z.literal("allmend.received/1"),
    delivery: z.looseObject({ item: z.string(), version: z.string(), state: z.enum(deliveryStates), gaps: z.array(gap).optional() }),
    digest: z.string().describe("sha256 of the file."),
    known: z.boolean().describe("The same file came before; nothing was written."),
    components: counted,
    kept: z.string(),
  })
  .meta({ title: "A delivery was received", description: "allmend import delivery --json." });

export const gaps = z
  .strictObject({
    schema: z.literal("allmend.gaps/1"),
    supplier: z.string(),
    item: z.string(),
    version: z.string().optional(),
    state: z.enum([...deliveryStates, "none"]),
    gaps: z.array(gap),
    undeclared: z.array(z.string()).describe("Found in its code, not declared."),
    denied: z.array(z.string()).describe("What our rules deny."),
    clausesMissing: z.array(z.string()),
    openChain: supplier.shape.openChain,
    supportUntil: z.string().optional(),
    supportDays: z.int().optional(),
    due: z.string().optional(),
    disclaimer: z.string(),
  })
  .meta({ title: "Letter to a supplier", description: "allmend report gaps --format json." });

const tiered = <T extends z.ZodRawShape>(shape: T) => z.array(z.strictObject({ tier: z.enum(riskTiers), ...shape }));

export const clauses = z
  .strictObject({
    schema: z.literal("allmend.clauses/1"),
    tiers: tiered({
      clauses: z.array(
        z.strictObject({ id: z.string(), title: z.string(), text: z.string(), kinds: z.array(z.enum(itemKinds)).optional() }),
      ),
    }),
    disclaimer: z.string(),
  })
  .meta({ title: "Clauses for contracts", description: "allmend report clauses --format json." });

export const questionnaire = z
  .strictObject({
    schema: z.literal("allmend.questionnaire/1"),
    tiers: tiered({ questions: z.array(z.strictObject({ id: z.string(), question: z.string() })) }),
    declaration: z.string().describe("The form of a declaration, as allmend import delivery reads it."),
    disclaimer: z.string(),
  })
  .meta({ title: "Questions to suppliers", description: "allmend report questionnaire --format json." });
