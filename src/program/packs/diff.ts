// Where a program departs from a pack: what was added, changed, switched off, said otherwise. Nothing of it is wrong; it should be known.
import { sortBy } from "#kit";
import { withoutComments } from "../read/comments.ts";
import { withoutFences } from "../read/fences.ts";
import type { Parameters } from "../load/parameters.ts";
import type { LocalText, Policy, PolicyArea, Position, Program, Rule } from "../model.ts";

/** One departure. `fields` hold what differs, as the documents would write it. */
export interface Departure {
  readonly kind: "added" | "removed" | "changed" | "switched-off" | "prose" | "parameter";
  readonly what: "rule" | "policy" | "objective" | "activity" | "strategy" | "category" | "choice" | "parameter";
  readonly id: string;
  readonly area?: PolicyArea;
  readonly fields?: readonly { readonly name: string; readonly pack?: string; readonly ours?: string }[];
  /** Why a rule is switched off. */
  readonly because?: string;
  /** Where it stands in the organisation's documents, or in the pack for what was removed. */
  readonly position?: Position;
}

type Fields = Readonly<Record<string, unknown>>;

/** Departures of a program from the program that its packs make alone, in the order of areas, kinds and ids. `defaults`: parameters as the packs have them. */
export function diffPrograms(pack: Program, ours: Program, defaults: Parameters = pack.organization.parameters): Departure[] {
  return [
    ...parameterDepartures(defaults, ours),
    ...listDepartures("objective", byId(pack.strategy?.objectives), byId(ours.strategy?.objectives), objectiveFields),
    ...listDepartures("activity", byId(pack.strategy?.activities), byId(ours.strategy?.activities), activityFields),
    ...proseDepartures("strategy", "strategy", pack.strategy?.prose, ours.strategy?.prose, ours.strategy?.position),
    ...policyDepartures(pack.policies, ours.policies),
    ...listDepartures("category", byKey(pack.licenses.categories, "license"), byKey(ours.licenses.categories, "license"), (category) =>
      without(category, "license", "position"),
    ),
    ...listDepartures("choice", byKey(pack.licenses.choices, "expression"), byKey(ours.licenses.choices, "expression"), (choice) =>
      without(choice, "position"),
    ),
  ];
}

function byId<T extends { readonly id: string }>(things: readonly T[] | undefined): Map<string, T> {
  return new Map((things ?? []).map((thing) => [thing.id, thing]));
}

function byKey<T, K extends keyof T>(things: readonly T[], key: K): Map<string, T> {
  return new Map(things.map((thing) => [String(thing[key]), thing]));
}

function parameterDepartures(defaults: Parameters, ours: Program): Departure[] {
  return Object.keys({ ...defaults, ...ours.organization.parameters })
    .sort()
    .flatMap((id): Departure[] => {
      const [before, after] = [written(defaults[id]), written(ours.organization.parameters[id])];
      return before === after ? [] : [{ kind: "parameter", what: "parameter", id, fields: [fieldOf(id, before, after)] }];
    });
}

function listDepartures<T extends { readonly position: Position }>(
  what: Departure["what"],
  pack: ReadonlyMap<string, T>,
  ours: ReadonlyMap<string, T>,
  fieldsOf: (thing: T) => Fields,
  area?: PolicyArea,
): Departure[] {
  const departures: Departure[] = [];
  const place = area === undefined ? {} : { area };
  for (const [id, thing] of ours) {
    const before = pack.get(id);
    const fields = before && changedFields(fieldsOf(before), fieldsOf(thing));
    if (!before) departures.push({ kind: "added", what, id, ...place, position: thing.position });
    else if (fields && fields.length > 0) departures.push({ kind: "changed", what, id, ...place, fields, position: thing.position });
  }
  for (const [id, thing] of pack) if (!ours.has(id)) departures.push({ kind: "removed", what, id, ...place, position: thing.position });
  return sortBy(
    departures,
    ({ kind }) => kind,
    ({ id }) => id,
  );
}

function changedFields(pack: Fields, ours: Fields): NonNullable<Departure["fields"]> {
  return [...new Set([...Object.keys(pack), ...Object.keys(ours)])].flatMap((name) => {
    const [before, after] = [written(pack[name]), written(ours[name])];
    return before === after ? [] : [fieldOf(name, before, after)];
  });
}

