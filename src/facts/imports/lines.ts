// Imported data as lines of records: `allmend.record/1`, one for each thing, so that a person can review them and a later import adds and changes nothing.
import { z } from "zod";
import { severityBands, vexStatuses } from "../vulnerabilities/types.ts";
import type { ImportedKind } from "./kinds.ts";

const short = z.string().max(1000);
const list = z.array(short).max(100_000);

const interval = z.strictObject({ from: short.optional(), after: short.optional(), below: short.optional(), through: short.optional() });
const affected = z.strictObject({
  package: short,
  order: short,
  intervals: z.array(interval).optional(),
  versions: list.optional(),
  fixed: list.optional(),
  distro: short.optional(),
});
const severity = z.strictObject({ band: z.enum(severityBands), score: z.number().min(0).max(10).optional(), vector: short.optional() });
const exploited = z.strictObject({ by: short, since: short.optional() });
const common = { import: short };

/** What `data` of a line holds, by the line's kind. */
export const importedData = {
  "imported-file": z.strictObject({
    ...common,
    kind: short,
    name: short,
    digest: short,
    replaces: short.optional(),
    tool: short.optional(),
    about: short.optional(),
    covers: list.optional(),
    looksAt: list.optional(),
    counts: z.strictObject({
      read: z.number(),
      taken: z.number(),
      empty: z.record(z.string(), z.number()),
      notUnderstood: z.record(z.string(), z.number()),
    }),
  }),
  vulnerability: z.strictObject({
    ...common,
    aliases: list,
    summary: short.optional(),
    url: short.optional(),
    severity: severity.optional(),
    exploited: exploited.optional(),
    epss: z.number().min(0).max(1).optional(),
    modified: short.optional(),
    withdrawn: z.literal(true).optional(),
    affected: z.array(affected),
    source: short,
  }),
  // Our own answers belong to no import.
  vex: z.strictObject({
    import: short.optional(),
    aliases: list,
    status: z.enum(vexStatuses),
    justification: short.optional(),
    because: z.string().max(10_000).optional(),
    action: z.string().max(10_000).optional(),
    subjects: z.array(z.strictObject({ component: short.optional(), range: short.optional(), product: short.optional() })),
    source: short,
  }),
  exploitation: z.strictObject({ ...common, exploited: exploited.optional(), epss: z.number().min(0).max(1).optional(), source: short }),
  "file-licenses": z.strictObject({
    ...common,
    path: z.string().max(5000),
    expression: z.string().max(5000),
    confidence: z.number().min(0).max(1).optional(),
    line: z.int().min(1).optional(),
    copyrights: z.array(z.string().max(2000)).optional(),
  }),
  "package-license": z.strictObject({
    ...common,
    declared: z.string().max(5000).optional(),
    detected: z.string().max(5000).optional(),
    concluded: z.string().max(5000).optional(),
    copyrights: z.array(z.string().max(2000)).optional(),
    because: z.string().max(5000).optional(),
  }),
  "foreign-resolution": z.strictObject({ ...common, about: z.string().max(5000), reason: short, comment: z.string().max(5000).optional() }),
  scorecard: z.strictObject({
    ...common,
    commit: short.optional(),
    score: z.number().optional(),
    checks: z.array(z.strictObject({ name: short, score: z.number().optional(), reason: z.string().max(5000).optional() })),
  }),
  lifecycle: z.strictObject({
    ...common,
    packages: list,
    lines: z.array(z.strictObject({ name: short, ends: short.optional(), ended: z.boolean().optional() })).max(10_000),
  }),
  "change-requests": z.strictObject({
    ...common,
    requests: z
      .array(
        z.strictObject({
          number: z.int().min(0),
          opened: short,
          closed: short.optional(),
          merged: z.literal(true).optional(),
          ours: z.literal(true).optional(),
        }),
      )
      .max(100_000),
  }),
} as const satisfies Record<ImportedKind, z.ZodType>;

export type ImportedData<K extends ImportedKind> = z.output<(typeof importedData)[K]>;
