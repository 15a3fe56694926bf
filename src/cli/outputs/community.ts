// The community of a repository, in result.json and in what `allmend community --json` prints.
import { z } from "zod";
import { counted, problem } from "./shared.ts";

const days = z.number().nullable();

const band = z.array(counted.nullable()).describe("People in each of eight quarters, the oldest first; null where fewer than five.");

const people = z.strictObject({
  contributors: z.strictObject({
    active: counted.describe("Contributed in the window."),
    new: counted.describe("First ever contribution in the window."),
    returning: counted.describe("Contributed after more than 90 days without."),
    gone: counted.describe("Contributed in the window before, not in this one."),
    drifting: counted.describe("Active in the first half of the window, not in the second."),
    repeat: counted.describe("Of the active, those with more than one contribution ever."),
  }),
  absenceFactor: counted.describe("Fewest people who make at least half of the contributions."),
  onion: z
    .strictObject({ core: counted, regular: counted, casual: counted })
    .describe("People by layer: preceding share under 80 %, under 95 %, the rest."),
  organizations: z.strictObject({
    count: counted,
    elephantFactor: counted.nullable().describe("Fewest organisations that make at least half; low is the risk."),
    largestShare: z.number(),
    oursShare: z.number().nullable().describe("Null where the organisation names neither domains nor people."),
    unaffiliatedShare: z.number().describe("Of people who stand for no organisation that is known."),
    named: z
      .array(z.strictObject({ name: z.string(), ours: z.literal(true).optional(), commits: counted, share: z.number() }))
      .describe("Organisations with five people or more."),
    smaller: z.strictObject({ organizations: counted, commits: counted }),
  }),
  coAuthors: counted.describe("Named as co-authors only."),
  stream: z
    .strictObject({
      ours: band.optional().describe("Absent where the organisation names neither domains nor people."),
      others: band,
      unaffiliated: band,
    })
    .optional()
    .describe("Contributors of two years: ours, of other organisations, of none that is known."),
});

export const oneCommunity = z
  .strictObject({
    repository: z.string(),
    commits: counted,
    first: z.string().optional(),
    last: z.string().optional(),
    days: counted.describe("Length of the window, up to now."),
    activity: z.strictObject({
      contributions: counted.describe("Commits of people on the default branch, without merges, in the window."),
      before: counted.describe("In the window before."),
      trend: z.number().nullable(),
      parts: z.array(counted).describe("24 twelfths of a year, the oldest first."),
      last90Days: counted,
    }),
    leftOut: z.strictObject({ merges: counted, bots: counted, outOfTime: counted }),
    people: people.nullable().describe("Null below five people: see withheld."),
    withheld: z.enum(["group-too-small", "nothing-to-measure"]).optional(),
    releases: z.strictObject({ releases: counted, lastYear: counted, medianGapDays: days, longestGapDays: days, daysSinceLast: days }),
    names: z.array(z.string()).optional().describe("By the alphabet; only where organization.yaml names its legal basis."),
    shallow: z.literal(true).optional(),
  })
  .describe("How a community is doing, as numbers.");

export const community = z.strictObject({
  schema: z.literal("allmend.community/1"),
  now: z.string().describe("The moment for which the run answers."),
  communities: z.array(oneCommunity),
  problems: z.array(problem),
});
