// What of each rung our involvement in a project shows, and what is missing for the rung that we want: from its history, its licence and the strategy. Issues, reviews and seats leave no trace in a clone.
import { fill, involvement, type Language, reportWords, wordsOf } from "#look";
import { rungs } from "#program";
import type { ScanResult } from "#scan";
import type { Block } from "../artefacts/blocks.ts";

type Project = ScanResult["upstreams"]["projects"][number];
export type StepId = "licence-known" | "terms-settled" | "took-part" | "habit" | "looks-after";

/** Commits in a year from which on contributing is a habit: as the rung is found. */
const HABIT = 5;

/** The steps of each rung; `undefined`: nobody can say from what was read. */
const steps: readonly {
  readonly id: StepId;
  readonly rung: (typeof rungs)[number];
  readonly met: (project: Project) => boolean | undefined;
}[] = [
  { id: "licence-known", rung: "consumer", met: ({ license }) => license !== undefined },
  { id: "took-part", rung: "participant", met: ours(({ ever, maintainers }) => ever > 0 || maintainers > 0) },
  { id: "terms-settled", rung: "contributor", met: ({ agreement }) => (agreement === undefined ? undefined : agreement !== "required") },
  { id: "habit", rung: "contributor", met: ours(({ commits }) => commits >= HABIT) },
  { id: "looks-after", rung: "leader", met: ours(({ maintainers }) => maintainers > 0) },
];

type Ours = NonNullable<NonNullable<Project["involvement"]>["ours"]>;

function ours(holds: (part: Ours) => boolean): (project: Project) => boolean | undefined {
  return ({ involvement }) => (involvement?.ours ? holds(involvement.ours) : undefined);
}

export interface Step {
  readonly id: StepId;
  readonly rung: (typeof rungs)[number];
  readonly state: "met" | "missing" | "unknown";
}

/** Up to the rung that is wanted; all of them where none is. */
export function stepsOf(project: Project): readonly Step[] {
  const highest = project.wanted === undefined ? rungs.length - 1 : rungs.indexOf(project.wanted);
  return steps
    .filter(({ rung }) => rungs.indexOf(rung) <= highest)
    .map(({ id, rung, met }) => {
      const answer = met(project);
      return { id, rung, state: answer === undefined ? "unknown" : answer ? "met" : "missing" };
    });
}

export function* ladderSteps({ upstreams }: ScanResult, language: Language, most: number): Generator<Block> {
  const told = upstreams.projects.filter(({ rung, wanted }) => rung !== undefined || wanted !== undefined).slice(0, most);
  if (told.length === 0) return;
  const words = reportWords(language).strategy;
  const names = wordsOf(language).community.rungs;
  const list = (project: Project, state: Step["state"]) =>
    stepsOf(project)
      .filter((step) => step.state === state)
      .map(({ id }) => words.step[id])
      .join("; ") || "–";
  yield { is: "subheading", text: words.steps };
  yield {
    is: "table",
    head: [words.project, words.wanted, words.stepMet, words.stepMissing, words.stepUnknown],
    rows: told.map((project) => [
      project.project,
      project.wanted === undefined ? words.notStated : names[project.wanted],
      list(project, "met"),
      list(project, "missing"),
      list(project, "unknown"),
    ]),
  };
  yield* overTime(told, language);
}

/** Commits of ours in each of the last years, project by project. */
function* overTime(projects: readonly Project[], language: Language): Generator<Block> {
  const words = reportWords(language).strategy;
  const rows = projects.flatMap(({ project, involvement }) => {
    const years = involvement?.ours?.years;
    return years ? [{ project, years }] : [];
  });
  const [first] = rows;
  if (!first) return;
  const names = first.years.map((_, index) => yearName(first.years.length - 1 - index, language));
  yield { is: "subheading", text: words.overTime };
  yield { is: "note", text: words.overTimeNote };
  yield {
    is: "picture",
    html: involvement(
      names,
      rows.map(({ project, years }) => ({ label: project, years, spoken: `${project}: ${years.join(", ")}.` })),
      words.overTimeNote,
    ),
    head: [words.project, ...names],
    rows: rows.map(({ project, years }) => [project, ...years.map(String)]),
  };
}

function yearName(back: number, language: Language): string {
  const words = reportWords(language).strategy;
  return back === 0 ? words.lastYear : fill(words.yearsAgo, { count: back }, language);
}
