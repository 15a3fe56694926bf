// A result that CI sends: checked before anything of it is kept. Others' documents may say anything.
import { z } from "zod";
import { policyAreas } from "#program";
import { readResult } from "#publish";
import type { ScanResult } from "#scan";
import { partOf, problem, verbatim, type WrongPart, wrongPart } from "../http/problem.ts";

const name = z.string().max(4000);
const outcome = z.enum(["allow", "warn", "review", "deny"]);
const place = z.looseObject({ path: z.string().max(8000), line: z.int().optional() });

const component = z.looseObject({
  purl: name.startsWith("pkg:"),
  type: z.string().max(100),
  name,
  version: z.string().max(1000),
  declared: z.array(z.looseObject({ text: z.string(), from: z.string() })),
  license: z.string().max(8000).optional(),
  notion: z.enum(["declared", "detected", "concluded", "none"]),
  detected: z.looseObject({ confidence: z.number(), from: z.string(), files: z.array(z.looseObject({ path: z.string() })) }).optional(),
  licenseDiffers: z.boolean().optional(),
  health: z.looseObject({}).optional(),
  pinned: z.boolean(),
});

function useOf(components: number, repositories: ReadonlySet<string>) {
  return z.looseObject({
    component: z
      .int()
      .min(0)
      .max(components - 1),
    repository: z.string().refine((id) => repositories.has(id), { error: "is none of the repositories of this result" }),
    product: name.min(1).optional(),
    deliverable: name.min(1).optional(),
    scope: z.enum(["production", "development", "optional"]),
    direct: z.boolean().optional(),
    manifests: z.array(place),
    path: z.array(z.string()).max(200).optional(),
  });
}

const finding = z.looseObject({
  id: z.string().regex(/^finding:[0-9a-f]{16}$/),
  rule: name,
  area: z.enum(policyAreas),
  subject: z.looseObject({ kind: z.string().max(50), id: z.string().max(8000), label: z.string().max(8000), product: name.optional() }),
  outcome,
  because: z.string().max(50),
  assurance: z.string().max(50),
  mode: z.enum(["enforce", "shadow"]),
  facts: z.array(z.looseObject({ name: z.string() })),
  evidence: z.array(z.looseObject({ repository: z.string().optional(), path: z.string().optional() })),
  lane: name.optional(),
  serves: z.looseObject({ activities: z.array(z.string()), objectives: z.array(z.string()) }),
  position: z.looseObject({ file: z.string(), line: z.number() }),
  waiver: z.looseObject({ expired: z.boolean() }).optional(),
  due: z.iso.date().optional(),
});

const repository = z.looseObject({
  id: name.min(1),
  kind: z.enum(["git", "folder"]),
  commit: z.string().max(200).optional(),
  origin: z.string().max(4000).optional(),
  products: z.array(name),
  files: z.number(),
  manifests: z.array(z.looseObject({ path: z.string() })),
  own: z.array(z.looseObject({})),
  licenses: z.array(z.looseObject({ path: z.string(), spdx: z.string() })),
  facts: z.record(z.string(), z.unknown()),
  evidence: z.record(z.string(), z.array(z.unknown())),
});

const product = z.looseObject({
  id: name.min(1),
  name: z.record(z.string(), z.string()),
  unit: name.optional(),
  owner: name.optional(),
  criticality: z.string().max(50),
  deliverables: z.array(z.looseObject({ id: name, distribution: z.string(), repositories: z.array(z.string()) })),
});

const head = z.looseObject({
  now: z.iso.datetime(),
  tool: z.looseObject({ version: z.string().max(200), knowledge: z.string().max(200) }),
  inputs: z.looseObject({ program: z.looseObject({ digest: z.string().max(200) }), imports: z.array(z.looseObject({ kind: z.string() })) }),
  program: z.looseObject({
    organization: z.looseObject({ products: z.array(product) }),
    policies: z.array(z.looseObject({ area: z.string() })),
  }),
  communities: z.array(z.looseObject({ repository: z.string() })),
  upstreams: z.looseObject({ projects: z.array(z.looseObject({ project: z.string(), packages: z.array(z.string()) })) }),
  deliveries: z.array(z.looseObject({ subject: z.string() })),
  verdicts: z.array(z.object({ subject: z.string(), outcome: z.enum([...outcome.options, "unknown", "not-applicable"]) }).loose()),
  vulnerabilities: z.array(
    z.looseObject({
      id: name,
      severity: z.string().max(50),
      affects: z.array(
        z.looseObject({
          component: z.int().min(0),
          sure: z.boolean(),
          open: z.boolean(),
          openIn: z.array(z.string()),
          answers: z.array(z.looseObject({})),
        }),
      ),
    }),
  ),
  obligations: z.array(
    z.looseObject({ id: name, product: name, kind: name, license: z.string(), state: name, components: z.array(z.int()) }),
  ),
});

/** Reads and checks a result. Throws a problem that names what is wrong where. */
export async function readUploadedResult(path: string): Promise<ScanResult> {
  const document = await readResult(path).catch((cause: unknown) => {
    throw notReadable(cause);
  });
  if (!document) {
    throw problem(
      422,
      "result-unreadable",
      "This is no result of this version of Allmend",
      "Send what “allmend scan --format json” writes.",
    );
  }
  try {
    check("", head, document);
    checkEach("repositories", repository, document.repositories);
    checkEach("components", component, document.components);
    checkEach("uses", useOf(document.components.length, new Set(document.repositories.map(({ id }) => id))), document.uses);
    checkEach("findings", finding, document.findings);
  } catch (cause) {
    // A part is parsed when it is asked for.
    if (cause instanceof SyntaxError) throw notReadable(cause);
    throw cause;
  }
  return document;
}

function notReadable(cause: unknown) {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return problem(422, "result-unreadable", "What was sent is no JSON document", verbatim(detail.slice(0, 300)));
}

function checkEach(list: string, schema: z.ZodType, items: unknown): void {
  if (!Array.isArray(items)) throw wrong([{ path: list, message: "is no list" }]);
  for (const [index, item] of items.entries()) check(`${list}[${index}]`, schema, item);
}

function check(where: string, schema: z.ZodType, value: unknown): void {
  const { error } = schema.safeParse(value);
  if (!error) return;
  throw wrong(error.issues.slice(0, 20).map((issue) => partOf([...(where === "" ? [] : [where]), ...issue.path].join("."), issue)));
}

function wrong(fields: readonly WrongPart[]) {
  const [first] = fields;
  return problem(422, "input-invalid", "The result is not what is expected", first && wrongPart(first), { fields });
}
