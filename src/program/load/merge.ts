// Layers into one program: the organisation's documents over its packs, nearest first. What is nearer wins, by area, rule, objective, activity, licence.
import { didYouMean, phrase } from "#kit";
import type { Activity, Language, Licenses, LocalText, Objective, Policy, PolicyArea, Rule, Strategy } from "../model.ts";
import { policyAreas } from "../model.ts";
import { withoutComments } from "../read/comments.ts";
import { type ProblemList } from "../read/problems.ts";
import type { Layer } from "./layer.ts";
import type { PolicyPage, Prose } from "./policy.ts";
import type { StrategyPage } from "./strategy.ts";

/** The strategy of the nearest layer, with what it inherits from the next. */
export function mergeStrategies(layers: readonly Layer[]): Strategy | undefined {
  const [first, ...rest] = layers;
  if (!first) return undefined;
  const below = mergeStrategies(rest);
  if (!first.strategy) return below;
  return below ? inherit(first.strategy, below) : first.strategy.strategy;
}

function inherit({ strategy, inherits }: StrategyPage, below: Strategy): Strategy {
  const objectives = byId(
    strategy.objectives,
    below.objectives.filter(({ id }) => inherits === "all" || (inherits !== "none" && inherits.includes(id))),
  );
  const wanted = new Set(objectives.map(({ id }) => id));
  const inherited = below.activities
    .map(
      (activity): Activity => ({
        ...activity,
        serves: Object.fromEntries(Object.entries(activity.serves).filter(([id]) => wanted.has(id))),
      }),
    )
    .filter(({ serves }) => Object.keys(serves).length > 0);
  const projects = new Set(strategy.upstreams.map(({ project }) => project));
  return {
    ...strategy,
    objectives,
    activities: byId(strategy.activities, inherits === "none" ? [] : inherited),
    upstreams: [...strategy.upstreams, ...(inherits === "none" ? [] : below.upstreams.filter(({ project }) => !projects.has(project)))],
    prose: strategy.words > 0 ? strategy.prose : below.prose,
    words: strategy.words > 0 ? strategy.words : below.words,
  };
}

function byId<T extends Objective | Activity>(own: readonly T[], below: readonly T[]): T[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...below.filter(({ id }) => !ids.has(id))];
}

/** A page and what nearer layers, the organisation's own first, say of rules: those that they replace, and those that they switch off. */
interface PlacedPage {
  readonly page: PolicyPage;
  readonly replaced: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
}

/** Policies by area: front matter of the nearest page, rules of all that still hold, prose without those that do not. */
export function mergePolicies(layers: readonly Layer[], activities: ReadonlySet<string>): Policy[] {
  const policies: Policy[] = [];
  for (const area of policyAreas) {
    const pages = inForce(layers, area);
    const policy = mergeArea(pages, activities);
    if (policy) policies.push(policy);
    checkOff(
      pages.map(({ page }) => page),
      layers[0]?.context.problems,
    );
  }
  return policies;
}

/** Pages of an area, nearest first, down to the first that inherits nothing. A rule is replaced by id, in whatever area. */
function inForce(layers: readonly Layer[], area: PolicyArea): PlacedPage[] {
  const pages: PlacedPage[] = [];
  const replaced = new Set<string>();
  const off = new Set<string>();
  for (const { policies } of layers) {
    const page = policies.get(area);
    if (page) pages.push({ page, replaced: new Set(replaced), off: new Set(off) });
    if (page?.inherits === "none") break;
    for (const { rules, off: switched } of policies.values()) {
      for (const { rule } of rules) replaced.add(rule.id);
      for (const { rule } of switched) off.add(rule);
    }
  }
  return pages;
}

