// strategy.md and its translations into the model.
import { didYouMean, phrase } from "#kit";
import type { Activity, KeyResult, Language, LocalText, Objective, Phase, Strategy, UpstreamWish } from "../model.ts";
import { type Checked, checkDocument, isStandIn } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import { type MarkdownPage, readMarkdown } from "../read/markdown.ts";
import { readYaml } from "../read/yaml.ts";
import { type StrategyDocument, strategyDocument, strategyTranslation } from "../schema/strategy.ts";
import { type Context, filledProse, localText } from "./context.ts";
import { languageOf, translationsOf } from "./languages.ts";
import { checkDates } from "./strategy-dates.ts";

/** Keys whose values are kept as written: a phase may be a year. */
const written = new Set(["version", "baseline", "target", "phase"]);

/** About two pages. */
const longStrategy = 1000;

export interface StrategyPage {
  readonly strategy: Strategy;
  readonly inherits: "all" | "none" | readonly string[];
}

export function readStrategy(files: Files, context: Context): StrategyPage | undefined {
  const content = files.get("strategy.md");
  const translations = translationsOf("strategy", files);
  if (content === undefined) {
    for (const { path } of translations)
      context.problems.add("translation-unknown", { file: context.prefix + path }, phrase`it translates strategy.md, which is not there`);
    return undefined;
  }
  const file = `${context.prefix}strategy.md`;
  const page = readMarkdown(file, content, context.problems);
  for (const rule of page.rules)
    context.problems.add("rule-block-unclear", rule.position, phrase`a rule stands in the strategy`, {
      hint: phrase`Rules stand in policies/<area>.md.`,
    });
  if (!page.frontMatter) return unreadable(context);
  const fallback = { strategy: "Strategy", state: "draft" };
  const document = checkDocument(strategyDocument, readYaml(page.frontMatter, context.problems, written), context.problems, fallback);
  if (!document) return unreadable(context);
  const language = languageOf(document, translations, context);
  const strategy = strategyOf(document, page, language, context);
  const translated = translations.reduce(
    (before, { path, language: other, content: text }) => translate(before, path, other, text, context),
    strategy,
  );
  return { strategy: translated, inherits: document.value.inherits ?? "all" };
}

function unreadable(context: Context): undefined {
  context.references.cannotSee("objective", "activity");
  return undefined;
}

function strategyOf(document: Checked<StrategyDocument>, page: MarkdownPage, language: Language, context: Context): Strategy {
  const { value } = document;
  const { references } = context;
  references.need(["team"], value.owner, document.position(["owner"]));
  references.need(["executive", "team", "person", "board"], value.sponsor, document.position(["sponsor"]));
  if (Array.isArray(value.inherits)) {
    for (const [index, objective] of value.inherits.entries())
      references.need(["objective"], objective, document.position(["inherits", index]));
  }
  checkDates(document, context);
  if (page.words > longStrategy) {
    context.problems.warn("strategy-too-long", { file: page.file, line: 1, column: 1 }, phrase`the strategy has ${page.words} words`, {
      expected: phrase`about two pages, ${longStrategy} words`,
      hint: phrase`Move details to policies or to the handbook.`,
    });
  }
  return {
    title: localText(value.strategy, language, context) ?? {},
    version: value.version ?? "",
    state: value.state,
    ...(value.owner === undefined ? {} : { owner: value.owner }),
    ...(value.sponsor === undefined ? {} : { sponsor: value.sponsor }),
    ...(value.approved === undefined ? {} : { approved: value.approved }),
    ...(value["in-force"] === undefined ? {} : { inForce: value["in-force"] }),
    ...(value.review === undefined ? {} : { review: value.review }),
    ...(value.phases === undefined ? {} : { phases: value.phases.map((_, index) => phaseOf(document, index, language, context)) }),
    objectives: (value.objectives ?? []).map((_, index) => objectiveOf(document, index, language, context)),
    activities: (value.activities ?? []).map((_, index) => activityOf(document, index, language, context)),
    upstreams: upstreamsOf(document, context),
    prose: { [language]: filledProse(page.body.trim(), page.file, context) },
    words: page.words,
    ...(context.pack === undefined ? {} : { pack: context.pack }),
    position: { file: page.file, line: 1, column: 1 },
  };
}

type ObjectiveDocument = NonNullable<StrategyDocument["objectives"]>[number];

function objectiveOf(document: Checked<StrategyDocument>, index: number, language: Language, context: Context): Objective {
  const objective = document.value.objectives?.[index] as ObjectiveDocument;
  const path = ["objectives", index];
  const position = document.position(path);
  context.references.declare("objective", objective.id, document.position([...path, "id"]));
  const keyResults = (objective["key-results"] ?? []).map((result, at): KeyResult => {
    const here = [...path, "key-results", at];
    context.references.need(["measure"], result.measure, document.position([...here, "measure"]));
    if (result.of !== "*") context.references.need(["product"], result.of, document.position([...here, "of"]));
    return { ...result, position: document.position(here) };
  });
  return {
    id: objective.id,
    statement: localText(objective.statement, language, context, position) ?? {},
    ...(objective.from === undefined ? {} : { from: objective.from }),
    keyResults,
    position,
  };
}

