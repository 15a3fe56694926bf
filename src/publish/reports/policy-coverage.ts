// How much of a policy is checked: sentences that a rule stands under, of these and of all other sentences that say must, must not, shall, should or required.
const FENCE = /^(`{3,}|~{3,})([^\n]*)\n[\s\S]*?^\1[`~]*[ \t]*$/gm;
const BINDING =
  /\b(?:must|shall|should|required|prohibited|forbidden|muss|müssen|soll|sollen|sollte|sollten|verboten|verpflichtet)\b|\bmay not\b|\b(?:darf|dürfen)\b[^.]*\b(?:nicht|nur|keine?[mnrs]?)\b/iu;
const LONGEST = 400_000;

export interface PolicyCoverage {
  readonly covered: number;
  readonly all: number;
}

export function policyCoverage(prose: string): PolicyCoverage {
  const marked = prose
    .slice(0, LONGEST)
    .replaceAll(FENCE, (_, __, info: string) => (/^\s*yaml\s+rule\b/.test(info) ? "\n\n\u0001\n\n" : "\n\n"));
  const paragraphs = marked
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== "" && !text.startsWith("#"));
  let covered = 0;
  let open = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph === "\u0001") continue;
    if (paragraphs[index + 1] === "\u0001") covered++;
    else open += sentences(paragraph).filter((sentence) => BINDING.test(sentence)).length;
  }
  return { covered, all: covered + open };
}

function sentences(paragraph: string): string[] {
  return paragraph.replaceAll(/\s+/g, " ").split(/(?<=[.!?;])\s+(?=[\p{Lu}«“"*-])/u);
}
