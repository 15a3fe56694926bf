// policies/<area>.md with its rules, and its translations, into the model.
import { phrase } from "#kit";
import { type Policy, type PolicyArea, policyAreas, type SwitchedOff } from "../model.ts";
import { type Checked, checkDocument } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import { type FencedRule, type MarkdownPage, readMarkdown } from "../read/markdown.ts";
import { readYaml } from "../read/yaml.ts";
import { type PolicyDocument, policyDocument } from "../schema/policy.ts";
import { checkLife, type Context, filledProse, localText } from "./context.ts";
import { languageOf, translationsOf } from "./languages.ts";
import { type PageRule, readRule } from "./rule.ts";
import { translatePolicy } from "./translation.ts";

/** Prose in one language with the places of its rules, so that a rule that no longer holds can be taken out of it. */
export interface Prose {
  readonly language: "en" | "de";
  readonly body: string;
  readonly anchors: ReadonlyMap<string, FencedRule>;
  /** Fills its placeholders; done last, since anchors count characters of the text as written. */
  readonly fill: (text: string) => string;
}

export interface PolicyPage {
  /** `rules`, `off` and `prose` are filled in when layers are merged. */
  readonly policy: Policy;
  readonly inherits: "all" | "none";
  readonly rules: readonly PageRule[];
  readonly off: readonly SwitchedOff[];
  readonly prose: readonly Prose[];
}

/** All policies of a folder, by area. */
export function readPolicies(files: Files, context: Context): Map<PolicyArea, PolicyPage> {
  const pages = new Map<PolicyArea, PolicyPage>();
  for (const area of policyAreas) {
    const content = files.get(`policies/${area}.md`);
    const page = content === undefined ? undefined : readPolicy(area, content, files, context);
    if (page) pages.set(area, page);
    if (content !== undefined) continue;
    for (const { path } of translationsOf(`policies/${area}`, files)) {
      context.problems.add(
        "translation-unknown",
        { file: context.prefix + path },
        phrase`it translates policies/${area}.md, which is not there`,
      );
    }
  }
  return pages;
}

function readPolicy(area: PolicyArea, content: string, files: Files, context: Context): PolicyPage | undefined {
  const stem = `policies/${area}`;
  const file = `${context.prefix}${stem}.md`;
  const page = readMarkdown(file, content, context.problems);
  if (!page.frontMatter) return unreadable(context);
  const fallback = { policy: area, title: area, state: "draft" };
  const document = checkDocument(policyDocument, readYaml(page.frontMatter, context.problems), context.problems, fallback);
  if (!document) return unreadable(context);
  if (document.value.policy !== area) {
    context.problems.add(
      "area-mismatch",
      document.position(["policy"]),
      phrase`this page is ${area}.md and says that it is "${document.value.policy}"`,
      { expected: phrase`${area}` },
    );
  }
  const translations = translationsOf(stem, files);
  const language = languageOf(document, translations, context);
  const rules: PageRule[] = [];
  const anchors = new Map<string, FencedRule>();
  for (const fenced of page.rules) {
    const rule = readRule(fenced, area, language, context);
    if (rule?.rule) rules.push(rule.rule);
    if (rule) anchors.set(rule.id, fenced);
  }
  const main: PolicyPage = {
    policy: policyOf(area, document, page, context, language),
    inherits: document.value.inherits ?? "all",
    rules,
    off: switchedOff(document, context),
    prose: [{ language, body: page.body, anchors, fill: (text) => filledProse(text, file, context) }],
  };
  return translations.reduce((before, translation) => translatePolicy(before, translation, anchors, context), main);
}

/** Rules of a page that cannot be read are not known to be missing. */
function unreadable(context: Context): undefined {
  context.references.cannotSee("rule");
  return undefined;
}

function policyOf(
  area: PolicyArea,
  document: Checked<PolicyDocument>,
  page: MarkdownPage,
  context: Context,
  language: "en" | "de",
): Policy {
  const { value } = document;
  const { references } = context;
  references.need(["team"], value.owner, document.position(["owner"]));
  references.need(["executive", "board", "team", "person"], value["approved-by"], document.position(["approved-by"]));
  for (const [index, activity] of (value.serves ?? []).entries())
    references.need(["activity"], activity, document.position(["serves", index]));
  checkLife(document, context);
  return {
    area,
    title: localText(value.title, language, context) ?? {},
    state: value.state,
    ...(value.owner === undefined ? {} : { owner: value.owner }),
    ...(value["approved-by"] === undefined ? {} : { approvedBy: value["approved-by"] }),
    ...(value.approved === undefined ? {} : { approved: value.approved }),
    ...(value["in-force"] === undefined ? {} : { inForce: value["in-force"] }),
    ...(value.review === undefined ? {} : { review: value.review }),
    serves: value.serves ?? [],
    ...(value["based-on"] === undefined ? {} : { basedOn: value["based-on"] }),
    default: value.default ?? {},
    rules: [],
    off: [],
    prose: {},
    ...(context.pack === undefined ? {} : { pack: context.pack }),
    position: { file: page.file, line: 1, column: 1 },
  };
}

function switchedOff(document: Checked<PolicyDocument>, context: Context): SwitchedOff[] {
  const { off } = document.value;
  const entries = Array.isArray(off)
    ? off.flatMap((map, index) => Object.entries(map).map(([rule, because]) => ({ rule, because, path: ["off", index, rule] })))
    : Object.entries(off ?? {}).map(([rule, because]) => ({ rule, because, path: ["off", rule] }));
  return entries.map(({ rule, because, path }) => ({
    rule,
    because,
    ...(context.pack === undefined ? {} : { pack: context.pack }),
    position: document.position(path, "key"),
  }));
}