function mergeArea(placed: readonly PlacedPage[], activities: ReadonlySet<string>): Policy | undefined {
  const pages = placed.map(({ page }) => page);
  const [nearest] = pages;
  if (!nearest) return undefined;
  const serves = pages.map(({ policy }) => known(policy.serves, activities, policy.pack)).find((ids) => ids.length > 0) ?? [];
  const rules = new Map<string, Rule>();
  const prose: { readonly language: Language; readonly text: string }[] = [];
  // From the farthest page to the nearest: a replaced rule keeps its place where both stand in one area.
  for (const { page, replaced, off } of placed.toReversed()) {
    for (const { rule, servesItself } of page.rules) {
      const merged = { ...rule, serves: servesItself ? known(rule.serves, activities, rule.pack) : serves };
      if (!off.has(rule.id)) rules.set(rule.id, merged);
    }
    const gone = new Set([...replaced, ...off]);
    // A page that only explains itself in comments adds no text.
    for (const part of page.prose)
      if (withoutComments(part.body).trim() !== "") prose.push({ language: part.language, text: proseWithout(part, gone) });
  }
  // What a nearer layer says in another area holds there.
  for (const { page, replaced } of placed) {
    for (const { rule } of page.rules) if (replaced.has(rule.id) && rules.get(rule.id)?.position === rule.position) rules.delete(rule.id);
  }
  return {
    ...nearest.policy,
    serves,
    default: Object.assign({}, ...pages.map(({ policy }) => policy.default).reverse()),
    rules: [...rules.values()],
    off: pages.flatMap((page) => page.off),
    prose: joinProse(prose),
  };
}

/** A pack serves activities that the organisation may not have taken over; those are left out. Its own stay, so that their absence is seen. */
function known(serves: readonly string[], activities: ReadonlySet<string>, pack: string | undefined): readonly string[] {
  return pack === undefined ? serves : serves.filter((id) => activities.has(id));
}

function joinProse(parts: readonly { readonly language: Language; readonly text: string }[]): LocalText {
  const prose: Partial<Record<Language, string>> = {};
  for (const { language, text } of parts) {
    if (text === "") continue;
    const before = prose[language];
    prose[language] = before === undefined ? text : `${before}\n\n${text}`;
  }
  return prose;
}

/** The prose without the sentences and blocks of some rules. A sentence stays while one of the rules under it stays. */
export function proseWithout({ body, anchors, fill }: Prose, gone: ReadonlySet<string>): string {
  const cuts: (readonly [number, number])[] = [];
  const kept = new Set<number>();
  for (const [id, { sentenceRange }] of anchors) if (!gone.has(id) && sentenceRange) kept.add(sentenceRange[0]);
  for (const [id, { range, sentenceRange }] of anchors) {
    if (!gone.has(id)) continue;
    cuts.push(range);
    if (sentenceRange && !kept.has(sentenceRange[0])) cuts.push(sentenceRange);
  }
  let text = "";
  let end = 0;
  for (const [from, to] of cuts.sort((a, b) => a[0] - b[0])) {
    if (from > end) text += body.slice(end, from);
    end = Math.max(end, to);
  }
  text += body.slice(end);
  const tidy = cuts.length > 0 ? text.replace(/\n{3,}/g, "\n\n") : text;
  return fill(tidy.trim());
}

/** What the nearest page switches off must be a rule of a pack below it. */
function checkOff([page, ...below]: readonly PolicyPage[], problems: ProblemList | undefined): void {
  const ids = below.flatMap(({ rules }) => rules.map(({ rule }) => rule.id));
  for (const { rule, position } of page?.off ?? []) {
    if (ids.includes(rule)) continue;
    const own = page?.rules.some(({ rule: { id } }) => id === rule);
    problems?.add(
      "unknown-reference",
      position,
      own ? phrase`"${rule}" is a rule of this page; take it out instead` : phrase`no pack brings a rule "${rule}" to this area`,
      {
        hint: didYouMean(rule, ids),
      },
    );
  }
}

/** Own words about licences first: where several speak of one licence, the first counts. */
export function mergeLicenses(layers: readonly Layer[]): Licenses {
  const all = layers.map(({ licenses }) => licenses);
  const seen = new Set<string>();
  const categories = all
    .flatMap((licenses) => licenses.categories)
    .filter(({ license }) => !seen.has(license.toLowerCase()) && seen.add(license.toLowerCase()));
  return {
    categories,
    choices: all.flatMap((licenses) => licenses.choices),
    curations: all.flatMap((licenses) => licenses.curations),
    ...(layers[0]?.licenses.matrix === undefined ? {} : { matrix: layers[0].licenses.matrix }),
    uses: all.flatMap((licenses) => licenses.uses ?? []),
    waivers: [...all.flatMap((licenses) => licenses.waivers), ...layers.flatMap(({ records }) => records.waivers)],
  };
}
