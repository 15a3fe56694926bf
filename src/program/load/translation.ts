// policies/<area>.<language>.md: the same policy in another language. A ```yaml rule block that holds the rule's id (and its remedy)
// under each sentence says which rule the sentence is about.
import { didYouMean, phrase } from "#kit";
import { checkDocument } from "../read/check.ts";
import { type FencedRule, readMarkdown } from "../read/markdown.ts";
import { readYaml } from "../read/yaml.ts";
import { policyTranslation, ruleText } from "../schema/policy.ts";
import { type Context, filledProse } from "./context.ts";
import type { Translation } from "./languages.ts";
import type { PolicyPage } from "./policy.ts";
import type { PageRule } from "./rule.ts";

interface Words {
  readonly sentence?: string;
  readonly remedy?: string;
}

/** Adds the words of another language to a policy. `known` holds the rules of the page that it translates. */
export function translatePolicy(
  policy: PolicyPage,
  translation: Translation,
  known: ReadonlyMap<string, unknown>,
  context: Context,
): PolicyPage {
  const { problems } = context;
  const page = readMarkdown(context.prefix + translation.path, translation.content, problems);
  const fill = (text: string | undefined) =>
    text === undefined ? {} : { [translation.language]: filledProse(text.trim(), page.file, context) };
  const yaml = page.frontMatter && readYaml(page.frontMatter, problems);
  const front = yaml && (yaml.value ?? undefined) !== undefined ? checkDocument(policyTranslation, yaml, problems) : undefined;
  if (front?.value.policy !== undefined && front.value.policy !== policy.policy.area) {
    problems.add(
      "area-mismatch",
      front.position(["policy"]),
      phrase`this page is of ${policy.policy.area} and says "${front.value.policy}"`,
      {
        expected: phrase`${policy.policy.area}`,
      },
    );
  }
  const anchors = new Map<string, FencedRule>();
  const words = new Map<string, Words>();
  for (const fenced of page.rules) readAnchor(fenced, known, anchors, words, context);
  const missing = [...known.keys()].filter((id) => !anchors.has(id));
  if (missing.length > 0) {
    problems.warn(
      "translation-missing",
      { file: page.file, line: 1, column: 1 },
      phrase`without a sentence in this language: ${missing.join(", ")}`,
      {
        expected: phrase`under each sentence a \`\`\`yaml rule block with the rule's id`,
      },
    );
  }
  const withWords = (rule: PageRule): PageRule => {
    const found = words.get(rule.rule.id);
    if (!found) return rule;
    const remedy = { ...rule.rule.remedy, ...fill(found.remedy) };
    const statement = { ...rule.rule.statement, ...fill(found.sentence) };
    return { ...rule, rule: { ...rule.rule, statement, ...(Object.keys(remedy).length > 0 ? { remedy } : {}) } };
  };
  return {
    ...policy,
    policy: { ...policy.policy, title: { ...policy.policy.title, ...fill(front?.value.title) } },
    rules: policy.rules.map(withWords),
    prose: [
      ...policy.prose,
      { language: translation.language, body: page.body, anchors, fill: (text) => filledProse(text, page.file, context) },
    ],
  };
}

function readAnchor(
  fenced: FencedRule,
  known: ReadonlyMap<string, unknown>,
  anchors: Map<string, FencedRule>,
  words: Map<string, Words>,
  context: Context,
): void {
  const document = checkDocument(ruleText, readYaml(fenced.yaml, context.problems), context.problems);
  if (!document) return;
  const { id, remedy } = document.value;
  const at = document.position(["id"]);
  if (!known.has(id)) {
    context.problems.add("translation-unknown", at, phrase`the page that this one translates has no rule "${id}"`, {
      hint: didYouMean(id, known.keys()),
    });
  } else if (anchors.has(id)) {
    context.problems.add("duplicate-id", at, phrase`rule "${id}" has a sentence in this language already`, {
      expected: phrase`each id once`,
    });
  } else {
    anchors.set(id, fenced);
    words.set(id, { ...(fenced.sentence === undefined ? {} : { sentence: fenced.sentence }), ...(remedy === undefined ? {} : { remedy }) });
  }
}
