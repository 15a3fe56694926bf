// What a whole program should have, though each of its documents is right by itself: every objective an activity and a measure,
// every activity an objective, every policy an activity, every area a policy. Warnings: a program grows.
import { phrase } from "#kit";
import { type Policy, policyAreas, type Program, type Strategy } from "../model.ts";
import { checkCircles } from "./circles.ts";
import { checkStructure } from "./structure.ts";
import type { ProblemList } from "../read/problems.ts";

export function checkCoherence(program: Program, problems: ProblemList): void {
  if (program.strategy) {
    checkStrategy(program.strategy, problems);
    checkStructure(program.organization, program.strategy, problems);
  } else
    problems.warn("strategy-missing", { file: "strategy.md" }, phrase`there is no strategy`, {
      hint: phrase`Policies without one have nothing to serve: write strategy.md, or extend a pack that has one.`,
    });
  checkAreas(program.policies, problems);
  for (const policy of program.policies) {
    if (policy.serves.length > 0 || !program.strategy) continue;
    problems.warn("policy-without-activity", policy.position, phrase`policy "${policy.area}" serves no activity of the strategy`, {
      expected: phrase`serves: [activity ids]`,
      hint:
        policy.pack === undefined
          ? undefined
          : phrase`The pack's activities for it were not taken over; name those of your own in a page of this area.`,
    });
  }
}

function checkStrategy(strategy: Strategy, problems: ProblemList): void {
  checkCircles(strategy, problems);
  checkNumber(strategy, problems);
  const served = new Set(strategy.activities.flatMap(({ serves }) => Object.keys(serves)));
  for (const objective of strategy.objectives) {
    if (!served.has(objective.id)) {
      problems.warn("objective-without-activity", objective.position, phrase`no activity serves objective "${objective.id}"`, {
        hint: phrase`Add serves: { ${objective.id}: 2 } to an activity.`,
      });
    }
    if (objective.keyResults.length === 0) {
      problems.warn("objective-without-key-result", objective.position, phrase`nothing measures objective "${objective.id}"`, {
        expected: phrase`key-results with a measure and a target`,
      });
    }
  }
  for (const activity of strategy.activities) {
    if (Object.keys(activity.serves).length > 0) continue;
    problems.warn("activity-without-objective", activity.position, phrase`activity "${activity.id}" serves no objective`, {
      expected: phrase`serves: { objective id: 1 to 3 }`,
    });
  }
}

/** Two or three objectives carry; a dozen is the most that anybody keeps in mind. */
const MOST_OBJECTIVES = 12;

function checkNumber({ objectives }: Strategy, problems: ProblemList): void {
  const first = objectives[0];
  if (!first || objectives.length <= MOST_OBJECTIVES) return;
  problems.warn("too-many-objectives", first.position, phrase`the strategy has ${objectives.length} objectives`, {
    expected: phrase`two or three; at most ${MOST_OBJECTIVES}`,
    hint: phrase`A long list weakens the case: keep those for which somebody would give up something else.`,
  });
}

function checkAreas(policies: readonly Policy[], problems: ProblemList): void {
  const areas = new Set(policies.map(({ area }) => area));
  for (const area of policyAreas) {
    if (!areas.has(area))
      problems.warn("area-missing", { file: `policies/${area}.md` }, phrase`there is no policy for ${area}`, {
        hint: phrase`Write it, or extend a pack that has one.`,
      });
  }
}
