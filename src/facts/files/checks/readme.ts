// What the README tells a stranger: what this is, how to get it, how to use it, under which licence.
import { countWords, type Heading, headingsOf, type Line, linesOf, paragraphsOf, plain } from "../shared/prose.ts";
import type { Entry, FileIndex } from "../shared/file-index.ts";
import type { Check } from "../types.ts";

const INSTALL =
  /\b(?:install\w*|set(?:ting)?[- ]?up|get(?:ting)? (?:started|it)|quick[- ]?start|download\w*|build(?:ing)?|run(?:ning)?|deploy\w*|requirements|prerequisites|first steps)\b|\b(?:einrichtung|inbetriebnahme|erste schritte|voraussetzungen|herunterladen|starten)\b/i;
const USAGE =
  /\b(?:usage|us(?:e|ing)|examples?|quick[- ]?start|get(?:ting)? started|tutorials?|guides?|how to|commands?|api|cli|documentation|docs|features|configuration)\b|\b(?:verwendung|benutzung|nutzung|beispiele?|anleitung|dokumentation)\b/i;
const COMMAND =
  /^\s*(?:\$\s*|>\s*|#\s*)?(?:sudo\s+)?(?:npm (?:i|install|ci|start|run)|npx |pnpm |yarn |pip3? install|pipx |uv |poetry |conda install|cargo (?:install|add|build|run)|go (?:install|get|run|build)|brew install|apt(?:-get)? install|docker (?:run|compose|pull|build)|docker-compose |podman |helm |kubectl apply|mvn |\.\/mvnw|gradle |\.\/gradlew|make(?:\s|$)|cmake |gem install|bundle |composer |dotnet |mix |git clone |curl .*\|\s*(?:ba)?sh)/m;
const MIN_PURPOSE_WORDS = 6;
const LONGEST_DESCRIPTION = 800;

/** The README that a code host shows. */
export function readmeFile(files: FileIndex): Entry | undefined {
  return files.document(/^readme(?:[-_.]|$)/i, ["", ".github", "docs"]);
}

export const readme: Check = {
  id: "readme",
  facts: ["hasReadme", "readmeWords", "readmeHasPurpose", "description", "readmeHasInstall", "readmeHasUsage", "readmeMentionsLicense"],
  async collect(files, answers) {
    const file = readmeFile(files);
    answers.set("hasReadme", file !== undefined, file && { path: file.path });
    const text = await files.text(file);
    if (!file || text === undefined) return;
    const { path } = file;
    const lines = linesOf(text);
    const headings = headingsOf(lines);
    answers.set("readmeWords", countWords(lines), { path });
    const purpose = purposeLine(lines, headings);
    answers.set("readmeHasPurpose", purpose !== undefined, purpose && { path, line: purpose.line });
    const description = purpose && descriptionFrom(lines, headings);
    if (description !== undefined) answers.set("description", description, { path, line: purpose?.line ?? 1 });
    const install = headings.find((heading) => INSTALL.test(heading.text)) ?? lines.find((line) => COMMAND.test(line.text));
    answers.set("readmeHasInstall", install !== undefined, install && { path, line: install.line });
    const usage = headings.find((heading) => USAGE.test(heading.text));
    answers.set("readmeHasUsage", usage !== undefined, usage && { path, line: usage.line });
    const license = lines.find((line) => /licen[cs]e|lizenz/i.test(line.text));
    answers.set("readmeMentionsLicense", license !== undefined, license && { path, line: license.line });
  },
};

/** The first paragraph of a sentence's length: it stands before the first instruction, because the purpose does. */
function descriptionFrom(lines: readonly Line[], headings: readonly Heading[]): string | undefined {
  const skipped = new Set(headings.map(({ line }) => line));
  const prose = lines.filter(({ line, text }) => !skipped.has(line) && !/^\s*>?\s*[-=~*_]{3,}\s*$/.test(text));
  const told = paragraphsOf(prose).find(({ text }) => (text.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0) >= MIN_PURPOSE_WORDS);
  return told?.text.replaceAll(/\s+/g, " ").slice(0, LONGEST_DESCRIPTION).toWellFormed();
}

/** The first prose of a sentence's length that stands before the first instruction. */
function purposeLine(lines: readonly Line[], headings: readonly Heading[]): Line | undefined {
  const title = headings[0]?.line;
  const instruction = headings.find((heading) => heading.line !== title && INSTALL.test(heading.text))?.line ?? Number.POSITIVE_INFINITY;
  const headingLines = new Set(headings.map((heading) => heading.line));
  let words = 0;
  for (const line of lines) {
    if (line.line >= instruction) return undefined;
    if (headingLines.has(line.line)) {
      words = 0;
      continue;
    }
    if (line.code) continue;
    words += plain(line.text).match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;
    if (words >= MIN_PURPOSE_WORDS) return line;
  }
  return undefined;
}
