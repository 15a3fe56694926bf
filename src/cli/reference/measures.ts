// docs/reference/measures.md: every measure with its question, definition and source.
import { measures, waitsFor } from "#measures";

export function measureReference(): string {
  const parts = measures.map((measure) => {
    const alias = measure.alias ? ` (${measure.alias})` : "";
    return `## ${measure.id}${alias}\n\n${measure.title.en}. ${measure.question.en}\n\n- Goal: ${measure.goal}\n- Definition: ${measure.definition} (${measure.source}; formula ${measure.formulaVersion})\n- Unit: ${measure.unit}; window: ${measure.window}; better: ${measure.direction}\n${measure.caveat ? `- Caveat: ${measure.caveat}\n` : ""}- Today: ${waitsFor(measure.id) === undefined ? "computed" : `not computed: ${waitsFor(measure.id)}`}\n`;
  });
  return `# Measures\n\n*Made from \`src/measures/registry\`; do not edit.*\n\nFigures are about projects and teams, never about persons. Each answers a question that serves a goal.\n\n${parts.join("\n")}`;
}
