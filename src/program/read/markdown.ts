// A Markdown page with front matter and fenced rule blocks: what stands where, and the sentence above each block.
import { didYouMean, type Phrase, phrase } from "#kit";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Position } from "../model.ts";
import { type ProblemList } from "./problems.ts";
import type { YamlText } from "./yaml.ts";

type Root = ReturnType<typeof fromMarkdown>;
type Block = Root["children"][number];
type Code = Extract<Block, { type: "code" }>;

/** Longest page (a line of a list costs a tenth of a millisecond; real pages have a few hundred), and most quoted lines on it (reading quotes with lists in
 * them takes time that grows with their square). */
const maxCharacters = 300_000;
const maxQuotedLines = 1_000;
const maxLines = 5_000;
/** Longest run of markers that nest (`> > >`, `- - -`) at the beginning of a line. */
const deepMarkers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){30}/m;

/** Inline marks are not looked at in the first pass: they tell nothing of blocks and cost the most. */
const blocksOnly = {
  disable: {
    null: [
      "labelStartLink",
      "labelStartImage",
      "labelEnd",
      "attention",
      "autolink",
      "htmlText",
      "codeText",
      "characterEscape",
      "characterReference",
    ],
  },
};

/** A fenced ```yaml rule. Offsets are into `MarkdownPage.body`. */
export interface FencedRule {
  readonly yaml: YamlText;
  readonly position: Position;
  /** The sentence above it as plain text; blocks under one sentence share it. */
  readonly sentence?: string;
  readonly sentenceRange?: readonly [number, number];
  readonly range: readonly [number, number];
}

export interface MarkdownPage {
  readonly file: string;
  readonly frontMatter?: YamlText;
  /** The text below the front matter. */
  readonly body: string;
  readonly rules: readonly FencedRule[];
  /** Words of the prose, without code. */
  readonly words: number;
}

export function readMarkdown(file: string, content: string, problems: ProblemList): MarkdownPage {
  const text = content.replace(/\r\n?/g, "\n");
  const { frontMatter, body, line } = splitFrontMatter(file, text, problems);
  const none: MarkdownPage = { file, body, rules: [], words: 0, ...(frontMatter ? { frontMatter } : {}) };
  const tooMuch = excess(body);
  if (tooMuch) {
    problems.add("document-too-large", { file, line, column: 1 }, tooMuch);
    return none;
  }
  const rules: FencedRule[] = [];
  const reader = new RuleBlocks(file, body, line, problems, rules);
  const root = fromMarkdown(body, { extensions: [blocksOnly] });
  reader.read(root.children);
  return { ...none, rules, words: countWords(root.children, body) };
}

function excess(body: string): Phrase | undefined {
  if (body.length > maxCharacters) return phrase`the page is longer than ${maxCharacters} characters`;
  const lines = body.split("\n");
  if (lines.length > maxLines) return phrase`the page has more than ${maxLines} lines`;
  if (lines.filter((line) => /^[ \t\d.)*+-]{0,40}>/.test(line)).length > maxQuotedLines)
    return phrase`the page has more than ${maxQuotedLines} quoted lines`;
  return deepMarkers.test(body) ? phrase`lists or quotes are nested deeper than on any real page` : undefined;
}

interface Split {
  readonly frontMatter?: YamlText;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly line: number;
}

function splitFrontMatter(file: string, text: string, problems: ProblemList): Split {
  const lines = text.split("\n");
  if (lines[0]?.trimEnd() !== "---") {
    problems.add("front-matter-missing", { file, line: 1, column: 1 }, phrase`the page does not begin with its front matter`, {
      expected: phrase`a line ---, keys and values, a line ---`,
    });
    return { body: text, line: 1 };
  }
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  if (end < 0) {
    problems.add("front-matter-missing", { file, line: 1, column: 1 }, phrase`the front matter that begins here has no end`, {
      expected: phrase`a line ---`,
    });
    return { body: "", line: 1 };
  }
  const inside = lines.slice(1, end).join("\n");
  const frontMatter: YamlText = { file, text: `${inside}\n`, place: (line, column) => ({ line: line + 1, column }) };
  return { frontMatter, body: lines.slice(end + 1).join("\n"), line: end + 2 };
}

class RuleBlocks {
  private readonly file: string;
  private readonly lines: readonly string[];
  private readonly body: string;
  private readonly firstLine: number;
  private readonly problems: ProblemList;
  private readonly rules: FencedRule[];

  constructor(file: string, body: string, firstLine: number, problems: ProblemList, rules: FencedRule[]) {
    this.file = file;
    this.body = body;
    this.lines = body.split("\n");
    this.firstLine = firstLine;
    this.problems = problems;
    this.rules = rules;
  }

