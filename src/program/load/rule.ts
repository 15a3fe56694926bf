// One fenced rule block into the model.
import { phrase } from "#kit";
import type { Language, PolicyArea, Position, Rule, RuleExample } from "../model.ts";
import { checkDocument, type Checked } from "../read/check.ts";
import type { FencedRule } from "../read/markdown.ts";
import { isMap } from "../read/remains.ts";
import { partsOf, sourceOffsets } from "../read/when.ts";
import { readYaml, type YamlPage } from "../read/yaml.ts";
import { type RuleBlock, ruleBlock } from "../schema/policy.ts";
import { type Context, localText } from "./context.ts";

/** Keys whose values are kept as written. */
const written = new Set(["when"]);

export interface PageRule {
  readonly rule: Rule;
  /** It names the activities that it serves; otherwise they are the policy's. */
  readonly servesItself: boolean;
}

/** The rule of a block; only its id where the block has faults that leave no rule; undefined where it has not even that. */
export function readRule(
  fenced: FencedRule,
  area: PolicyArea,
  language: Language,
  context: Context,
): { readonly id: string; readonly rule?: PageRule } | undefined {
  const page = readYaml(fenced.yaml, context.problems, written);
  const document = checkDocument(ruleBlock, page, context.problems);
  const rawId = isMap(page.value) && typeof page.value["id"] === "string" ? page.value["id"] : undefined;
  const id = document?.value.id ?? rawId;
  if (id === undefined) {
    context.references.cannotSee("rule");
    return undefined;
  }
  context.references.declare("rule", id, page.position(["id"]));
  if (!document) return { id };
  const rule = ruleOf(document, fenced, area, language, context);
  // Without its subject or its condition it is no rule, though what it refers to was looked at.
  if (document.replaced.has("about") || document.replaced.has("when")) return { id };
  return { id, rule: { rule, servesItself: document.value.serves !== undefined } };
}

function ruleOf(document: Checked<RuleBlock>, fenced: FencedRule, area: PolicyArea, language: Language, context: Context): Rule {
  const { value } = document;
  checkReferences(document, context);
  const remedy = localText(value.remedy, language, context, document.position(["remedy"]));
  return {
    id: value.id,
    area,
    about: value.about,
    ...whenOf(document, context),
    decide: value.decide,
    unknown: value.unknown ?? "review",
    ...(value.lane === undefined ? {} : { lane: value.lane }),
    ...(remedy ? { remedy } : {}),
    statement: localText(fenced.sentence, language, context, fenced.position) ?? {},
    serves: value.serves ?? [],
    ...(value.owner === undefined ? {} : { owner: value.owner }),
    ...(value.source === undefined ? {} : { source: value.source }),
    ...(value.modality === undefined ? {} : { modality: value.modality }),
    ...(value.assurance === undefined ? {} : { assurance: value.assurance }),
    examples: (value.examples ?? []).map(({ given, expect }, index) => ({
      given: filledValues(given, context) as RuleExample["given"],
      expect,
      position: document.position(["examples", index]),
    })),
    ...(value["valid-from"] === undefined ? {} : { validFrom: value["valid-from"] }),
    ...(value["valid-until"] === undefined ? {} : { validUntil: value["valid-until"] }),
    mode: value.mode ?? "enforce",
    ...(context.pack === undefined ? {} : { pack: context.pack }),
    position: fenced.position,
  };
}

function checkReferences(document: Checked<RuleBlock>, context: Context): void {
  const { value } = document;
  const { references } = context;
  references.need(["lane", "team"], value.lane, document.position(["lane"]));
  references.need(["team"], value.owner, document.position(["owner"]));
  for (const [index, activity] of (value.serves ?? []).entries())
    references.need(["activity"], activity, document.position(["serves", index]));
  const [from, until] = [value["valid-from"], value["valid-until"]];
  if (from !== undefined && until !== undefined && until < from) {
    context.problems.add(
      "dates-out-of-order",
      document.position(["valid-until"]),
      phrase`"valid-until" (${until}) is before "valid-from" (${from})`,
      { expected: phrase`a day from ${from} on` },
    );
  }
  if (value.lane !== undefined && value.decide !== "review" && (value.unknown ?? "review") !== "review") {
    context.problems.warn("contradiction", document.position(["lane"]), phrase`a lane is named, and this rule never asks for a review`);
  }
}

/** The condition with its placeholders filled, and where its characters stand. */
function whenOf(document: Checked<RuleBlock>, context: Context): Pick<Rule, "when" | "whenPosition" | "whenParts"> {
  const { page } = document;
  const scalar = page.scalar(["when"]);
  const trimmedStart = document.value.when.length - document.value.when.trimStart().length;
  const offsets = scalar ? sourceOffsets(scalar.node, scalar.text).slice(trimmedStart) : [];
  const filled = context.placeholders.expression(document.value.when.trim(), offsets, (offset) => page.at(offset));
  const parts = partsOf(filled.offsets, page);
  return {
    when: filled.text,
    whenPosition: firstPosition(parts, page),
    ...(parts.length > 1 || parts[0]?.fixed ? { whenParts: parts } : {}),
  };
}

function firstPosition(parts: readonly { readonly line: number; readonly column: number }[], page: YamlPage): Position {
  const at = page.position(["when"]);
  const first = parts[0];
  return first ? { file: at.file, line: first.line, column: first.column } : at;
}

/** Facts of an example with their placeholders filled; the reader has bounded their depth. */
function filledValues(value: unknown, context: Context): unknown {
  if (typeof value === "string") return context.placeholders.value(value);
  if (Array.isArray(value)) return value.map((item) => filledValues(item, context));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filledValues(item, context)]));
}