function fieldOf(name: string, pack: string | undefined, ours: string | undefined) {
  return { name, ...(pack === undefined ? {} : { pack }), ...(ours === undefined ? {} : { ours }) };
}

/** A value as text; maps by sorted keys, so that their order is no departure. */
function written(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === "string"
    ? value
    : JSON.stringify(value, (_, inner: unknown) =>
        isPlain(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
      );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectiveFields({ statement, from, keyResults }: NonNullable<Program["strategy"]>["objectives"][number]): Fields {
  return { statement, from, "key-results": keyResults.map((result) => without(result, "position")) };
}

function activityFields(activity: NonNullable<Program["strategy"]>["activities"][number]): Fields {
  return without(activity, "id", "position");
}

function ruleFields(rule: Rule): Fields {
  return {
    ...without(rule, "position", "whenPosition", "whenParts", "id", "pack"),
    when: rule.when.replace(/\s+/g, " "),
    examples: rule.examples.map((example) => without(example, "position")),
  };
}

function without<T extends object>(thing: T, ...keys: readonly (keyof T & string)[]): Fields {
  return Object.fromEntries(Object.entries(thing).filter(([key]) => !(keys as readonly string[]).includes(key)));
}

function policyDepartures(pack: readonly Policy[], ours: readonly Policy[]): Departure[] {
  const [packRules, ourRules] = [allRules(pack), allRules(ours)];
  const areas = [...new Set([...pack, ...ours].map(({ area }) => area))];
  return areas.flatMap((area): Departure[] => {
    const before = pack.find((policy) => policy.area === area);
    const after = ours.find((policy) => policy.area === area);
    if (!after) return before ? [{ kind: "removed", what: "policy", id: area, area, position: before.position }] : [];
    if (!before)
      return [{ kind: "added", what: "policy", id: area, area, position: after.position }, ...rulesOf(area, new Map(), ourRules)];
    const off = after.off.map(
      ({ rule, because, position }): Departure => ({ kind: "switched-off", what: "rule", id: rule, area, because, position }),
    );
    const switched = new Set(after.off.map(({ rule }) => rule));
    const rules = rulesOf(area, packRules, ourRules).filter(({ kind, id }) => kind !== "removed" || !switched.has(id));
    const fields = changedFields({ default: before.default }, { default: after.default });
    const changed: Departure[] =
      fields.length > 0 ? [{ kind: "changed", what: "policy", id: area, area, fields, position: after.position }] : [];
    return [...changed, ...off, ...rules, ...proseDepartures("policy", area, before.prose, after.prose, after.position, area)];
  });
}

function allRules(policies: readonly Policy[]): Map<string, Rule> {
  return byId(policies.flatMap(({ rules }) => rules));
}

/** Departures of the rules that stand in an area; a rule that moved to another is a change there, and none here. */
function rulesOf(area: PolicyArea, pack: ReadonlyMap<string, Rule>, ours: ReadonlyMap<string, Rule>): Departure[] {
  const here = new Map([...ours].filter(([, rule]) => rule.area === area));
  const before = new Map([...pack].filter(([id, rule]) => here.has(id) || (rule.area === area && !ours.has(id))));
  return listDepartures("rule", before, here, ruleFields, area);
}

/** Paragraphs that one says and the other does not, without rule blocks. */
function proseDepartures(
  what: "policy" | "strategy",
  id: string,
  pack: LocalText | undefined,
  ours: LocalText | undefined,
  position: Position | undefined,
  area?: PolicyArea,
): Departure[] {
  if (!pack || !ours) return [];
  const fields = (["en", "de"] as const).flatMap((language) => {
    if (ours[language] === undefined) return [];
    const [before, after] = [paragraphs(pack[language]), paragraphs(ours[language])];
    const gone = before.filter((paragraph) => !after.includes(paragraph));
    const added = after.filter((paragraph) => !before.includes(paragraph));
    return gone.length + added.length === 0 ? [] : [fieldOf(language, gone.join("\n\n") || undefined, added.join("\n\n") || undefined)];
  });
  if (fields.length === 0) return [];
  return [{ kind: "prose", what, id, ...(area ? { area } : {}), fields, ...(position ? { position } : {}) }];
}

function paragraphs(text: string | undefined): string[] {
  return withoutFences(withoutComments(text ?? ""))
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}