  read(blocks: readonly Block[]): void {
    let above: Block | undefined;
    for (const block of blocks) {
      if (block.type === "code") {
        if (this.isRule(block)) this.add(block, above);
      } else if (block.type !== "html" && block.type !== "definition") {
        above = block;
        if ("children" in block && block.type !== "paragraph" && block.type !== "heading") this.read(block.children as readonly Block[]);
      }
    }
  }

  private isRule(code: Code): boolean {
    const lang = code.lang?.toLowerCase();
    const meta = code.meta?.trim() ?? "";
    if ((lang === "yaml" || lang === "yml") && meta === "rule") return true;
    const yaml = lang === undefined || lang === null || lang === "yaml" || lang === "yml" || lang === "rule";
    const looksLikeRule = /^id:/m.test(code.value) && /^(?:when|decide):/m.test(code.value);
    if (yaml && (looksLikeRule || (meta !== "" && didYouMean(meta.split(/\s/)[0] ?? "", ["rule"]) !== undefined))) {
      this.problems.add("rule-block-unclear", this.at(code), phrase`this block looks like a rule and is not marked as one`, {
        expected: phrase`\`\`\`yaml rule`,
        hint: phrase`Write \`\`\`yaml rule above it, or \`\`\`text if it is an illustration.`,
      });
    }
    return false;
  }

  private add(code: Code, above: Block | undefined): void {
    const sentence = above && sentenceOf(above, this.body);
    const position = this.at(code);
    if (!sentence) {
      this.problems.warn("rule-without-sentence", position, phrase`no sentence stands above this rule`, {
        expected: phrase`a paragraph or list item that says in plain words what the rule enforces`,
      });
    }
    this.rules.push({
      yaml: this.yamlOf(code),
      position,
      range: rangeOf(code),
      ...(sentence ? { sentence: sentence.text, sentenceRange: sentence.range } : {}),
    });
  }

  private at(node: Block): Position {
    const start = node.position?.start;
    return { file: this.file, line: this.firstLine - 1 + (start?.line ?? 1), column: start?.column ?? 1 };
  }

  /** Lines in a block inside a list or a quote are shorter than in the file: the difference is the column. */
  private yamlOf(code: Code): YamlText {
    const first = code.position?.start.line ?? 1;
    const values = code.value.split("\n");
    return {
      file: this.file,
      text: `${code.value}\n`,
      place: (line, column) => {
        const raw = this.lines[first + line - 1] ?? "";
        const value = values[line - 1] ?? "";
        const indent = value !== "" && raw.endsWith(value) ? raw.length - value.length : 0;
        return { line: this.firstLine - 1 + first + line, column: column + indent };
      },
    };
  }
}

function rangeOf(node: Block): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

/** The paragraph, or the last item of the list. A heading is no sentence. */
function sentenceOf(block: Block, body: string): { readonly text: string; readonly range: readonly [number, number] } | undefined {
  if (block.type === "list") {
    const item = block.children.at(-1);
    const paragraph = item?.children.findLast((child) => child.type === "paragraph");
    return paragraph && item ? { text: plainText(paragraph, body), range: rangeOf(item as unknown as Block) } : undefined;
  }
  if (block.type === "blockquote") {
    const paragraph = block.children.findLast((child) => child.type === "paragraph");
    return paragraph && { text: plainText(paragraph, body), range: rangeOf(block) };
  }
  return block.type === "paragraph" ? { text: plainText(block, body), range: rangeOf(block) } : undefined;
}

/** A paragraph without its marks: links by their words, emphasis gone, one line. */
function plainText(node: Block, body: string): string {
  const [from, to] = rangeOf(node);
  const source = body
    .slice(from, Math.min(to, from + 5_000))
    .split("\n")
    .map((line) => line.replace(/^[ \t>]+/, ""))
    .join("\n");
  // Most sentences hold no mark; then nothing need be read a second time.
  if (!/[*_[\]<>&`\\!~|]/.test(source)) return source.replace(/\s+/g, " ").trim();
  return words(fromMarkdown(source).children as readonly object[])
    .replace(/\s+/g, " ")
    .trim();
}

function words(nodes: readonly object[]): string {
  let text = "";
  for (const node of nodes) {
    const { type, value, children, alt } = node as { type: string; value?: string; children?: readonly object[]; alt?: string };
    if (type === "break") text += " ";
    else if (type !== "html") text += value ?? alt ?? (children ? words(children) : "");
  }
  return text;
}

function countWords(blocks: readonly Block[], body: string): number {
  let count = 0;
  for (const block of blocks) {
    if (block.type === "code" || block.type === "html") continue;
    const [from, to] = rangeOf(block);
    count += body
      .slice(from, to)
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }
  return count;
}
