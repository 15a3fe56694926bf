// Our involvement in the projects that we depend on, in result.json.
import { z } from "zod";
import { counted } from "./shared.ts";

const rung = z.enum(["consumer", "participant", "contributor", "leader"]);
const criticality = z.enum(["low", "medium", "high", "critical", "unknown"]);
const share = z.number().nullable();

const involvement = z
  .strictObject({
    contributions: counted.describe("Commits of the year on the default branch, merges and bots left out."),
    contributors: counted,
    absenceFactor: counted.nullable(),
    elephantFactor: counted.nullable(),
    largestShare: share.describe("Of the largest organisation that is known."),
    unaffiliatedShare: share,
    daysSinceCommit: counted.nullable(),
    daysSinceRelease: counted.nullable(),
    ours: z
      .strictObject({
        commits: counted,
        ever: counted,
        years: z.array(counted).optional().describe("Commits in each of the last five years, the oldest first."),
        share,
        people: counted.nullable().describe("Null for one to four."),
        maintainers: counted,
        rung,
      })
      .nullable()
      .describe("Null where the organisation names neither mail domains nor people."),
  })
  .describe("From the clone that was given.");

const project = z.strictObject({
  project: z.string(),
  clone: z.string().optional(),
  origin: z.string().optional().describe("Where it was cloned from."),
  packages: z.array(z.string()).describe("Package URLs without version that we use of it."),
  products: counted,
  uses: counted,
  criticality,
  wanted: rung.optional(),
  rung: rung.optional(),
  below: z.boolean().optional().describe("We stand lower than the strategy wants."),
  license: z.string().optional(),
  agreement: z.enum(["none", "dco", "required"]).optional(),
  involvement: involvement.optional(),
  singleVendor: z.boolean().optional(),
});

export const upstreams = z.strictObject({
  projects: z.array(project).describe("Those first on which most depends."),
  cloneFirst: z
    .array(z.strictObject({ package: z.string(), products: counted, uses: counted, criticality }))
    .describe("Packages without a clone, up to twenty, those first on which most depends."),
});