function activityOf(document: Checked<StrategyDocument>, index: number, language: Language, context: Context): Activity {
  const activity = document.value.activities?.[index] as NonNullable<StrategyDocument["activities"]>[number];
  const path = ["activities", index];
  const position = document.position(path);
  const { references } = context;
  references.declare("activity", activity.id, document.position([...path, "id"]));
  references.need(["team"], activity.owner, document.position([...path, "owner"]));
  for (const objective of Object.keys(activity.serves ?? {})) {
    references.need(["objective"], objective, document.position([...path, "serves", objective], "key"));
  }
  for (const [at, before] of (activity.after ?? []).entries())
    references.need(["activity"], before, document.position([...path, "after", at]));
  const { title, serves = {}, ...rest } = activity;
  const links = Object.entries(serves);
  const effects = links.flatMap(([objective, link]): [string, LocalText][] => {
    const effect = typeof link === "number" ? undefined : localText(link.effect, language, context, position);
    return effect ? [[objective, effect]] : [];
  });
  return {
    ...rest,
    title: localText(title, language, context, position) ?? {},
    serves: Object.fromEntries(links.map(([objective, link]) => [objective, typeof link === "number" ? link : link.strength])),
    ...(effects.length === 0 ? {} : { effects: Object.fromEntries(effects) }),
    position,
  };
}

function phaseOf(document: Checked<StrategyDocument>, index: number, language: Language, context: Context): Phase {
  const phase = document.value.phases?.[index] as NonNullable<StrategyDocument["phases"]>[number];
  const { title, ...rest } = phase;
  const text = localText(title, language, context, document.position(["phases", index]));
  return { ...rest, ...(text ? { title: text } : {}) };
}

function upstreamsOf(document: Checked<StrategyDocument>, context: Context): UpstreamWish[] {
  const seen = new Set<string>();
  return (document.value.upstreams ?? []).map((upstream, index) => {
    const path = ["upstreams", index];
    if (seen.has(upstream.project) && !isStandIn(upstream.project)) {
      context.problems.add(
        "duplicate-id",
        document.position([...path, "project"]),
        phrase`"${upstream.project}" stands here a second time`,
        {
          expected: phrase`each project once`,
        },
      );
    }
    seen.add(upstream.project);
    return { ...upstream, position: document.position(path) };
  });
}

function translate(strategy: Strategy, path: string, language: Language, content: string, context: Context): Strategy {
  const page = readMarkdown(context.prefix + path, content, context.problems);
  const yaml = page.frontMatter && readYaml(page.frontMatter, context.problems);
  const document = yaml && (yaml.value ?? undefined) !== undefined ? checkDocument(strategyTranslation, yaml, context.problems) : undefined;
  const words = document?.value;
  const fill = (text: string | undefined) => (text === undefined ? {} : { [language]: filledProse(text.trim(), page.file, context) });
  if (document) {
    checkIds(document, "objectives", strategy.objectives, context);
    checkIds(document, "activities", strategy.activities, context);
  }
  const own = (map: Readonly<Record<string, string>> | undefined, id: string): string | undefined =>
    map && Object.hasOwn(map, id) ? map[id] : undefined;
  return {
    ...strategy,
    title: { ...strategy.title, ...fill(words?.strategy) },
    objectives: strategy.objectives.map((each) => ({
      ...each,
      statement: { ...each.statement, ...fill(own(words?.objectives, each.id)) },
    })),
    activities: strategy.activities.map((each) => ({ ...each, title: { ...each.title, ...fill(own(words?.activities, each.id)) } })),
    prose: { ...strategy.prose, ...fill(page.body) } satisfies LocalText,
  };
}

/** Texts of another language belong to something, and where there are some there are all. */
function checkIds(
  document: Checked<{ readonly objectives?: Record<string, string> | undefined; readonly activities?: Record<string, string> | undefined }>,
  key: "objectives" | "activities",
  things: readonly { readonly id: string }[],
  context: Context,
): void {
  const texts = document.value[key];
  if (!texts) return;
  const ids = things.map((thing) => thing.id);
  for (const id of Object.keys(texts)) {
    if (ids.includes(id)) continue;
    context.problems.add("translation-unknown", document.position([key, id], "key"), phrase`strategy.md has no "${id}" among its ${key}`, {
      hint: didYouMean(id, ids),
    });
  }
  const missing = ids.filter((id) => !Object.hasOwn(texts, id));
  if (missing.length === 0) return;
  context.problems.warn(
    "translation-missing",
    document.position([key], "key"),
    phrase`without a text in this language: ${missing.join(", ")}`,
  );
}
